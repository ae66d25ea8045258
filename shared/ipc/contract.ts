import type { z } from 'zod';
import type { Right, Role } from '../staff/staff.ts';

/**
 * Who may call a channel, checked in the main process at every call:
 * `anyone` before sign-in, `signedIn` any member of staff, `roles` one of these, `rights` one of these.
 * The manager's and administrator's reach is written out, never implied.
 */
export type Access =
  | 'anyone'
  | 'signedIn'
  | { readonly roles: readonly Role[] }
  | { readonly rights: readonly Right[] };

/** One door between the desk and the main process. A query reads; a command writes and is followed by `data.changed`. */
export interface Channel<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: 'query' | 'command';
  readonly input: I;
  readonly output: O;
  readonly access: Access;
  /** What a command touches: the desk refetches these. */
  readonly changes?: readonly Topic[];
}

export type Topic =
  | 'session'
  | 'staff'
  | 'profile'
  | 'parties'
  | 'imports'
  | 'documents'
  | 'outreach'
  | 'households'
  | 'circumstances'
  | 'categories'
  | 'duplicates'
  | 'agreements'
  | 'visits'
  | 'contacts'
  | 'requests'
  | 'services'
  | 'deliveries'
  | 'committee'
  | 'referrals'
  | 'research'
  | 'letters'
  | 'incoming'
  | 'registers'
  | 'templates'
  | 'batches'
  | 'officeImages'
  | 'printing'
  | 'drafts'
  | 'backup'
  | 'audit';

export type Contract = Readonly<Record<string, Channel>>;

export const query = <I extends z.ZodType, O extends z.ZodType>(
  access: Access,
  input: I,
  output: O,
): Channel<I, O> => ({ kind: 'query', access, input, output });

export const command = <I extends z.ZodType, O extends z.ZodType>(
  access: Access,
  input: I,
  output: O,
  changes: readonly Topic[],
): Channel<I, O> => ({ kind: 'command', access, input, output, changes });

/** Keeps the literal channel names while checking the shape. */
export const defineContract = <C extends Contract>(contract: C): C => contract;

/** What the caller hands over (before defaults are filled in) and what the handler receives (after). */
export type CallerInput<C extends Channel> = z.input<C['input']>;
export type HandlerInput<C extends Channel> = z.output<C['input']>;
export type Output<C extends Channel> = z.output<C['output']>;

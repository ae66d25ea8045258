import { AppError } from '#shared/app-error.ts';
import type { Access, Channel, Contract, HandlerInput, Output, Topic } from '#shared/ipc/contract.ts';
import type { Result } from '#shared/result.ts';
import type { Session } from '#shared/staff/staff-contract.ts';

/** What a handler may know of its caller. */
export interface CallContext {
  readonly session: Session | null;
  /** The session of a channel that needs one; error: notSignedIn. */
  readonly signedIn: () => Session;
}

export type Handler<C extends Channel> = (
  input: HandlerInput<C>,
  context: CallContext,
) => Output<C> | Promise<Output<C>>;

/** One handler for each channel of the contract: a missing one does not compile. */
export type Handlers<C extends Contract> = { readonly [N in keyof C]: Handler<C[N]> };

/** Refuses, at compile time, handlers that the contract does not name. */
export type NoExtra<C extends Contract, H> = Readonly<Record<Exclude<keyof H, keyof C>, never>>;

export interface DispatchPorts {
  /** Who sits at the desk; null before sign-in. */
  readonly session: () => Session | null;
  /** Called after each command that succeeded. */
  readonly changed: (topics: readonly Topic[]) => void;
  /** Called with what went wrong and was nobody's fault but ours; never with the input. */
  readonly unexpected: (channel: string, error: unknown) => void;
}

/**
 * The one gate of all channels, without Electron: whether the caller may, whether the input is what the contract says,
 * the handler, its output cut to the contract's shape, and errors by code. The sender has been checked before.
 */
export function createDispatch<C extends Contract, H extends Handlers<C>>(
  contract: C,
  handlers: H & NoExtra<C, H>,
  ports: DispatchPorts,
): (name: string, input: unknown) => Promise<Result<unknown>> {
  // Inside, names are plain strings: what each handler takes was checked by the types above.
  const run = handlers as unknown as Readonly<
    Record<string, (input: unknown, context: CallContext) => unknown>
  >;
  return async (name, input) => {
    try {
      const channel = Object.hasOwn(contract, name) ? contract[name] : undefined;
      if (!channel) throw new AppError('unknownChannel', { channel: name });
      const context = contextOf(ports.session());
      checkAccess(channel.access, context.session);
      const value = await run[name]!(parseInput(channel, input), context);
      const output = channel.output.parse(value);
      if (channel.kind === 'command' && channel.changes && channel.changes.length > 0)
        ports.changed(channel.changes);
      return { ok: true, value: output };
    } catch (error) {
      if (error instanceof AppError)
        return { ok: false, error: { code: error.code, details: error.details } };
      ports.unexpected(name, error);
      return { ok: false, error: { code: 'internal', details: {} } };
    }
  };
}

const contextOf = (session: Session | null): CallContext => ({
  session,
  signedIn: () => {
    if (session === null || session.locked) throw new AppError('notSignedIn');
    return session;
  },
});

/** A locked desk calls nothing but what `anyone` may: the person is away, whoever sits there is somebody else. */
function checkAccess(access: Access, session: Session | null): void {
  if (access === 'anyone') return;
  if (session === null || session.locked || !session.staff.active) throw new AppError('notSignedIn');
  if (access === 'signedIn') return;
  const { roles, rights } = session.staff;
  const allowed =
    'roles' in access
      ? access.roles.some((role) => roles.includes(role))
      : access.rights.some((right) => rights.includes(right));
  if (!allowed) throw new AppError('notAllowed');
}

/** Errors: invalidInput, whose details are the message of each field by its path, as `person.password`. */
function parseInput(channel: Channel, input: unknown): unknown {
  const parsed = channel.input.safeParse(input);
  if (parsed.success) return parsed.data;
  const details: Record<string, string> = {};
  for (const issue of parsed.error.issues)
    details[issue.path.map(String).join('.') || 'input'] ??= issue.message;
  throw new AppError('invalidInput', details);
}

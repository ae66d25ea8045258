import type { Party } from '#shared/parties/party.ts';
import type { SupportRequest } from '#shared/requests/request.ts';

/** What the page of a request hands to the card of the phase that it is in. */
export interface StepProps {
  readonly request: SupportRequest;
  /** The applicant's page, identifiers masked; undefined while it loads. */
  readonly party: Party | undefined;
  /** Whether this member of staff serves visitors; who may sign, decide or deliver is asked by role at each channel. */
  readonly mayWrite: boolean;
  /** A dialog of the page has the keys: Ctrl+Enter is not the card's. */
  readonly busy: boolean;
  /** Opens the page's dialog for what is asked for: «تغيير» beside service and need. */
  readonly onEdit: () => void;
  /** Opens the page's dialog for who came (S.1). */
  readonly onRepresent: () => void;
  /** The act that ends this phase was done: the next card takes the focus. The card says so itself, with its undo. */
  readonly onDone: () => void;
}

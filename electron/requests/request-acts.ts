import { AppError } from '#shared/app-error.ts';
import type { RequestId } from '#shared/ids.ts';
import type { ClauseId } from '#shared/policy/clauses.ts';
import type { RequestAction } from '#shared/requests/request-actions.ts';
import { phaseOf, type RequestFacts, requestRefusal, stepOfPhase } from '#shared/requests/request-machine.ts';
import type { RequestEvent, StepNumber } from '#shared/requests/request.ts';
import { findRequestFacts } from '#db/requests/request-facts.ts';
import { insertRequestEvent, setRequestPhase } from '#db/requests/request-writes.ts';
import type { Reader, WriteTransaction } from '#db/transaction.ts';
import type { Actor } from '../audit/actor.ts';

/** Whatever happens to a request goes through here, so that the machine is asked, the lists follow and the timeline tells. */

/** @throws AppError notFound { kind, id } */
export function requireFacts(reader: Reader, id: RequestId): RequestFacts {
  const facts = findRequestFacts(reader, id);
  if (facts === undefined) throw new AppError('notFound', { kind: 'request', id });
  return facts;
}

/** Asks the machine, before the first write of an act. @throws AppError notFound, requestForbids { action, reason } */
export function requireAct(reader: Reader, id: RequestId, action: RequestAction): RequestFacts {
  const facts = requireFacts(reader, id);
  const reason = requestRefusal(facts, action);
  if (reason !== null) throw new AppError('requestForbids', { action, reason });
  return facts;
}

/** What an act leaves in the timeline: under which clause, and on what record. `text` is shown: no ids, no secrets. */
export interface RequestTrace {
  readonly kind: RequestEvent['kind'];
  readonly step?: StepNumber;
  readonly text?: string;
  readonly clause?: ClauseId;
  readonly subject?: { readonly kind: string; readonly id: number };
}

/**
 * After the last write of an act: the phase follows from the facts, the version rises, and the timeline tells of it. The
 * audit entry stays with the act itself, which knows what it did.
 */
export function followAct(
  tx: WriteTransaction,
  actor: Actor,
  id: RequestId,
  nowMs: number,
  trace: RequestTrace,
): RequestFacts {
  insertRequestEvent(
    tx,
    id,
    {
      kind: trace.kind,
      step: trace.step ?? null,
      text: trace.text ?? '',
      clause: trace.clause ?? '',
      subject: trace.subject ?? null,
    },
    actor.id,
    nowMs,
  );
  const facts = requireFacts(tx, id);
  const phase = phaseOf(facts);
  setRequestPhase(tx, id, { phase, step: stepOfPhase(phase) }, nowMs);
  return facts;
}

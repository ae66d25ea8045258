import { AppError } from '#shared/app-error.ts';
import type { FieldVisitId, ResearchId } from '#shared/ids.ts';
import type { Research, ResearchRefusal } from '#shared/research/research.ts';
import type { Database } from '#db/open-database.ts';
import { findResearch, researchOfFieldVisit } from '#db/research/research-rows.ts';
import type { Reader, WriteTransaction } from '#db/transaction.ts';
import type { Actor } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import type { Clock } from '../ports/clock.ts';
import { followAct, requireAct, type RequestTrace } from '../requests/request-acts.ts';

export const researchForbids = (reason: ResearchRefusal): AppError =>
  new AppError('researchForbids', { reason });

export const researchSubject = (id: ResearchId) => ({ kind: 'socialResearch', id });

/** @throws AppError notFound */
export function getResearch(reader: Reader, id: ResearchId): Research {
  const research = findResearch(reader, id);
  if (research === undefined) throw new AppError('notFound', { kind: 'socialResearch', id });
  return research;
}

/** @throws AppError notFound */
export function getResearchOfVisit(reader: Reader, id: FieldVisitId): Research {
  const research = researchOfFieldVisit(reader, id);
  if (research === undefined) throw new AppError('notFound', { kind: 'fieldVisit', id });
  return getResearch(reader, research);
}

/** What an act on a research leaves: in the log, and in the timeline of the request where somebody reads it there. */
export interface ResearchDeed {
  readonly audit: string;
  readonly details?: Readonly<Record<string, string | number | boolean>>;
  readonly trace?: readonly [kind: RequestTrace['kind'], text: string];
}

export interface ResearchAct {
  /** The research that is acted on. */
  readonly find: (reader: Reader) => Research;
  /** While it is under way, or once it is finished or cancelled. */
  readonly while: 'open' | 'over';
  /** Whatever became of the request: nothing is added to what the research says. */
  readonly afterwards?: true;
  /** The version that was looked at; null: whichever it is. */
  readonly version: number | null;
}

/**
 * One act on a research as it stands. Errors: notFound, conflict, researchForbids { reason: 'notOpen' | 'notOver' },
 * requestForbids { action: 'research', reason: 'ended' }.
 */
export const createResearchAct =
  ({ db, clock }: { readonly db: Database; readonly clock: Clock }) =>
  (
    of: ResearchAct,
    actor: Actor,
    deed: (tx: WriteTransaction, before: Research, nowMs: number) => ResearchDeed,
  ): Research =>
    db.write((tx) => {
      const before = of.find(tx);
      const { id } = before;
      if (of.version !== null && before.version !== of.version)
        throw new AppError('conflict', { kind: 'socialResearch', id });
      if ((before.state === 'open') !== (of.while === 'open'))
        throw researchForbids(of.while === 'open' ? 'notOpen' : 'notOver');
      if (of.afterwards !== true) requireAct(tx, before.request.id, 'research');
      const nowMs = clock.nowMs();
      const { audit, details, trace } = deed(tx, before, nowMs);
      if (trace !== undefined) {
        const [kind, text] = trace;
        const subject = researchSubject(id);
        followAct(tx, actor, before.request.id, nowMs, { kind, text, clause: 'S.5', subject });
      }
      tx.audit(auditEntry(actor, nowMs, `research.${audit}`, researchSubject(id), details));
      return getResearch(tx, id);
    });

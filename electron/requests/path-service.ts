import type { RequestPathAnswer } from '#shared/audit/sample-contract.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import type { RequestId } from '#shared/ids.ts';
import { gapCount, requestPath } from '#shared/requests/request-path.ts';
import { auditRepeated } from '#db/audit/audit-queries.ts';
import type { Database } from '#db/open-database.ts';
import { readPathFacts } from '#db/requests/path-queries.ts';
import type { Reader } from '#db/transaction.ts';
import type { Actor } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import type { Clock } from '../ports/clock.ts';

/** The whole path of a request as it stands at an instant. @throws AppError notFound */
export function explainRequest(reader: Reader, id: RequestId, nowMs: number): RequestPathAnswer {
  const facts = readPathFacts(reader, id);
  const path = requestPath(facts, riyadhDay(nowMs));
  const { number, partyName, partySex, fileNumber, service, level, phase } = facts;
  return { id, number, partyName, partySex, fileNumber, service, level, phase, path, gaps: gapCount(path) };
}

export type PathService = ReturnType<typeof createPathService>;

export function createPathService({ db, clock }: { readonly db: Database; readonly clock: Clock }) {
  return {
    /** Logged: who looks into a case leaves a trace as well. @throws AppError notFound */
    explain(id: RequestId, actor: Actor): RequestPathAnswer {
      return db.write((tx) => {
        const nowMs = clock.nowMs();
        const answer = explainRequest(tx, id, nowMs);
        auditRepeated(tx, auditEntry(actor, nowMs, 'request.explained', { kind: 'request', id }));
        return answer;
      });
    },
  };
}

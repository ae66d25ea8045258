import { riyadhDay } from '#shared/calendar/dual-date.ts';
import type { committeeContract } from '#shared/committee/committee-contract.ts';
import type { needContract } from '#shared/need/need-contract.ts';
import { auditRepeated } from '#db/audit/audit-queries.ts';
import type { Database } from '#db/open-database.ts';
import { actorOf } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import type { LetterFiles } from '../letters/letter-ports.ts';
import type { RenderPaper } from '../papers/paper-ports.ts';
import { createNeedService } from '../need/need-service.ts';
import type { Clock } from '../ports/clock.ts';
import { readCommitteeCase } from './committee-case.ts';
import { createCommitteeService } from './committee-service.ts';
import { createDecisionService } from './decision-service.ts';
import { createMinutesService } from './minutes-service.ts';
import { createSessionService } from './session-service.ts';

export type CommitteeServices = ReturnType<typeof createCommitteeServices>;

/** لجنة البحث and the need that it weighs, of one open office. */
export function createCommitteeServices(ports: {
  readonly db: Database;
  readonly clock: Clock;
  readonly renderer: { readonly renderPaper: RenderPaper };
  readonly files: LetterFiles;
}) {
  return {
    committee: createCommitteeService(ports),
    sessions: createSessionService(ports),
    decisions: createDecisionService(ports),
    minutes: createMinutesService(ports),
    need: createNeedService(ports),
    /** A look is logged, once for a while: one that cannot be logged is not given. @throws AppError notFound */
    readCase: (
      {
        requestId,
        on,
      }: { readonly requestId: Parameters<typeof readCommitteeCase>[1]; readonly on: string | null },
      actor: ReturnType<typeof actorOf>,
    ) =>
      ports.db.write((tx) => {
        const nowMs = ports.clock.nowMs();
        const found = readCommitteeCase(tx, requestId, on ?? riyadhDay(nowMs));
        auditRepeated(
          tx,
          auditEntry(actor, nowMs, 'committee.caseViewed', { kind: 'request', id: requestId }),
        );
        return found;
      }),
  };
}

export const committeeHandlers = (
  services: () => CommitteeServices,
): Handlers<typeof committeeContract & typeof needContract> => ({
  'committee.setting': () => services().committee.setting(),
  'committee.saveSetting': (input, { signedIn }) =>
    services().committee.saveSetting(input, actorOf(signedIn().staff)),
  'committee.members': () => services().committee.members(),
  'committee.saveMember': (input, { signedIn }) =>
    services().committee.saveMember(input, actorOf(signedIn().staff)),
  'committee.reorderMembers': ({ ids }, { signedIn }) => {
    services().committee.reorderMembers(ids, actorOf(signedIn().staff));
    return null;
  },
  'committee.sessions': (filter) => services().sessions.list(filter),
  'committee.session': ({ id }) => services().sessions.get(id),
  'committee.waiting': (page) => services().sessions.waiting(page),
  'committee.plan': (input, { signedIn }) => services().sessions.plan(input, actorOf(signedIn().staff)),
  'committee.editSession': (input, { signedIn }) =>
    services().sessions.edit(input, actorOf(signedIn().staff)),
  'committee.cancelSession': (input, { signedIn }) =>
    services().sessions.cancel(input, actorOf(signedIn().staff)),
  'committee.setAgenda': (input, { signedIn }) =>
    services().sessions.setAgenda(input, actorOf(signedIn().staff)),
  'committee.attend': (input, { signedIn }) => services().sessions.attend(input, actorOf(signedIn().staff)),
  'committee.deferCase': (input, { signedIn }) =>
    services().sessions.deferCase(input, actorOf(signedIn().staff)),
  'committee.case': (input, { signedIn }) => services().readCase(input, actorOf(signedIn().staff)),
  'committee.decide': (input, { signedIn }) => services().decisions.decide(input, signedIn().staff),
  'committee.voidDecision': ({ id, reason }, { signedIn }) =>
    services().decisions.voidDecision(id, reason, actorOf(signedIn().staff)),
  'committee.closeSession': (input, { signedIn }) => services().minutes.close(input, signedIn().staff),
  'committee.enterPaper': (input, { signedIn }) => services().minutes.enterPaper(input, signedIn().staff),
  'need.setting': () => services().need.setting(),
  'need.saveSetting': (input, { signedIn }) => services().need.saveSetting(input, actorOf(signedIn().staff)),
  'need.ofRequest': ({ requestId }) => services().need.ofRequest(requestId),
  'need.record': (input, { signedIn }) => services().need.record(input, actorOf(signedIn().staff)),
});

import { AppError } from '#shared/app-error.ts';
import type { CommitteeCase } from '#shared/committee/committee-contract.ts';
import type { CaseLine } from '#shared/committee/committee.ts';
import { membersOn, researchedBy } from '#shared/committee/session-rules.ts';
import type { RequestId } from '#shared/ids.ts';
import { assessNeed } from '#shared/need/assess-need.ts';
import { replyStanding } from '#shared/requests/reply-clock.ts';
import { type RequestFacts, requestRefusal } from '#shared/requests/request-machine.ts';
import { listGivenCategories, listNeeds } from '#db/circumstances/circumstance-queries.ts';
import { findCaseLine } from '#db/committee/case-lines.ts';
import { findCaseText, listOtherRequests, readResearch } from '#db/committee/case-record.ts';
import { listDecisionsOfRequest } from '#db/committee/decision-rows.ts';
import { listMembers } from '#db/committee/member-rows.ts';
import { familyOf, keptOf } from '#db/duplicates/family.ts';
import { findRecordedNeed } from '#db/need/need-rows.ts';
import { findRequest } from '#db/requests/request-queries.ts';
import type { Reader } from '#db/transaction.ts';
import { needFactsOf, readHousehold } from '../need/need-facts.ts';
import { getNeedSetting, judgedOf } from '../need/need-service.ts';
import { requireFacts } from '../requests/request-acts.ts';

/** More than a page tells of. */
const EARLIER = 8;

/**
 * All that the committee has before it of one request, as it stands on `day` (ISO): a reply would be given on that day.
 * @throws AppError notFound
 */
export function readCommitteeCase(reader: Reader, id: RequestId, day: string): CommitteeCase {
  const line = findCaseLine(reader, id);
  const text = findCaseText(reader, id);
  const request = findRequest(reader, id);
  const person = line && keptOf(reader, line.partyId);
  if (line === undefined || text === undefined || request === undefined || person === undefined)
    throw new AppError('notFound', { kind: 'request', id });
  const facts = requireFacts(reader, id);
  const household = readHousehold(reader, person.id, day);
  const recorded = findRecordedNeed(reader, id);
  const { researchers, ...research } = readResearch(reader, id);
  const stands = ({
    withdrawn,
    sinceOn,
    untilOn,
  }: {
    withdrawn: unknown;
    sinceOn: string;
    untilOn: string | null;
  }): boolean => withdrawn === null && sinceOn <= day && (untilOn === null || untilOn > day);
  return {
    ...line,
    ...text,
    household:
      household.there.length === 0 ? null : { people: household.there.length, minors: household.minors },
    perHead: perHeadOf(household.income),
    facts: [...household.facts.values()].filter(({ kind }) => kind !== 'iban'),
    categories: listGivenCategories(reader, [person.id])
      .filter(stands)
      .map(({ name }) => name),
    needs: listNeeds(reader, [person.id])
      .filter(({ withdrawn, met }) => withdrawn === null && met === null)
      .map(({ need }) => need),
    requirements: request.requirements,
    attestation: facts.attestation,
    earlier: listOtherRequests(reader, familyOf(reader, person.id), id, EARLIER),
    ...research,
    needNow: assessNeed(getNeedSetting(reader).criteria, needFactsOf(household, judgedOf(recorded))),
    needRecorded: recorded ?? null,
    decisions: listDecisionsOfRequest(reader, id),
    standing: standingOf(line, day),
    researchedBy: researchedBy(membersOn(listMembers(reader), day), researchers).map(
      ({ id: member }) => member,
    ),
    refusals: refusalsOf(facts),
  };
}

const perHeadOf = (income: ReturnType<typeof readHousehold>['income']): CommitteeCase['perHead'] =>
  income === null
    ? null
    : {
        heads: income.heads,
        income: income.income,
        essential: income.essential,
        gross: income.gross,
        net: income.net,
      };

function standingOf(
  { replyMode, level, notBefore, targetOn }: CaseLine,
  day: string,
): CommitteeCase['standing'] {
  if (replyMode === null || notBefore === null) return null;
  const dates = { notBefore, targetOn: targetOn ?? notBefore };
  return { mode: replyMode, ...replyStanding(replyMode, level, dates, day) };
}

const refusalsOf = (facts: RequestFacts): CommitteeCase['refusals'] => ({
  accepted: requestRefusal(facts, 'accept'),
  refused: requestRefusal(facts, 'refuse'),
  moreInformation: requestRefusal(facts, 'askForMore'),
});

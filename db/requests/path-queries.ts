import type { RequestId } from '#shared/ids.ts';
import type {
  PathDeed,
  PathDecision,
  PathFacts,
  PathNotice,
  PathPaper,
} from '#shared/requests/path-facts.ts';
import type { DecisionKind } from '#shared/requests/request-machine.ts';
import type { StopKind } from '#shared/requests/request.ts';
import { findParty } from '../parties/party-queries.ts';
import { listSealedOfRequest } from '../sealed/sealed-queries.ts';
import type { Reader } from '../transaction.ts';
import {
  appealsOf,
  dataOf,
  decisionsOf,
  deliveriesOf,
  lettersOf,
  loggedOf,
  needOf,
  noticesOf,
  referralsOf,
  researchOf,
  stopsOf,
  visitOf,
} from './path-rows.ts';
import { getRequest } from './request-queries.ts';
import { findRequestRow, listStepFacts } from './request-rows.ts';

const deed = (atMs: number | null, by: string | null): PathDeed | null =>
  atMs === null ? null : { atMs, by: by ?? '' };

const papersOf = (reader: Reader, id: RequestId): PathPaper[] =>
  listSealedOfRequest(reader, id)
    .toReversed()
    .map((paper) => ({
      id: paper.id,
      kind: paper.kind,
      title: paper.title,
      version: paper.version,
      code: paper.code,
      atMs: paper.madeAtMs,
      by: paper.madeByName,
      voidReason: paper.voided?.reason ?? null,
      signatures: paper.signatures.map((one) => ({
        signer: one.signer,
        mode: one.mode,
        name: one.name,
        atMs: one.atMs,
        by: one.takenByName,
        filed: one.file !== null,
        withdrawn: one.withdrawn !== null,
      })),
    }));

function decisionsOfRequest(reader: Reader, id: number): PathDecision[] {
  const notices = Map.groupBy(reader.all(noticesOf, { id }), ({ decision_id }) => decision_id);
  return reader.all(decisionsOf, { id }).map((row) => ({
    id: row.id,
    kind: row.kind as DecisionKind,
    decidedOn: row.decided_on,
    atMs: row.at_ms,
    by: row.by_name,
    session:
      row.session_id === null
        ? null
        : {
            id: row.session_id,
            number: row.session_number ?? 0,
            hijriYear: row.session_year ?? 0,
            day: row.session_day ?? '',
            state: row.session_state ?? '',
            quorum: row.session_quorum ?? 0,
            present: row.present ?? 0,
            minutes: row.session_minutes !== null || row.session_paper !== null,
          },
    ofAppeal: row.appeal_id !== null,
    clause: row.clause,
    reason: row.reason,
    wouldChange: row.would_change,
    earlyReason: row.early_reason,
    overridden: row.override_by !== null,
    votes: row.votes ?? 0,
    letterId: row.letter_id,
    notices: (notices.get(row.id) ?? []).map((notice): PathNotice => ({
      atMs: notice.at_ms,
      by: notice.by_name,
      channel: notice.channel,
      receiver: notice.receiver,
      reached: notice.outcome === 'reached',
      proof: notice.proof_name,
      withdrawn: notice.withdrawn_at_ms !== null,
    })),
    voidReason: row.voided_at_ms === null ? null : row.void_reason,
  }));
}

const stepsAndCourse = (reader: Reader, id: number) => ({
  steps: listStepFacts(reader, id),
  stops: reader.all(stopsOf, { id }).map((row) => ({
    kind: row.kind as StopKind,
    fromDay: row.from_day,
    untilDay: row.until_day,
    reason: row.reason,
    atMs: row.at_ms,
    by: row.by_name,
  })),
  referrals: reader.all(referralsOf, { id }).map((row) => ({
    id: row.id,
    question: row.question,
    atMs: row.asked_at_ms,
    by: row.asker_name,
    answered: deed(row.answered_at_ms, row.answerer_name),
    enteredFor: row.entered_by !== null && row.entered_by !== row.answered_by,
    paper: row.paper_name,
    returned: row.returned_at_ms !== null,
    cancelReason: row.cancel_reason,
  })),
  research: reader.all(researchOf, { id }).map((row) => ({
    id: row.id,
    atMs: row.opened_at_ms,
    by: row.opener_name,
    finished: deed(row.finished_at_ms, row.finisher_name),
    recommendation: row.recommendation,
    fieldVisits: row.visits ?? 0,
    enteredFor: row.entered_by !== null && row.entered_by !== row.finished_by,
    paper: row.paper_name,
    cancelReason: row.cancel_reason,
  })),
  need: reader.all(needOf, { id }).map((row) => ({ atMs: row.at_ms, by: row.by_name, score: row.score })),
  appeals: reader.all(appealsOf, { id }).map((row) => ({
    id: row.id,
    level: row.level,
    outcome: row.outcome,
    answeredOn: row.answered_on,
    paper: row.paper_name,
    answerPaper: row.answer_name,
    voidReason: row.void_reason,
    atMs: row.at_ms,
    by: row.by_name,
  })),
});

const handedOut = (reader: Reader, id: number) => ({
  deliveries: reader.all(deliveriesOf, { id }).map((row) => ({
    id: row.id,
    turn: row.turn,
    dueOn: row.due_on,
    state: row.state,
    what: row.service_name,
    receiver: row.receiver_name,
    atPlace: row.at_place === 1,
    departed: row.departed_at_ms !== null,
    done: deed(row.done_at_ms, row.by_name),
    receiptId: row.receipt_document_id,
    code: row.code,
    reason: row.fail_reason === '' ? row.void_reason : row.fail_reason,
  })),
  letters: reader.all(lettersOf, { id }).map((row) => ({
    id: row.id,
    number: row.reference_number,
    subject: row.subject,
    state: row.state,
    signed: row.signed_at_ms !== null,
    delivered: row.delivered_at_ms !== null,
    atMs: row.issued_at_ms ?? row.created_at_ms,
    by: row.by_name,
  })),
});

/** Everything that was recorded of one request. @throws AppError notFound */
export function readPathFacts(reader: Reader, id: RequestId): PathFacts {
  const request = getRequest(reader, id);
  const row = findRequestRow(reader, id);
  const party = findParty(reader, request.partyId);
  const data = reader.all(dataOf, { id });
  const lastDatum = data.at(-1);
  const visit = request.visitId === null ? undefined : reader.get(visitOf, { id: request.visitId });
  return {
    id,
    number: request.number,
    partyId: request.partyId,
    partyName: request.partyName,
    partySex: party?.sex ?? null,
    fileNumber: party?.fileNumber ?? null,
    service: request.service,
    level: request.level,
    levelReason: request.levelReason,
    state: request.state,
    phase: request.phase,
    openedAtMs: request.openedAtMs,
    raisedOn: request.raisedOn,
    replyMode: request.replyMode,
    notBefore: request.notBefore,
    targetOn: request.targetOn,
    ratingOffered: row !== undefined && row.rating_offered_at_ms !== null,
    visit: visit === undefined ? null : { atMs: visit.arrived_at_ms, by: visit.by_name ?? '' },
    representation: request.representation,
    ...stepsAndCourse(reader, id),
    events: request.events.toReversed().map((event) => ({
      kind: event.kind,
      step: event.step,
      text: event.text,
      clause: event.clause,
      subject: event.subject,
      atMs: event.atMs,
      by: event.officerName,
    })),
    data: {
      asked: data.length,
      corrected: data.filter((one) => one.state === 'corrected').length,
      againstOriginal: data.filter((one) => one.held === 1).length,
    },
    dataBy: lastDatum === undefined ? null : { atMs: lastDatum.at_ms, by: lastDatum.by_name },
    requirements: request.requirements.map((one) => ({
      name: one.name,
      state: one.state,
      atMs: one.atMs,
      by: one.officerName,
      documentId: one.documentId,
      validUntil: one.validUntil,
    })),
    papers: papersOf(reader, id),
    attestation:
      request.attestation === null
        ? null
        : {
            documentId: request.attestation.documentId,
            stale: request.attestation.staleFields.length > 0,
          },
    decisions: decisionsOfRequest(reader, id),
    ...handedOut(reader, id),
    loggedAtMs: reader.all(loggedOf, { id }).map(({ at_ms }) => at_ms),
  };
}

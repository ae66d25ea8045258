import { sql } from 'kysely';
import { AppError } from '#shared/app-error.ts';
import { toAsciiDigits } from '#shared/arabic/digits.ts';
import type { RequestId } from '#shared/ids.ts';
import { parseCode } from '#shared/letters/verification-code.ts';
import { REQUEST_ACTIONS } from '#shared/requests/request-actions.ts';
import { requestRefusal } from '#shared/requests/request-machine.ts';
import type { Requirement, RequestEvent, RequestSummary, SupportRequest } from '#shared/requests/request.ts';
import { parseYearNumber } from '../registers/register-counter.ts';
import { findStandingAttestation } from '../attestation/attestation-queries.ts';
import { findSealedDocumentByCode } from '../sealed/sealed-queries.ts';
import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';
import { findLastDecision, findRequestFacts } from './request-facts.ts';
import { findRequestRow, requestRows, summariesOf } from './request-rows.ts';

const byNumber = statement<{ year: number; number: number }>()((param) =>
  requestRows().where('number_year', '=', param('year')).where('number', '=', param('number')),
);
const byService = statement<{ text: string; limit: number }>()((param) =>
  requestRows()
    .where((eb) => eb(eb.fn<number>('instr', ['support_request.service', sql.val(param('text'))]), '>', 0))
    .orderBy('support_request.updated_at_ms', 'desc')
    .limit(param('limit')),
);
const requirementsOf = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('request_requirement')
    .leftJoin('staff', 'staff.id', 'request_requirement.officer_id')
    .selectAll('request_requirement')
    .select('staff.name as officer_name')
    .where('request_id', '=', param('id'))
    .orderBy('position'),
);
const eventsOf = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('request_event')
    .innerJoin('staff', 'staff.id', 'request_event.officer_id')
    .select([
      'at_ms',
      'kind',
      'step',
      'text',
      'clause',
      'subject_kind',
      'subject_id',
      'staff.name as officer_name',
    ])
    .where('request_id', '=', param('id'))
    .orderBy('request_event.id', 'desc'),
);
const runningStop = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('request_stop')
    .innerJoin('staff', 'staff.id', 'request_stop.staff_id')
    .select(['kind', 'from_day', 'reason', 'staff.name as officer_name'])
    .where('request_id', '=', param('id'))
    .where('until_day', 'is', null),
);
const deed = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('representative')
    .innerJoin('party', 'party.id', 'representative.representative_id')
    .select(['representative.id', 'representative.kind', 'deed_number', 'expires_on', 'party.name'])
    .where('representative.id', '=', param('id')),
);

function requirementsOfRequest(reader: Reader, id: number): Requirement[] {
  return reader.all(requirementsOf, { id }).map((row) => ({
    key: row.key,
    name: row.name,
    state: row.state as Requirement['state'],
    atMs: row.at_ms,
    officerName: row.officer_name,
    documentId: row.document_id,
    validUntil: row.valid_until,
    dueOn: row.due_on,
    note: row.note,
  }));
}

const eventsOfRequest = (reader: Reader, id: number): RequestEvent[] =>
  reader.all(eventsOf, { id }).map((row) => ({
    atMs: row.at_ms,
    officerName: row.officer_name,
    kind: row.kind as RequestEvent['kind'],
    step: row.step as RequestEvent['step'],
    text: row.text,
    clause: row.clause,
    subject: row.subject_id === null ? null : { kind: row.subject_kind, id: row.subject_id },
  }));

function representationOf(reader: Reader, id: number | null): SupportRequest['representation'] {
  const row = id === null ? undefined : reader.get(deed, { id });
  return row === undefined
    ? null
    : {
        id: row.id as NonNullable<SupportRequest['representation']>['id'],
        name: row.name,
        kind: row.kind,
        deedNumber: row.deed_number,
        expiresOn: row.expires_on,
      };
}

function attestationOf(reader: Reader, id: RequestId): SupportRequest['attestation'] {
  const stands = findStandingAttestation(reader, id);
  if (stands === undefined) return null;
  const { version, state, documentId, officerSignedAtMs, applicantSignedAtMs } = stands;
  const staleFields = [...stands.changed];
  return { id: stands.id, version, state, documentId, officerSignedAtMs, applicantSignedAtMs, staleFields };
}

function decisionOf(reader: Reader, id: number): SupportRequest['decision'] {
  const row = findLastDecision(reader, id);
  if (row === undefined) return null;
  return {
    id: row.id as NonNullable<SupportRequest['decision']>['id'],
    kind: row.kind as NonNullable<SupportRequest['decision']>['kind'],
    decidedOn: row.decided_on,
    clause: row.clause,
    reason: row.reason,
    wouldChange: row.would_change,
    notified: row.notified,
  };
}

/** A request with all that its page shows, and what the machine allows now. */
export function findRequest(reader: Reader, id: number): SupportRequest | undefined {
  const row = findRequestRow(reader, id);
  const facts = findRequestFacts(reader, id);
  if (row === undefined || facts === undefined) return undefined;
  const [summary] = summariesOf(reader, [row]);
  if (summary === undefined) return undefined;
  const stop = reader.get(runningStop, { id });
  return {
    ...summary,
    steps: summary.steps.map((step) => ({
      ...step,
      note: facts.steps.find((fact) => fact.step === step.step)?.note ?? '',
    })),
    visitId: row.visit_id as SupportRequest['visitId'],
    serviceId: row.service_id as SupportRequest['serviceId'],
    need: row.need,
    levelReason: row.level_reason,
    raisedOn: row.raised_on,
    raisedAtMs: row.raised_at_ms,
    representation: representationOf(reader, row.representation_id),
    attestation: attestationOf(reader, id as RequestId),
    decision: decisionOf(reader, id),
    stop:
      stop === undefined
        ? null
        : {
            kind: stop.kind as NonNullable<SupportRequest['stop']>['kind'],
            fromDay: stop.from_day,
            reason: stop.reason,
            officerName: stop.officer_name,
          },
    referralsOpen: facts.referralsOpen,
    appealOpen: facts.appealOpen,
    dataOpen: facts.dataOpen,
    deliveries: { planned: facts.deliveriesPlanned, done: facts.deliveriesDone },
    closedAtMs: row.closed_at_ms,
    version: row.version,
    allowed: REQUEST_ACTIONS.filter((action) => requestRefusal(facts, action) === null),
    requirements: requirementsOfRequest(reader, id),
    events: eventsOfRequest(reader, id),
  };
}

/** @throws AppError notFound */
export function getRequest(reader: Reader, id: RequestId): SupportRequest {
  const request = findRequest(reader, id);
  if (request === undefined) throw new AppError('notFound', { kind: 'request', id });
  return request;
}

/**
 * By `1448-0317` (either digit system), by the code of one of its sealed papers (a barcode scanner types it), else by words
 * of the service; latest change first.
 */
export function findRequests(reader: Reader, text: string, limit: number): RequestSummary[] {
  const code = parseCode(text);
  const ofPaper = code.ok ? findSealedDocumentByCode(reader, code.value)?.requestId : undefined;
  const paperRow = ofPaper === undefined || ofPaper === null ? undefined : findRequestRow(reader, ofPaper);
  if (paperRow !== undefined) return summariesOf(reader, [paperRow]);
  const number = parseYearNumber(toAsciiDigits(text));
  return summariesOf(
    reader,
    number === null
      ? reader.all(byService, { text: text.trim(), limit })
      : reader.all(byNumber, { year: number.year, number: number.number }),
  );
}

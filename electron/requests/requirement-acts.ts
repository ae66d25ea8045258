import { AppError } from '#shared/app-error.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import type { DocumentId } from '#shared/documents/document.ts';
import { stateOn } from '#shared/documents/standing.ts';
import type { PartyId, RequestId, ServiceId } from '#shared/ids.ts';
import type { Requirement, SupportRequest } from '#shared/requests/request.ts';
import { listCategoryIds } from '#db/documents/expected-documents.ts';
import { findDocument } from '#db/documents/document-rows.ts';
import { layRequirements, writeRequirement } from '#db/requests/requirement-writes.ts';
import { findRequest } from '#db/requests/request-queries.ts';
import { findServiceChoice, listGeneralRequirements } from '#db/services/service-rows.ts';
import type { Reader, WriteTransaction } from '#db/transaction.ts';
import type { Actor } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import { followAct, requireAct } from './request-acts.ts';

/**
 * S.6: what the service asks for, each «حيث تحتاجه الفئة». Of somebody whose categories nobody recorded everything is asked:
 * not knowing is no reason to leave a paper out.
 */
export function layServiceRequirements(
  tx: WriteTransaction,
  request: RequestId,
  partyId: PartyId,
  serviceId: ServiceId | null,
): void {
  const own = serviceId === null ? undefined : findServiceChoice(tx, serviceId)?.requirements;
  const categories = listCategoryIds(tx, partyId);
  const spared = (asked: readonly number[]): boolean =>
    asked.length > 0 && categories.length > 0 && !asked.some((one) => categories.includes(one));
  layRequirements(
    tx,
    request,
    (own ?? listGeneralRequirements(tx)).map(({ key, name, categoryIds }) => ({
      key,
      name,
      state: spared(categoryIds) ? 'notNeeded' : 'needed',
    })),
  );
}

const EVENT = {
  matched: 'requirementMatched',
  notNeeded: 'requirementSpared',
  needed: 'requirementAwaited',
} as const satisfies Readonly<Record<Requirement['state'], string>>;

export interface RequirementInput {
  readonly id: RequestId;
  readonly key: string;
  readonly state: Requirement['state'];
  /** The register's document that it was matched with; null: matched with what was in hand. */
  readonly documentId: DocumentId | null;
  /** ISO day it was promised for, of one that is needed. */
  readonly dueOn: string | null;
  readonly note: string;
}

/** A document that holds today, held against its original. @throws AppError notFound, requirementForbids { reason } */
function requireDocument(reader: Reader, request: SupportRequest, input: RequirementInput, today: string) {
  if (input.documentId === null) return null;
  const document = findDocument(reader, input.documentId);
  if (document === undefined) throw new AppError('notFound', { kind: 'partyDocument', id: input.documentId });
  const { key } = input;
  if (document.partyId !== request.partyId || document.removed !== null)
    throw new AppError('requirementForbids', { reason: 'other', key });
  const state = stateOn(document, today);
  if (state === 'expired' || state === 'unmatched')
    throw new AppError('requirementForbids', { reason: state, key });
  return document;
}

/**
 * S.2 and S.6: a requirement matched on this day, by whom and with which document; promised for a day; or not needed.
 * @throws AppError notFound, requestForbids, requirementForbids { reason, key }, dayPast { day, today }
 */
export function setRequirement(
  tx: WriteTransaction,
  input: RequirementInput,
  actor: Actor,
  nowMs: number,
): SupportRequest {
  const { id, key, state } = input;
  requireAct(tx, id, 'setRequirement');
  const request = findRequest(tx, id);
  const requirement = request?.requirements.find((one) => one.key === key);
  if (request === undefined || requirement === undefined)
    throw new AppError('notFound', { kind: 'requirement', id: key });
  const today = riyadhDay(nowMs);
  const dueOn = state === 'needed' ? input.dueOn : null;
  if (dueOn !== null && dueOn <= today) throw new AppError('dayPast', { day: dueOn, today });
  const document = state === 'matched' ? requireDocument(tx, request, input, today) : null;
  const written = {
    key,
    state,
    documentId: document?.id ?? null,
    validUntil: document?.expiresOn ?? null,
    dueOn,
    note: input.note,
  };
  writeRequirement(tx, id, written, actor.id, nowMs);
  followAct(tx, actor, id, nowMs, {
    kind: EVENT[state],
    text: requirement.name,
    clause: 'S.2',
    ...(document === null ? {} : { subject: { kind: 'partyDocument', id: document.id } }),
  });
  tx.audit(
    auditEntry(
      actor,
      nowMs,
      'request.requirementSet',
      { kind: 'request', id },
      {
        key,
        state,
        ...(document === null ? {} : { documentId: document.id }),
        ...(dueOn === null ? {} : { dueOn }),
      },
    ),
  );
  const after = findRequest(tx, id);
  if (after === undefined) throw new AppError('notFound', { kind: 'request', id });
  return after;
}

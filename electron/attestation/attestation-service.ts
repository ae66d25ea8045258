import { AppError } from '#shared/app-error.ts';
import type { Attestation } from '#shared/attestation/attestation.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import { maskIdentifier } from '#shared/identifiers/mask.ts';
import type { RequestId } from '#shared/ids.ts';
import { clause } from '#shared/policy/clauses.ts';
import { type FormValue, isEmptyValue } from '#shared/requests/form-values.ts';
import type { SupportRequest } from '#shared/requests/request.ts';
import { DESK_ROLES, type Staff } from '#shared/staff/staff.ts';
import { findStandingAttestation, type StandingAttestation } from '#db/attestation/attestation-queries.ts';
import { insertAttestation, setAttestationStale } from '#db/attestation/attestation-writes.ts';
import { auditRepeated } from '#db/audit/audit-queries.ts';
import { findParty } from '#db/parties/party-queries.ts';
import { attestedFields, hashFields } from '#db/requests/attested-fields.ts';
import { findRequest } from '#db/requests/request-queries.ts';
import { insertStep } from '#db/requests/request-writes.ts';
import { listSealedOfRequest } from '#db/sealed/sealed-queries.ts';
import { voidSealedRow } from '#db/sealed/sealed-writes.ts';
import type { Database } from '#db/open-database.ts';
import type { Reader, WriteTransaction } from '#db/transaction.ts';
import { type Actor, actorOf } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import type { LetterFiles } from '../letters/letter-ports.ts';
import type { Clock } from '../ports/clock.ts';
import { followAct, requireAct } from '../requests/request-acts.ts';
import { insertSealed, prepareSeal, type ReadySeal, type SealPorts } from '../sealed/seal.ts';
import { attestationOrder, type Attested, speakerOf } from './attestation-order.ts';
import { fieldDetail, fieldLabel, fieldText } from './field-text.ts';

interface AttestationPorts extends SealPorts {
  readonly db: Database;
  readonly clock: Clock;
  readonly files: LetterFiles;
}

export type AttestationService = ReturnType<typeof createAttestationService>;

/** An unsigned paper that a later version took the place of; printed sheets of it must not be signed any more. */
const SUPERSEDED = 'حلّت محلها نسخة أحدث قبل أن تُوقَّع';

/** S.4: what the applicant answers for is frozen, signed by both, and asked for again when it changes. */
export function createAttestationService(ports: AttestationPorts) {
  const { db, clock } = ports;

  function attested(reader: Reader, requestId: RequestId, staff: Staff): Attested {
    const request = findRequest(reader, requestId);
    const party = request && findParty(reader, request.partyId);
    const fields = attestedFields(reader, requestId);
    if (request === undefined || party === undefined || fields === undefined)
      throw new AppError('notFound', { kind: 'request', id: requestId });
    return { request, party, fields, staff, nowMs: clock.nowMs() };
  }

  function read(reader: Reader, requestId: RequestId, staff: Staff): Attestation {
    const now = attested(reader, requestId, staff);
    const stands = findStandingAttestation(reader, requestId);
    const papers = listSealedOfRequest(reader, requestId).filter(({ kind }) => kind === 'attestation');
    const whole = DESK_ROLES.some((role) => staff.roles.includes(role));
    const day = riyadhDay(now.nowMs);
    return {
      state: stands?.state ?? 'none',
      fields: now.fields.map(({ field, value, matched }) => ({
        field,
        label: fieldLabel(value),
        text: fieldText(whole ? value : masked(value), now.party.sex, day),
        detail: fieldDetail(value, now.party),
        empty: isEmptyValue(value),
        matched,
      })),
      clause: clause('S.4').text,
      declaration: speakerOf(reader, now.request, now.party).declaration,
      version: stands?.version ?? null,
      document: papers.find(({ id }) => id === stands?.documentId) ?? null,
      changed: [...(stands?.changed ?? [])],
      earlier: papers.filter(({ id }) => id !== stands?.documentId),
    };
  }

  /** Within the transaction: the one before it falls, and the new one stands. */
  function freeze(
    tx: WriteTransaction,
    ready: ReadySeal,
    requestId: RequestId,
    sha256: string,
    actor: Actor,
  ): void {
    requireAct(tx, requestId, 'prepareAttestation');
    const nowMs = clock.nowMs();
    // Somebody corrected a datum while the page was set: what would be signed is not what anybody has seen.
    if (hashFields(attestedFields(tx, requestId) ?? []) !== sha256)
      throw new AppError('conflict', { kind: 'attestation' });
    const before = findStandingAttestation(tx, requestId);
    if (before !== undefined) supersede(tx, before, actor, nowMs);
    const documentId = insertSealed(tx, ready, actor, nowMs);
    const { version } = ready;
    insertAttestation(tx, { requestId, version, documentId, fieldsSha256: sha256 }, actor.id, nowMs);
    const changed = before?.changed ?? [];
    tx.audit(
      auditEntry(
        actor,
        nowMs,
        'attestation.made',
        { kind: 'request', id: requestId },
        { version, documentId, changed },
      ),
    );
    followAct(tx, actor, requestId, nowMs, {
      kind: 'attestationMade',
      step: 4,
      clause: 'S.4',
      subject: { kind: 'sealedDocument', id: documentId },
    });
  }

  function supersede(tx: WriteTransaction, before: StandingAttestation, actor: Actor, nowMs: number): void {
    setAttestationStale(tx, before.id, before.changed, nowMs);
    if (before.officerSignedAtMs !== null || before.applicantSignedAtMs !== null) return;
    voidSealedRow(tx, before.documentId, SUPERSEDED, actor.id, nowMs);
    const subject = { kind: 'sealedDocument', id: before.documentId };
    tx.audit(
      auditEntry(actor, nowMs, 'sealed.voided', subject, { kind: 'attestation', reason: 'superseded' }),
    );
  }

  return {
    /** Errors: those of `attestations.get`. */
    get(requestId: RequestId, staff: Staff): Attestation {
      const attestation = db.snapshot((reader) => read(reader, requestId, staff));
      db.write((tx) => {
        const partyId = findRequest(tx, requestId)?.partyId;
        const entry = auditEntry(actorOf(staff), clock.nowMs(), 'party.viewed', {
          kind: 'party',
          id: partyId ?? null,
        });
        auditRepeated(tx, entry);
      });
      return attestation;
    },

    /** Errors: those of `attestations.prepare`. */
    async prepare(requestId: RequestId, staff: Staff): Promise<Attestation> {
      const plan = db.snapshot((reader) => {
        const stands = findStandingAttestation(reader, requestId);
        if (stands !== undefined && stands.state !== 'stale') return null;
        requireAct(reader, requestId, 'prepareAttestation');
        const now = attested(reader, requestId, staff);
        const order = attestationOrder(reader, ports.files, now);
        return { order, sha256: hashFields(now.fields) };
      });
      if (plan !== null) {
        const ready = await prepareSeal(ports, plan.order);
        db.write((tx) => freeze(tx, ready, requestId, plan.sha256, actorOf(staff)));
      }
      return db.snapshot((reader) => read(reader, requestId, staff));
    },

    /** Errors: those of `attestations.complete`. */
    complete: (requestId: RequestId, actor: Actor): SupportRequest =>
      db.write((tx) => {
        requireAct(tx, requestId, 'completeAttestation');
        const nowMs = clock.nowMs();
        insertStep(tx, requestId, { step: 4, kind: 'done', note: '' }, actor.id, nowMs);
        const documentId = findStandingAttestation(tx, requestId)?.documentId;
        tx.audit(
          auditEntry(
            actor,
            nowMs,
            'request.stepDone',
            { kind: 'request', id: requestId },
            {
              step: 4,
              ...(documentId === undefined ? {} : { documentId }),
            },
          ),
        );
        followAct(tx, actor, requestId, nowMs, { kind: 'stepDone', step: 4, clause: 'S.4' });
        const request = findRequest(tx, requestId);
        if (request === undefined) throw new AppError('notFound', { kind: 'request', id: requestId });
        return request;
      }),
  };
}

/** For who judges a case and does not hold it against the card. */
const masked = (value: FormValue): FormValue => {
  if (value.field === 'idNumber') return { ...value, number: maskIdentifier(value.number) };
  return value.field === 'iban' ? { ...value, iban: maskIdentifier(value.iban) } : value;
};

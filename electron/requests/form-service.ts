import { AppError } from '#shared/app-error.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import type { MatchSource } from '#shared/documents/matching.ts';
import type { RequestId } from '#shared/ids.ts';
import type { RequestForm } from '#shared/requests/form-contract.ts';
import { bears, datumOf } from '#shared/requests/form-matching.ts';
import { isWanting } from '#shared/requests/form-rules.ts';
import type { FormFieldKey } from '#shared/requests/form-values.ts';
import { phaseOf, stepOfPhase } from '#shared/requests/request-machine.ts';
import type { SupportRequest } from '#shared/requests/request.ts';
import { DESK_ROLES, type Staff } from '#shared/staff/staff.ts';
import { auditRepeated } from '#db/audit/audit-queries.ts';
import { insertMatch } from '#db/documents/datum-matches.ts';
import { findDatumValues } from '#db/documents/datum-values.ts';
import type { Database } from '#db/open-database.ts';
import { listFormFields, type StandingField } from '#db/requests/attested-fields.ts';
import { writeAnswer } from '#db/requests/form-answers.ts';
import { dropRequestDatum, putRequestDatum } from '#db/requests/form-data.ts';
import { readForm } from '#db/requests/form-fields.ts';
import { setRequestPhase } from '#db/requests/request-writes.ts';
import type { WriteTransaction } from '#db/transaction.ts';
import { fieldLabel } from '../attestation/field-text.ts';
import type { Actor } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import type { Clock } from '../ports/clock.ts';
import { formOf } from './form-reading.ts';
import { followAct, requireAct, requireFacts } from './request-acts.ts';
import { type RequirementInput, setRequirement } from './requirement-acts.ts';

export interface ConfirmInput {
  readonly id: RequestId;
  readonly data: readonly { readonly field: FormFieldKey; readonly seen: string }[];
  /** Put right in the register just now. */
  readonly corrected: boolean;
  /** The original that was in hand; null: told. */
  readonly against: MatchSource | null;
}

export type FormService = ReturnType<typeof createFormService>;

/** طلب دعم مستفيد (T.4): what S.2 asks after, with the register as its source and the place of every correction. */
export function createFormService({ db, clock }: { readonly db: Database; readonly clock: Clock }) {
  const subject = (id: RequestId) => ({ kind: 'request', id });
  const today = () => riyadhDay(clock.nowMs());

  /** What is confirmed tells nothing new: the version rises, and the timeline keeps still. */
  function touch(tx: WriteTransaction, id: RequestId, nowMs: number): void {
    const phase = phaseOf(requireFacts(tx, id));
    setRequestPhase(tx, id, { phase, step: stepOfPhase(phase) }, nowMs);
  }

  return {
    /** Identity and IBAN are whole for who serves at the desk, masked for others; the look is logged. @throws AppError notFound */
    ofRequest: (id: RequestId, staff: Staff, actor: Actor): RequestForm =>
      db.write((tx) => {
        const whole = DESK_ROLES.some((role) => staff.roles.includes(role));
        const form = formOf(tx, id, today(), whole);
        auditRepeated(tx, auditEntry(actor, clock.nowMs(), 'request.formRead', subject(id)));
        return form;
      }),

    /**
     * S.2: each of these is as the applicant says. What an original bears is matched by it, in the register too; what it
     * does not bear is confirmed alone.
     * @throws AppError notFound, requestForbids, formValueChanged { field }, formWants { field }
     */
    confirm: ({ id, data, corrected, against }: ConfirmInput, actor: Actor): RequestForm =>
      db.write((tx) => {
        requireAct(tx, id, 'confirmDatum');
        const nowMs = clock.nowMs();
        const reading = readForm(tx, id);
        const fields = listFormFields(tx, id, reading) ?? [];
        const state = corrected ? ('corrected' as const) : ('confirmed' as const);
        const confirmed = data.map(({ field, seen }) => {
          const now = requireSeen(fields, field, seen);
          const borne = against !== null && bears(against, now.field) ? against : '';
          // What was put right a moment ago stays put right when its original is held against it.
          const kept = now.confirmed?.state === 'corrected' && now.confirmed.sha256 === now.sha256;
          const stored = { state: kept ? ('corrected' as const) : state, sha256: now.sha256 };
          const earlier = now.confirmed?.sha256 === now.sha256 ? now.confirmed.against : '';
          putRequestDatum(
            tx,
            id,
            field,
            { ...stored, against: borne === '' ? earlier : borne },
            actor.id,
            nowMs,
          );
          return { now, borne };
        });
        const matched = confirmed.filter(({ borne }) => borne !== '').map(({ now }) => now.field);
        if (reading !== undefined && against !== null) {
          const values = findDatumValues(tx, reading.party.id) ?? [];
          for (const field of matched) {
            const value = values.find(({ datum }) => datum === datumOf(field));
            if (value !== undefined) insertMatch(tx, reading.party.id, value, against, actor.id, nowMs);
          }
        }
        if (corrected)
          followAct(tx, actor, id, nowMs, {
            kind: 'datumCorrected',
            step: 2,
            clause: 'S.2',
            text: confirmed.map(({ now }) => fieldLabel(now.value)).join('، '),
          });
        else touch(tx, id, nowMs);
        tx.audit(
          auditEntry(
            actor,
            nowMs,
            corrected ? 'request.dataCorrected' : 'request.dataConfirmed',
            subject(id),
            {
              fields: data.map(({ field }) => field),
              ...(matched.length > 0 && against !== null ? { against, matched } : {}),
            },
          ),
        );
        return formOf(tx, id, riyadhDay(nowMs));
      }),

    /** Undo of `confirm`. What the register learnt of a match stays its own. @throws AppError notFound, requestForbids */
    unconfirm: (id: RequestId, fields: readonly FormFieldKey[], actor: Actor): RequestForm =>
      db.write((tx) => {
        requireAct(tx, id, 'confirmDatum');
        const nowMs = clock.nowMs();
        const dropped = fields.filter((field) => dropRequestDatum(tx, id, field));
        if (dropped.length === 0) tx.unaudited();
        else {
          touch(tx, id, nowMs);
          tx.audit(auditEntry(actor, nowMs, 'request.dataUnconfirmed', subject(id), { fields: dropped }));
        }
        return formOf(tx, id, riyadhDay(nowMs));
      }),

    /** The answer is confirmed by being given; an empty one is taken back. @throws AppError notFound, requestForbids */
    answer: (id: RequestId, key: string, answer: string, actor: Actor): RequestForm =>
      db.write((tx) => {
        requireAct(tx, id, 'confirmDatum');
        const nowMs = clock.nowMs();
        if (readForm(tx, id)?.questions.every((one) => one.key !== key) ?? true)
          throw new AppError('notFound', { kind: 'question', id: key });
        writeAnswer(tx, id, key, answer);
        const field: FormFieldKey = `answer:${key}`;
        const now = listFormFields(tx, id)?.find((one) => one.field === field);
        if (now === undefined || answer === '') dropRequestDatum(tx, id, field);
        else
          putRequestDatum(
            tx,
            id,
            field,
            { state: 'confirmed', sha256: now.sha256, against: '' },
            actor.id,
            nowMs,
          );
        touch(tx, id, nowMs);
        tx.audit(auditEntry(actor, nowMs, 'request.answered', subject(id), { field }));
        return formOf(tx, id, riyadhDay(nowMs));
      }),

    /** @throws AppError notFound, requestForbids, requirementForbids, dayPast */
    setRequirement: (input: RequirementInput, actor: Actor): SupportRequest =>
      db.write((tx) => setRequirement(tx, input, actor, clock.nowMs())),
  };
}

/** @throws AppError notFound, formValueChanged { field }, formWants { field } */
function requireSeen(fields: readonly StandingField[], key: FormFieldKey, seen: string): StandingField {
  const found = fields.find(({ field }) => field === key);
  if (found === undefined) throw new AppError('notFound', { kind: 'datum', id: key });
  if (found.sha256 !== seen) throw new AppError('formValueChanged', { field: key });
  if (isWanting(found)) throw new AppError('formWants', { field: key });
  return found;
}

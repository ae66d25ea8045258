import type { AgreementEventInput, AgreementTerms } from '#shared/agreements/agreement.ts';
import type { AgreementEventId, AgreementId, PartyId, StaffId } from '#shared/ids.ts';
import { queries } from '../statement.ts';
import type { WriteTransaction } from '../transaction.ts';

const columnsOf = (terms: AgreementTerms) => ({
  kind: terms.kind,
  title: terms.title,
  number: terms.number,
  signed_on: terms.signedOn,
  starts_on: terms.startsOn,
  ends_on: terms.endsOn,
  our_duties: terms.ourDuties,
  their_duties: terms.theirDuties,
  liability: terms.liability,
});

export const insertAgreement = (
  tx: WriteTransaction,
  partyId: PartyId,
  terms: AgreementTerms,
  renewsId: AgreementId | null,
  by: StaffId,
  atMs: number,
): AgreementId =>
  tx.exec(
    queries.insertInto('agreement').values({
      party_id: partyId,
      ...columnsOf(terms),
      ended_on: null,
      end_reason: '',
      renews_id: renewsId,
      version: 1,
      created_at_ms: atMs,
      created_by: by,
      updated_at_ms: atMs,
      removed_at_ms: null,
      removed_by: null,
    }),
  ).id as AgreementId;

/** What may change of an agreement; each change makes a new version. */
export interface AgreementChange {
  readonly terms?: AgreementTerms;
  readonly end?: { readonly on: string; readonly reason: string } | null;
  readonly removed?: { readonly by: StaffId } | null;
}

export function updateAgreement(
  tx: WriteTransaction,
  id: AgreementId,
  { terms, end, removed }: AgreementChange,
  atMs: number,
): void {
  tx.exec(
    queries
      .updateTable('agreement')
      .set((eb) => ({ version: eb('version', '+', 1), updated_at_ms: atMs }))
      .$if(terms !== undefined, (query) => (terms === undefined ? query : query.set(columnsOf(terms))))
      .$if(end !== undefined, (query) =>
        query.set({ ended_on: end?.on ?? null, end_reason: end?.reason ?? '' }),
      )
      .$if(removed !== undefined, (query) =>
        query.set({
          removed_at_ms: removed === null || removed === undefined ? null : atMs,
          removed_by: removed?.by ?? null,
        }),
      )
      .where('id', '=', id),
  );
}

export const insertAgreementEvent = (
  tx: WriteTransaction,
  id: AgreementId,
  event: AgreementEventInput,
  by: StaffId,
  atMs: number,
): AgreementEventId =>
  tx.exec(
    queries.insertInto('agreement_event').values({
      agreement_id: id,
      kind: event.kind,
      on_day: event.onDay,
      by_whom: event.byWhom,
      text: event.text,
      settled_on: null,
      settlement: '',
      at_ms: atMs,
      staff_id: by,
      removed_at_ms: null,
    }),
  ).id as AgreementEventId;

/** Null: it waits again. */
export const settleEvent = (
  tx: WriteTransaction,
  eventId: AgreementEventId,
  settled: { readonly on: string; readonly how: string } | null,
): void => {
  tx.exec(
    queries
      .updateTable('agreement_event')
      .set({ settled_on: settled?.on ?? null, settlement: settled?.how ?? '' })
      .where('id', '=', eventId),
  );
};

export const removeEvent = (tx: WriteTransaction, eventId: AgreementEventId, atMs: number): void => {
  tx.exec(queries.updateTable('agreement_event').set({ removed_at_ms: atMs }).where('id', '=', eventId));
};

import { AppError } from '#shared/app-error.ts';
import type { Datum, DatumStanding, MatchSource, ShownDatum } from '#shared/documents/matching.ts';
import type { PartyId } from '#shared/ids.ts';
import { auditRepeated } from '#db/audit/audit-queries.ts';
import { datumStandings, insertMatch, withdrawMatches } from '#db/documents/datum-matches.ts';
import { type DatumValue, findDatumValues } from '#db/documents/datum-values.ts';
import { requireStanding } from '#db/duplicates/family.ts';
import type { Database } from '#db/open-database.ts';
import type { Reader } from '#db/transaction.ts';
import type { Actor } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import type { Clock } from '../ports/clock.ts';

export type MatchingService = ReturnType<typeof createMatchingService>;

/** S.2 «مطابقة البيانات»: each datum held against its original, by a named member of staff, on a day. */
export function createMatchingService({ db, clock }: { readonly db: Database; readonly clock: Clock }) {
  const subject = (id: PartyId) => ({ kind: 'party', id });

  /** @throws AppError notFound */
  function valuesOf(reader: Reader, partyId: PartyId): DatumValue[] {
    const values = findDatumValues(reader, partyId);
    if (values === undefined) throw new AppError('notFound', { kind: 'party', id: partyId });
    return values;
  }

  return {
    /** Whole values, for the card beside them: the look is logged. @throws AppError notFound */
    sheet: (partyId: PartyId, actor: Actor): ShownDatum[] =>
      db.write((tx) => {
        const values = valuesOf(tx, partyId);
        auditRepeated(tx, auditEntry(actor, clock.nowMs(), 'party.compared', subject(partyId)));
        const standings = datumStandings(tx, partyId, values);
        return values.flatMap(({ sha256, value, calendar, datum }) => {
          const standing = standings.find((one) => one.datum === datum);
          return standing === undefined ? [] : [{ ...standing, value, calendar, seen: sha256 }];
        });
      }),

    /**
     * What was seen is what is matched: one value that changed in the meantime refuses all.
     * @throws AppError notFound, partyMerged, matchedValueChanged { datum }
     */
    match: (
      partyId: PartyId,
      against: MatchSource,
      data: readonly { readonly datum: Datum; readonly seen: string }[],
      actor: Actor,
    ): DatumStanding[] =>
      db.write((tx) => {
        requireStanding(tx, partyId);
        const values = valuesOf(tx, partyId);
        const nowMs = clock.nowMs();
        for (const { datum, seen } of data) {
          const value = values.find((one) => one.datum === datum);
          if (value?.sha256 !== seen) throw new AppError('matchedValueChanged', { datum });
          insertMatch(tx, partyId, value, against, actor.id, nowMs);
        }
        const fields = data.map(({ datum }) => datum);
        tx.audit(auditEntry(actor, nowMs, 'party.matched', subject(partyId), { fields, against }));
        return datumStandings(tx, partyId, values);
      }),

    /** @throws AppError notFound */
    withdraw: (partyId: PartyId, data: readonly Datum[], actor: Actor): DatumStanding[] =>
      db.write((tx) => {
        const values = valuesOf(tx, partyId);
        const nowMs = clock.nowMs();
        const fields = data.filter((datum) => withdrawMatches(tx, partyId, datum, actor.id, nowMs));
        if (fields.length > 0)
          tx.audit(auditEntry(actor, nowMs, 'party.matchWithdrawn', subject(partyId), { fields }));
        return datumStandings(tx, partyId, values);
      }),
  };
}

import { AppError } from '#shared/app-error.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import { maskIdentifier } from '#shared/identifiers/mask.ts';
import type { PartyId } from '#shared/ids.ts';
import { bornAfter } from '#shared/parties/birth-date.ts';
import { type PartyRecord, recordOf } from '#shared/parties/party-record.ts';
import type { Party, PartyRole } from '#shared/parties/party.ts';
import type { IdentityVersion } from '#shared/parties/records-contract.ts';
import { auditRepeated } from '#db/audit/audit-queries.ts';
import type { Database } from '#db/open-database.ts';
import { findParty } from '#db/parties/party-queries.ts';
import { listVersions } from '#db/parties/party-versions.ts';
import { retellPairs } from '#db/duplicates/pairs.ts';
import { insertParty, updateParty } from '#db/parties/party-writes.ts';
import type { Reader, WriteTransaction } from '#db/transaction.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import type { Actor } from '../audit/actor.ts';
import type { Clock } from '../ports/clock.ts';

export type RecordService = ReturnType<typeof createRecordService>;

/** The whole record of a party (P.1, S.2): one record, several roles, and what it was before each change. */
export function createRecordService({ db, clock }: { db: Database; clock: Clock }) {
  const subject = (id: PartyId) => ({ kind: 'party', id });
  const found = (reader: Reader, id: PartyId): Party => {
    const party = findParty(reader, id);
    if (party === undefined) throw new AppError('notFound', { kind: 'party', id });
    return party;
  };

  function add(tx: WriteTransaction, record: PartyRecord, actor: Actor, nowMs: number): PartyId {
    const id = insertParty(tx, record, actor.id, nowMs);
    retellPairs(tx, id, nowMs);
    const { kind, idKind, roles } = record;
    tx.audit(auditEntry(actor, nowMs, 'party.added', subject(id), { kind, idKind, roles: [...roles] }));
    return id;
  }

  /** The log names the fields; what stood in them is kept by `party_version`, which the person's rights reach. */
  function change(
    tx: WriteTransaction,
    id: PartyId,
    record: PartyRecord,
    actor: Actor,
    nowMs: number,
    seen: number | null,
  ): void {
    const changed = updateParty(tx, id, record, actor.id, nowMs, seen);
    if (changed.length > 0) retellPairs(tx, id, nowMs);
    if (changed.length === 0) tx.unaudited();
    else tx.audit(auditEntry(actor, nowMs, 'party.updated', subject(id), { changed: [...changed] }));
  }

  function setRoles(id: PartyId, actor: Actor, rolesOf: (roles: readonly PartyRole[]) => PartyRole[]): Party {
    return db.write((tx) => {
      const party = found(tx, id);
      const roles = rolesOf(party.roles);
      if (roles.length === 0) throw new AppError('lastRole', { id });
      change(tx, id, { ...recordOf(party), roles }, actor, clock.nowMs(), null);
      return found(tx, id);
    });
  }

  return {
    /** To be edited; the look is logged. @throws AppError notFound */
    record(id: PartyId, actor: Actor): Party {
      return db.write((tx) => {
        const party = found(tx, id);
        auditRepeated(tx, auditEntry(actor, clock.nowMs(), 'party.recordRead', subject(id)));
        return party;
      });
    },

    /**
     * Adds the record where `id` is null, else writes it over the version that was seen, all of it or nothing.
     * @throws AppError notFound, conflict { id }, identifierTaken { id, name }, invalidInput (born after today)
     */
    saveRecord(
      { id, version, record }: { id: PartyId | null; version: number | null; record: PartyRecord },
      actor: Actor,
    ): Party {
      const nowMs = clock.nowMs();
      refuseUnborn(record, riyadhDay(nowMs));
      return db.write((tx) => {
        if (id === null) return found(tx, add(tx, record, actor, nowMs));
        change(tx, id, record, actor, nowMs, version);
        return found(tx, id);
      });
    },

    /** @throws AppError notFound */
    addRole: (id: PartyId, role: PartyRole, actor: Actor): Party =>
      setRoles(id, actor, (roles) => [...new Set([...roles, role])]),

    /** @throws AppError notFound, lastRole */
    removeRole: (id: PartyId, role: PartyRole, actor: Actor): Party =>
      setRoles(id, actor, (roles) => roles.filter((one) => one !== role)),

    /** Newest first. @throws AppError notFound */
    history(id: PartyId, actor: Actor): IdentityVersion[] {
      return db.write((tx) => {
        let after = recordOf(found(tx, id));
        auditRepeated(tx, auditEntry(actor, clock.nowMs(), 'party.historyRead', subject(id)));
        return listVersions(tx, id).map(({ before, changed, ...version }) => {
          const later = after;
          after = before;
          return {
            ...version,
            changes: changed.map((field) => ({
              field,
              before: shownOf(before, field),
              after: shownOf(later, field),
            })),
          };
        });
      });
    },
  };
}

/** What stood in a field, as it may be read later: that an identity changed, not which it was. */
const shownOf = (
  record: PartyRecord,
  field: keyof PartyRecord,
): IdentityVersion['changes'][number]['before'] =>
  field === 'idNumber' ? maskIdentifier(record.idNumber) : record[field];

/** The contract knows no day: who was born after today is refused here. @throws AppError invalidInput */
function refuseUnborn(record: PartyRecord, today: string): void {
  if (record.birth !== null && bornAfter(record.birth, today))
    throw new AppError('invalidInput', { 'record.birth.printed': 'birth.future' });
}

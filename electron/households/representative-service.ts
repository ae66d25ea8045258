import { AppError } from '#shared/app-error.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import type { Representation, RepresentationInput } from '#shared/households/representation.ts';
import type { PartyId, RepresentationId } from '#shared/ids.ts';
import { recordOf } from '#shared/parties/party-record.ts';
import type { PartyRole } from '#shared/parties/party.ts';
import { keptOf, requireStanding } from '#db/duplicates/family.ts';
import {
  findRepresentation,
  insertRepresentation,
  listRepresentations,
  setRepresentationEnd,
  setRepresentationMatched,
  setRepresentationWithdrawn,
  type StoredRepresentation,
  updateRepresentation,
} from '#db/households/representative-rows.ts';
import type { Database } from '#db/open-database.ts';
import { findParty } from '#db/parties/party-queries.ts';
import { updateParty } from '#db/parties/party-writes.ts';
import type { Reader, WriteTransaction } from '#db/transaction.ts';
import type { Actor } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import type { Clock } from '../ports/clock.ts';
import { invalid, requireCome } from './household-checks.ts';

export type RepresentativeService = ReturnType<typeof createRepresentativeService>;

/** الولي والوصي والوكيل: who acts for whom, on which deed, and what proves it. */
export function createRepresentativeService({ db, clock }: { readonly db: Database; readonly clock: Clock }) {
  /** @throws AppError notFound: none, or withdrawn as a mistake */
  function require(reader: Reader, id: RepresentationId): StoredRepresentation {
    const found = findRepresentation(reader, id);
    if (found === undefined || found.withdrawn)
      throw new AppError('notFound', { kind: 'representative', id });
    return found;
  }

  const log = (
    tx: WriteTransaction,
    actor: Actor,
    nowMs: number,
    action: string,
    one: Representation,
  ): void => {
    const { id, kind, partyId } = one;
    tx.audit(
      auditEntry(
        actor,
        nowMs,
        `representative.${action}`,
        { kind: 'party', id: partyId },
        { representativeId: id, kind },
      ),
    );
  };

  function act(
    id: RepresentationId,
    action: string,
    actor: Actor,
    write: (tx: WriteTransaction, found: StoredRepresentation, nowMs: number) => void,
  ): void {
    db.write((tx) => {
      const nowMs = clock.nowMs();
      const found = require(tx, id);
      write(tx, found, nowMs);
      log(tx, actor, nowMs, action, found.representation);
    });
  }

  /** Whether the role was missing and is theirs now. */
  function giveRole(
    tx: WriteTransaction,
    party: PartyId,
    role: PartyRole,
    actor: Actor,
    nowMs: number,
  ): boolean {
    const found = findParty(tx, party);
    if (found === undefined || found.roles.includes(role)) return false;
    setRoles(tx, party, [...found.roles, role], actor, nowMs);
    return true;
  }

  function takeRole(
    tx: WriteTransaction,
    party: PartyId,
    role: PartyRole,
    actor: Actor,
    nowMs: number,
  ): void {
    const roles = findParty(tx, party)?.roles.filter((one) => one !== role) ?? [];
    // A party without any role would be found by no list.
    if (roles.length > 0) setRoles(tx, party, roles, actor, nowMs);
  }

  function setRoles(
    tx: WriteTransaction,
    party: PartyId,
    roles: readonly PartyRole[],
    actor: Actor,
    nowMs: number,
  ): void {
    const found = findParty(tx, party);
    if (found === undefined) return;
    const changed = updateParty(tx, party, { ...recordOf(found), roles: [...roles] }, actor.id, nowMs);
    if (changed.length > 0)
      tx.audit(
        auditEntry(actor, nowMs, 'party.updated', { kind: 'party', id: party }, { changed: [...changed] }),
      );
  }

  return {
    ofParty: (partyId: PartyId): { by: Representation[]; for: Representation[] } =>
      db.snapshot((reader) => listRepresentations(reader, keptOf(reader, partyId)?.id ?? partyId)),

    /** @throws AppError notFound, partyMerged, actsForSelf, dayNotCome { day } */
    save(
      input: {
        readonly partyId: PartyId;
        readonly id: RepresentationId | null;
        readonly representation: RepresentationInput;
      },
      actor: Actor,
    ): RepresentationId {
      const { partyId, id, representation } = input;
      return db.write((tx) => {
        const nowMs = clock.nowMs();
        const { representativeId, kind } = representation;
        requireStanding(tx, partyId);
        requireStanding(tx, representativeId);
        if (representativeId === partyId) throw new AppError('actsForSelf', { id: partyId });
        requireCome(representation.issuedOn, riyadhDay(nowMs));
        const role = roleOf(kind);
        if (id === null) {
          const gave = giveRole(tx, representativeId, role, actor, nowMs);
          const added = insertRepresentation(tx, partyId, representation, gave, actor.id, nowMs);
          log(tx, actor, nowMs, 'added', require(tx, added).representation);
          return added;
        }
        const { representation: was, gaveRole } = require(tx, id);
        const same = was.representativeId === representativeId && roleOf(was.kind) === role;
        if (!same && gaveRole) takeRole(tx, was.representativeId, roleOf(was.kind), actor, nowMs);
        const gave = giveRole(tx, representativeId, role, actor, nowMs);
        updateRepresentation(tx, id, representation, same ? gaveRole : gave);
        // Another deed was not held against its original yet.
        if (was.matched !== null && isOtherDeed(was, representation)) setRepresentationMatched(tx, id, null);
        log(tx, actor, nowMs, 'changed', was);
        return id;
      });
    },

    match: (id: RepresentationId, matched: boolean, actor: Actor): void =>
      act(id, matched ? 'matched' : 'matchWithdrawn', actor, (tx, _, nowMs) =>
        setRepresentationMatched(tx, id, matched ? { by: actor.id, at: nowMs } : null),
      ),

    /** @throws AppError notFound, dayNotCome { day }, invalidInput */
    end: (
      id: RepresentationId,
      end: { readonly on: string; readonly reason: string } | null,
      actor: Actor,
    ): void =>
      act(id, end === null ? 'resumed' : 'ended', actor, (tx, { representation }, nowMs) => {
        requireCome(end?.on ?? null, riyadhDay(nowMs));
        if (end !== null && representation.issuedOn !== null && end.on < representation.issuedOn)
          invalid('end.on', 'endBeforeStart');
        setRepresentationEnd(tx, id, end);
      }),

    /** Entered by mistake: the role that came with it goes with it. */
    withdraw: (id: RepresentationId, actor: Actor): void =>
      act(id, 'withdrawn', actor, (tx, { representation, gaveRole }, nowMs) => {
        setRepresentationWithdrawn(tx, id, { by: actor.id, at: nowMs });
        const { representativeId, kind } = representation;
        const acts = listRepresentations(tx, representativeId).for;
        if (gaveRole && !acts.some((one) => roleOf(one.kind) === roleOf(kind)))
          takeRole(tx, representativeId, roleOf(kind), actor, nowMs);
      }),

    restore(id: RepresentationId, actor: Actor): void {
      db.write((tx) => {
        const nowMs = clock.nowMs();
        const found = findRepresentation(tx, id);
        if (found === undefined) throw new AppError('notFound', { kind: 'representative', id });
        const { representativeId, kind } = found.representation;
        setRepresentationWithdrawn(tx, id, null);
        giveRole(tx, representativeId, roleOf(kind), actor, nowMs);
        log(tx, actor, nowMs, 'restored', found.representation);
      });
    },
  };
}

/** ولي and وصي bear one role, وكيل another. */
const roleOf = (kind: Representation['kind']): PartyRole => (kind === 'proxy' ? 'proxy' : 'guardian');

const isOtherDeed = (was: Representation, now: RepresentationInput): boolean =>
  was.representativeId !== now.representativeId ||
  was.deedNumber !== now.deedNumber ||
  was.issuedOn !== now.issuedOn ||
  was.expiresOn !== now.expiresOn;

import { AppError } from '#shared/app-error.ts';
import type {
  Agreement,
  AgreementEvent,
  AgreementEventInput,
  AgreementSummary,
  AgreementTerms,
} from '#shared/agreements/agreement.ts';
import { AGREEMENT_VIEWS, type AgreementView } from '#shared/agreements/agreements-contract.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import type { FileRef } from '#shared/files/stored-file.ts';
import type { AgreementEventId, AgreementId, PartyId } from '#shared/ids.ts';
import {
  type AgreementFilter,
  attachedTo,
  countAgreements,
  findAgreementRow,
  listAgreementsOf,
  pageAgreements,
} from '#db/agreements/agreement-queries.ts';
import {
  insertAgreement,
  insertAgreementEvent,
  removeEvent,
  settleEvent,
  updateAgreement,
} from '#db/agreements/agreement-writes.ts';
import { familyOf, requireStanding } from '#db/duplicates/family.ts';
import { insertAttachment, removeAttachment } from '#db/files/attachments.ts';
import type { Database } from '#db/open-database.ts';
import type { Reader, WriteTransaction } from '#db/transaction.ts';
import type { Actor } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import { requireMayHang } from '../files/file-access.ts';
import type { Clock } from '../ports/clock.ts';

export type AgreementService = ReturnType<typeof createAgreementService>;

/** What hangs on an agreement: its signed paper, minutes, correspondence. */
const PAPER = 'paper';
const subject = (id: AgreementId) => ({ kind: 'agreement', id });

/** P.2: what the association and another party owe each other, how it was kept, and how it ended. */
export function createAgreementService({ db, clock }: { readonly db: Database; readonly clock: Clock }) {
  const today = (): string => riyadhDay(clock.nowMs());

  /** @throws AppError notFound */
  function get(reader: Reader, id: AgreementId, withRemoved = false): Agreement {
    const found = findAgreementRow(reader, id, today());
    if (found === undefined || (found.removed && !withRemoved))
      throw new AppError('notFound', { kind: 'agreement', id });
    return found.agreement;
  }

  /** One act on an agreement as it stands: `deed` writes and logs. @throws AppError notFound, conflict { version } */
  function act(
    id: AgreementId,
    version: number | null,
    actor: Actor,
    deed: (
      tx: WriteTransaction,
      agreement: Agreement,
      log: (verb: string, details?: NonNullable<Parameters<typeof auditEntry>[4]>) => void,
      nowMs: number,
    ) => void,
    withRemoved = false,
  ): Agreement {
    return db.write((tx) => {
      const before = get(tx, id, withRemoved);
      if (version !== null && before.version !== version)
        throw new AppError('conflict', { kind: 'agreement', version: before.version });
      const nowMs = clock.nowMs();
      deed(
        tx,
        before,
        (verb, details) => tx.audit(auditEntry(actor, nowMs, `agreement.${verb}`, subject(id), details)),
        nowMs,
      );
      return get(tx, id, true);
    });
  }

  const eventOf = (agreement: Agreement, eventId: AgreementEventId): AgreementEvent => {
    const event = agreement.events.find((one) => one.id === eventId);
    if (event === undefined) throw new AppError('notFound', { kind: 'agreementEvent', id: eventId });
    return event;
  };

  return {
    list: (
      filter: AgreementFilter & { readonly offset: number; readonly limit: number },
    ): { total: number; rows: AgreementSummary[]; counts: Record<AgreementView, number> } =>
      db.snapshot((reader) => {
        const day = today();
        const counts = Object.fromEntries(
          AGREEMENT_VIEWS.map((view) => [view, countAgreements(reader, { text: '', view }, day)]),
        ) as Record<AgreementView, number>;
        return {
          total: countAgreements(reader, filter, day),
          rows: pageAgreements(reader, filter, day, filter),
          counts,
        };
      }),

    ofParty: (partyId: PartyId): AgreementSummary[] =>
      db.snapshot((reader) => listAgreementsOf(reader, familyOf(reader, partyId), today())),

    /** @throws AppError notFound */
    get: (id: AgreementId): Agreement => db.snapshot((reader) => get(reader, id)),

    /** @throws AppError notFound, partyMerged, agreementRenewed */
    add(
      {
        partyId,
        terms,
        renewsId,
      }: {
        readonly partyId: PartyId;
        readonly terms: AgreementTerms;
        readonly renewsId: AgreementId | null;
      },
      actor: Actor,
    ): Agreement {
      return db.write((tx) => {
        requireStanding(tx, partyId);
        if (renewsId !== null && get(tx, renewsId).renewedById !== null)
          throw new AppError('agreementRenewed', { id: renewsId });
        const nowMs = clock.nowMs();
        const id = insertAgreement(tx, partyId, terms, renewsId, actor.id, nowMs);
        const { kind } = terms;
        tx.audit(
          auditEntry(actor, nowMs, renewsId === null ? 'agreement.added' : 'agreement.renewed', subject(id), {
            partyId,
            kind,
            ...(renewsId === null ? {} : { renewsId }),
          }),
        );
        return get(tx, id);
      });
    },

    /** @throws AppError notFound, conflict { version } */
    edit: (id: AgreementId, version: number, terms: AgreementTerms, actor: Actor): Agreement =>
      act(id, version, actor, (tx, before, log, nowMs) => {
        updateAgreement(tx, id, { terms }, nowMs);
        const changed = (Object.keys(terms) as (keyof AgreementTerms)[]).filter(
          (field) => terms[field] !== before[field],
        );
        log('edited', { changed });
      }),

    /** @throws AppError notFound, conflict { version } */
    remove(id: AgreementId, version: number, actor: Actor): void {
      act(id, version, actor, (tx, _, log, nowMs) => {
        updateAgreement(tx, id, { removed: { by: actor.id } }, nowMs);
        log('removed');
      });
    },

    /** @throws AppError notFound, agreementRenewed (the one it renews was renewed again) */
    restore: (id: AgreementId, actor: Actor): Agreement =>
      act(
        id,
        null,
        actor,
        (tx, { renewsId }, log, nowMs) => {
          if (renewsId !== null && get(tx, renewsId, true).renewedById !== null)
            throw new AppError('agreementRenewed', { id: renewsId });
          updateAgreement(tx, id, { removed: null }, nowMs);
          log('removeUndone');
        },
        true,
      ),

    /** @throws AppError notFound, conflict { version }, agreementEndWrong { from } */
    end: (
      id: AgreementId,
      version: number,
      { endedOn, reason }: { readonly endedOn: string; readonly reason: string },
      actor: Actor,
    ): Agreement =>
      act(id, version, actor, (tx, { startsOn, signedOn }, log, nowMs) => {
        const from = signedOn ?? startsOn;
        // What was not signed can be given up on any day; what was cannot have ended before it was.
        if (from !== null && endedOn < from) throw new AppError('agreementEndWrong', { from });
        if (endedOn > today()) throw new AppError('agreementEndWrong', { from: today() });
        updateAgreement(tx, id, { end: { on: endedOn, reason } }, nowMs);
        log('ended', { endedOn });
      }),

    /** @throws AppError notFound, conflict { version } */
    reopen: (id: AgreementId, version: number, actor: Actor): Agreement =>
      act(id, version, actor, (tx, _, log, nowMs) => {
        updateAgreement(tx, id, { end: null }, nowMs);
        log('endUndone');
      }),

    /** @throws AppError notFound, agreementEventWrong { today } */
    addEvent: (id: AgreementId, event: AgreementEventInput, actor: Actor): Agreement =>
      act(id, null, actor, (tx, _, log, nowMs) => {
        if (event.onDay > today()) throw new AppError('agreementEventWrong', { today: today() });
        const eventId = insertAgreementEvent(tx, id, event, actor.id, nowMs);
        log('eventAdded', { eventId, kind: event.kind, onDay: event.onDay });
      }),

    /** @throws AppError notFound */
    removeEvent: (id: AgreementId, eventId: AgreementEventId, actor: Actor): Agreement =>
      act(id, null, actor, (tx, agreement, log, nowMs) => {
        const { kind } = eventOf(agreement, eventId);
        removeEvent(tx, eventId, nowMs);
        log('eventRemoved', { eventId, kind });
      }),

    /** @throws AppError notFound, agreementSettleWrong { from, today } */
    settle: (
      id: AgreementId,
      eventId: AgreementEventId,
      { settledOn, settlement }: { readonly settledOn: string; readonly settlement: string },
      actor: Actor,
    ): Agreement =>
      act(id, null, actor, (tx, agreement, log) => {
        const { kind, onDay } = eventOf(agreement, eventId);
        if (kind === 'note') throw new AppError('notFound', { kind: 'agreementEvent', id: eventId });
        if (settledOn < onDay || settledOn > today())
          throw new AppError('agreementSettleWrong', { from: onDay, today: today() });
        settleEvent(tx, eventId, { on: settledOn, how: settlement });
        log('settled', { eventId, kind, settledOn });
      }),

    /** @throws AppError notFound */
    unsettle: (id: AgreementId, eventId: AgreementEventId, actor: Actor): Agreement =>
      act(id, null, actor, (tx, agreement, log) => {
        const { kind } = eventOf(agreement, eventId);
        settleEvent(tx, eventId, null);
        log('settleUndone', { eventId, kind });
      }),

    /** @throws AppError notFound, fileVanished { name } */
    attach: (id: AgreementId, file: FileRef, actor: Actor): Agreement =>
      act(id, null, actor, (tx, _, log, nowMs) => {
        requireMayHang(tx, file, actor);
        insertAttachment(tx, attachedTo(id), PAPER, file, actor.id, nowMs);
        log('fileAdded', { sha256: file.sha256 });
      }),

    /** @throws AppError notFound */
    detach: (id: AgreementId, attachmentId: number, actor: Actor): Agreement =>
      act(id, null, actor, (tx, _, log, nowMs) => {
        if (!removeAttachment(tx, attachedTo(id), PAPER, attachmentId, actor.id, nowMs))
          throw new AppError('notFound', { kind: 'file', id: attachmentId });
        log('fileRemoved', { attachmentId });
      }),
  };
}

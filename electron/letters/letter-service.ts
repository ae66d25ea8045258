import { AppError } from '#shared/app-error.ts';
import type { IncomingId, LetterId, PartyId, RequestId } from '#shared/ids.ts';
import { mayDoToIncoming } from '#shared/incoming/incoming-rules.ts';
import { type LetterAction, letterProblems, nextLetterState } from '#shared/letters/letter-rules.ts';
import type { Letter, LetterContent, LetterState } from '#shared/letters/letter.ts';
import type { CodeAnswer } from '#shared/letters/verified-letter.ts';
import type { Staff } from '#shared/staff/staff.ts';
import { auditRepeated } from '#db/audit/audit-queries.ts';
import { findIncomingState } from '#db/letters/letter-life-queries.ts';
import { listLetters, type LetterFilter } from '#db/letters/letter-list.ts';
import { countWaiting } from '#db/registers/register-book.ts';
import { findLetter, findLetterRow } from '#db/letters/letter-queries.ts';
import {
  insertLetter,
  moveLetter,
  saveLetterContent,
  setLetterDiscarded,
  voidLetter,
} from '#db/letters/letter-writes.ts';
import { keptOf } from '#db/duplicates/family.ts';
import { findRequest } from '#db/requests/request-queries.ts';
import type { Reader, WriteTransaction } from '#db/transaction.ts';
import type { Actor } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import { reopenUnanswered } from '../incoming/incoming-answered.ts';
import { type IssueInput, issueLetter, type IssuePorts } from './issue-letter.ts';
import { verifyCode } from './verify-code.ts';

export type LetterService = ReturnType<typeof createLetterService>;

const subject = (id: LetterId) => ({ kind: 'letter', id });

/** @throws AppError notFound; a discarded draft is not found */
export function getLetter(reader: Reader, id: LetterId): Letter {
  const letter = findLetter(reader, id);
  if (letter === undefined) throw new AppError('notFound', { kind: 'letter', id });
  return letter;
}

/** The real loop of a letter: draft → للعرض → returned or approved → issued, and nothing issued is ever edited. */
export function createLetterService(ports: IssuePorts) {
  const { db, clock } = ports;
  let latest: Promise<unknown> = Promise.resolve();

  /** The letter, if `action` may be done to it now. @throws AppError notFound, letterStateForbids { state, action } */
  function require(reader: Reader, id: LetterId, action: LetterAction): Letter {
    const letter = getLetter(reader, id);
    if (nextLetterState(letter.state, action) === null)
      throw new AppError('letterStateForbids', { state: letter.state, action });
    return letter;
  }

  /** @throws AppError notFound, incomingStateForbids: a void number is answered by nobody */
  function requireAnswerable(reader: Reader, id: IncomingId): void {
    const state = findIncomingState(reader, id);
    if (state === undefined) throw new AppError('notFound', { kind: 'incoming', id });
    if (!mayDoToIncoming(state, 'answer'))
      throw new AppError('incomingStateForbids', { state, action: 'answer' });
  }

  /**
   * Whom a letter is about: the party of its request, where it has one.
   * @throws AppError notFound, conflict (the request is another party's)
   */
  function partyOf(reader: Reader, named: PartyId | null, requestId: RequestId | null): PartyId | null {
    const request = requestId === null ? undefined : findRequest(reader, requestId);
    if (requestId !== null && request === undefined)
      throw new AppError('notFound', { kind: 'request', id: requestId });
    const asked = named ?? request?.partyId ?? null;
    // What a sealed letter corrects or answers may name a record that was merged since: the letter is about who stayed.
    const partyId = asked === null ? null : (keptOf(reader, asked)?.id ?? null);
    if (asked !== null && partyId === null) throw new AppError('notFound', { kind: 'party', id: asked });
    if (request !== undefined && partyId !== request.partyId)
      throw new AppError('conflict', { kind: 'request', id: request.id });
    return partyId;
  }

  function requireComplete(letter: Letter): void {
    const problems = letterProblems(letter.content);
    if (problems.length > 0)
      throw new AppError('letterIncomplete', { fields: problems.map((problem) => problem.field) });
  }

  function move(
    tx: WriteTransaction,
    letter: Letter,
    action: Extract<LetterAction, 'submit' | 'return' | 'approve'>,
    actor: Actor,
    remarks: string,
  ): Letter {
    const state = nextLetterState(letter.state, action);
    if (state !== 'proof' && state !== 'returned' && state !== 'approved')
      throw new AppError('letterStateForbids', { state: letter.state, action });
    const nowMs = clock.nowMs();
    const approved = state === 'approved';
    moveLetter(
      tx,
      letter.id,
      { state, remarks, approvedBy: approved ? actor.id : null, approvedAtMs: approved ? nowMs : null },
      nowMs,
    );
    // The version tells which text was shown, returned or approved.
    tx.audit(
      auditEntry(actor, nowMs, `letter.${PAST[action]}`, subject(letter.id), { version: letter.version }),
    );
    return getLetter(tx, letter.id);
  }

  return {
    listLetters: (filter: LetterFilter) => db.snapshot((reader) => listLetters(reader, filter)),

    countWaiting: () => db.snapshot(countWaiting),

    /** Whether a code that stands in a paper's foot is genuine. */
    verifyCode: (code: string): CodeAnswer => db.snapshot((reader) => verifyCode(reader, code)),

    getLetter: (id: LetterId): Letter => db.snapshot((reader) => getLetter(reader, id)),

    /**
     * A draft. One that corrects a letter of ours says so, and is linked to it; only what was issued is corrected.
     * @throws AppError notFound, conflict (the request is another party's), letterStateForbids, incomingStateForbids
     */
    createLetter(
      input: {
        readonly partyId: PartyId | null;
        readonly requestId: RequestId | null;
        readonly content: LetterContent;
        readonly correctsId?: LetterId | null;
        readonly answersId?: IncomingId | null;
      },
      actor: Actor,
    ): Letter {
      return db.write((tx) => {
        const { requestId } = input;
        const { correctsId = null, answersId = null } = input;
        const corrected = correctsId === null ? undefined : require(tx, correctsId, 'correct');
        if (answersId !== null) requireAnswerable(tx, answersId);
        // What follows another letter is about the same person, unless it is about a request.
        const named = input.partyId ?? (requestId === null ? (corrected?.partyId ?? null) : null);
        const partyId = partyOf(tx, named, requestId);
        const nowMs = clock.nowMs();
        const letter = { partyId, requestId, content: input.content, correctsId, answersId };
        const id = insertLetter(tx, letter, actor.id, nowMs);
        const links = {
          partyId,
          requestId,
          ...(correctsId === null ? {} : { correctsId }),
          ...(answersId === null ? {} : { answersId }),
        };
        tx.audit(auditEntry(actor, nowMs, 'letter.created', subject(id), links));
        return getLetter(tx, id);
      });
    },

    /**
     * What was typed, and, where they are given, whom and which request it is about.
     * @throws AppError notFound, letterStateForbids, conflict { version }, conflict (the request is another party's)
     */
    saveLetter(
      input: {
        readonly id: LetterId;
        readonly version: number;
        readonly content: LetterContent;
        readonly partyId?: PartyId | null | undefined;
        readonly requestId?: RequestId | null | undefined;
      },
      actor: Actor,
    ): { version: number; state: LetterState; savedAtMs: number } {
      return db.write((tx) => {
        const before = require(tx, input.id, 'edit');
        const savedAtMs = clock.nowMs();
        const { content } = input;
        const requestId = input.requestId === undefined ? before.requestId : input.requestId;
        const named = input.partyId === undefined ? before.partyId : input.partyId;
        const relinked = named !== before.partyId || requestId !== before.requestId;
        const partyId = relinked ? partyOf(tx, named, requestId) : named;
        if (!saveLetterContent(tx, input.id, input.version, { content, partyId, requestId }, savedAtMs))
          throw new AppError('conflict', { version: before.version });
        // Taking back a proof or an approval is an act of its own; typing on in a draft is one act for a while.
        const entry = auditEntry(actor, savedAtMs, 'letter.edited', subject(input.id), {
          from: before.state,
          version: input.version + 1,
        });
        if (before.state === 'draft') auditRepeated(tx, entry);
        else tx.audit(entry);
        // Whom it concerns is under no seal: verification holds the letter against this.
        if (relinked)
          tx.audit(
            auditEntry(actor, savedAtMs, 'letter.relinked', subject(input.id), { partyId, requestId }),
          );
        const { version, state } = getLetter(tx, input.id);
        return { version, state, savedAtMs };
      });
    },

    /** للعرض. @throws AppError notFound, letterStateForbids, letterIncomplete { fields } */
    submitLetter(id: LetterId, actor: Actor): Letter {
      return db.write((tx) => {
        const letter = require(tx, id, 'submit');
        requireComplete(letter);
        return move(tx, letter, 'submit', actor, '');
      });
    },

    /** With remarks, which stay until the letter is shown again. */
    returnLetter(id: LetterId, remarks: string, actor: Actor): Letter {
      return db.write((tx) => move(tx, require(tx, id, 'return'), 'return', actor, remarks));
    },

    /** @throws AppError notFound, letterStateForbids, letterIncomplete { fields } */
    approveLetter(id: LetterId, actor: Actor): Letter {
      return db.write((tx) => {
        const letter = require(tx, id, 'approve');
        requireComplete(letter);
        return move(tx, letter, 'approve', actor, '');
      });
    },

    /**
     * One after the other within this process: set at the same time, all but one would have to be set again. Desks of
     * other processes are met by the compare and swap of the number.
     */
    issueLetter(input: IssueInput, issuer: Staff): Promise<Letter> {
      const issue = (): Promise<Letter> => issueLetter(ports, input, issuer);
      const issued = latest.then(issue, issue);
      latest = issued;
      return issued;
    },

    /** The number stays, and says why. @throws AppError notFound, letterStateForbids */
    voidLetter(id: LetterId, reason: string, actor: Actor): Letter {
      return db.write((tx) => {
        const letter = require(tx, id, 'void');
        const nowMs = clock.nowMs();
        if (!voidLetter(tx, id, actor.id, reason, nowMs))
          throw new AppError('letterStateForbids', { state: letter.state, action: 'void' });
        const { referenceNumber } = letter;
        tx.audit(auditEntry(actor, nowMs, 'letter.voided', subject(id), { referenceNumber, reason }));
        if (letter.answers !== null)
          reopenUnanswered(tx, letter.answers.id, referenceNumber ?? '', actor, nowMs);
        return getLetter(tx, id);
      });
    },

    discardLetter(id: LetterId, actor: Actor): void {
      db.write((tx) => {
        const { state } = require(tx, id, 'discard');
        const nowMs = clock.nowMs();
        if (!setLetterDiscarded(tx, id, nowMs))
          throw new AppError('letterStateForbids', { state, action: 'discard' });
        tx.audit(auditEntry(actor, nowMs, 'letter.discarded', subject(id)));
      });
    },

    /** Undo of a discard; harmless on a letter that was not discarded. @throws AppError notFound */
    restoreDiscarded(id: LetterId, actor: Actor): Letter {
      return db.write((tx) => {
        const found = findLetterRow(tx, id);
        if (found === undefined) throw new AppError('notFound', { kind: 'letter', id });
        if (!found.discarded) return found.letter;
        setLetterDiscarded(tx, id, null);
        tx.audit(auditEntry(actor, clock.nowMs(), 'letter.discardUndone', subject(id)));
        return getLetter(tx, id);
      });
    },
  };
}

const PAST = { submit: 'submitted', return: 'returned', approve: 'approved' } as const;

import { AppError } from '#shared/app-error.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import { hijriFromGregorian } from '#shared/calendar/hijri.ts';
import type { LetterId } from '#shared/ids.ts';
import {
  letterProblems,
  nextLetterState,
  recipientLine,
  referenceNumber,
} from '#shared/letters/letter-rules.ts';
import type { SigningPictures } from '#shared/letters/letter-life.ts';
import type { Letter, PaperLetter } from '#shared/letters/letter.ts';
import { CODE_TRIES, codeFromSeal } from '#shared/letters/verification-code.ts';
import type { OrganisationProfile } from '#shared/organisation/profile.ts';
import type { Staff } from '#shared/staff/staff.ts';
import { insertSigning } from '#db/letters/letter-life-writes.ts';
import { findApproval, findLetter } from '#db/letters/letter-queries.ts';
import {
  chainAfter,
  headSha256,
  type LetterSeal,
  paperJson,
  pdfSha256,
  sealPaper,
} from '#db/letters/letter-seal.ts';
import { sealLetterRow } from '#db/letters/letter-writes.ts';
import { codeIsTaken } from '#db/letters/sealed-letters.ts';
import type { Database } from '#db/open-database.ts';
import { getProfile } from '#db/organisation/organisation-rows.ts';
import {
  counterOrNext,
  linkChain,
  type RegisterCounter,
  takeNumber,
} from '#db/registers/register-counter.ts';
import { insertRequestEvent } from '#db/requests/request-writes.ts';
import type { Reader, WriteTransaction } from '#db/transaction.ts';
import { actorOf } from '../audit/actor.ts';
import { closeAnswered } from '../incoming/incoming-answered.ts';
import type { Clock } from '../ports/clock.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import { guardClock, settleClock } from '../audit/clock-guard.ts';
import {
  issueImages,
  type LetterImages,
  NO_SIGNING_PICTURES,
  readPictures,
  requireAttachedFiles,
} from './letter-images.ts';
import { type LetterFiles, NO_FILES, type RenderLetter } from './letter-ports.ts';

export interface IssuePorts {
  readonly db: Database;
  readonly clock: Clock;
  readonly renderLetter: RenderLetter;
  readonly files?: LetterFiles;
}

export interface IssueInput {
  readonly id: LetterId;
  readonly confirmClock: boolean;
  readonly pictures?: SigningPictures;
  /** Of the text that was seen: another one is a conflict. */
  readonly version?: number;
}

/** How often another desk may be faster before this one gives up: each time the page is set again. */
const MOST_TRIES = 25;

/** What the page is set from: read at one moment, and compared with that moment again at the commit. */
interface Plan {
  readonly letter: Letter;
  readonly profile: OrganisationProfile;
  readonly counter: RegisterCounter;
  readonly day: string;
  readonly paper: PaperLetter & { readonly referenceNumber: string; readonly day: string };
  /** The texts that are kept, and hashed. */
  readonly json: { readonly paper: string; readonly profile: string; readonly images: string };
  readonly images: LetterImages;
  readonly seal: LetterSeal;
  readonly code: string;
}

/** The register, the day or the letterhead moved on while the page was set: roll back and set again. */
class Moved extends Error {}

/**
 * Issues a letter. The page is set with the next number while nothing is locked; then one transaction takes that very
 * number, seals the letter, keeps its PDF and logs it, or none of it. Only then is it said to be issued.
 * @throws AppError as `letters.issue` of the contract, and registerMoved
 */
export async function issueLetter(ports: IssuePorts, input: IssueInput, issuer: Staff): Promise<Letter> {
  const files = ports.files ?? NO_FILES;
  for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
    const plan = ports.db.snapshot((reader) => planIssue(reader, ports.clock, input, issuer));
    requireAttachedFiles(plan.letter.content, files);
    const { pdf, pages } = await ports.renderLetter({
      letter: plan.paper,
      profile: plan.profile,
      mark: null,
      title: `${plan.paper.referenceNumber} ${plan.letter.subject}`,
      code: plan.code,
      pictures: readPictures(plan.images, files),
    });
    try {
      return ports.db.write((tx) => commitIssue(tx, ports.clock, plan, { pdf, pages }, input, issuer));
    } catch (error) {
      if (!(error instanceof Moved)) throw error;
    }
  }
  throw new AppError('registerMoved', { tries: MOST_TRIES });
}

function planIssue(reader: Reader, clock: Clock, input: IssueInput, issuer: Staff): Plan {
  const letter = requireIssuable(reader, input.id, issuer);
  if (input.version !== undefined && input.version !== letter.version)
    throw new AppError('conflict', { version: letter.version });
  const nowMs = clock.nowMs();
  guardClock(reader, nowMs, input.confirmClock, clock);
  const profile = getProfile(reader);
  const images = issueImages(reader, letter, input.pictures ?? NO_SIGNING_PICTURES, issuer);
  const day = riyadhDay(nowMs);
  const { year } = hijriFromGregorian(day);
  const counter = counterOrNext(reader, 'outgoing', year, profile.letters.restartYearly);
  const number = counter.last + 1;
  const { signature, stamp } = images;
  const paper = {
    ...letter.content,
    referenceNumber: referenceNumber(profile.letters.outgoingPattern, number, year),
    day,
    ...(signature === null && stamp === null ? {} : { pictures: { signature, stamp } }),
  };
  const json = {
    paper: paperJson(paper),
    profile: JSON.stringify(profile),
    images: JSON.stringify(images),
  };
  const seal = sealPaper(json.paper, {
    register: 'outgoing',
    hijriYear: year,
    number,
    chainBefore: counter.chainHead,
  });
  return { letter, profile, counter, day, paper, json, images, seal, code: freeCode(reader, seal.seal) };
}

/** The seal's first code that no other letter bears. Two in 10^14 meet; five times in a row they do not. */
function freeCode(reader: Reader, seal: string): string {
  for (let attempt = 0; attempt < CODE_TRIES; attempt += 1) {
    const code = codeFromSeal(seal, attempt);
    if (!codeIsTaken(reader, code)) return code;
  }
  throw new Error('no verification code is free');
}

/** @throws AppError notFound, letterStateForbids, notAllowed, letterIncomplete */
function requireIssuable(reader: Reader, id: LetterId, issuer: Staff): Letter {
  const letter = findLetter(reader, id);
  if (letter === undefined) throw new AppError('notFound', { kind: 'letter', id });
  if (nextLetterState(letter.state, 'issue') === null)
    throw new AppError('letterStateForbids', { state: letter.state, action: 'issue' });
  // Approval and issue in one act are for who holds both rights.
  if (letter.state !== 'approved' && !issuer.rights.includes('approveLetters'))
    throw new AppError('notAllowed', { right: 'approveLetters' });
  const problems = letterProblems(letter.content);
  if (problems.length > 0)
    throw new AppError('letterIncomplete', { fields: problems.map((problem) => problem.field) });
  return letter;
}

function commitIssue(
  tx: WriteTransaction,
  clock: Clock,
  plan: Plan,
  page: { readonly pdf: Uint8Array; readonly pages: number },
  input: IssueInput,
  issuer: Staff,
): Letter {
  const nowMs = clock.nowMs();
  const present = requireIssuable(tx, input.id, issuer);
  // Somebody wrote on while the page was set: what would be sealed is not what anybody has seen.
  if (present.version !== plan.letter.version || present.state !== plan.letter.state)
    throw new AppError('conflict', { version: present.version });
  // Midnight in Riyadh passed, or the head was changed: the page shows what no longer holds.
  if (riyadhDay(nowMs) !== plan.day) throw new Moved();
  if (JSON.stringify(getProfile(tx)) !== plan.json.profile) throw new Moved();
  const images = issueImages(tx, present, input.pictures ?? NO_SIGNING_PICTURES, issuer);
  if (JSON.stringify(images) !== plan.json.images || codeIsTaken(tx, plan.code)) throw new Moved();

  const actor = actorOf(issuer);
  settleClock(tx, actor, nowMs, input.confirmClock, clock);
  if (!takeNumber(tx, plan.counter, plan.profile.letters.restartYearly)) throw new Moved();

  const { hijriYear, last } = plan.counter;
  const number = last + 1;
  const sha256 = pdfSha256(page.pdf);
  const event = tx.audit(
    auditEntry(
      actor,
      nowMs,
      'letter.issued',
      { kind: 'letter', id: input.id },
      {
        register: 'outgoing',
        hijriYear,
        number,
        referenceNumber: plan.paper.referenceNumber,
        day: plan.day,
        contentSha256: plan.seal.contentSha256,
        seal: plan.seal.seal,
        code: plan.code,
        headSha256: headSha256(plan.json.profile, plan.json.images),
        pdfSha256: sha256,
        pages: page.pages,
      },
    ),
  );
  const approval = findApproval(tx, input.id);
  const head = chainAfter(plan.seal.seal, sha256, event.hash);
  const sealed = sealLetterRow(tx, {
    id: input.id,
    version: plan.letter.version,
    content: plan.letter.content,
    approvedBy: approval?.approvedBy ?? issuer.id,
    approvedAtMs: approval?.approvedAtMs ?? nowMs,
    register: 'outgoing',
    hijriYear,
    number,
    referenceNumber: plan.paper.referenceNumber,
    day: plan.day,
    issuedBy: issuer.id,
    issuedAtMs: nowMs,
    seal: plan.seal,
    code: plan.code,
    json: plan.json,
    chainAfter: head,
    auditHash: event.hash,
    pages: page.pages,
    pdfSha256: sha256,
    pdf: page.pdf,
  });
  if (!sealed) throw new AppError('conflict', { version: plan.letter.version });
  linkChain(tx, 'outgoing', hijriYear, number, head);
  const { answers } = plan.letter;
  if (answers !== null) closeAnswered(tx, answers.id, plan.paper.referenceNumber, actor, nowMs);
  // A letter that leaves the printer with its signature needs no scan of one.
  if (plan.images.signature !== null) insertSigning(tx, input.id, null, issuer.id, nowMs);
  if (plan.letter.requestId !== null)
    insertRequestEvent(
      tx,
      plan.letter.requestId,
      {
        kind: 'letter',
        step: null,
        text: `${plan.paper.referenceNumber} ${recipientLine(plan.letter.content.recipient)}`.trim(),
      },
      issuer.id,
      nowMs,
    );
  return findLetter(tx, input.id)!;
}

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
import type { Letter, PaperLetter } from '#shared/letters/letter.ts';
import type { OrganisationProfile } from '#shared/organisation/profile.ts';
import type { Staff } from '#shared/staff/staff.ts';
import { findApproval, findLetter } from '#db/letters/letter-queries.ts';
import { chainAfter, type LetterSeal, pdfSha256, sealLetter } from '#db/letters/letter-seal.ts';
import { sealLetterRow } from '#db/letters/letter-writes.ts';
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
import type { Clock } from '../ports/clock.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import { guardClock, settleClock } from '../audit/clock-guard.ts';
import type { RenderLetter } from './letter-ports.ts';

export interface IssuePorts {
  readonly db: Database;
  readonly clock: Clock;
  readonly renderLetter: RenderLetter;
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
  readonly seal: LetterSeal;
}

/** The register, the day or the letterhead moved on while the page was set: roll back and set again. */
class Moved extends Error {}

/**
 * Issues a letter. The page is set with the next number while nothing is locked; then one transaction takes that very
 * number, seals the letter, keeps its PDF and logs it, or none of it. Only then is it said to be issued.
 * @throws AppError as `letters.issue` of the contract, and registerMoved
 */
export async function issueLetter(
  ports: IssuePorts,
  input: { readonly id: LetterId; readonly confirmClock: boolean },
  issuer: Staff,
): Promise<Letter> {
  for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
    const plan = ports.db.snapshot((reader) => planIssue(reader, ports.clock.nowMs(), input, issuer));
    const { pdf, pages } = await ports.renderLetter({
      letter: plan.paper,
      profile: plan.profile,
      mark: null,
      title: `${plan.paper.referenceNumber} ${plan.letter.subject}`,
    });
    try {
      return ports.db.write((tx) =>
        commitIssue(tx, ports.clock.nowMs(), plan, { pdf, pages }, input, issuer),
      );
    } catch (error) {
      if (!(error instanceof Moved)) throw error;
    }
  }
  throw new AppError('registerMoved', { tries: MOST_TRIES });
}

function planIssue(
  reader: Reader,
  nowMs: number,
  { id, confirmClock }: { readonly id: LetterId; readonly confirmClock: boolean },
  issuer: Staff,
): Plan {
  const letter = requireIssuable(reader, id, issuer);
  guardClock(reader, nowMs, confirmClock);
  const profile = getProfile(reader);
  const day = riyadhDay(nowMs);
  const { year } = hijriFromGregorian(day);
  const counter = counterOrNext(reader, 'outgoing', year, profile.letters.restartYearly);
  const number = counter.last + 1;
  const paper = {
    ...letter.content,
    referenceNumber: referenceNumber(profile.letters.outgoingPattern, number, year),
    day,
  };
  const seal = sealLetter(paper, {
    register: 'outgoing',
    hijriYear: year,
    number,
    chainBefore: counter.chainHead,
  });
  return { letter, profile, counter, day, paper, seal };
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
  nowMs: number,
  plan: Plan,
  page: { readonly pdf: Uint8Array; readonly pages: number },
  input: { readonly id: LetterId; readonly confirmClock: boolean },
  issuer: Staff,
): Letter {
  const present = requireIssuable(tx, input.id, issuer);
  // Somebody wrote on while the page was set: what would be sealed is not what anybody has seen.
  if (present.version !== plan.letter.version || present.state !== plan.letter.state)
    throw new AppError('conflict', { version: present.version });
  // Midnight in Riyadh passed, or the head was changed: the page shows what no longer holds.
  if (riyadhDay(nowMs) !== plan.day) throw new Moved();
  if (JSON.stringify(getProfile(tx)) !== JSON.stringify(plan.profile)) throw new Moved();

  const actor = actorOf(issuer);
  settleClock(tx, actor, nowMs, input.confirmClock);
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
    chainAfter: head,
    auditHash: event.hash,
    pages: page.pages,
    pdfSha256: sha256,
    pdf: page.pdf,
  });
  if (!sealed) throw new AppError('conflict', { version: plan.letter.version });
  linkChain(tx, 'outgoing', hijriYear, number, head);
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

import type { Letter, LetterContent, Recipient } from '#shared/letters/letter.ts';
import { correctionOpening } from '#shared/letters/correction-opening.ts';
import { letterBody } from '#shared/letters/templates/letter-body.ts';
import { richTextFromPlain } from '#shared/letters/rich-text.ts';
import type { PartyInput } from '#shared/parties/party.ts';
import type { Staff } from '#shared/staff/staff.ts';
import { createLetterService } from '../letters/letter-service.ts';
import type { Answered, DemoIncoming } from './demo-incoming.ts';
import type { FollowLetter } from './demo-letter-life.ts';
import { DEMO_CORRECTION, DEMO_RETURN_REMARKS, DEMO_VOID_REASONS } from './demo-life-words.ts';
import { dayOfPart, type DemoPlay, MINUTE, momentOf, workingDayFrom } from './demo-play.ts';
import type { DemoRandom } from './demo-random.ts';
import { demoPartyInput } from './demo-register.ts';
import type { DemoScale } from './demo-scale.ts';
import { DEMO_LETTERS } from './demo-words.ts';

interface LettersPlan {
  readonly play: DemoPlay;
  readonly scale: DemoScale;
  /** Who writes what to whom. */
  readonly random: DemoRandom;
  /** What becomes of it. */
  readonly fate: DemoRandom;
  readonly follow: FollowLetter;
  readonly incoming: DemoIncoming;
}

/** A letter on its way through the play; null until it is written. */
interface Holder {
  letter: Letter | null;
}

/** Of each thirty letters one is voided and corrected; of each five one answers an incoming letter. */
const isVoided = (index: number): boolean => index % 30 === 6;
const isAnswer = (index: number): boolean => index % 5 === 2;

/** The office's outgoing letters, from the first draft to the signed sheet and its receiver. */
export function planLetters({ play, scale, random, fate, follow, incoming }: LettersPlan): void {
  const { at, team } = play;
  const { manager } = team;
  const letters = createLetterService(play);

  let returns = 0;

  /** Draft, للعرض, approval and issue within the hour; `reaches` is as far as it comes. */
  function write(
    holder: Holder,
    atMs: number,
    make: () => Letter,
    by: Staff,
    reaches: 'draft' | 'proof' | 'returned' | 'approved' | 'issued',
  ): void {
    const step = (minutes: number, act: (letter: Letter) => Letter | Promise<Letter>): void =>
      at(atMs + minutes * MINUTE, async () => {
        if (holder.letter !== null) holder.letter = await act(holder.letter);
      });
    at(atMs, () => {
      holder.letter = make();
    });
    if (reaches === 'draft') return;
    step(5, ({ id }) => letters.submitLetter(id, by));
    if (reaches === 'proof') return;
    // Now and then the signatory wants a word changed first.
    if (reaches === 'returned' || fate.chance(8)) {
      const remarks = DEMO_RETURN_REMARKS[returns % DEMO_RETURN_REMARKS.length] ?? '';
      returns += 1;
      step(12, ({ id }) => letters.returnLetter(id, remarks, manager));
    }
    if (reaches === 'returned') return;
    step(30, (letter) => {
      if (letter.state !== 'returned') return letter;
      letters.saveLetter({ id: letter.id, version: letter.version, content: letter.content }, by);
      return letters.submitLetter(letter.id, by);
    });
    step(40, ({ id }) => letters.approveLetter(id, manager));
    if (reaches === 'approved') return;
    step(44, ({ id }) => letters.issueLetter({ id, confirmClock: true }, manager));
  }

  /** A mistake is found before the sheet goes out: its number is voided, and another letter stands in for it. */
  function correct(wrong: Holder, day: string, by: Staff, index: number): void {
    const foundOn = workingDayFrom(play, day, 1 + fate.int(2));
    if (foundOn === null) return;
    const foundMs = momentOf(fate, foundOn);
    const reason = DEMO_VOID_REASONS[Math.floor(index / 30) % DEMO_VOID_REASONS.length] ?? '';
    at(foundMs, () => {
      if (wrong.letter !== null) wrong.letter = letters.voidLetter(wrong.letter.id, reason, manager);
    });
    const right: Holder = { letter: null };
    const make = (): Letter => {
      const { letter } = wrong;
      if (letter?.referenceNumber == null || letter.issuedOn === null) throw new Error('nothing to correct');
      const { content, id, issuedOn, partyId, referenceNumber } = letter;
      const body = {
        ...content.body,
        content: [...letterBody(DEMO_CORRECTION).content, ...content.body.content],
      };
      const inReplyTo = correctionOpening({ referenceNumber, day: issuedOn }, 'arabicIndic');
      return letters.createLetter(
        { partyId, requestId: null, content: { ...content, body, inReplyTo }, correctsId: id },
        by,
      );
    };
    write(right, foundMs + 3 * MINUTE, make, by, 'issued');
    follow(() => right.letter, foundOn, index);
  }

  for (let index = 0; index < scale.letters; index += 1) {
    const day = dayOfPart(play, index, scale.letters);
    const atMs = momentOf(random, day);
    const person = random.int(scale.active);
    const by = random.pick(team.desk);
    const usual = letterContent(random, person, play.seed, manager);
    const about = random.chance(30) ? person : null;
    // The last few still lie on desks: two drafts, one for the signatory, one approved, one or two to be mended.
    const left = scale.letters - index;
    const returned = left === 5 || (left === 6 && scale.letters >= 40);
    const reaches =
      left <= 2 ? 'draft' : left === 3 ? 'proof' : left === 4 ? 'approved' : returned ? 'returned' : 'issued';
    const answered: Answered | null = isAnswer(index) && reaches === 'issued' ? incoming.answered(day) : null;
    const content = answered?.content({ title: manager.jobTitle, name: manager.name }) ?? usual;
    const holder: Holder = { letter: null };
    const make = (): Letter => {
      const partyId = about === null || answered !== null ? null : play.partyOf(about, by);
      return letters.createLetter(
        { partyId, requestId: null, content, answersId: answered?.id() ?? null },
        by,
      );
    };
    write(holder, atMs, make, by, reaches);
    if (reaches !== 'issued') continue;
    if (isVoided(index)) correct(holder, day, by, index);
    else follow(() => holder.letter, day, index);
  }
}

function letterContent(random: DemoRandom, person: number, seed: number, signatory: Staff): LetterContent {
  const template = random.pick(DEMO_LETTERS);
  const { recipient } = template;
  return {
    recipient: recipient.title === '' ? toPerson(recipient, demoPartyInput(person, seed)) : { ...recipient },
    subject: template.subject,
    body: richTextFromPlain(template.paragraphs.join('\n\n')),
    attachments: random.chance(50)
      ? { kind: 'list', items: [{ unit: 'attachment', count: 1 + random.int(4), what: '' }] }
      : { kind: 'list', items: [] },
    signatory: { title: signatory.jobTitle, name: signatory.name },
    copies: random.chance(40) ? ['مسؤول البحث الاجتماعي بالجمعية'] : [],
    inReplyTo: '',
  };
}

/** A woman is addressed as one. */
const toPerson = (recipient: Recipient, { name, sex }: PartyInput): Recipient =>
  sex === 'female'
    ? { ...recipient, name, honorific: 'الأستاذة', closingHonorific: 'حفظها الله' }
    : { ...recipient, name };

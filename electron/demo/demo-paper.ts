import { hijriFromGregorian } from '#shared/calendar/hijri.ts';
import type { Letter } from '#shared/letters/letter.ts';
import type { PaperRange } from '#shared/registers/register.ts';
import { getLetter } from '../letters/letter-service.ts';
import { createRegisterService } from '../registers/register-service.ts';
import { CLOSES_AT_MINUTE, OPENS_AT_MINUTE, riyadhInstant } from './demo-calendar.ts';
import type { FollowLetter } from './demo-letter-life.ts';
import { DEMO_PAPER } from './demo-life-words.ts';
import type { DemoPlay } from './demo-play.ts';
import type { DemoScans } from './demo-scans.ts';
import { DEMO_LETTERS } from './demo-words.ts';

/** Numbers taken along; of them so many were written and entered, one was spoiled, and the others wait. */
const RESERVED = 8;
const ENTERED = 5;
const DAYS_AGO = 24;

/** A day without power in the present Hijri year: its numbers were kept for paper. */
export function planPaperRange(play: DemoPlay, scans: DemoScans, follow: FollowLetter): void {
  const { at, days, team, until } = play;
  const { manager } = team;
  const registers = createRegisterService(play);
  const { year } = hijriFromGregorian(until);
  const since = days.slice(-1 - DAYS_AGO).filter((day) => hijriFromGregorian(day).year === year);
  const [dark = until] = since;
  const holder: { range: PaperRange | null } = { range: null };
  at(riyadhInstant(dark, OPENS_AT_MINUTE + 20), () => {
    holder.range = registers.reserve(
      { register: 'outgoing', count: RESERVED, reason: DEMO_PAPER.reserved, confirmClock: true },
      manager,
    );
  });

  // They are entered when there is time for it: on the days that follow, or before closing where none follow.
  const enteredOn = (index: number): string => since[1 + Math.floor(index / 2)] ?? since.at(-1) ?? until;
  const minute = (index: number): number => CLOSES_AT_MINUTE - 60 + index * 7;
  for (let index = 0; index < ENTERED; index += 1) {
    const template = DEMO_LETTERS.filter(({ recipient }) => recipient.title !== '')[index % 4];
    if (template === undefined) throw new Error('no letters to write by hand');
    const entered: { letter: Letter | null } = { letter: null };
    at(riyadhInstant(enteredOn(index), minute(index)), async () => {
      const { range } = holder;
      if (range === null) return;
      const number = range.first + index;
      const { id } = await registers.enterOutgoing(
        {
          hijriYear: range.hijriYear,
          number,
          recipient: template.recipient,
          subject: template.subject,
          day: range.day,
          signatory: { title: manager.jobTitle, name: manager.name },
          attachments: { kind: 'list', items: [] },
          partyId: null,
          reason: DEMO_PAPER.written,
          scan: scans.signed(`خطاب بخط اليد ${number}.pdf`),
        },
        manager,
      );
      entered.letter = getLetter(play.db, id);
    });
    follow(() => entered.letter, enteredOn(index), index, true);
  }
  at(riyadhInstant(enteredOn(ENTERED), minute(ENTERED)), () => {
    const { range } = holder;
    if (range === null) return;
    const { hijriYear, first, register } = range;
    registers.voidReserved({ register, hijriYear, number: first + ENTERED }, DEMO_PAPER.spoiled, manager);
  });
}

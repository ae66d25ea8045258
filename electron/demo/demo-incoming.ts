import { addDays } from '#shared/calendar/iso-day.ts';
import { hijriFromGregorian } from '#shared/calendar/hijri.ts';
import type { IncomingId } from '#shared/ids.ts';
import { answerOpening, answerRecipient } from '#shared/incoming/answer-opening.ts';
import type { IncomingContent } from '#shared/incoming/incoming.ts';
import type { LetterContent } from '#shared/letters/letter.ts';
import { letterBody } from '#shared/letters/templates/letter-body.ts';
import { createIncomingService } from '../incoming/incoming-service.ts';
import { nextWorkingDay } from './demo-calendar.ts';
import { DEMO_INCOMING, type DemoIncomingKind } from './demo-incoming-words.ts';
import { dayOfPart, type DemoPlay, momentOf, workingDayFrom } from './demo-play.ts';
import type { DemoRandom } from './demo-random.ts';
import type { DemoScans } from './demo-scans.ts';

/** An incoming letter for which an answer goes out. */
export interface Answered {
  /** Null until it is registered. */
  readonly id: () => IncomingId | null;
  readonly content: (signatory: LetterContent['signatory']) => LetterContent;
}

/** What still waits on the last day: registered, and due, so many working days before or after it. */
const STILL_OPEN = [
  { back: 14, due: -4, given: true },
  { back: 9, due: -2, given: true },
  { back: 5, due: 3, given: true },
  { back: 3, due: 6, given: false },
  { back: 2, due: null, given: true },
  { back: 0, due: null, given: false },
] as const;

/** الوارد of the demo office: most is answered or laid down, some waits, and two are overdue. */
export function createDemoIncoming(play: DemoPlay, random: DemoRandom, scans: DemoScans, active: number) {
  const { team, until } = play;
  const service = createIncomingService(play);
  let planned = 0;

  /** The kinds follow one another, so that no two neighbours in the register are alike. */
  const nextKind = (): DemoIncomingKind => {
    const kind = DEMO_INCOMING[planned % DEMO_INCOMING.length];
    if (kind === undefined) throw new Error('no incoming letters to plan');
    return kind;
  };

  function contentOf(kind: DemoIncomingKind, day: string): IncomingContent {
    const written = workingDayFrom(play, day, -(1 + random.int(5))) ?? day;
    const { year } = hijriFromGregorian(written);
    return {
      sender: kind.sender,
      theirNumber: kind.numbered
        .replace('{number}', String(100 + random.int(8900)))
        .replace('{year}', String(year)),
      theirDay: written,
      subject: kind.subject,
      attachments: {
        kind: 'list',
        items: kind.sheets === 0 ? [] : [{ unit: 'sheet', count: kind.sheets, what: '' }],
      },
      scans: random.chance(80) ? [scans.incoming(kind)] : [],
      receivedBy: random.pick(kind.receivedBy),
      note: '',
    };
  }

  /** @param given to somebody when it is registered @param dueDay ISO, or null */
  function register(
    kind: DemoIncomingKind,
    content: IncomingContent,
    day: string,
    given: boolean,
    dueDay: string | null,
  ) {
    const by = random.pick(team.desk);
    const to = given ? random.pick(team.desk).id : null;
    const about = kind.aboutPerson ? random.int(active) : null;
    const holder: { id: IncomingId | null } = { id: null };
    planned += 1;
    play.at(momentOf(random, day), () => {
      const partyId = about === null ? null : play.partyOf(about, by);
      holder.id = service.register({ content, partyId, assignedTo: to, dueDay, confirmClock: true }, by).id;
    });
    return holder;
  }

  const dueFrom = (day: string, days: number): string => nextWorkingDay(addDays(day, days));

  return {
    /** One that came in some days before its answer goes out; null when the office was not there yet. */
    answered(answerDay: string): Answered | null {
      const day = workingDayFrom(play, answerDay, -(2 + random.int(8)));
      if (day === null) return null;
      const kind = nextKind();
      const content = contentOf(kind, day);
      const holder = register(kind, content, day, true, dueFrom(day, 14));
      const { honorific, closingHonorific, subject, paragraphs } = kind.answer;
      return {
        id: () => holder.id,
        content: (signatory) => ({
          recipient: { ...answerRecipient(content), honorific, closingHonorific },
          subject,
          body: letterBody(...paragraphs),
          attachments: {
            kind: 'list',
            items: random.chance(40) ? [{ unit: 'statement', count: 1, what: '' }] : [],
          },
          signatory,
          copies: [],
          inReplyTo: answerOpening(content, 'arabicIndic'),
        }),
      };
    },

    /** The others until there are `total`: laid down with a note, and on the last days what still waits. */
    planRest(total: number): void {
      const rest = Math.max(0, total - planned);
      const open = STILL_OPEN.slice(0, rest);
      const closed = rest - open.length;
      for (let index = 0; index < closed; index += 1) {
        const day = dayOfPart(play, index, closed);
        const kind = nextKind();
        const holder = register(
          kind,
          contentOf(kind, day),
          day,
          true,
          random.chance(50) ? dueFrom(day, 10) : null,
        );
        const closes = workingDayFrom(play, day, 1 + random.int(5)) ?? until;
        const by = random.pick(team.desk);
        play.at(momentOf(random, closes), () => {
          if (holder.id !== null) service.close(holder.id, kind.closeNote, by);
        });
      }
      for (const { back, due, given } of open) {
        const day = workingDayFrom(play, until, -back) ?? until;
        const kind = nextKind();
        const dueDay = due === null ? null : due < 0 ? workingDayFrom(play, until, due) : dueFrom(until, due);
        register(kind, contentOf(kind, day), day, given, dueDay);
      }
    },
  };
}

export type DemoIncoming = ReturnType<typeof createDemoIncoming>;

import type { PartyId } from '#shared/ids.ts';
import type { Staff } from '#shared/staff/staff.ts';
import type { Database } from '#db/open-database.ts';
import type { FileStore } from '../files/file-store.ts';
import type { RenderLetter } from '../letters/letter-ports.ts';
import type { RenderPaper } from '../papers/paper-ports.ts';
import type { Clock } from '../ports/clock.ts';
import { CLOSES_AT_MINUTE, OPENS_AT_MINUTE, riyadhInstant } from './demo-calendar.ts';
import type { DemoRandom } from './demo-random.ts';

export interface DemoTeam {
  readonly manager: Staff;
  readonly desk: readonly Staff[];
  /** مسؤول البحث الاجتماعي. */
  readonly researcher: Staff;
  /** Of the research committee, with an account. */
  readonly member: Staff;
}

export const MINUTE = 60_000;

/** What every part of the play needs: who is there, the days of the office, its moment, and how to plan for later. */
export interface DemoPlay {
  readonly db: Database;
  /** Set to the moment of what happens. */
  readonly clock: Clock;
  readonly renderLetter: RenderLetter;
  readonly renderPaper: RenderPaper;
  readonly files: FileStore;
  readonly team: DemoTeam;
  readonly seed: number;
  /** Working days, oldest first; the last one is today. */
  readonly days: readonly string[];
  readonly until: string;
  /** Plans an act; what would be after the last day's closing is still to come, and never happens. */
  readonly at: (atMs: number, act: () => void | Promise<void>) => void;
  /** Somebody of the active people: entered when they first come, as at the desk. */
  readonly partyOf: (index: number, by: Staff) => PartyId;
  /** Everybody who was entered at the desk until now, in the order in which they came. */
  readonly knownParties: () => readonly PartyId[];
}

/** Some minute of the office's hours on a day. */
export const momentOf = (random: DemoRandom, day: string): number =>
  riyadhInstant(day, OPENS_AT_MINUTE + random.int(CLOSES_AT_MINUTE - OPENS_AT_MINUTE), random.int(60));

/** The middle day of part `index` when all days are cut into `total` parts. */
export const dayOfPart = ({ days, until }: DemoPlay, index: number, total: number): string =>
  days[Math.floor(((index + 0.5) * (days.length - 1)) / total)] ?? until;

/** So many working days after a working day, or before it; null before the first and after the last. */
export function workingDayFrom({ days }: DemoPlay, day: string, by: number): string | null {
  return days[days.indexOf(day) + by] ?? null;
}

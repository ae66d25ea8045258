import { addDays } from '#shared/calendar/iso-day.ts';
import type { PartyId, VisitId } from '#shared/ids.ts';
import { CHANNELS } from '#shared/policy/channels.ts';
import type { Staff } from '#shared/staff/staff.ts';
import { VISIT_PURPOSES } from '#shared/visits/visit.ts';
import type { Database } from '#db/open-database.ts';
import { createContactService } from '../contacts/contact-service.ts';
import type { FileStore } from '../files/file-store.ts';
import type { RenderLetter } from '../letters/letter-ports.ts';
import type { RenderPaper } from '../papers/paper-ports.ts';
import { createRecordService } from '../parties/record-service.ts';
import type { Clock } from '../ports/clock.ts';
import { createVisitService } from '../visits/visit-service.ts';
import {
  CLOSES_AT_MINUTE,
  nextWorkingDay,
  OPENS_AT_MINUTE,
  riyadhInstant,
  workingDays,
} from './demo-calendar.ts';
import { planAgreements } from './demo-agreements.ts';
import { planTemplatesAndBatch } from './demo-batch.ts';
import { planDocuments } from './demo-documents.ts';
import { planDuplicates } from './demo-duplicates.ts';
import { planHouseholds } from './demo-households.ts';
import { createDemoIncoming } from './demo-incoming.ts';
import { createDemoLetterLife } from './demo-letter-life.ts';
import { planLetters } from './demo-letters.ts';
import { planPaperRange } from './demo-paper.ts';
import { dayOfPart, type DemoPlay, type DemoTeam, MINUTE, momentOf } from './demo-play.ts';
import { planCommittee } from './demo-committee.ts';
import { createDemoRequests } from './demo-requests.ts';
import { createDemoRandom } from './demo-random.ts';
import { demoPartyInput, demoRecord, importPaperFiles } from './demo-register.ts';
import type { DemoScale } from './demo-scale.ts';
import { makeDemoScans } from './demo-scans.ts';
import { DEMO_FOLLOW_UPS, DEMO_INQUIRIES } from './demo-words.ts';

export const DEMO_YEARS = 3;

/** Something that happens at an instant; the office is played through in the order of time, as it was lived. */
interface Happening {
  readonly atMs: number;
  readonly act: () => void | Promise<void>;
}

interface DemoPorts {
  readonly db: Database;
  readonly renderLetter: RenderLetter;
  readonly renderPaper: RenderPaper;
  readonly openFiles: (clock: Clock) => FileStore;
  readonly team: DemoTeam;
  readonly seed: number;
  readonly scale: DemoScale;
  /** The last day, ISO. */
  readonly until: string;
  readonly onProgress: (done: number, total: number) => void;
  readonly throwIfStopped: () => void;
}

/**
 * Plays three years of an office through its real services, with a clock that is set to each moment. Nothing is written
 * past them, so the registers and the audit chain are those of an office that was really used.
 */
export async function playDemoOffice(ports: DemoPorts): Promise<void> {
  const { db, scale, seed, team, throwIfStopped, until } = ports;
  const random = createDemoRandom(seed);
  const days = workingDays(until, DEMO_YEARS);
  const first = days[0] ?? until;
  const time = { nowMs: riyadhInstant(first, OPENS_AT_MINUTE) };
  const clock = { nowMs: () => time.nowMs };
  const base = { db, clock };
  const records = createRecordService(base);
  const visits = createVisitService(base);
  const contacts = createContactService(base);
  const known = new Map<number, PartyId>();

  importPaperFiles({
    db,
    seed,
    from: scale.active,
    to: scale.people,
    by: team.manager,
    atMs: time.nowMs,
    onBatch: (done) => {
      throwIfStopped();
      ports.onProgress(done, scale.people);
    },
  });

  /** Somebody of the active people: entered when they first come, as at the desk. */
  const partyOf = (index: number, officer: Staff): PartyId => {
    const found = known.get(index);
    if (found !== undefined) return found;
    const record = demoRecord(index, seed, demoPartyInput(index, seed));
    const party = records.saveRecord({ id: null, version: null, record }, officer);
    known.set(index, party.id);
    return party.id;
  };
  const officer = (): Staff => random.pick(team.desk);
  const happenings: Happening[] = [];
  /** Which of them is happening; null before the play. */
  let now: number | null = null;
  const lastMs = riyadhInstant(until, CLOSES_AT_MINUTE);
  const at = (atMs: number, act: Happening['act']): void => {
    if (atMs > lastMs) return;
    if (now === null) happenings.push({ atMs, act });
    // What follows from something that happens takes its place among what is still to come.
    else happenings.splice(placeOf(happenings, atMs, now + 1), 0, { atMs, act });
  };
  const moment = (day: string): number => momentOf(random, day);
  const play: DemoPlay = {
    ...base,
    renderLetter: ports.renderLetter,
    renderPaper: ports.renderPaper,
    files: ports.openFiles(clock),
    team,
    seed,
    days,
    until,
    at,
    partyOf,
    knownParties: () => [...known.values()],
  };

  const scans = await makeDemoScans(play);
  // What becomes of requests has chance of its own, as that of letters: who comes does not hang on it.
  const requests = createDemoRequests(play, scans, createDemoRandom(seed ^ 0x5e7e));
  planCommittee(play, requests, createDemoRandom(seed ^ 0xc0441));

  const planVisit = (arrivesMs: number, person: number, requestWanted: boolean, served: boolean): void => {
    const by = officer();
    const purpose = requestWanted ? 'supportRequest' : random.pick(VISIT_PURPOSES);
    const [question, answer] = random.pick(DEMO_INQUIRIES);
    const answered = random.chance(88);
    const wait = (3 + random.int(22)) * MINUTE;
    let visitId: VisitId | null = null;
    at(arrivesMs, () => {
      visitId = visits.startVisit({ partyId: partyOf(person, by), purpose, serve: false }, by).id;
    });
    if (!served) return;
    at(arrivesMs + wait, () => {
      if (visitId !== null) visits.act(visitId, 'serve', by);
    });
    at(arrivesMs + wait + 2 * MINUTE, () => {
      if (visitId === null) return;
      visits.addInquiry(
        visitId,
        { question, answer: answered ? answer : '', outcome: answered ? 'answered' : 'referred' },
        by,
      );
    });
    if (requestWanted) requests.plan(arrivesMs + wait + 4 * MINUTE, person, by, () => visitId);
    at(arrivesMs + wait + (6 + random.int(12)) * MINUTE, () => {
      if (visitId !== null) visits.act(visitId, 'finish', by);
    });
  };

  const planContact = (atMs: number, person: number, nearTheEnd: boolean): void => {
    const by = officer();
    const [inquiry, answer] = random.pick(DEMO_INQUIRIES);
    const { code: channel } = random.pick(CHANNELS);
    const follows = nearTheEnd || random.chance(25);
    const nextAction = follows ? random.pick(DEMO_FOLLOW_UPS) : '';
    const nextActionOn = follows ? nextWorkingDay(addDays(until, random.int(9) - 5)) : null;
    const closed = follows && !nearTheEnd;
    const direction = random.chance(75) ? 'in' : 'out';
    at(atMs, () => {
      const contact = contacts.logContact(
        {
          partyId: partyOf(person, by),
          channel,
          direction,
          platform: channel === 'socialMedia' ? 'واتساب' : '',
          inquiry,
          answer,
          nextAction,
          nextActionOn,
        },
        by,
      );
      if (closed) contacts.setClosed(contact.id, true, by);
    });
  };

  const person = (): number => random.int(scale.active);
  const dayOf = (index: number, total: number): string => dayOfPart(play, index, total);

  // The last day is planned apart: it is what a person sees first.
  const today = 9;
  const past = scale.visits - today;
  const requestsPast = scale.requests - 1;
  for (let index = 0; index < past; index += 1) {
    // Everybody comes once before anybody comes again; requests are spread evenly over the visits.
    const who = index < scale.active ? index : person();
    const opens = Math.floor(((index + 1) * requestsPast) / past) > Math.floor((index * requestsPast) / past);
    planVisit(moment(dayOf(index, past)), who, opens, true);
  }
  for (let index = 0; index < today; index += 1) {
    const arrives = riyadhInstant(until, OPENS_AT_MINUTE + 15 + index * 24, random.int(60));
    planVisit(arrives, person(), index === 1, index < today - 4);
  }
  for (let index = 0; index < scale.contacts; index += 1)
    planContact(moment(dayOf(index, scale.contacts)), person(), index >= scale.contacts - 6);

  // What becomes of letters has chance of its own: who comes and what is written does not hang on it.
  const fate = createDemoRandom(~seed);
  const incoming = createDemoIncoming(play, fate, scans, scale.active);
  const follow = createDemoLetterLife(play, fate, scans);
  planLetters({ play, scale, random, fate, follow, incoming });
  incoming.planRest(scale.incoming);
  planPaperRange(play, scans, follow);
  planTemplatesAndBatch(play, fate, follow);
  planAgreements(play, createDemoRandom(seed ^ 0xa92e));
  planHouseholds(play, scale.active, createDemoRandom(seed ^ 0xfa3117));
  planDocuments(play, scale.active, createDemoRandom(seed ^ 0xd0c5));
  planDuplicates(play, scale.active, createDemoRandom(seed ^ 0x2d0b));

  // A stable sort: what was planned first happens first within one second.
  happenings.sort((one, other) => one.atMs - other.atMs);
  for (const [index, happening] of happenings.entries()) {
    now = index;
    if (index % 50 === 0) {
      throwIfStopped();
      ports.onProgress(scale.people + index, scale.people + happenings.length);
    }
    time.nowMs = Math.max(time.nowMs, happening.atMs);
    await happening.act();
  }
}

/** Behind everything that is to happen by then, from `from` on. */
function placeOf(happenings: readonly Happening[], atMs: number, from: number): number {
  let [low, high] = [from, happenings.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((happenings[middle]?.atMs ?? 0) <= atMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

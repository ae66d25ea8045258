import { addDays } from '#shared/calendar/iso-day.ts';
import type { DocumentKind } from '#shared/documents/document.ts';
import { SOURCE_DATA } from '#shared/documents/matching.ts';
import { createDocumentService } from '../documents/document-service.ts';
import { createMatchingService } from '../documents/matching-service.ts';
import { nextWorkingDay } from './demo-calendar.ts';
import { dayOfPart, type DemoPlay, MINUTE, momentOf } from './demo-play.ts';
import type { DemoRandom } from './demo-random.ts';

/** People whose documents were seen: enough for a list of whom to contact, few enough not to be felt in a large office. */
const MOST = 240;
/** Of each kind how often it was brought, in per cent, and from when to when it ends, in days from the last day. */
const BROUGHT: readonly {
  readonly kind: DocumentKind;
  readonly often: number;
  readonly ends: readonly [number, number] | null;
}[] = [
  { kind: 'identity', often: 94, ends: [-60, 2400] },
  { kind: 'housing', often: 72, ends: null },
  { kind: 'iban', often: 66, ends: null },
  { kind: 'circumstance', often: 30, ends: null },
  { kind: 'reports', often: 18, ends: [-40, 400] },
];

/** Documents seen over the years, some about to end and some ended; what they bear matched to the original. */
export function planDocuments(play: DemoPlay, active: number, random: DemoRandom): void {
  const documents = createDocumentService(play);
  const matching = createMatchingService(play);
  const people = Math.min(active, MOST);
  for (let index = 0; index < people; index += 1) {
    const by = random.pick(play.team.desk);
    const seenMs = momentOf(random, dayOfPart(play, index, people));
    const brought = BROUGHT.filter(({ often }) => random.chance(often)).map(({ kind, ends }) => ({
      kind,
      expiresOn: ends === null ? null : addDays(play.until, ends[0] + random.int(ends[1] - ends[0])),
      matched: random.chance(92),
    }));
    const matches = random.chance(70);
    play.at(seenMs, () => {
      const partyId = play.partyOf(index, by);
      for (const document of brought)
        documents.save(partyId, { title: '', number: '', issuedOn: null, note: '', ...document }, by);
      if (!matches) return;
      const data = matching.sheet(partyId, by).filter(({ datum }) => SOURCE_DATA.card.includes(datum));
      matching.match(partyId, 'card', data, by);
    });
    // A statement of income is brought again and again: the last one is what stands.
    const days = random.int(150);
    if (random.chance(60)) {
      const issuedOn = addDays(play.until, -days);
      play.at(Math.max(seenMs, momentOf(random, nextWorkingDay(issuedOn))) + 3 * MINUTE, () => {
        const income = {
          kind: 'income',
          title: '',
          number: '',
          note: '',
          expiresOn: null,
          matched: true,
        } as const;
        documents.save(play.partyOf(index, by), { ...income, issuedOn }, by);
      });
    }
  }
}

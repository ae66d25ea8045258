import { addDays } from '#shared/calendar/iso-day.ts';
import { hijriFromGregorian } from '#shared/calendar/hijri.ts';
import { SOCIAL_STATUSES } from '#shared/circumstances/facts.ts';
import { memberInputSchema } from '#shared/households/household.ts';
import type { PartyId } from '#shared/ids.ts';
import type { Staff } from '#shared/staff/staff.ts';
import { createHouseholdService } from '../households/household-service.ts';
import { createRepresentativeService } from '../households/representative-service.ts';
import { nextWorkingDay } from './demo-calendar.ts';
import { MEN, WOMEN } from './demo-names.ts';
import { demoPerson } from './demo-people.ts';
import { dayOfPart, type DemoPlay, MINUTE, momentOf } from './demo-play.ts';
import { createDemoRandom, type DemoRandom } from './demo-random.ts';
import { demoPartyInput, demoRecord } from './demo-register.ts';
import { createDemoCircumstances } from './demo-circumstances.ts';

/** People whose life is known in full: enough for lists and sums, few enough not to be felt in a large office. */
const MOST = 200;

const GRADES = ['الأول', 'الثاني', 'الثالث', 'الرابع', 'الخامس', 'السادس'] as const;
const AILMENTS = ['ربو', 'أنيميا منجلية', 'ضعف سمع'] as const;
const RELATIVES = ['أخ', 'عم', 'خال', 'ابن عم'] as const;

/** Families as they come to the desk: spouses with files, children without, some widowed; some acted for by a proxy. */
export function planHouseholds(play: DemoPlay, active: number, random: DemoRandom): void {
  const households = createHouseholdService(play);
  const representatives = createRepresentativeService(play);
  const circumstances = createDemoCircumstances(play);
  const people = Math.min(Math.floor(active / 2), MOST);
  const taken = new Set<number>();
  for (let index = 0; index < people; index += 1) {
    const by = random.pick(play.team.desk);
    const day = dayOfPart(play, index, people);
    const seenMs = momentOf(random, day);
    const { sex, parts } = demoPerson(index, play.seed, personChance(index, play.seed));
    const status = random.pick(SOCIAL_STATUSES.slice(0, 4));
    // The spouse is somebody of the other half of the active people, of the other sex, who was not taken yet.
    const age = demoAge(index, play.seed, day);
    const spouse = status === 'married' ? spouseOf(index, sex, age, day) : null;
    const proxy = random.chance(12)
      ? Math.min(active - 1, people + random.int(Math.max(1, active - people)))
      : null;
    const ages = childAges(status === 'single' ? 0 : 1 + random.int(5), age, sex);
    const family = createDemoRandom(play.seed ^ (index * 7_919));
    play.at(seenMs, () => {
      const partyId = play.partyOf(index, by);
      const line = sex === 'male' ? [parts[0], parts.at(-1)] : [family.pick(MEN), parts.at(-1)];
      const add = (member: Parameters<typeof memberInputSchema.parse>[0]): void => {
        households.saveMember({ partyId, id: null, member: memberInputSchema.parse(member), move: null }, by);
      };
      if (spouse !== null && households.ofParty(play.partyOf(spouse, by)).household === null)
        add({ partyId: play.partyOf(spouse, by), relation: sex === 'male' ? 'wife' : 'husband' });
      if (status === 'widowed') addLate(partyId, day, sex, line, family, by, age);
      if (status === 'single') add(motherOf(parts, age, day, family));
      for (const [least, most] of ages) {
        const girl = family.chance(50);
        const years = least + family.int(most - least + 1);
        const year = hijriFromGregorian(day).year - years;
        add({
          relation: girl ? 'daughter' : 'son',
          name: [family.pick(girl ? WOMEN : MEN), ...line].join(' '),
          birth: {
            printed: family.chance(70) ? `${1 + family.int(29)}/${1 + family.int(12)}/${year}` : String(year),
            calendar: 'hijri',
          },
          occupation: school(girl, years),
          health: family.chance(12) ? family.pick(AILMENTS) : '',
        });
      }
      const self = households.ofParty(partyId).household?.members.find((one) => one.partyId === partyId);
      if (self !== undefined) households.setBreadwinner(self.id, true, by);
    });
    circumstances.plan(index, { by, seenMs, sex, status, random });
    if (proxy !== null && proxy !== index) planProxy(index, proxy, seenMs, by);
  }

  function addLate(
    partyId: PartyId,
    day: string,
    sex: string,
    line: readonly unknown[],
    family: DemoRandom,
    by: Staff,
    age: number,
  ): void {
    const died = addDays(day, -40 - family.int(2000));
    const relation = sex === 'male' ? 'wife' : 'husband';
    const member = memberInputSchema.parse({
      relation,
      name: sex === 'male' ? [family.pick(WOMEN), family.pick(MEN), line.at(-1)].join(' ') : line.join(' '),
      birth: { printed: String(hijriFromGregorian(day).year - age - family.int(8)), calendar: 'hijri' },
    });
    const id = households.saveMember({ partyId, id: null, member, move: null }, by);
    households.leave(id, { on: died, reason: 'death', note: '' }, by);
  }

  /** Somebody of the other half of the people, of the other sex and about as old; nobody is taken twice. */
  function spouseOf(index: number, sex: 'male' | 'female', age: number, day: string): number | null {
    const others = active - people;
    for (let step = 0; step < Math.min(others, 24); step += 1) {
      const other = people + ((index + step) % others);
      if (taken.has(other) || demoPartyInput(other, play.seed).sex === sex) continue;
      if (Math.abs(demoAge(other, play.seed, day) - age) > 12) continue;
      taken.add(other);
      return other;
    }
    return null;
  }

  /** Some deeds hold, some end within the month, some have ended. */
  function planProxy(index: number, proxy: number, seenMs: number, by: Staff): void {
    const expiresOn = addDays(play.until, -40 + random.int(700));
    const issuedOn = addDays(expiresOn, -730);
    const deedNumber = `44${1_000_000 + random.int(8_999_999)}`;
    const relation = random.pick(RELATIVES);
    const matched = random.chance(85);
    const shownMs = Math.max(seenMs, momentOf(random, nextWorkingDay(issuedOn)));
    play.at(shownMs + 2 * MINUTE, () => {
      const representation = {
        representativeId: play.partyOf(proxy, by),
        kind: 'proxy',
        relation,
        deedNumber,
        deedIssuer: 'ناجز',
        scope: 'مراجعة الجمعية واستلام المساعدات',
        issuedOn,
        expiresOn,
      } as const;
      const id = representatives.save({ partyId: play.partyOf(index, by), id: null, representation }, by);
      if (matched) representatives.match(id, true, by);
    });
  }
}

/** «طالبة في الصف الرابع», by age. */
function school(girl: boolean, age: number): string {
  if (age < 6) return age < 4 ? '' : 'في الروضة';
  const pupil = girl ? 'طالبة' : 'طالب';
  if (age > 17) return '';
  if (age > 11) return `${pupil} في المرحلة ${age > 14 ? 'الثانوية' : 'المتوسطة'}`;
  return `${pupil} في الصف ${GRADES[age - 6] ?? 'الأول'}`;
}

const personChance = (index: number, seed: number): DemoRandom =>
  createDemoRandom(Math.imul(seed + 1, 2_654_435_761) ^ index);

/** What the register says of their age on a day; of whom it says nothing, forty. */
function demoAge(index: number, seed: number, day: string): number {
  const { birth } = demoRecord(index, seed, demoPartyInput(index, seed));
  if (birth === null) return 40;
  const year = Number(birth.printed.slice(0, 4));
  return birth.calendar === 'hijri' ? hijriFromGregorian(day).year - year : Number(day.slice(0, 4)) - year;
}

/** Between which ages each child of somebody so old is: a mother bore them by 45, a father had them by 60, both grown up. */
function childAges(count: number, age: number, sex: 'male' | 'female'): (readonly [number, number])[] {
  const least = Math.max(1, age - (sex === 'female' ? 45 : 60));
  const most = Math.min(least + 18, age - 19);
  return most < least ? [] : Array.from({ length: count }, () => [least, most] as const);
}

/** Whoever never married lives with the mother. */
const motherOf = (parts: readonly string[], age: number, day: string, family: DemoRandom) => ({
  relation: 'mother' as const,
  name: [family.pick(WOMEN), family.pick(MEN), parts.at(-1)].join(' '),
  birth: {
    printed: String(Math.max(1345, hijriFromGregorian(day).year - age - 18 - family.int(15))),
    calendar: 'hijri' as const,
  },
});

import { addDays } from '#shared/calendar/iso-day.ts';
import {
  type FactInput,
  factInputSchema,
  HOUSING_STATES,
  type SOCIAL_STATUSES,
  TENURES,
} from '#shared/circumstances/facts.ts';
import { moneyInputSchema } from '#shared/circumstances/money.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import type { Staff } from '#shared/staff/staff.ts';
import { createCategoryService } from '../circumstances/category-service.ts';
import { createCircumstanceService } from '../circumstances/circumstance-service.ts';
import { demoPartyInput } from './demo-register.ts';
import { type DemoPlay, MINUTE } from './demo-play.ts';
import type { DemoRandom } from './demo-random.ts';

interface Known {
  readonly by: Staff;
  readonly seenMs: number;
  readonly sex: 'male' | 'female';
  readonly status: (typeof SOCIAL_STATUSES)[number];
  readonly random: DemoRandom;
}

/** Banks of the demo's accounts, by their code in the IBAN. */
const BANK_CODES = ['80', '10', '20', '05', '15', '30'] as const;
const NEEDS = ['مكيف', 'ثلاجة', 'ترميم سقف', 'سلة غذائية', 'حقيبة مدرسية', 'جهاز تنفس'] as const;
const ILLNESSES = ['سكري وضغط', 'فشل كلوي', 'قلب', 'روماتيزم'] as const;

/** What is known of the life of some hundreds of people: facts with their history, money, categories, needs. */
export function createDemoCircumstances(play: DemoPlay) {
  const circumstances = createCircumstanceService(play);
  const categories = createCategoryService(play);

  function plan(index: number, known: Known): void {
    const { by, seenMs, sex, status, random } = known;
    const day = riyadhDay(seenMs);
    const earlier = addDays(day, -200 - random.int(500));
    const facts = factsOf(index, known, day, earlier);
    const money = moneyOf(known, earlier);
    const need = random.chance(45) ? random.pick(NEEDS) : null;
    const met = need !== null && random.chance(40);
    const poor = random.chance(60);
    play.at(seenMs + 5 * MINUTE, () => {
      const partyId = play.partyOf(index, by);
      for (const fact of facts) circumstances.record(partyId, fact, by);
      for (const line of money) circumstances.addMoney(partyId, line, by);
      const names = [
        ...(status === 'widowed' && sex === 'female' ? ['أرملة'] : []),
        ...(status === 'divorced' && sex === 'female' ? ['مطلقة'] : []),
        ...(poor ? ['أسرة محدودة الدخل'] : []),
      ];
      const categoryIds = categories.list().flatMap(({ id, name }) => (names.includes(name) ? [id] : []));
      if (categoryIds.length > 0) categories.give(partyId, { categoryIds, on: day, reason: '' }, by);
      if (need === null) return;
      const id = circumstances.addNeed(partyId, { need, sinceOn: day }, by);
      if (met) circumstances.meetNeed(id, { on: day, how: 'من تبرع عيني' }, by);
    });
  }

  function factsOf(index: number, { sex, status, random }: Known, day: string, earlier: string): FactInput[] {
    const tenure = random.pick(TENURES);
    const rent = `${(6 + random.int(15)) * 100}`;
    const housing = { tenure, rent, state: random.pick(HOUSING_STATES), rooms: String(2 + random.int(5)) };
    const ill = random.chance(30);
    const source = random.pick(['مشهد', 'زيارة ميدانية', 'أقوال صاحب الملف'] as const);
    const works = sex === 'male' && random.chance(50);
    const given = [
      // Who is not single now was married once: the history shows it.
      ...(status === 'single' || status === 'married'
        ? []
        : [{ kind: 'socialStatus', value: { status: 'married' }, knownOn: earlier, source }]),
      { kind: 'socialStatus', value: { status }, knownOn: day, source },
      {
        kind: 'health',
        value: { state: ill ? 'chronic' : 'well', illness: ill ? random.pick(ILLNESSES) : '' },
        knownOn: day,
        source,
      },
      {
        kind: 'work',
        value: works
          ? { state: 'employed', job: 'حارس أمن', employer: 'شركة في مكة المكرمة' }
          : { state: sex === 'female' ? 'homemaker' : 'seeking' },
        knownOn: day,
        source,
      },
      { kind: 'housing', value: housing, knownOn: day, source },
      ...(random.chance(60)
        ? [
            {
              kind: 'iban',
              value: { iban: ibanOf(index, random), holder: demoPartyInput(index, play.seed).name },
              knownOn: day,
              source: 'شهادة آيبان',
            },
          ]
        : []),
    ];
    return given.map((fact) => factInputSchema.parse(fact));
  }

  const moneyOf = ({ random, status }: Known, sinceOn: string) => {
    const line = (kind: string, category: string, riyals: number, more: object = {}) =>
      moneyInputSchema.parse({ kind, category, monthly: String(riyals), sinceOn, ...more });
    return [
      line(
        'income',
        random.pick(['salary', 'socialSecurity', 'pension'] as const),
        1200 + random.int(28) * 100,
      ),
      ...(random.chance(60) ? [line('income', 'citizenAccount', 300 + random.int(12) * 50)] : []),
      ...(status === 'divorced' && random.chance(50) ? [line('income', 'alimony', 800)] : []),
      line('expense', 'electricity', 100 + random.int(30) * 10),
      line('expense', 'food', 500 + random.int(12) * 100),
      ...(random.chance(55) ? [line('expense', 'rent', 600 + random.int(14) * 100)] : []),
      ...(random.chance(30) ? [line('expense', 'treatment', 100 + random.int(8) * 50)] : []),
      ...(random.chance(25)
        ? [
            line('debt', 'personalLoan', random.chance(50) ? 0 : 300, {
              total: String(3000 + random.int(40) * 500),
            }),
          ]
        : []),
    ];
  };

  return { plan };
}

/** A Saudi IBAN whose check digits are right: 98 less the remainder of what follows them, with SA00 at its end. */
function ibanOf(index: number, random: DemoRandom): string {
  const rest = random.pick(BANK_CODES) + String(608_010_000_000 + index * 7919).padStart(18, '0');
  // SA is 28 10, and the check digits are 00 while they are sought.
  const check = 98n - (BigInt(`${rest}281000`) % 97n);
  return `SA${String(check).padStart(2, '0')}${rest}`;
}

import { FAMILIES, MEN, WOMEN } from './demo-names.ts';
import type { DemoRandom } from './demo-random.ts';

export const DEMO_VILLAGES = [
  'الحميمة',
  'الصمد',
  'حدا',
  'الجموم',
  'أبو عروة',
  'بحرة',
  'الريان',
  'عين شمس',
  'هدى الشام',
  'مدركة',
  'وادي فاطمة',
  'الدوح',
] as const;

export interface DemoPerson {
  readonly name: string;
  /** Given name, father, grandfather, family, without what links them. */
  readonly parts: readonly string[];
  readonly sex: 'male' | 'female';
  /** Valid by its check digit, and never given twice. */
  readonly nationalId: string;
  /** E.164. */
  readonly mobile: string;
  readonly village: string;
}

/** Steps through all of 0 … 10^8 - 1 without meeting one twice: the factor shares no divisor with ten. */
const scattered = (index: number, seed: number): number =>
  Number((BigInt(index) * 61_803_399n + BigInt(seed % 99_999_989) * 7_919n) % 100_000_000n);

/** National ids begin with 1, iqamas with 2; the last digit makes the doubled sum end in 0. */
function nationalId(index: number, seed: number, resident: boolean): string {
  const nine = `${resident ? '2' : '1'}${String(scattered(index, seed)).padStart(8, '0')}`;
  let total = 0;
  for (const [place, digit] of nine.split('').entries()) {
    const value = Number(digit);
    const doubled = place % 2 === 0 ? value * 2 : value;
    total += doubled > 9 ? doubled - 9 : doubled;
  }
  return `${nine}${(10 - (total % 10)) % 10}`;
}

const MOBILE_STARTS = ['50', '53', '54', '55', '56', '58', '59'] as const;

/** The person with this number in the demo office: four-part name, valid id and mobile, a village. */
export function demoPerson(index: number, seed: number, random: DemoRandom): DemoPerson {
  const sex = random.chance(58) ? 'female' : 'male';
  const given = random.pick(sex === 'female' ? WOMEN : MEN);
  const [father, grandfather, family] = [random.pick(MEN), random.pick(MEN), random.pick(FAMILIES)];
  const link = random.chance(45);
  const name = link
    ? `${given} ${sex === 'female' ? 'بنت' : 'بن'} ${father} بن ${grandfather} ${family}`
    : `${given} ${father} ${grandfather} ${family}`;
  const subscriber = String((scattered(index, seed + 1) * 13) % 10_000_000).padStart(7, '0');
  return {
    name,
    parts: [given, father, grandfather, family],
    sex,
    nationalId: nationalId(index, seed, random.chance(9)),
    mobile: `+966${random.pick(MOBILE_STARTS)}${subscriber}`,
    village: random.pick(DEMO_VILLAGES),
  };
}

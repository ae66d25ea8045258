import { gregorianFromHijri } from '#shared/calendar/hijri.ts';
import type { Birth } from '#shared/parties/birth-date.ts';
import type { ContactPoint } from '#shared/parties/contact-point.ts';
import { type PartyRecord, plainContact } from '#shared/parties/party-record.ts';
import type { DemoRandom } from './demo-random.ts';

/** Of a resident; a Saudi's is told by the id. */
const NATIONALITIES = ['YE', 'SY', 'EG', 'SD', 'PK', 'BD', 'MM', 'ET', 'PS', 'TD'] as const;
const DISTRICTS = ['حي الربوة', 'حي السلامة', 'الحي القديم', 'حي النزهة', 'مخطط المنح', 'حي الروضة'] as const;
const DIRECTIONS = [
  'خلف الجامع الكبير، الباب الأخضر',
  'آخر الشارع بعد البقالة، البيت الثالث يمينًا',
  'قرب مدرسة البنات، الدور الأرضي',
  'بعد خزان الماء، بيت شعبي بسور أبيض',
] as const;
type Minded = readonly Pick<ContactPoint, 'owner' | 'hours' | 'discreet' | 'note'>[];
const HERS: Minded = [
  { owner: 'ابنتها', hours: 'بعد العصر', discreet: true, note: '' },
  { owner: 'جارتها أم سعد', hours: 'صباحًا', discreet: true, note: 'تُرسل رسالة أولًا' },
  { owner: 'أخوها', hours: '', discreet: false, note: '' },
  { owner: '', hours: 'بعد المغرب', discreet: false, note: 'لا ترد على الأرقام الغريبة' },
];
const HIS: Minded = [
  { owner: 'ابنه', hours: 'بعد العصر', discreet: false, note: '' },
  { owner: 'جاره أبو سعد', hours: 'صباحًا', discreet: true, note: 'تُرسل رسالة أولًا' },
  { owner: '', hours: 'بعد المغرب', discreet: false, note: 'لا يرد على الأرقام الغريبة' },
];
const mindedOf = (record: PartyRecord): Minded => (record.sex === 'female' ? HERS : HIS);
const FOREIGN_STARTS = ['+96777', '+20100', '+96393', '+24991', '+92300'] as const;

/** The oldest were born in the first; from the second on, cards print either calendar; the last are grown up today. */
const FIRST_HIJRI = 1358;
const FIRST_PRINTED_GREGORIAN = 1405;
const LAST_HIJRI = 1428;

/** A day is converted once, not for each of the hundreds of thousands who may be born on one of thirty thousand days. */
const days = new Map<number, string>();
function dayOf(year: number, month: number, day: number): string {
  const key = (year * 12 + month) * 32 + day;
  const known = days.get(key) ?? gregorianFromHijri({ year, month, day });
  days.set(key, known);
  return known;
}

/** As the document prints it: the old by the Hijri calendar, half of the young by the Gregorian one. */
function demoBirth(random: DemoRandom): Birth {
  const year = FIRST_HIJRI + random.int(LAST_HIJRI - FIRST_HIJRI);
  if (random.chance(12)) return { printed: String(year), calendar: 'hijri', day: null };
  // Every month has this many days.
  const [month, day] = [1 + random.int(12), 1 + random.int(28)];
  const iso = dayOf(year, month, day);
  return year >= FIRST_PRINTED_GREGORIAN && random.chance(50)
    ? { printed: iso, calendar: 'gregorian', day: iso }
    : { printed: `${year}-${two(month)}-${two(day)}`, calendar: 'hijri', day: iso };
}

const two = (value: number): string => String(value).padStart(2, '0');

/**
 * What a document and a paper file tell beyond the short form: birth as printed, nationality, where the house is, and
 * other ways to reach them, some of them discreet. Cheap: the demo does it a million times.
 */
export function withDemoIdentity(record: PartyRecord, random: DemoRandom): PartyRecord {
  const contactPoints = [...record.contactPoints];
  const chance = random.int(100);
  const digits = String(1_000_000 + random.int(8_999_999));
  if (chance < 5)
    contactPoints.push({ ...plainContact('mobile', `+96650${digits}`), ...random.pick(mindedOf(record)) });
  else if (chance < 7)
    contactPoints.push({
      ...plainContact('foreignMobile', `${random.pick(FOREIGN_STARTS)}${digits}`),
      ...random.pick(mindedOf(record)),
    });
  else if (chance < 10) contactPoints.push(plainContact('landline', `+96612${digits}`));
  else if (chance < 13 && contactPoints[0] !== undefined)
    contactPoints.push(plainContact('whatsapp', contactPoints[0].value));
  // Some have no telephone but one in another's hand.
  else if (chance < 18 && contactPoints[0] !== undefined)
    contactPoints[0] = { ...contactPoints[0], ...random.pick(mindedOf(record)) };
  const lives = random.chance(30);
  return {
    ...record,
    contactPoints,
    birth: random.chance(85) ? demoBirth(random) : null,
    nationality: record.nationality === '' ? random.pick(NATIONALITIES) : record.nationality,
    district: lives ? random.pick(DISTRICTS) : '',
    directions: lives && random.chance(50) ? random.pick(DIRECTIONS) : '',
  };
}

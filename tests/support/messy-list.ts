import { idOf, mobileOf, type Value } from './workbooks.ts';

/** A list as it comes from an office of five thousand: every kind of fault, each as often as is said here. */
export const MESSY = {
  rows: 5000,
  /** Registered by their id: the row brings a village that is missing there, or (the first ones) nothing new. */
  sameId: 40,
  nothingNew: 10,
  /** Registered without an id, under the same name and mobile. */
  likely: 20,
  wrongId: 50,
  scientific: 30,
  becameDate: 20,
  wrongMobile: 40,
  noDate: 30,
  oneWord: 20,
  noName: 10,
  future: 20,
  otherCalendar: 20,
  noId: 50,
  wrongSex: 20,
  wrongNation: 15,
  lostZero: 500,
  spacedId: 200,
  realDates: 100,
  serialDates: 50,
  twoMobiles: 30,
  /** Repeat the identity number of an earlier row. */
  twice: 30,
  /** Repeat the name and mobile of an earlier row, without an id. */
  alike: 10,
} as const;

export const MESSY_FAULTY =
  MESSY.wrongId +
  MESSY.scientific +
  MESSY.becameDate +
  MESSY.wrongMobile +
  MESSY.noDate +
  MESSY.oneWord +
  MESSY.noName +
  MESSY.future +
  MESSY.otherCalendar;

const FIRST =
  'محمد أحمد خالد سعد فهد ناصر علي حسن عمر يوسف إبراهيم صالح سليمان بدر تركي ماجد راشد فيصل نايف هاني'.split(
    ' ',
  );
const FAMILY =
  'اللحياني الحربي السلمي القرشي الشريف المطيري العتيبي الجهني البلادي الصبحي الهذلي الثقفي المالكي الزهراني الغامدي'.split(
    ' ',
  );

/** Four parts, different for each n < 120,000. */
export function nameOf(n: number): string {
  const pick = (list: readonly string[], at: number): string => list[at % list.length] ?? '';
  return [
    pick(FIRST, n),
    pick(FIRST, Math.floor(n / 20) + n),
    pick(FIRST, Math.floor(n / 400) + n),
    pick(FAMILY, Math.floor(n / 8000) + Math.floor(n / 20)),
  ].join(' ');
}

interface Line {
  name: Value;
  id: Value;
  mobile: Value;
  birth: Value;
  sex: Value;
  nation: Value;
  village: Value;
  note: Value;
}

const clean = (n: number): Line => ({
  name: nameOf(n),
  id: idOf(n),
  mobile: mobileOf(n),
  birth: `${1350 + (n % 80)}/${1 + (n % 12)}/${1 + (n % 29)}`,
  sex: n % 2 === 0 ? 'ذكر' : 'أنثى',
  nation: 'سعودي',
  village: ['الصمد', 'حدا', 'الجموم'][n % 3] ?? '',
  note: null,
});

export const MESSY_HEADINGS = [
  'م',
  'الاسم الرباعي',
  'رقم الهوية',
  'رقم الجوال',
  'تاريخ الميلاد هـ',
  'الجنس',
  'الجنسية',
  'القرية',
  'ملاحظات',
  'اسم الوكيل',
];

/** Where each fault lies: `from` and how many rows on. */
const AT = {
  sameId: 0,
  likely: 40,
  wrongId: 100,
  scientific: 150,
  becameDate: 180,
  wrongMobile: 200,
  noDate: 240,
  oneWord: 270,
  noName: 290,
  future: 300,
  otherCalendar: 320,
  noId: 400,
  wrongSex: 450,
  wrongNation: 470,
  lostZero: 500,
  spacedId: 1000,
  realDates: 1200,
  serialDates: 1300,
  twoMobiles: 1350,
  twice: 4900,
  alike: 4930,
} as const;

const EARLIER = 1000;
/** A row of the list, from 0, before it stands in the sheet. */
export const lineOf = (n: number): Line => {
  const line = clean(n);
  const is = (fault: keyof typeof AT): boolean => n >= AT[fault] && n < AT[fault] + MESSY[fault];
  if (is('likely')) line.village = 'الصمد';
  if (is('wrongId')) line.id = `${idOf(n).slice(0, 9)}${(Number(idOf(n).at(-1)) + 1) % 10}`;
  if (is('scientific')) line.id = '1.05853E+09';
  if (is('becameDate')) line.id = new Date(Date.UTC(2020, 4, 12));
  if (is('wrongMobile')) line.mobile = n % 2 === 0 ? '0125551234' : '05080726';
  if (is('noDate')) line.birth = 'غير واضح';
  if (is('oneWord')) line.name = 'محمد';
  if (is('noName')) line.name = '-';
  if (is('future')) line.birth = '1490/01/01';
  if (is('otherCalendar')) line.birth = '1990/03/04';
  if (is('noId')) line.id = n % 2 === 0 ? null : 'لا يوجد';
  if (is('wrongSex')) line.sex = 'غ';
  if (is('wrongNation')) line.nation = 'من القبائل النازحة';
  if (is('lostZero')) line.mobile = Number(mobileOf(n).slice(1));
  if (is('spacedId')) line.id = idOf(n).replace(/^(\d)(\d{3})/u, '$1 $2 ');
  if (is('realDates')) line.birth = new Date(Date.UTC(1975, n % 12, 1 + (n % 28)));
  if (is('serialDates')) line.birth = 28_000 + n;
  if (is('twoMobiles')) line.mobile = `${mobileOf(n)} / ${mobileOf(n + 100_000)}`;
  if (is('twice')) line.id = idOf(EARLIER + n - AT.twice);
  if (is('alike')) {
    const other = clean(EARLIER + 100 + n - AT.alike);
    line.name = other.name;
    line.mobile = other.mobile;
    line.birth = other.birth;
    line.id = null;
  }
  // What a hand could have written to be computed: it must come out as a text.
  if (n === AT.wrongId) line.note = '=HYPERLINK("x")';
  return line;
};

/** The sheet: two titles, the headings, the rows with three empty lines among them, a line that counts them. */
export function messySheet(): Value[][] {
  const rows: Value[][] = [
    ['جمعية التنمية الأهلية بالحميمة'],
    ['كشف المستفيدين لعام 1448'],
    [...MESSY_HEADINGS],
  ];
  for (let n = 0; n < MESSY.rows; n += 1) {
    if (n === 700 || n === 2000 || n === 3000) rows.push([]);
    const { name, id, mobile, birth, sex, nation, village, note } = lineOf(n);
    rows.push([
      n + 1,
      name,
      id,
      mobile,
      birth,
      sex,
      nation,
      village,
      note,
      n % 9 === 0 ? 'خالد الحربي' : null,
    ]);
  }
  rows.push(['المجموع', MESSY.rows]);
  return rows;
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likenessOf, type Likeness, type TypedLikeness } from '#shared/duplicates/likeness.ts';
import {
  BAND_FROM,
  bandOf,
  HINT_FROM,
  scoreSimilarity,
  SUSPECT_FROM,
} from '#shared/duplicates/similarity.ts';

const typed = (more: Partial<TypedLikeness> = {}): TypedLikeness => ({
  kind: 'person',
  name: 'فاطمة أحمد علي الحربي',
  latinName: '',
  aliases: [],
  idKind: 'nationalId',
  idNumber: '',
  birth: null,
  phones: [],
  village: '',
  sex: null,
  ...more,
});
const score = (one: Partial<TypedLikeness>, other: Partial<TypedLikeness>): number =>
  scoreSimilarity(likenessOf(typed(one)), likenessOf(typed(other))).score;
const born = (day: string) => ({ printed: day, calendar: 'gregorian' as const, day });
const year = (printed: string, calendar: 'hijri' | 'gregorian' = 'gregorian') => ({
  printed,
  calendar,
  day: null,
});
const mobile = (value = '+966508072675', own = true) => [{ value, own }];

describe('pairs from life', () => {
  const pairs: [
    string,
    Partial<TypedLikeness>,
    Partial<TypedLikeness>,
    'none' | 'possible' | 'likely' | 'strong',
  ][] = [
    [
      'the same id, whatever the name',
      { idNumber: '1058529940' },
      { name: 'فاطمه الحربي', idNumber: '1058529940' },
      'strong',
    ],
    [
      'twins: one day, one telephone, one father',
      {
        name: 'سارة فهد سعد القحطاني',
        birth: born('2010-05-01'),
        phones: mobile(),
        sex: 'female',
        village: 'الحميمة',
      },
      {
        name: 'سمر فهد سعد القحطاني',
        birth: born('2010-05-01'),
        phones: mobile(),
        sex: 'female',
        village: 'الحميمة',
      },
      'none',
    ],
    [
      'father and son who repeat the name',
      { name: 'محمد بن محمد العتيبي', birth: born('1955-07-01'), phones: mobile() },
      { name: 'محمد محمد محمد العتيبي', birth: born('1988-02-11'), phones: mobile() },
      'none',
    ],
    [
      'grandfather and grandson of one four-part name, ids apart',
      { name: 'سالم علي سالم الحربي', idNumber: '1001244019', birth: year('1370', 'hijri') },
      { name: 'سالم علي سالم الحربي', idNumber: '1101798278', birth: born('2001-03-03') },
      'none',
    ],
    [
      'a wife on her husband’s telephone',
      { name: 'نورة سعد محمد الشهري', phones: mobile(), sex: 'female', village: 'الحميمة' },
      { name: 'خالد عبدالله حسن الشهري', phones: mobile(), sex: 'male', village: 'الحميمة' },
      'none',
    ],
    [
      'a wife whose husband’s telephone is marked as his',
      { name: 'نورة سعد محمد الشهري', phones: mobile('+966508072675', false), sex: 'female' },
      { name: 'منى سعد محمد الشهري', phones: mobile(), sex: 'female' },
      'none',
    ],
    [
      'a digit of the border number mistyped',
      { idKind: 'borderNumber', idNumber: '3012345678' },
      { idKind: 'borderNumber', idNumber: '3012345679' },
      'likely',
    ],
    [
      'an id with two digits changed over, same birth',
      { idNumber: '1058529940', birth: born('1980-01-09') },
      { idNumber: '1058529904', birth: born('1980-01-09') },
      'strong',
    ],
    [
      'a maiden name kept as شهرة',
      { name: 'هند صالح عمر الغامدي', aliases: ['هند صالح الزهراني'], birth: born('1979-04-05') },
      { name: 'هند صالح الزهراني', birth: born('1979-04-05') },
      'likely',
    ],
    [
      'an iqama turned national id',
      { idNumber: '2456789011', birth: born('1975-06-06'), phones: mobile() },
      { idNumber: '1058529940', birth: born('1975-06-06'), phones: mobile() },
      'strong',
    ],
    [
      'ابراهيم written as ابرهيم, on the same telephone',
      { name: 'ابراهيم حسن علي عسيري', phones: mobile() },
      { name: 'ابرهيم حسن علي عسيري', phones: mobile() },
      'strong',
    ],
    [
      'a name with a part missing, same day',
      { birth: born('1966-01-01') },
      { name: 'فاطمة علي الحربي', birth: born('1966-01-01') },
      'possible',
    ],
    [
      'a four-part name and the village, nothing else',
      { village: 'الحميمة' },
      { village: 'الحميمه' },
      'possible',
    ],
    ['a two-part name alone', { name: 'محمد العتيبي' }, { name: 'محمد عتيبي' }, 'none'],
    [
      'brothers: all but the first name',
      { name: 'سعد علي سالم الحربي', phones: mobile() },
      { name: 'سعيد علي سالم الحربي', phones: mobile() },
      'none',
    ],
    [
      'a day and a month changed over',
      { birth: born('1980-03-04'), phones: mobile() },
      { birth: born('1980-04-03'), phones: mobile() },
      'strong',
    ],
    [
      'a Hijri year beside a whole date',
      { birth: year('1400', 'hijri'), village: 'الحميمة' },
      { birth: born('1980-02-02'), village: 'الحميمة' },
      'possible',
    ],
    ['a person and a body of one name', { kind: 'organisation', name: 'البركة' }, { name: 'البركة' }, 'none'],
    [
      'one body in two spellings',
      { kind: 'organisation', name: 'مؤسسة البركة الخيرية' },
      { kind: 'organisation', name: 'مؤسسه البركه خيرية' },
      'likely',
    ],
  ];
  it.each(pairs)('%s', (_, one, other, band) => {
    const found = score(one, other);
    if (band === 'none') expect(found).toBeLessThan(SUSPECT_FROM);
    else {
      expect(found).toBeGreaterThanOrEqual(SUSPECT_FROM);
      expect([bandOf(found), found]).toEqual([band, found]);
    }
  });

  it('ranks id over mobile over a four-part name over first name, family and birth year', () => {
    const no = { name: '' };
    const id = score({ ...no, idNumber: '1058529940' }, { ...no, idNumber: '1058529940' });
    const phone = score({ ...no, phones: mobile() }, { ...no, phones: mobile() });
    const four = score({}, {});
    const first = score(
      { name: 'فاطمة الحربي', birth: year('1980') },
      { name: 'فاطمة الحربي', birth: year('1980') },
    );
    expect(id).toBeGreaterThan(phone);
    expect(phone).toBeGreaterThan(four);
    expect(four).toBeGreaterThan(first);
    expect(first).toBeGreaterThanOrEqual(HINT_FROM);
  });

  it('names each part, so that the score can be read out', () => {
    const { score: total, parts } = scoreSimilarity(
      likenessOf(typed({ phones: mobile(), sex: 'female' })),
      likenessOf(typed({ phones: mobile(), sex: 'male', birth: born('1980-01-01') })),
    );
    expect(parts.reduce((sum, part) => sum + part.weight, 0)).toBe(total);
    expect(parts.find(({ field }) => field === 'sex')).toMatchObject({
      verdict: 'different',
      how: 'sexDifferent',
    });
    expect(parts.find(({ field }) => field === 'birth')).toMatchObject({ verdict: 'missing', weight: 0 });
    expect(bandOf(BAND_FROM.strong)).toBe('strong');
  });
});

const WORDS = ['محمد', 'علي', 'سالم', 'فاطمه', 'ابراهيم', 'ابرهيم', 'حسن', 'حسين', 'حربي', 'عتيبي', 'شهري'];
const likeness: fc.Arbitrary<Likeness> = fc.record({
  kind: fc.constantFrom('person', 'organisation'),
  words: fc.array(fc.constantFrom(...WORDS), { maxLength: 5 }),
  latin: fc.uniqueArray(fc.constantFrom('fatima', 'ali', 'saleh', 'harbi')).map((words) => words.sort()),
  aliases: fc.array(fc.constantFrom('ابوفهد', 'محمد علي حربي', 'علي سالم'), { maxLength: 2 }),
  id: fc.option(
    fc.record({
      kind: fc.constantFrom('nationalId', 'passport', 'borderNumber'),
      number: fc.constantFrom('1058529940', '1058529904', '1001244019', '2456789011'),
    }),
  ),
  birth: fc.option(
    fc
      .record({
        year: fc.integer({ min: 1940, max: 2015 }),
        day: fc.option(fc.constantFrom('-01-01', '-03-04', '-04-03')),
      })
      .map(({ year: of, day }) => ({ year: of, day: day === null ? null : `${of}${day}` })),
  ),
  phones: fc.array(
    fc.record({
      value: fc.constantFrom('+966508072675', '+966508072676', '+966125551234', 'a@b.sa'),
      own: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
  village: fc.constantFrom('', 'حميمه', 'وادي'),
  sex: fc.option(fc.constantFrom('male', 'female')),
});

describe('for any two records', () => {
  it('is symmetric and within 0 to 100', () => {
    fc.assert(
      fc.property(likeness, likeness, (one, other) => {
        const found = scoreSimilarity(one, other);
        expect(scoreSimilarity(other, one)).toEqual(found);
        expect(found.score).toBeGreaterThanOrEqual(0);
        expect(found.score).toBeLessThanOrEqual(100);
      }),
    );
  });

  it('never falls when a field that agrees is added to both', () => {
    const empty: { [F in keyof Likeness]?: Likeness[F] } = {
      words: [],
      latin: [],
      aliases: [],
      id: null,
      birth: null,
      phones: [],
      village: '',
      sex: null,
    };
    const fields = Object.keys(empty) as (keyof typeof empty)[];
    fc.assert(
      fc.property(likeness, likeness, likeness, fc.constantFrom(...fields), (one, other, from, field) => {
        const [a, b] = [
          { ...one, [field]: empty[field] },
          { ...other, [field]: empty[field] },
        ];
        const agreed = { [field]: from[field] };
        expect(scoreSimilarity({ ...a, ...agreed }, { ...b, ...agreed }).score).toBeGreaterThanOrEqual(
          scoreSimilarity(a, b).score,
        );
      }),
    );
  });
});

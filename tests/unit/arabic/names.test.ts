import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { givenName, nameKey, nameWords } from '#shared/arabic/names.ts';

/** Every line holds spellings of one full name. */
const ONE_NAME: readonly (readonly string[])[] = [
  [
    'عبدالله بن محمد بن سالم العتيبي',
    'عبد الله محمد سالم العتيبي',
    'عبد  الله ابن محمد سالم عتيبي',
    'عَبْدُ اللهِ مُحَمَّد سَالِم العُتَيْبِيّ',
    'عبد\u200Cالله محمـــد سالم العتيبى',
    'عبد\u00A0الله محمد سالم العتیبی',
    '\u200Fعبدالله محمد سالم العتيبي\u200F ',
    'ﻋﺒﺪ ﷲ ﻣﺤﻤﺪ ﺳﺎﻟﻢ ﺍﻟﻌﺘﻴﺒﻲ',
    'عبدالله، محمد سالم العتيبي.',
    'عبد-الله محمد سالم العتيبي',
    'عبد ـ الله محمد سالم العتيبي',
  ],
  ['فاطمة بنت أحمد الحربي', 'فاطمه احمد حربي', 'فاطمة ابنة أحمد الحربى', 'فاطمۀ إحمد الحربي'],
  [
    'أبو بكر سالم بلفقيه',
    'أبوبكر سالم بلفقيه',
    'ابو بكر سالم بلفقيه',
    'أبا بكر سالم بلفقيه',
    'أبي بكر سالم بلفقيه',
    'أبابكر سالم بلفقيه',
  ],
  ['محمد علي أبا الخيل', 'محمد علي أبالخيل', 'محمد علي أبو الخيل', 'محمد علي اباالخيل', 'محمد علي ابوالخيل'],
  ['فيصل بن تركي آل سعود', 'فيصل تركي ال سعود', 'فيصل تركي آلسعود', 'فيصل تركي آل  سعود'],
  ['خالد آل الشيخ', 'خالد ال الشيخ', 'خالد آلالشيخ'],
  ['نور الدين علي حسن', 'نورالدين علي حسن', 'نور  الدّين بن علي حسن'],
  ['ضيف الله عوض اللحياني', 'ضيفالله عوض اللحياني', 'ضيف ﷲ عوض لحياني'],
  ['هبة الله محمد', 'هبةالله محمد', 'هبه الله محمد'],
  ['عطاء الله محمد', 'عطاالله محمد', 'عطا الله محمد'],
  ['محمد سالم العبد الله', 'محمد سالم العبدالله', 'محمد سالم عبدالله', 'محمد سالم عبد الله'],
  ['سعد عبد الكريم', 'سعد عبدالكريم', 'سعد العبد الكريم', 'سعد العبدالكريم'],
  ['أبو عبد الرحمن السلمي', 'ابوعبدالرحمن السلمي', 'أبو عبدالرحمن سلمي', 'أبوعبد الرحمن سلمي'],
  ['أمة الرحمن محمد', 'أمةالرحمن محمد', 'امه الرحمن محمد'],
  ['أم كلثوم أحمد', 'أمكلثوم احمد'],
  ['سالم با وزير', 'سالم باوزير'],
  ['جورج إلياس', 'جورج الياس'],
  ['أسامة بن لادن', 'اسامه لادن'],
  ['ALI Hassan', 'ali  hassan'],
  ['علي ۲', 'علي ٢', 'علي 2'],
];

describe('one name, spelt in many ways', () => {
  it.each(ONE_NAME)('%s', (first, ...others) => {
    for (const other of others) expect([other, nameKey(other)]).toStrictEqual([other, nameKey(first ?? '')]);
  });

  it('gives no two of these names one key', () => {
    const keys = ONE_NAME.map(([first = '']) => nameKey(first));
    expect(new Set(keys).size).toBe(ONE_NAME.length);
  });
});

describe('another name', () => {
  it.each([
    ['محمد حسن علي', 'محمد حسين علي'],
    ['سعد القحطاني', 'سعيد القحطاني'],
    ['عمر سالم', 'عمرو سالم'],
    ['محمد علي سالم', 'علي محمد سالم'],
    ['محمد علي سالم', 'محمد سالم علي'],
    ['محمد علي سالم العتيبي', 'محمد علي العتيبي'],
    ['محمد علي سالم العتيبي', 'محمد علي سالم'],
    ['محمد محمد علي', 'محمد علي'],
    ['عبدالله سالم', 'عبيدالله سالم'],
    ['عبدالله سالم', 'عبدالإله سالم'],
    ['عبدالرحمن سالم', 'عبدالرحيم سالم'],
    ['عبد العزيز سالم', 'العزيز سالم'],
    ['السيد محمد علي', 'سيد محمد علي'],
    ['محمد السالم العلي', 'محمد سالم العلي'],
    ['إلهام', 'هام'],
    ['سارة إلياس', 'سارة ياس'],
    ['خالد آل الشيخ', 'خالد الشيخ'],
    ['محمد العبد الله', 'محمد العبد'],
    ['محمد عبد الله', 'محمد لله'],
    ['أبو بكر علي', 'بكر علي'],
    ['نور الدين علي', 'نور علي'],
    ['أبان سالم', 'أبون سالم'],
    ['فاطمة علي', 'فاطم علي'],
    ['محمد نور', 'محمد النوري'],
    ['محمد علي', 'محمد علي 2'],
  ])('%s is not %s', (one, other) => {
    expect(nameKey(one)).not.toBe(nameKey(other));
  });
});

describe('odd names', () => {
  it.each([
    ['بن', 'بن'],
    ['ابن', 'ابن'],
    ['بنت', 'بنت'],
    ['بن ابن', 'بن ابن'],
    ['ال', 'ال'],
    ['آل', 'ال'],
    ['عبد', 'عبد'],
    ['أبو', 'ابو'],
    ['الله', 'الله'],
    ['الدين', 'الدين'],
    ['عبد ال', 'عبدال'],
    ['محمد بن', 'محمد'],
    ['محمد آل', 'محمد ال'],
    ['محمد عبد', 'محمد عبد'],
    ['محمد الف', 'محمد الف'],
    ['محمد الله', 'محمدالله'],
    ['عبد الله', 'عبدالله'],
    ['العتيبي', 'العتيبي'],
    ['ء', 'ء'],
    ['-', '-'],
    ['', ''],
    [' \u200F', ''],
  ])('%s → %s', (name, key) => {
    expect(nameKey(name)).toBe(key);
  });

  it('gives words for an index that is searched while typing, the article of the family kept', () => {
    expect(nameWords('عبد الله بن محمد العتيبي')).toStrictEqual(['عبدالله', 'محمد', 'العتيبي']);
    expect(nameWords('عبد ا')).toStrictEqual(['عبدا']);
    expect(nameWords('بن')).toStrictEqual(['بن']);
    expect(nameWords('')).toStrictEqual([]);
  });

  it('is never empty for a text with a letter or a digit, nor blank at its ends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const key = nameKey(text);
        if (/[\p{L}\p{N}]/u.test(text)) expect(key).not.toBe('');
        expect(key).toBe(key.trim());
        expect(key).not.toContain('  ');
      }),
      { numRuns: 1000 },
    );
  });
});

describe('any full name', () => {
  const given = fc.constantFrom<string[]>(
    'محمد',
    'أحمد',
    'فاطمة',
    'سالم',
    'حسن',
    'حسين',
    'سعد',
    'سعيد',
    'عبد الله',
    'عبد الرحمن',
    'نور الدين',
    'ضيف الله',
    'أبو بكر',
    'هدى',
    'وائل',
    'مؤمن',
    'إبراهيم',
    'آمنة',
    'علاء',
    'عمرو',
    'عمر',
    'يحيى',
  );
  const family = fc.constantFrom<string[]>(
    'عتيبي',
    'حربي',
    'لحياني',
    'سلمي',
    'شيخ',
    'أحمدي',
    'غامدي',
    'زهراني',
  );
  const parts = fc.tuple(fc.array(given, { minLength: 1, maxLength: 4 }), family);

  const respell = fc.constantFrom<(name: string) => string>(
    (name) => name.replaceAll('عبد ', 'عبد').replaceAll('أبو ', 'ابو').replaceAll(' الدين', 'الدين'),
    (name) => name.replaceAll(' ', '  '),
    (name) => name.replaceAll(' ', '\u00A0'),
    (name) => name.replaceAll('م', 'مـ'),
    (name) => name.replaceAll(/(\p{L})/gu, '$1\u064E'),
    (name) => name.replaceAll(/[أإآ]/g, 'ا'),
    (name) => name.replaceAll('ة', 'ه').replaceAll('ى', 'ي'),
    (name) => name.replaceAll('ي', 'ی').replaceAll('ك', 'ک'),
    (name) => name.normalize('NFD'),
    (name) => `\u202B${name}\u202C`,
    (name) => name.replace(/ (\S+)$/u, ' ال$1'),
  );

  it('keeps its key under every respelling, one after another, with بن or without', () => {
    const links = fc.array(fc.constantFrom(' ', ' بن ', ' ابن ', ' بنت '), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(
        parts,
        links,
        fc.uniqueArray(respell, { maxLength: 5 }),
        ([names, last], between, respellings) => {
          const name = [...names, last].join(' ');
          const linked = [...names, last].reduce(
            (text, part, index) => `${text}${between[index - 1] ?? ' '}${part}`,
          );
          const other = respellings.reduce((text, one) => one(text), linked);
          expect([other, nameKey(other)]).toStrictEqual([other, nameKey(name)]);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('has another key when two parts change places, or one is missing', () => {
    fc.assert(
      fc.property(parts, fc.nat(), ([names, last], at) => {
        const index = at % names.length;
        const missing = names.toSpliced(index, 1);
        expect(nameKey([...missing, last].join(' '))).not.toBe(nameKey([...names, last].join(' ')));
        const [first = '', picked = ''] = [names[0], names[index]];
        const swapped = names.with(0, picked).with(index, first);
        const same = first === picked;
        expect(nameKey([...swapped, last].join(' ')) === nameKey([...names, last].join(' '))).toBe(same);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('givenName', () => {
  it('is the first word, and both words of a compound name', () => {
    const given = {
      'سارة المطيري': 'سارة',
      'عبد الله بن عوض البشري': 'عبد الله',
      'عبدالله بن عوض البشري': 'عبدالله',
      'أبو بكر سالم بلفقيه': 'أبو بكر',
      'سيف الدين محمد': 'سيف الدين',
      'محمد العتيبي': 'محمد',
      ' خالد ': 'خالد',
      '': '',
    };
    expect(Object.fromEntries(Object.keys(given).map((name) => [name, givenName(name)]))).toEqual(given);
  });
});

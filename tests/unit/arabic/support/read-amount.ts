/**
 * Reads an amount in Arabic words back, in halalas: written without looking at the writer, so that one checks the other.
 * Throws at a word that it does not know.
 */
const ONES: Readonly<Record<string, number>> = {
  أحد: 1,
  إحدى: 1,
  اثنا: 2,
  اثني: 2,
  اثنتا: 2,
  اثنتي: 2,
  اثنان: 2,
  اثنين: 2,
  اثنتان: 2,
  اثنتين: 2,
  ثلاث: 3,
  أربع: 4,
  خمس: 5,
  ست: 6,
  سبع: 7,
  ثماني: 8,
  ثمانٍ: 8,
  ثمانيًا: 8,
  تسع: 9,
  عشر: 10,
  ثلاثة: 3,
  أربعة: 4,
  خمسة: 5,
  ستة: 6,
  سبعة: 7,
  ثمانية: 8,
  تسعة: 9,
  عشرة: 10,
  عشرون: 20,
  ثلاثون: 30,
  أربعون: 40,
  خمسون: 50,
  ستون: 60,
  سبعون: 70,
  ثمانون: 80,
  تسعون: 90,
  عشرين: 20,
  ثلاثين: 30,
  أربعين: 40,
  خمسين: 50,
  ستين: 60,
  سبعين: 70,
  ثمانين: 80,
  تسعين: 90,
  مائة: 100,
  مائتان: 200,
  مائتين: 200,
  مائتا: 200,
  مائتي: 200,
  ثلاثمائة: 300,
  أربعمائة: 400,
  خمسمائة: 500,
  ستمائة: 600,
  سبعمائة: 700,
  ثمانمائة: 800,
  تسعمائة: 900,
};
const SCALES: Readonly<Record<string, number>> = {
  ألف: 1e3,
  آلاف: 1e3,
  مليون: 1e6,
  ملايين: 1e6,
  مليار: 1e9,
  مليارات: 1e9,
};
const TWO_OF: Readonly<Record<string, number>> = {
  ألفان: 1e3,
  ألفين: 1e3,
  ألفا: 1e3,
  ألفي: 1e3,
  مليونان: 1e6,
  مليونين: 1e6,
  مليونا: 1e6,
  مليوني: 1e6,
  ملياران: 1e9,
  مليارين: 1e9,
  مليارا: 1e9,
  ملياري: 1e9,
};
const RIYALS = new Set(['ريال', 'ريالات', 'ريالًا']);
const HALALAS = new Set(['هللة', 'هللات']);
const ADJECTIVES = new Set(['سعودي', 'سعودية', 'سعوديًا', 'سعوديان', 'سعوديين']);

export function readAmount(text: string): number {
  const body = text.replace(/ لا غير$/u, '');
  if (body === text) throw new Error(`not closed: ${text}`);
  let riyals = 0;
  let halalas = 0;
  let sum = 0;
  let group = 0;
  let before = '';
  let counted: 'riyals' | 'halalas' | null = null;
  const take = (): number => {
    const all = sum + group;
    sum = 0;
    group = 0;
    return all;
  };
  const read = (word: string): boolean => {
    const bare = word.replace(/ًا$|ً$/u, '');
    if (RIYALS.has(word)) {
      riyals += take();
      counted = 'riyals';
    } else if (HALALAS.has(word)) {
      halalas += take();
      counted = 'halalas';
    } else if (/^ريال(?:ان|ين)$/u.test(word)) riyals += 2;
    else if (/^هللت(?:ان|ين)$/u.test(word)) halalas += 2;
    else if (/^واحد(?:ة|ًا)?$/u.test(word)) {
      // «ريال سعودي واحد» and «هللة واحدة» count what stands before; «واحد وعشرون» what comes.
      if (counted === 'riyals' && ADJECTIVES.has(before)) riyals += 1;
      else if (counted === 'halalas' && HALALAS.has(before)) halalas += 1;
      else group += 1;
    } else if (ADJECTIVES.has(word) || word === 'صفر') return true;
    else if (TWO_OF[word] !== undefined) sum += 2 * TWO_OF[word];
    else if (SCALES[bare] !== undefined) {
      const size = SCALES[bare];
      sum += (group === 0 ? 1 : group) * size;
      group = 0;
    } else {
      const one = ONES[word] ?? ONES[bare];
      if (one === undefined) return false;
      group += one;
    }
    return true;
  };
  for (const written of body.split(' ')) {
    const word = written.startsWith('و') && !/^واحد(?:ة|ًا)?$/u.test(written) ? written.slice(1) : written;
    if (!read(word)) throw new Error(`unknown word «${written}» in ${text}`);
    before = word;
  }
  if (group !== 0 || sum !== 0) throw new Error(`nothing counted: ${text}`);
  return riyals * 100 + halalas;
}

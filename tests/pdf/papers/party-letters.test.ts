import { describe, expect, it } from 'vitest';
import { wholeText } from '../../support/pdf-reading.ts';
import { changed, setLetter } from '../letter/sample-letter.ts';
import { pageLines, SENTENCE } from '../letter/sample-letter.ts';
import { profile, setPaper, sheet } from './sample-papers.ts';

const letters = async () => {
  const made = await Promise.all([
    setLetter({ body: Array.from({ length: 10 }, () => SENTENCE.repeat(2)).join('\n\n') }),
    setLetter({ referenceNumber: '128/ص/1448', subject: 'خطاب ثانٍ' }),
  ]);
  return made.map(({ pdf, pages }, index) => ({
    referenceNumber: `${127 + index}/ص/1448`,
    day: '2026-11-22',
    subject: index === 0 ? changed({}).subject : 'خطاب ثانٍ',
    pages,
    voided: index === 1,
    pdf,
  }));
};
const joined = async (list: Awaited<ReturnType<typeof letters>>) =>
  setPaper(
    sheet('partyLetters', {
      profile,
      logo: null,
      partyName: 'نورة بنت سعد الحربي',
      madeOn: '2026-11-22',
      letters: list,
    }),
  );

describe("a party's letters as one file", () => {
  it('is a list and then every sealed page as it was, in order', async () => {
    const list = await letters();
    const { pdf, pages } = await joined(list);
    expect(pages).toBe(1 + list.reduce((sum, letter) => sum + letter.pages, 0));
    const all = await pageLines(pdf);
    let page = 1;
    for (const letter of list) {
      const own = await pageLines(letter.pdf);
      const copied = all.filter((line) => line.page > page && line.page <= page + letter.pages);
      const told = (line: (typeof own)[number], before: number): string =>
        `${line.page - before} ${line.left.toFixed(2)} ${line.baseline.toFixed(2)} ${line.text}`;
      expect(copied.map((line) => told(line, page))).toEqual(own.map((line) => told(line, 0)));
      page += letter.pages;
    }
  });

  it('says on which page each begins, and which are void', async () => {
    const list = await letters();
    const cover = (await pageLines((await joined(list)).pdf)).filter(({ page }) => page === 1);
    const row = (number: string): string => cover.find(({ text }) => text.startsWith(number))?.text ?? '';
    const digits = (value: number): string => '٠١٢٣٤٥٦٧٨٩'[value] ?? '';
    expect(row('١٢٧ / ص')).toMatch(new RegExp(`${digits(2)}$`, 'u'));
    expect(row('١٢٨ / ص')).toMatch(new RegExp(`ملغى.*${digits(2 + (list[0]?.pages ?? 0))}$`, 'u'));
    expect(cover.map(({ text }) => text).join(' ')).toContain('نسخة مجمّعة');
  });

  it('counts its own pages when the list is long', async () => {
    const [letter] = await letters();
    if (letter === undefined) throw new Error('no letter');
    const { pdf, pages } = await joined(Array.from({ length: 60 }, () => ({ ...letter, voided: false })));
    const cover = pages - 60 * letter.pages;
    expect(cover).toBeGreaterThan(1);
    const first = (await pageLines(pdf)).find(({ text }) => text.startsWith('١٢٧ / ص'));
    expect(first?.text).toMatch(new RegExp(`${'٠١٢٣٤٥٦٧٨٩'[cover + 1]}$`, 'u'));
  });

  it('gives the same bytes each time', async () => {
    const list = await letters();
    const [one, other] = [await joined(list), await joined(list)];
    expect(Buffer.compare(one.pdf, other.pdf)).toBe(0);
    expect(await wholeText(one.pdf)).toContain('بيان الخطابات');
  });
});

import { describe, expect, it } from 'vitest';
import { placedGlyphs, placedTexts } from '../../support/pdf-reading.ts';
import { pageLines, profileWith, setLetter, textOf } from './sample-letter.ts';

const MM = 72 / 25.4;
const inMillimetres = (points: number): number => points / MM;

/** Where each group of a field stands, in millimetres, by its characters from left to right. */
async function groupsLeftToRight(
  pdf: Uint8Array,
  wanted: readonly string[],
): Promise<Record<string, number>> {
  const glyphs = (await placedGlyphs(pdf))
    .filter(({ page, baseline }) => page === 1 && baseline > 700)
    .toSorted((a, b) => b.baseline - a.baseline || a.left - b.left);
  const places: Record<string, number> = {};
  for (const group of wanted) {
    const found = glyphs.flatMap((first, index) => {
      const run = glyphs.slice(index, index + group.length);
      const isOne = run.every((glyph) => Math.abs(glyph.baseline - first.baseline) < 0.5);
      return isOne && run.map(({ text }) => text).join('') === group ? [first.left] : [];
    });
    expect(found, `${group} stands once in the head`).toHaveLength(1);
    places[group] = inMillimetres(found[0] ?? 0);
  }
  return places;
}

describe('the four fields of the head', () => {
  it.each([
    ['arabicIndic', ['١٢٧', 'ص', '١٤٤٨'], ['١٢', '٠٦', '١٤٤٨', 'هـ'], ['٢٢', '١١', '٢٠٢٦', 'م']],
    ['latin', ['127', 'ص', '1448'], ['12', '06', '1448', 'هـ'], ['22', '11', '2026', 'م']],
  ] as const)(
    'stand right to left in %s digits: the day by the label, the era left of the year',
    async (fieldDigits, number, hijri, gregorian) => {
      const { pdf } = await setLetter({}, { profile: profileWith({ letters: { fieldDigits } }) });
      const lines = (await placedTexts(pdf)).filter(({ page, baseline }) => page === 1 && baseline > 700);
      for (const [label, groups] of [
        ['الرقم', number],
        ['التاريخ', hijri],
        ['الموافق', gregorian],
      ] as const) {
        const own = lines.find(({ text, right }) => text === label && right < 260);
        expect(own, label).toBeDefined();
        const baseline = own?.baseline ?? 0;
        const glyphs = (await placedGlyphs(pdf)).filter(
          (glyph) =>
            glyph.page === 1 && Math.abs(glyph.baseline - baseline) < 2 && glyph.left < (own?.left ?? 0) - 1,
        );
        const value = glyphs
          .filter(({ text }) => text.trim() !== '' && text !== ':')
          .toSorted((a, b) => a.left - b.left)
          .map(({ text }) => text)
          .join('');
        // Leftmost first: the last group, then its slash, and so on; a group itself reads left to right.
        const [last = '', ...before] = groups.toReversed();
        const era = last === 'هـ' ? 'ـه' : last;
        const expected = groups.length === 4 ? `${era}${before.join('/')}` : [era, ...before].join('/');
        expect(value, label).toBe(expected);
      }
    },
  );

  it('give the day the place next to its label', async () => {
    const { pdf } = await setLetter();
    const x = await groupsLeftToRight(pdf, ['٠٦', '١٢٧', '٢٠٢٦', '١١']);
    expect(x['٢٠٢٦']).toBeLessThan(x['١١'] ?? 0);
    const [label] = (await placedTexts(pdf)).filter(({ text }) => text === 'الرقم');
    expect(x['١٢٧']).toBeLessThan(inMillimetres(label?.left ?? 0));
    expect(inMillimetres(label?.right ?? 0)).toBeGreaterThan(x['١٢٧'] ?? 0);
  });

  it('stay empty in a draft, with the mark across the page and nothing that looks like a number', async () => {
    const { pdf } = await setLetter({ referenceNumber: null, day: null }, { mark: 'draft' });
    const text = await textOf(pdf);
    expect(text).toContain('مسودة');
    expect(text).not.toMatch(/[٠-٩] *\/ *[٠-٩]/);
    expect(await textOf((await setLetter({}, { mark: 'proof' })).pdf)).toContain('للعرض');
    expect(await textOf((await setLetter()).pdf)).not.toMatch(/مسودة|للعرض/);
  });

  it.each([
    [{ kind: 'list', items: [] }, 'المرفقات : لا يوجد'],
    [{ kind: 'text', text: '' }, 'المرفقات : لا يوجد'],
    [{ kind: 'text', text: 'بيان بالأسر' }, 'المرفقات : بيان بالأسر'],
    [{ kind: 'list', items: [{ unit: 'sheet', count: 11, what: '' }] }, 'المرفقات : ١١ ورقة'],
  ] as const)('word the attachments %j', async (attachments, expected) => {
    expect(await textOf((await setLetter({ attachments: attachments as never })).pdf)).toContain(expected);
  });

  it('let a long value go on over dotted lines of its own, within the width of the fields', async () => {
    const text =
      'كشف بأسماء الأسر المستفيدة، وجدول التوزيع المقترح، وصورة من ترخيص الجمعية، وخطاب البنك المعتمد';
    const { pdf } = await setLetter({ attachments: { kind: 'text', text } });
    const lines = (await placedTexts(pdf)).filter(
      (one) => one.page === 1 && one.baseline > 640 && one.right < 170 && one.text.trim() !== '',
    );
    const value = lines.filter((one) => !/[٠-٩]/.test(one.text));
    expect(value.length).toBeGreaterThan(2);
    for (const one of value) expect(inMillimetres(one.left)).toBeGreaterThanOrEqual(22);
    const words = value.flatMap((one) => one.text.split(/\s+/));
    for (const word of text.split(' ')) expect(words.join(' ')).toContain(word.replace('،', ''));
  });
});

describe('the places of the head', () => {
  it('are state right, name in the centre, fields left, unless the profile says otherwise', async () => {
    const middle = async (pdf: Uint8Array, wanted: string): Promise<number> => {
      const found = (await placedTexts(pdf)).find(
        ({ page, text, baseline }) => page === 1 && baseline > 690 && text === wanted,
      );
      if (!found) throw new Error(`«${wanted}» is not in the head.`);
      return inMillimetres((found.left + found.right) / 2);
    };
    const usual = (await setLetter()).pdf;
    expect(await middle(usual, 'المملكة العربية السعودية')).toBeGreaterThan(140);
    expect(Math.abs((await middle(usual, 'جمعية التنمية')) - 105)).toBeLessThan(2);
    expect(await middle(usual, 'التاريخ')).toBeLessThan(74);

    const turned = profileWith({
      letterhead: { places: { state: 'left', name: 'right', fields: 'centre' } },
    });
    const other = (await setLetter({}, { profile: turned })).pdf;
    expect(await middle(other, 'المملكة العربية السعودية')).toBeLessThan(70);
    expect(await middle(other, 'جمعية التنمية')).toBeGreaterThan(150);
    expect(Math.abs((await middle(other, 'التاريخ')) - 105)).toBeLessThan(30);
  });

  it('never coincide: two blocks sent to one place are both read', async () => {
    const same = profileWith({ letterhead: { places: { state: 'right', name: 'right', fields: 'right' } } });
    const text = await textOf((await setLetter({}, { profile: same })).pdf);
    for (const part of ['المملكة العربية السعودية', 'الأهلية بالحميمة', 'المرفقات'])
      expect(text).toContain(part);
  });

  it('hold to measures that leave room for a letter', async () => {
    const measures = { sides: 290, top: 290, bottom: 290, fieldsWidth: 290, fieldsStep: 290 };
    const wild = await setLetter({}, { profile: profileWith({ letterhead: { measures } }) });
    expect(await textOf(wild.pdf)).toContain('رئيس مجلس الإدارة');
    const none = { sides: 0, top: 0, bottom: 0, fieldsWidth: 0, fieldsStep: 0 };
    expect((await setLetter({}, { profile: profileWith({ letterhead: { measures: none } }) })).pages).toBe(1);
  });
});

describe('the foot', () => {
  it('has five items from right to left and the IBAN in fours below', async () => {
    const lines = await pageLines((await setLetter()).pdf);
    const [items, iban] = lines.slice(-2);
    expect(items?.text).toBe(
      'قرية الصمد - طريق الجموم حدا 0508072675 Tnmiahomima@gmail.com @alhom233 cutt.us/WdvzG',
    );
    expect(iban?.text).toBe('الآيبان SA49 8000 0324 6080 1016 0967');
    expect(inMillimetres(items?.left ?? 0)).toBeCloseTo(22, 0);
    expect(inMillimetres(items?.right ?? 0)).toBeCloseTo(188, 0);
  });

  it('leaves out what is empty and shrinks, then breaks, what is long', async () => {
    const footer = { address: '', phone: '0508072675', email: '', handle: '', link: '', iban: '' };
    const bare = await pageLines(
      (await setLetter({}, { profile: profileWith({ letterhead: { footer } }) })).pdf,
    );
    expect(bare.at(-1)?.text).toBe('0508072675');
    const long = {
      address:
        'قرية الصمد على طريق الجموم حدا بجوار مسجد الرحمة خلف المدرسة الابتدائية الأولى للبنين، مبنى رقم ٤',
      phone: '0508072675 - 0125551234 - 920000000',
      email: 'a.very.long.address.of.the.association@example-organisation.org.sa',
      handle: '@a_very_long_handle_of_ours',
      link: 'https://example.org/a/very/long/link/of/the/association',
      iban: 'SA4980000324608010160967',
    };
    const lines = await pageLines(
      (await setLetter({}, { profile: profileWith({ letterhead: { footer: long } }) })).pdf,
    );
    const foot = lines.filter(({ baseline }) => baseline < 80);
    for (const value of [long.address, long.phone, long.email, long.handle, long.link])
      expect(foot.map(({ text }) => text).join('\n')).toContain(value);
    for (const line of foot) {
      expect(inMillimetres(line.left)).toBeGreaterThan(21);
      expect(inMillimetres(line.right)).toBeLessThan(189);
    }
  });
});

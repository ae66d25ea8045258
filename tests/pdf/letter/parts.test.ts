import { describe, expect, it } from 'vitest';
import { FIRST_RUN_PROFILE } from '#shared/organisation/profile.ts';
import { CLOSING, pageLines, profileWith, SENTENCE, setLetter, textOf } from './sample-letter.ts';

const { greeting, basmala } = FIRST_RUN_PROFILE.letters;
const times = (text: string, part: string): number => text.split(part).length - 1;
const order = (text: string, parts: readonly string[]): number[] => parts.map((part) => text.indexOf(part));

describe('the parts of a letter', () => {
  it('stand in the order of official letters', async () => {
    const text = await textOf((await setLetter({ inReplyTo: 'إشارة إلى خطابكم ذي الرقم ٤٥' })).pdf);
    const places = order(text, [
      basmala,
      'سعادة مدير مركز التنمية الاجتماعية بالجموم حفظه الله',
      'الموضوع: المساهمة في السلال الغذائية للأسر المستفيدة',
      'إشارة إلى خطابكم ذي الرقم ٤٥',
      greeting,
      'نفيد سعادتكم',
      CLOSING,
      'رئيس مجلس الإدارة',
      'عبد الله بن عوض البشري',
      'صورة مع التحية لـ: مسؤول البحث الاجتماعي بالجمعية.',
    ]);
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('put the subject first where the office wants it so', async () => {
    const profile = profileWith({ letters: { order: 'subjectFirst' } });
    const [subject = 0, addressee = 0] = order(await textOf((await setLetter({}, { profile })).pdf), [
      'الموضوع:',
      'سعادة مدير',
    ]);
    expect(subject).toBeLessThan(addressee);
  });

  it.each([
    `السلام عليكم ورحمة الله وبركاته، وبعد:\n\n${SENTENCE}`,
    `السَّلامُ عليكم ورحمةُ اللهِ وبركاتُه\n\n${SENTENCE}`,
    `بسم الله الرحمن الرحيم\n\nالسلام عليكم ورحمة الله وبركاته، أما بعد، ${SENTENCE}`,
  ])('greet once when the text greets: %s', async (body) => {
    const text = await textOf((await setLetter({ body })).pdf);
    expect(times(text.replace(/[\u064B-\u0652]/g, ''), 'السلام عليكم')).toBe(1);
    expect(times(text, basmala)).toBe(1);
  });

  it('greet although a greeting is quoted further down', async () => {
    const body = `${SENTENCE}\n\n${SENTENCE}\n\n${SENTENCE}\n\nوكان نص رسالته: السلام عليكم.`;
    expect(times(await textOf((await setLetter({ body })).pdf), 'السلام عليكم')).toBe(2);
  });

  it('close once when the text closes in its own words', async () => {
    const body = `${SENTENCE}\n\nوتفضلوا سعادتكم بقبول فائق الاحترام.`;
    const text = await textOf((await setLetter({ body })).pdf);
    expect(text).toContain('فائق الاحترام');
    expect(text).not.toContain(CLOSING);
  });

  it('name copies that the text does not name, each once', async () => {
    const body = `${SENTENCE}\n\nصورة مع التحية لمدير المالية.`;
    const text = await textOf((await setLetter({ body, copies: ['مدير المالية', 'الأرشيف'] })).pdf);
    expect(times(text, 'مدير المالية')).toBe(1);
    expect(text).toContain('الأرشيف');
    expect(await textOf((await setLetter({ copies: [] })).pdf)).not.toContain('صورة مع التحية');
  });

  it('set the name first after a personal honorific, the office first after an honorific of rank', async () => {
    const person = { name: 'محمد بن علي الحربي', title: 'مدير الفرع', organisation: 'وزارة التنمية' };
    const lines = async (honorific: string): Promise<string[]> => {
      const recipient = { ...person, honorific, closingHonorific: 'المحترم' };
      const all = (await pageLines((await setLetter({ recipient })).pdf)).map(({ text }) => text);
      const start = all.findIndex((line) => line.includes('المحترم'));
      return all.slice(start, start + 3);
    };
    expect(await lines('سعادة الأستاذ')).toEqual([
      'سعادة الأستاذ محمد بن علي الحربي المحترم',
      'مدير الفرع',
      'وزارة التنمية',
    ]);
    expect((await lines('سعادة')).slice(0, 2)).toEqual([
      'سعادة مدير الفرع محمد بن علي الحربي المحترم',
      'وزارة التنمية',
    ]);
  });
});

describe('long values', () => {
  const width = { left: 22 * (72 / 25.4) - 0.5, right: 188 * (72 / 25.4) + 0.5 };
  const words = 'طلب المساهمة في تأمين السلال الغذائية والكسوة الشتوية والأجهزة الكهربائية للأسر المستفيدة ';

  it('wrap within the paper, and none of their words is lost', async () => {
    const subject = words.repeat(3).trim();
    const closingHonorific = 'حفظه الله ورعاه';
    const recipient = {
      honorific: 'صاحب السمو الملكي',
      name: '',
      title: `أمير منطقة مكة المكرمة مستشار خادم الحرمين الشريفين ${words}`.trim(),
      organisation: words.trim(),
      closingHonorific,
    };
    const signatory = { title: words.trim(), name: words.trim() };
    const copies = Array.from({ length: 12 }, (_, index) => `${words.trim()} ${index}`);
    const { pdf } = await setLetter({ subject, recipient, signatory, copies });
    const lines = await pageLines(pdf);
    for (const line of lines) {
      expect(line.left, line.text).toBeGreaterThan(width.left);
      expect(line.right, line.text).toBeLessThan(width.right);
    }
    const joined = lines.map(({ text }) => text).join(' ');
    expect(times(joined, 'الكهربائية')).toBe(3 + 1 + 1 + 2 + 12);
    expect(joined).toContain(closingHonorific);
  });

  it('let a signatory without a name, or without anything, be signed by hand', async () => {
    const title = 'المشرف العام';
    expect(await textOf((await setLetter({ signatory: { title, name: '' } })).pdf)).toContain(title);
    expect((await setLetter({ signatory: { title: '', name: '' } })).pages).toBe(1);
  });

  it('put twelve short copies into two columns above the foot', async () => {
    const copies = Array.from({ length: 12 }, (_, index) => `إدارة ${'أبجدهوزحطيكل'[index]}`);
    const { pdf, pages } = await setLetter({ copies });
    expect(pages).toBe(1);
    const lines = (await pageLines(pdf)).filter(({ text }) => text.includes('إدارة '));
    expect(lines).toHaveLength(6);
    expect(lines[0]?.text).toMatch(/إدارة أ.*إدارة ز/);
  });
});

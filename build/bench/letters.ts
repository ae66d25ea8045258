import type { LetterContent, PaperLetter } from '#shared/letters/letter.ts';
import { richTextFromPlain } from '#shared/letters/rich-text.ts';
import { addDays } from '#shared/calendar/iso-day.ts';
import { DEMO_LETTERS } from '#electron/demo/demo-words.ts';
import { demoPerson } from '#electron/demo/demo-people.ts';
import { createDemoRandom } from '#electron/demo/demo-random.ts';

const ARABIC = '٠١٢٣٤٥٦٧٨٩';
const arabic = (value: number): string =>
  String(value).replaceAll(/\d/gu, (digit) => ARABIC[Number(digit)] ?? digit);

/** A letter of two pages, its names, numbers and sentences other ones at every index: nothing can be remembered whole. */
export function benchParagraphs(index: number): string[] {
  const random = createDemoRandom(index + 1);
  const paragraphs: string[] = [];
  for (let part = 0; part < 9; part += 1) {
    const { paragraphs: words } = random.pick(DEMO_LETTERS);
    const { name, mobile } = demoPerson(random.int(90_000_000), index, random);
    const text = random.pick(words);
    paragraphs.push(
      `${text} وذلك بشأن ${name}، ورقم التواصل ${mobile.replace('+966', '0')}، والمبلغ ${arabic(100 + random.int(90_000))} ريالًا.`,
    );
  }
  return paragraphs;
}

/** The content that a desk keeps of the same letter, to a person of its own: as letters to many are. */
export function benchContent(index: number): LetterContent {
  const { referenceNumber: _number, day: _day, recipient, ...content } = benchLetter(index);
  const { name } = demoPerson(index, 5, createDemoRandom(index));
  return { ...content, recipient: { ...recipient, name } };
}

/** Sixteen digits as the foot of an issued letter bears them, others at every index. */
export const benchCode = (index: number): string =>
  String(createDemoRandom(index + 31).int(900_000_000) + 100_000_000).padStart(16, '4071592');

export function benchLetter(index: number): PaperLetter {
  const random = createDemoRandom(index + 7919);
  const { recipient, subject } = random.pick(DEMO_LETTERS);
  return {
    recipient: { ...recipient },
    subject: `${subject} (${arabic(index + 1)})`,
    body: richTextFromPlain(benchParagraphs(index).join('\n\n')),
    attachments: { kind: 'list', items: [{ unit: 'attachment', count: 1 + (index % 11), what: '' }] },
    signatory: { title: 'رئيس مجلس الإدارة', name: 'عبد الله بن عوض البشري' },
    copies: [],
    inReplyTo: '',
    referenceNumber: `${index + 1}/ص/1448`,
    day: addDays('2026-06-20', index % 150),
  };
}

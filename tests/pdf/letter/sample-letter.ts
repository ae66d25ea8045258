import { richTextFromMarkdown } from '#electron/letters/markdown-rich-text.ts';
import type { LetterMark } from '#electron/pdf/documents/letter-document.ts';
import { renderJob, type RenderedPdf } from '#electron/pdf/render-jobs.ts';
import type { PaperLetter } from '#shared/letters/letter.ts';
import type { RichText } from '#shared/letters/rich-text.ts';
import { FIRST_RUN_PROFILE, type OrganisationProfile } from '#shared/organisation/profile.ts';
import { placedTexts, type PlacedText } from '../../support/pdf-reading.ts';

export const SENTENCE =
  'نفيد سعادتكم بأن الجمعية أتمت بحث حالات الأسر المستفيدة في القرية وما جاورها، وأقرت لجنة البحث دعم الأسر بعد مطابقة بياناتها والتأكد من صلاحيتها.';

export const CLOSING = FIRST_RUN_PROFILE.letters.closing;

/** The letter of the design's picture. */
export const SAMPLE: PaperLetter = {
  referenceNumber: '127/ص/1448',
  day: '2026-11-22',
  recipient: {
    honorific: 'سعادة',
    name: '',
    title: 'مدير مركز التنمية الاجتماعية بالجموم',
    organisation: '',
    closingHonorific: 'حفظه الله',
  },
  subject: 'المساهمة في السلال الغذائية للأسر المستفيدة',
  attachments: { kind: 'list', items: [{ unit: 'attachment', count: 2, what: '' }] },
  signatory: { title: 'رئيس مجلس الإدارة', name: 'عبد الله بن عوض البشري' },
  copies: ['مسؤول البحث الاجتماعي بالجمعية'],
  inReplyTo: '',
  body: richTextFromMarkdown(SENTENCE),
};

export interface LetterChange extends Partial<Omit<PaperLetter, 'body'>> {
  /** Markdown, or a text as the editor gives it. */
  readonly body?: string | RichText;
}
export interface PaperChange {
  readonly mark?: LetterMark;
  readonly profile?: OrganisationProfile;
}

export const changed = ({ body, ...change }: LetterChange): PaperLetter => ({
  ...SAMPLE,
  ...change,
  ...(body === undefined ? {} : { body: typeof body === 'string' ? richTextFromMarkdown(body) : body }),
});

export const setLetter = (
  change: LetterChange = {},
  { mark = null, profile = FIRST_RUN_PROFILE }: PaperChange = {},
): Promise<RenderedPdf> =>
  renderJob({ kind: 'letter', paper: { letter: changed(change), profile, mark, title: 'خطاب' } });

export const profileWith = (change: {
  readonly letters?: Partial<OrganisationProfile['letters']>;
  readonly letterhead?: Partial<OrganisationProfile['letterhead']>;
}): OrganisationProfile => ({
  ...FIRST_RUN_PROFILE,
  letters: { ...FIRST_RUN_PROFILE.letters, ...change.letters },
  letterhead: { ...FIRST_RUN_PROFILE.letterhead, ...change.letterhead },
});

export interface PageLine {
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
}

const BIDI = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** Lines with their places, top to bottom, page by page; strings of one baseline are joined from right to left. */
export async function pageLines(pdf: Uint8Array): Promise<PageLine[]> {
  const lines: { page: number; baseline: number; texts: PlacedText[] }[] = [];
  for (const text of await placedTexts(pdf)) {
    const line = lines.find((one) => one.page === text.page && Math.abs(one.baseline - text.baseline) < 1);
    if (line) line.texts.push(text);
    else lines.push({ page: text.page, baseline: text.baseline, texts: [text] });
  }
  return lines
    .toSorted((a, b) => a.page - b.page || b.baseline - a.baseline)
    .map(({ page, baseline, texts }) => ({
      page,
      baseline,
      left: Math.min(...texts.map((one) => one.left)),
      right: Math.max(...texts.map((one) => one.right)),
      text: texts
        .toSorted((a, b) => b.right - a.right)
        .map((one) => one.text)
        .join('')
        .replace(BIDI, '')
        .replace(/[\s\u00A0]+/g, ' ')
        .trim(),
    }));
}

/** The text of a whole letter in one string, for «is it there». */
export const textOf = async (pdf: Uint8Array): Promise<string> =>
  (await pageLines(pdf)).map(({ text }) => text).join('\n');

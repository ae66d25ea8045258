import { z } from 'zod';
import { AppError } from '#shared/app-error.ts';
import { attachmentsText } from '#shared/arabic/counted.ts';
import { COUNTED_NOUNS } from '#shared/arabic/counted-nouns.ts';
import { dualDate } from '#shared/calendar/dual-date.ts';
import { ATTACHMENT_KINDS, type LetterAttachments, type PaperLetter } from '#shared/letters/letter.ts';
import { jsonFault } from './json-fault.ts';
import { richTextFromMarkdown } from './markdown-rich-text.ts';

const LINE_MAX = 500;
const line = z.string().trim().max(LINE_MAX);

/** Kinds of attachment by their name in the contract, or as an Arabic letter names them. */
const UNITS: Readonly<Record<string, (typeof ATTACHMENT_KINDS)[number]>> = {
  ...Object.fromEntries(ATTACHMENT_KINDS.map((kind) => [kind, kind])),
  ...Object.fromEntries(ATTACHMENT_KINDS.map((kind) => [COUNTED_NOUNS[kind].singular, kind])),
};
const UNIT_NAMES = `one of ${Object.keys(UNITS).join(', ')}`;
const unit = z.enum(Object.keys(UNITS) as [string, ...string[]], { error: UNIT_NAMES });

const attachment = z.union(
  [
    line.min(1),
    z.strictObject({
      unit: unit.default('attachment'),
      count: z.int().min(0).max(1000).default(1),
      what: line.default(''),
    }),
  ],
  { error: `a text, or { "unit": ${UNIT_NAMES}, "count": a whole number, "what": a text }` },
);

/** What `wisam letter --input` reads. Strict: a misspelt key must not leave a blank on an official letter. */
const letterInputSchema = z.strictObject({
  referenceNumber: line,
  date: z.string(),
  attachments: z.union([line, z.array(attachment).max(20)], { error: 'a text, or a list' }).default(''),
  recipient: z.strictObject({
    name: line,
    title: line.default(''),
    organisation: line.default(''),
    honorific: line.default(''),
    closingHonorific: line.default(''),
  }),
  subject: line.min(1),
  body: z.string(),
  signatory: z.strictObject({ title: line, name: line }),
  copies: z.array(line).max(30).default([]),
  inReplyTo: line.default(''),
});
type LetterInput = z.infer<typeof letterInputSchema>;
type AttachmentItem = Extract<LetterAttachments, { kind: 'list' }>['items'][number];

/**
 * A letter of the command line from the text of its JSON file.
 * @throws AppError jsonInvalid { path, expected, found? }: the place in the document and what belongs there
 */
export function readLetterInput(json: string): PaperLetter {
  const parsed = letterInputSchema.safeParse(parseJson(json), { reportInput: true });
  if (!parsed.success) throw firstFault(parsed.error.issues);
  const input = parsed.data;
  return {
    referenceNumber: input.referenceNumber === '' ? null : input.referenceNumber,
    day: dayOf(input.date),
    attachments: attachmentsOf(input.attachments),
    recipient: input.recipient,
    subject: input.subject,
    body: richTextFromMarkdown(input.body),
    signatory: input.signatory,
    copies: input.copies,
    inReplyTo: input.inReplyTo,
  };
}

function parseJson(json: string): unknown {
  const text = json.replace(/^\uFEFF/, '');
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new AppError('jsonInvalid', { path: placeIn(text, jsonFault(text)), expected: 'JSON' }, { cause });
  }
}

/** `line 3, column 7`, both from 1. */
function placeIn(text: string, offset: number | null): string {
  if (offset === null) return 'end of the document';
  const before = text.slice(0, offset).split(/\r\n?|\n/);
  return `line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`;
}

/** Any day of the published calendar, past or future. */
function dayOf(date: string): string {
  try {
    return dualDate(date).iso;
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause;
    const expected = 'a day that exists, written YYYY-MM-DD, within 1343–1500 AH';
    throw new AppError('jsonInvalid', { path: 'date', expected, found: date.slice(0, 40) }, { cause });
  }
}

/** Things named one by one count as attachments: «مرفقان (كشف الأسر، جدول التوزيع)». */
function attachmentsOf(given: LetterInput['attachments']): LetterAttachments {
  if (typeof given === 'string') return { kind: 'text', text: given };
  const named = given.filter((one) => typeof one === 'string');
  const counted = given.flatMap((one) =>
    typeof one === 'string' ? [] : [{ ...one, unit: UNITS[one.unit] ?? 'attachment' }],
  );
  const items: AttachmentItem[] =
    named.length === 0
      ? counted
      : [{ unit: 'attachment', count: named.length, what: named.join('، ') }, ...counted];
  if (attachmentsText(items).length > LINE_MAX) {
    throw new AppError('jsonInvalid', {
      path: 'attachments',
      expected: `at most ${LINE_MAX} characters in all`,
    });
  }
  return { kind: 'list', items };
}

type Issue = z.core.$ZodIssue;

function firstFault(issues: readonly Issue[]): AppError {
  const issue = issues[0] === undefined ? undefined : deepest(issues[0]);
  if (issue === undefined) return new AppError('jsonInvalid', { path: 'the document', expected: 'a letter' });
  const keys = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const path = pathText([...issue.path, ...keys]);
  return new AppError('jsonInvalid', { path, expected: expectedOf(issue) });
}

/** Of two forms that a value may have, the fault of the one that it came nearest to. */
function deepest(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue;
  const inner = issue.errors.flat().find((one) => one.path.length > 0 || one.code === 'unrecognized_keys');
  if (inner === undefined) return issue;
  return deepest({ ...inner, path: [...issue.path, ...inner.path] });
}

/** `recipient.name`, `copies[2]` */
const pathText = (path: readonly PropertyKey[]): string =>
  path.length === 0
    ? 'the document'
    : path.reduce<string>(
        (text, step) =>
          typeof step === 'number' ? `${text}[${step}]` : `${text}${text === '' ? '' : '.'}${String(step)}`,
        '',
      );

const NAMES: Readonly<Record<string, string>> = {
  string: 'a text',
  object: 'an object',
  array: 'a list',
  int: 'a whole number',
  number: 'a number',
};

function expectedOf(issue: Issue): string {
  if (issue.code === 'unrecognized_keys') return 'no such key';
  if (issue.code === 'invalid_type') {
    const name = NAMES[issue.expected] ?? issue.expected;
    return issue.input === undefined ? `${name} (it is missing)` : name;
  }
  if (issue.code === 'too_big') {
    const unitName = { array: ' entries', string: ' characters' }[String(issue.origin)] ?? '';
    return `at most ${String(issue.maximum)}${unitName}`;
  }
  if (issue.code === 'too_small') {
    return issue.origin === 'string' ? 'a text that is not empty' : `at least ${String(issue.minimum)}`;
  }
  return issue.message;
}

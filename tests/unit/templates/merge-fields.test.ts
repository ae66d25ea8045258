import { letterContentSchema } from '#shared/letters/letter.ts';
import { describe, expect, it } from 'vitest';
import { clause } from '#shared/policy/clauses.ts';
import { plainText, richTextFromPlain, richTextSchema, type RichText } from '#shared/letters/rich-text.ts';
import { letterProblems } from '#shared/letters/letter-rules.ts';
import { askedProblem, fieldValue } from '#shared/letters/templates/field-values.ts';
import { fillTemplate } from '#shared/letters/templates/fill-template.ts';
import {
  FIELD_IDS,
  fieldName,
  fieldNamed,
  findFields,
  MERGE_FIELDS,
  nearestFieldName,
  unfilledFields,
} from '#shared/letters/templates/merge-fields.ts';
import { SAMPLE_DATA } from '#shared/letters/templates/sample-data.ts';
import { askedFields, templateProblems, wantsRecord } from '#shared/letters/templates/template-problems.ts';
import type { LetterTemplate } from '#shared/letters/templates/template.ts';

const template = (change: Partial<LetterTemplate>): LetterTemplate => ({
  name: 'تجربة',
  category: 'beneficiaries',
  recipient: { honorific: '', name: '{اسم المستفيد}', title: '', organisation: '', closingHonorific: '' },
  subject: 'طلب رقم {رقم الطلب}',
  inReplyTo: '',
  body: richTextFromPlain('نفيدكم.'),
  copies: [],
  ...change,
});
const bodyOf = (body: string | RichText, data = SAMPLE_DATA) =>
  fillTemplate(template({ body: typeof body === 'string' ? richTextFromPlain(body) : body }), data);
const textOf = (body: string | RichText, data = SAMPLE_DATA): string =>
  plainText(bodyOf(body, data).content.body);
const man = { ...SAMPLE_DATA, person: { ...SAMPLE_DATA.person!, sex: 'male' as const } };
const unknownSex = { ...SAMPLE_DATA, person: { ...SAMPLE_DATA.person!, sex: null } };

describe('the catalogue', () => {
  it('has one field for each name, alias or not, and finds it by other spellings', () => {
    const names = FIELD_IDS.flatMap((id) => {
      const entry: { readonly name: string; readonly aliases?: readonly string[] } = MERGE_FIELDS[id];
      return [entry.name, ...(entry.aliases ?? [])].map((name) => [name, id] as const);
    });
    expect(new Set(names.map(([name]) => name)).size).toBe(names.length);
    for (const [name, id] of names) expect(fieldNamed(name), name).toBe(id);
    expect(fieldNamed('المبلغ كتابة')).toBe('amountWords');
    expect(fieldNamed(' الايبان ')).toBe('iban');
    expect(fieldNamed('شيء آخر')).toBeUndefined();
  });

  it('fills every field from sample data', () => {
    for (const id of FIELD_IDS) expect(fieldValue(id, SAMPLE_DATA), fieldName(id)).not.toBeNull();
  });

  it.each([
    ['اسم المستفد', 'اسم المستفيد'],
    ['أسم المستفيد', 'اسم المستفيد'],
    ['اسم المستفيذ', 'اسم المستفيد'],
    ['المبلع', 'المبلغ'],
    ['رقم الهويه الوطنية', undefined],
    ['رقم الهوبة', 'رقم الهوية'],
    ['لا شيء من هذا', undefined],
  ])('{%s} was meant as %s', (typed, meant) => {
    expect(nearestFieldName(typed)).toBe(meant);
  });
});

describe('filling', () => {
  it('puts values where the fields stand, in the digits of the paper', () => {
    const { content, unfilled } = fillTemplate(template({}), SAMPLE_DATA);
    expect(content.recipient.name).toBe('فاطمة بنت أحمد الحربي');
    expect(content.subject).toBe('طلب رقم \u2066١٤٤٨\u200E-\u200E٠٣١٧\u2069');
    expect(unfilled).toEqual([]);
    expect(textOf('مبلغ ({المبلغ}) ريال، {المبلغ كتابة}.')).toBe(
      'مبلغ (١٬٥٠٠) ريال، ألف وخمسمائة ريال سعودي لا غير.',
    );
    expect(textOf('بند: «{البند}»')).toBe(`بند: «${clause('S.5').text}»`);
    expect(textOf('{الآيبان}')).toBe('\u2066SA49\u00A08000\u00A00324\u00A06080\u00A01016\u00A00967\u2069');
    expect(textOf('{رقم الجوال}')).toBe('\u20660508072675\u2069');
    expect(textOf('بمجموع {ساعات التطوع}')).toBe('بمجموع ٤٠ ساعة');
    expect(textOf('خطابكم رقم {رقم خطابكم}')).toBe('خطابكم رقم ٥٥\u200F/\u200Fو\u200F/\u200F١٤٤٨');
    expect(textOf('{التاريخ الهجري}')).toBe(
      '١٢\u00A0\u200F/\u200F\u00A0٠٦\u00A0\u200F/\u200F\u00A0١٤٤٨\u00A0\u200Fهـ',
    );
  });

  it('chooses by the sex of the person: masculine first, both where it is not known', () => {
    const text = '{المستفيد|المستفيدة} المذكور{|ة}';
    expect(textOf(text)).toBe('المستفيدة المذكورة');
    expect(textOf(text, man)).toBe('المستفيد المذكور');
    expect(textOf(text, unknownSex)).toBe('المستفيد/المستفيدة المذكور');
    expect(textOf(text, { ...SAMPLE_DATA, person: null })).toBe('المستفيد/المستفيدة المذكور');
  });

  it('keeps marks and structure: a field inside bold stays bold, though the editor parted it', () => {
    const body: RichText = {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'المكرمة ' },
            { type: 'text', text: '{اسم', marks: [{ type: 'bold' }] },
            { type: 'text', text: ' المستفيد}', marks: [{ type: 'bold' }, { type: 'underline' }] },
            { type: 'hardBreak' },
            { type: 'text', text: 'والسلام' },
          ],
        },
        {
          type: 'table',
          content: [
            {
              type: 'tableRow',
              content: [
                {
                  type: 'tableCell',
                  content: [{ type: 'paragraph', content: [{ type: 'text', text: '{القرية}' }] }],
                },
              ],
            },
          ],
        },
      ],
    };
    const filled = bodyOf(body).content.body;
    expect(richTextSchema.parse(filled)).toEqual(filled);
    expect(filled.content[0]).toEqual({
      type: 'paragraph',
      content: [
        { type: 'text', text: 'المكرمة ' },
        { type: 'text', text: 'فاطمة بنت أحمد الحربي', marks: [{ type: 'bold' }] },
        { type: 'hardBreak' },
        { type: 'text', text: 'والسلام' },
      ],
    });
    expect(plainText({ type: 'doc', content: [filled.content[1]!] })).toBe('الصمد');
  });

  it('makes a list of lines that stand alone, items inside a list, and a run of words elsewhere', () => {
    const lines = ['صورة من سجل الأسرة', 'كشف حساب بنكي حديث', 'عقد الإيجار'];
    const list = bodyOf('{النواقص}').content.body.content[0];
    expect(list?.type).toBe('orderedList');
    expect(list?.type === 'orderedList' ? list.content.length : 0).toBe(3);
    const inList: RichText = {
      type: 'doc',
      content: [
        {
          type: 'bulletList',
          content: [
            {
              type: 'listItem',
              content: [{ type: 'paragraph', content: [{ type: 'text', text: '{النواقص}' }] }],
            },
            {
              type: 'listItem',
              content: [{ type: 'paragraph', content: [{ type: 'text', text: 'غيرها' }] }],
            },
          ],
        },
      ],
    };
    expect(textOf(inList)).toBe([...lines, 'غيرها'].join('\n'));
    expect(textOf('نأمل إحضار {النواقص}.')).toBe(`نأمل إحضار ${lines.join('، ')}.`);
  });

  it('cuts no line: a value too long for it leaves its field in its braces and names it', () => {
    const short = fillTemplate(template({ subject: 'صرف {المبلغ}' }), {
      ...SAMPLE_DATA,
      asked: { amount: '1500' },
    });
    expect(short.content.subject).not.toContain('{');
    const pad = 'م'.repeat(190);
    const padded = fillTemplate(template({ subject: `${pad} {المبلغ}` }), {
      ...SAMPLE_DATA,
      asked: { amount: '150000000' },
    });
    expect(padded.content.subject).toBe(`${pad} {المبلغ}`);
    expect(padded.unfilled).toContain('المبلغ');
    expect(letterContentSchema.safeParse(padded.content).success).toBe(true);
    expect(letterProblems({ ...padded.content, signatory: { title: 'المدير', name: 'سعد' } })).toContainEqual(
      {
        field: 'subject',
        code: 'unfilledField',
      },
    );
  });

  it('leaves what has no value in its braces and names it; a letter with it goes no further', () => {
    const { content, unfilled } = fillTemplate(
      template({ body: richTextFromPlain('{البند} {أ} {المبلغ}') }),
      {
        ...SAMPLE_DATA,
        person: null,
        asked: { amount: 'خمسة' },
      },
    );
    expect(unfilled).toEqual(['اسم المستفيد', 'البند', 'المبلغ']);
    expect(plainText(content.body)).toBe('{البند} {أ} {المبلغ}');
    expect(unfilledFields(content)).toEqual([
      { place: 'recipient', name: 'اسم المستفيد' },
      { place: 'body', name: 'البند' },
      { place: 'body', name: 'المبلغ' },
    ]);
    const signed = { ...content, signatory: { title: 'المدير', name: 'سعد' } };
    expect(letterProblems(signed)).toEqual([
      { field: 'recipient', code: 'unfilledField' },
      { field: 'body', code: 'unfilledField' },
    ]);
    // A person's own braces are theirs.
    const own = {
      ...signed,
      recipient: { ...content.recipient, name: 'سعد' },
      body: richTextFromPlain('{أ|ب} {س}'),
    };
    expect(letterProblems(own)).toEqual([]);
  });
});

describe('a template is refused', () => {
  it('for a field that is none, with the one that was meant, at its place', () => {
    expect(
      templateProblems(
        template({ subject: 'إلى {اسم المستفد}', body: richTextFromPlain('{لون القمر}\nو{الخدمة') }),
      ),
    ).toEqual([
      { code: 'unknownField', place: 'subject', field: 'اسم المستفد', meant: 'اسم المستفيد' },
      { code: 'unknownField', place: 'body', field: 'لون القمر', meant: null },
      { code: 'openBrace', place: 'body', field: 'و{الخدمة', meant: null },
    ]);
    expect(templateProblems(template({ body: richTextFromPlain('{المستفيد|المستفيدة} {البند}') }))).toEqual(
      [],
    );
  });

  it('tells what it asks for', () => {
    const one = template({ body: richTextFromPlain('{المبلغ كتابة} {البند} {|ة}') });
    expect(askedFields(one)).toEqual(['amount', 'clause']);
    expect(wantsRecord(one)).toEqual({ person: true, request: true });
    expect(wantsRecord({ ...one, subject: '', recipient: { ...one.recipient, name: '' } })).toEqual({
      person: false,
      request: false,
    });
  });

  it('checks what is typed', () => {
    expect(askedProblem('amount', '١٢٫٣٤٥')).toBe('amount');
    expect(askedProblem('amount', '١٢٫٣٤')).toBeNull();
    expect(askedProblem('iban', 'SA4980000324608010160968')).toBe('iban');
    expect(askedProblem('fromDate', '2026-02-30')).toBe('date');
    expect(askedProblem('clause', 'X.1')).toBe('clause');
    expect(askedProblem('volunteerHours', 'كثير')).toBe('hours');
    expect(askedProblem('place', '')).toBeNull();
  });

  it('finds nothing in braces over two lines or empty ones', () => {
    expect(findFields('{}')).toEqual([]);
    expect(findFields('{اسم\nالمستفيد}')).toEqual([]);
    expect(findFields('{ |  }').map((one) => one.kind)).toEqual(['unknown']);
  });
});

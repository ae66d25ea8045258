import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '#shared/app-error.ts';
import { incomingIdSchema, partyIdSchema } from '#shared/ids.ts';
import { EMPTY_RICH_TEXT, plainText, richTextFromPlain } from '#shared/letters/rich-text.ts';
import { BUILT_IN_TEMPLATES } from '#shared/letters/templates/library.ts';
import type { LetterTemplate } from '#shared/letters/templates/template.ts';
import { codeOf, openOffice, person, type TestDesk } from '../support/office.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openOffice();
});
afterEach(() => desk.close());

const template = (change: Partial<LetterTemplate> = {}): LetterTemplate => ({
  name: 'إشعار موعد',
  category: 'beneficiaries',
  recipient: {
    honorific: '{لقب المستفيد}',
    name: '{اسم المستفيد}',
    title: '',
    organisation: '',
    closingHonorific: '{المحترم|المحترمة}',
  },
  subject: 'موعد {الخدمة}',
  inReplyTo: '',
  body: richTextFromPlain('نأمل {حضورك|حضوركِ} يوم {تاريخ المناسبة}، ورقم طلبكم {رقم الطلب}.'),
  copies: [],
  ...change,
});
const save = (change: Partial<LetterTemplate> = {}, ref: string | null = null, version = 0) =>
  desk.call('templates.save', { ref, version, template: template(change) });
const refused = async (act: () => Promise<unknown>): Promise<AppError> => {
  try {
    await act();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('was not refused');
};
const actions = async (): Promise<string[]> => (await desk.call('audit.list', {})).map((row) => row.action);

describe('the library', () => {
  it('shows what Wisam brings, and the office’s own after it', async () => {
    const first = await desk.call('templates.list');
    expect(first.map((one) => one.ref)).toEqual(BUILT_IN_TEMPLATES.map((one) => one.key));
    expect(first.every((one) => one.origin === 'builtIn')).toBe(true);
    const own = await save();
    const list = await desk.call('templates.list');
    expect(list.at(-1)).toMatchObject({ ref: own.ref, name: 'إشعار موعد', origin: 'own' });
    expect(own.asks).toEqual(['occasionDate']);
    expect(own.wants).toEqual({ person: true, request: true });
    expect(desk.changes.at(-1)).toEqual(['templates']);
    expect(await actions()).toContain('template.added');
  });

  it('refuses a field that is none, names what was meant and where, and writes nothing', async () => {
    const error = await refused(() => save({ subject: 'إلى {اسم المستفد}' }));
    expect(error.code).toBe('templateUnknownField');
    expect(error.details).toEqual({ field: 'اسم المستفد', meant: 'اسم المستفيد', place: 'subject' });
    const open = await refused(() => save({ body: richTextFromPlain('إلى {اسم المستفيد') }));
    expect([open.code, open.details['place']]).toEqual(['templateOpenBrace', 'body']);
    expect(await desk.call('templates.list')).toHaveLength(BUILT_IN_TEMPLATES.length);
  });

  it('keeps names apart, folded, from the office’s and from Wisam’s', async () => {
    await save();
    expect(await codeOf(() => save({ name: 'اشعار  موعد' }))).toBe('templateNameTaken');
    expect(await codeOf(() => save({ name: 'قبول طلب دعم' }))).toBe('templateNameTaken');
    // The other way round: a built-in may not take the name of an own one.
    const { template: acceptance } = await desk.call('templates.get', { ref: 'acceptance' });
    expect(await codeOf(() => save({ ...acceptance, name: 'إشعار موعد' }, 'acceptance'))).toBe(
      'templateNameTaken',
    );
  });

  it('saves over the newest edition alone', async () => {
    const own = await save();
    const second = await save({ subject: 'موعد' }, own.ref, 1);
    expect(second.version).toBe(2);
    const error = await refused(() => save({}, own.ref, 1));
    expect([error.code, error.details['version']]).toEqual(['conflict', 2]);
    expect(await codeOf(() => save({}, '999'))).toBe('notFound');
    expect(await codeOf(() => desk.call('templates.get', { ref: 'nothing' }))).toBe('notFound');
  });

  it('takes the office’s words for a built-in one, puts it back as it came, and undoes that', async () => {
    const came = await desk.call('templates.get', { ref: 'acceptance' });
    const edited = await save({ ...came.template, subject: 'قبول طلبكم' }, 'acceptance');
    expect(edited).toMatchObject({ ref: 'acceptance', origin: 'edited', subject: 'قبول طلبكم', version: 1 });
    expect(await desk.call('templates.list')).toHaveLength(BUILT_IN_TEMPLATES.length);
    const { id } = await desk.call('templates.remove', { ref: 'acceptance' });
    expect(await desk.call('templates.get', { ref: 'acceptance' })).toEqual(came);
    expect((await desk.call('templates.undoRemove', { id })).subject).toBe('قبول طلبكم');
    await desk.call('templates.remove', { ref: 'acceptance' });
    await save({ ...came.template, subject: 'آخر' }, 'acceptance');
    expect(await codeOf(() => desk.call('templates.undoRemove', { id }))).toBe('conflict');
    expect(await codeOf(() => desk.call('templates.remove', { ref: 'refusal' }))).toBe('notFound');
    expect(await actions()).toEqual(expect.arrayContaining(['template.restored', 'template.removeUndone']));
  });

  it('takes an own one away and brings it back, unless its name was given on', async () => {
    const own = await save();
    const { id } = await desk.call('templates.remove', { ref: own.ref });
    expect(await codeOf(() => desk.call('templates.get', { ref: own.ref }))).toBe('notFound');
    const second = await save();
    expect(await codeOf(() => desk.call('templates.undoRemove', { id }))).toBe('templateNameTaken');
    await desk.call('templates.remove', { ref: second.ref });
    expect((await desk.call('templates.undoRemove', { id })).ref).toBe(own.ref);
  });
});

describe('filling', () => {
  it('reads the person and the request, and asks for the rest', async () => {
    const added = await desk.call('parties.add', { ...person(), sex: 'female' });
    const own = await save();
    const opened = await desk.call('requests.open', {
      partyId: added.id,
      service: 'سلة غذائية',
      need: 'أسرة كبيرة',
      level: 'ordinary',
    });
    const { content, unfilled } = await desk.call('templates.fill', {
      ref: own.ref,
      requestId: opened.id,
      asked: { occasionDate: '2026-12-10' },
    });
    expect(content.recipient).toMatchObject({
      honorific: 'المكرمة',
      name: 'فاطمة أحمد علي الحربي',
      closingHonorific: 'المحترمة',
    });
    expect(content.subject).toBe('موعد سلة غذائية');
    expect(plainText(content.body)).toContain('حضوركِ يوم الخميس ٠١\u00A0\u200F/');
    // A request gets its number when it is raised.
    expect(unfilled).toEqual(['رقم الطلب']);
    const letter = await desk.call('letters.create', {
      partyId: added.id,
      content: { ...content, signatory: { title: 'الرئيسة', name: 'سارة محمد المطيري' } },
    });
    const error = await refused(() => desk.call('letters.submit', { id: letter.id }));
    expect(error.code).toBe('letterIncomplete');
    expect(error.details['fields']).toEqual(['body']);
  });

  it('quotes the letter that is corrected, and refuses who is not there', async () => {
    const letter = await desk.call('letters.create', {
      content: {
        recipient: { name: 'مدير المركز' },
        subject: 'دعم السلال',
        body: richTextFromPlain('نفيدكم.'),
        attachments: { kind: 'list', items: [] },
        signatory: { title: 'الرئيسة', name: 'سارة محمد المطيري' },
        copies: [],
      },
    });
    const issued = await desk.call('letters.issue', { id: letter.id });
    const { content, unfilled } = await desk.call('templates.fill', {
      ref: 'correction',
      correctsId: issued.id,
      asked: { wrongText: 'أ', rightText: 'ب' },
    });
    expect(unfilled).toEqual([]);
    expect(content.subject).toBe('تصحيح ما ورد في خطابنا رقم ١٢٧\u200F/\u200Fص\u200F/\u200F١٤٤٨');
    expect(plainText(content.body)).toContain('بشأن دعم السلال');
    expect(
      await codeOf(() =>
        desk.call('templates.fill', { ref: 'answer', answersId: incomingIdSchema.parse(77) }),
      ),
    ).toBe('notFound');
    expect(
      await codeOf(() => desk.call('templates.fill', { ref: 'answer', partyId: partyIdSchema.parse(77) })),
    ).toBe('notFound');
  });

  it('stands on what was typed when the register is silent', async () => {
    const { content, unfilled } = await desk.call('templates.fill', { ref: 'bankTransfer', asked: {} });
    expect(unfilled).toEqual(
      expect.arrayContaining(['المبلغ', 'المبلغ كتابةً', 'اسم المستفيد', 'الآيبان', 'الغرض', 'اسم البنك']),
    );
    expect(unfilled).not.toContain('آيبان الجمعية');
    expect(content.body).not.toEqual(EMPTY_RICH_TEXT);
  });
});

describe('phrases', () => {
  it('are the office’s beside Wisam’s', async () => {
    const before = await desk.call('phrases.list');
    const { id } = await desk.call('phrases.save', { id: null, group: 'contact', text: 'حفظكم الله.' });
    await desk.call('phrases.save', { id, group: 'thanks', text: 'حفظكم الله ورعاكم.' });
    const after = await desk.call('phrases.list');
    expect(after).toHaveLength(before.length + 1);
    expect(after.filter((one) => one.id !== null)).toEqual([
      { id, group: 'thanks', text: 'حفظكم الله ورعاكم.' },
    ]);
    await desk.call('phrases.remove', { id });
    expect(await desk.call('phrases.list')).toEqual(before);
    await desk.call('phrases.undoRemove', { id });
    expect(await desk.call('phrases.list')).toEqual(after);
    expect(await codeOf(() => desk.call('phrases.remove', { id: 99 }))).toBe('notFound');
  });
});

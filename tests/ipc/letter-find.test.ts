import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LetterId } from '#shared/ids.ts';
import { refreshLetterSearch } from '#db/letters/letter-search.ts';
import { letterContent } from '../support/letter-content.ts';
import { openOffice, person, type TestDesk } from '../support/office.ts';

let desk: TestDesk;
/** Issued: 127 and 128 on 1448-06-12 (2026-11-22), 129 on 1448-07-02 (2026-12-12); and a draft. */
let ids: Record<'thanks' | 'bank' | 'refusal' | 'draft', LetterId>;

const DAY_MS = 86_400_000;

beforeEach(async () => {
  desk = await openOffice();
  const { id: partyId } = await desk.call('parties.add', person());
  const issue = async (subject: string, body: string, name: string, party: boolean): Promise<LetterId> => {
    const base = letterContent(subject);
    const content = {
      ...base,
      recipient: { ...base.recipient, name },
      body: {
        type: 'doc' as const,
        content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: body }] }],
      },
    };
    const { id } = await desk.call('letters.create', { partyId: party ? partyId : null, content });
    await desk.call('letters.issue', { id, confirmClock: true });
    return id;
  };
  const thanks = await issue(
    'شكر وتقدير',
    'نشكر لكم تبرعكم بالسلال الغذائية لأسر قرية الصمد.',
    'عبدالله الشمرانى',
    false,
  );
  const bank = await issue(
    'تحديث الآيبان',
    'نأمل تحديث حساب الجمعية ورقمه 4521 لديكم.',
    'مدير مصرف الراجحي',
    true,
  );
  desk.clock.advance(20 * DAY_MS);
  const refusal = await issue('نتيجة الطلب', 'نعتذر عن قبول الطلب وَفقَ السِّياسة.', 'فاطمة الحربي', true);
  const { id: draft } = await desk.call('letters.create', { content: letterContent('مسودة عن السلة') });
  ids = { thanks, bank, refusal, draft };
});
afterEach(() => desk.close());

const found = async (text: string, more: object = {}): Promise<LetterId[]> =>
  (await desk.call('letters.list', { text, ...more })).rows.map((row) => row.id);
const named = async (text: string, more: object = {}): Promise<string[]> => {
  const names = new Map(Object.entries(ids).map(([name, id]) => [id, name]));
  return (await found(text, more)).map((id) => names.get(id) ?? '?');
};

describe('finding a letter', () => {
  it.each([
    // numbers
    ['127', ['thanks']],
    ['١٢٨', ['bank']],
    ['128/ص/1448', ['bank']],
    ['١٢٨ / ص / ١٤٤٨', ['bank']],
    ['1448/ص/128', ['bank']],
    ['128/w/1448', ['bank']],
    ['رقم 129', ['refusal']],
    ['خطابنا رقم ١٢٩', ['refusal']],
    ['128/ص/1447', []],
    ['4521', ['bank']],
    // days, months, years, of either calendar and in either digits
    ['12/6/1448', ['bank', 'thanks']],
    ['٢٢/١١/٢٠٢٦', ['bank', 'thanks']],
    ['2026-11-22', ['bank', 'thanks']],
    ['12 جمادى الآخرة 1448 هـ', ['bank', 'thanks']],
    ['جمادى الآخرة 1448', ['bank', 'thanks']],
    ['رجب 1448', ['refusal']],
    ['12/2026', ['refusal']],
    ['نوفمبر ٢٠٢٦ م', ['bank', 'thanks']],
    ['1448', ['refusal', 'bank', 'thanks']],
    ['2026', ['refusal', 'bank', 'thanks']],
    ['1447', []],
    ['13/6/1448', []],
    // words of addressee, subject and body; folded, with or without what hangs on them
    ['الشمراني', ['thanks']],
    ['شمراني', ['thanks']],
    ['الراجحي مصرف', ['bank']],
    ['ايبان', ['bank']],
    ['سلال', ['thanks']],
    ['السلال الغذائيه', ['thanks']],
    ['سياسة', ['refusal']],
    ['وفق السياسه', ['refusal']],
    ['سلة', ['draft']],
    ['زرافة', []],
    ['%', []],
    ['"', []],
    ['AND OR NOT', []],
    ['*', []],
  ])('%s', async (text, names) => {
    expect(await named(text)).toEqual(names);
  });

  it('sets a number that is typed above what only mentions it', async () => {
    const { id } = await desk.call('letters.create', { content: letterContent('إلحاقًا لخطابنا 127') });
    expect(await found('127')).toEqual([ids.thanks, id]);
  });

  it('understands the other keyboard layout, and says so', async () => {
    // «فاطمة» on the same keys.
    const list = await desk.call('letters.list', { text: "th'lm" });
    expect(list.rows.map((row) => row.id)).toEqual([ids.refusal]);
    expect(list.meant).toBe('فاطمة');
    expect((await desk.call('letters.list', { text: 'فاطمة' })).meant).toBeNull();
    expect((await desk.call('letters.list', { text: 'qqqq' })).meant).toBeNull();
  });

  it('lists what is on its way first, then the newest number', async () => {
    expect(await named('')).toEqual(['draft', 'refusal', 'bank', 'thanks']);
    expect(await named('', { offset: 1, limit: 2 })).toEqual(['refusal', 'bank']);
    expect(await named('', { offset: 3, limit: 2 })).toEqual(['thanks']);
    expect((await desk.call('letters.list', { limit: 1 })).total).toBe(4);
  });

  it('is narrowed by state, day, person, year, signature and delivery, with or without words', async () => {
    await desk.call('letters.void', { id: ids.bank, reason: 'خطأ' });
    expect(await named('', { states: ['voided'] })).toEqual(['bank']);
    expect(await named('', { states: ['draft', 'voided'] })).toEqual(['draft', 'bank']);
    expect(await named('', { unsigned: true })).toEqual(['refusal', 'thanks']);
    expect(await named('', { undelivered: true, from: '2026-12-01' })).toEqual(['refusal']);
    expect(await named('', { to: '2026-11-30' })).toEqual(['bank', 'thanks']);
    const partyId = (await desk.call('parties.list', {})).rows[0]!.id;
    expect(await named('', { partyId })).toEqual(['refusal', 'bank']);
    expect(await named('الجمعية', { partyId })).toEqual(['bank']);
    expect(await named('127', { states: ['voided'] })).toEqual([]);
    expect(await named('', { year: 1447 })).toEqual([]);
    expect(await named('', { year: 1448, states: ['issued'] })).toEqual(['refusal', 'thanks']);
    expect(await named('', { origin: 'paper' })).toEqual([]);
    expect(await desk.call('letters.waiting')).toEqual({ unsigned: 2, undelivered: 2 });
  });

  it('follows an edit and forgets what was there', async () => {
    const letter = await desk.call('letters.get', { id: ids.draft });
    await desk.call('letters.save', {
      id: letter.id,
      version: letter.version,
      content: letterContent('كسوة الشتاء'),
    });
    expect(await named('سلة')).toEqual([]);
    expect(await named('كسوه')).toEqual(['draft']);
    await desk.call('letters.discard', { id: ids.draft });
    expect(await named('كسوه')).toEqual([]);
  });

  it('indexes what was written before there was an index, and again when the folding changes', async () => {
    const { db } = desk.office();
    expect(refreshLetterSearch(db)).toBe(false);
    db.sqlite.exec(`INSERT INTO letter_words (letter_words) VALUES ('delete-all')`);
    expect(await named('شمراني')).toEqual([]);
    expect(refreshLetterSearch(db)).toBe(true);
    expect(await named('شمراني')).toEqual(['thanks']);
    db.sqlite.exec('UPDATE installation SET norm_version = 0');
    expect(refreshLetterSearch(db)).toBe(true);
    expect(await named('128/ص')).toEqual(['bank']);
    expect(await named('مصرف')).toEqual(['bank']);
  });
});

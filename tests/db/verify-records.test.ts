import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyDatabase } from '#electron/verify/verify-database.ts';
import { letterContent } from '../support/letter-content.ts';
import { openOffice, type TestDesk } from '../support/office.ts';
import { tinyPdf } from '../support/tiny-pdf.ts';

const received = {
  sender: { organisation: 'إمارة المنطقة', name: '', title: '' },
  theirNumber: '5',
  theirDay: '2026-11-20',
  subject: 'دعوة',
  attachments: { kind: 'list' as const, items: [] },
  receivedBy: 'byHand' as const,
  note: '',
};

let desk: TestDesk;
/** Outgoing 127 issued, signed and delivered, 128 to 131 kept: 128 entered, 129 void. Incoming 34, 35 to 36 kept: 35 entered. */
beforeEach(async () => {
  desk = await openOffice();
  const bytes = new Uint8Array(tinyPdf('مسح'));
  const { sha256 } = await desk.call('files.put', { name: 'مسح.pdf', bytes });
  const scan = { sha256, name: 'مسح.pdf' };
  const { id } = await desk.call('letters.create', { content: letterContent() });
  await desk.call('letters.issue', { id });
  await desk.call('letters.fileSignedScan', { id, file: scan });
  await desk.call('letters.deliver', {
    id,
    method: 'byHand',
    receiver: 'علي',
    day: '2026-11-22',
    note: '',
    signature: null,
  });
  await desk.call('registers.reserve', { register: 'outgoing', count: 4, reason: 'انقطاع' });
  await desk.call('registers.enterOutgoing', {
    hijriYear: 1448,
    number: 128,
    day: '2026-11-22',
    reason: 'انقطاع',
    recipient: letterContent().recipient,
    subject: 'كُتب باليد',
    signatory: { title: 'رئيسة المجلس', name: 'سارة' },
    attachments: { kind: 'list', items: [] },
    scan,
  });
  await desk.call('registers.voidReserved', {
    register: 'outgoing',
    hijriYear: 1448,
    number: 129,
    reason: 'تلفت',
  });
  await desk.call('incoming.register', { content: { ...received, scans: [scan] } });
  await desk.call('registers.reserve', { register: 'incoming', count: 2, reason: 'انقطاع' });
  await desk.call('registers.enterIncoming', {
    hijriYear: 1448,
    number: 35,
    day: '2026-11-22',
    reason: 'انقطاع',
    content: { ...received, scans: [] },
  });
  await desk.call('incoming.void', { id: 1, reason: 'مكرر' });
});
afterEach(() => desk.close());

/** Somebody with the key and a tool of their own; the triggers are put back, so that only the deed itself shows. */
function tamper(sql: string): readonly string[] {
  const { sqlite } = desk.office().db;
  sqlite.pragma('foreign_keys = OFF');
  const triggers = sqlite.prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`).all() as {
    name: string;
    sql: string;
  }[];
  for (const { name } of triggers) sqlite.exec(`DROP TRIGGER "${name}"`);
  sqlite.exec(sql);
  for (const trigger of triggers) sqlite.exec(trigger.sql);
  sqlite.pragma('foreign_keys = ON');
  return verifyDatabase(desk.office().db).faults;
}

const other = `'${'e'.repeat(64)}'`;

describe('verification of what letters became, of paper, of incoming letters and of the schema', () => {
  it('finds nothing where all is well', () => {
    const { faults, read } = verifyDatabase(desk.office().db);
    expect(faults).toEqual([]);
    expect(read).toEqual({ letters: 2, incoming: 2, reserved: 6, files: 1 });
  });

  it.each([
    // what was written by hand
    [
      'a paper letter’s subject',
      `UPDATE letter SET subject = 'x' WHERE number = 128`,
      'letter.content:outgoing-1448-128',
    ],
    [
      'its day',
      `UPDATE letter SET day = '2026-11-21' WHERE number = 128`,
      'letter.content:outgoing-1448-128',
    ],
    [
      'its text',
      `UPDATE letter SET content_json = replace(content_json, 'باليد', 'باليدين'), subject = 'كُتب باليدين' WHERE number = 128`,
      'letter.content:outgoing-1448-128',
    ],
    ['its scan', `UPDATE letter_pdf SET pdf = x'00' WHERE letter_id = 2`, 'letter.pdf:outgoing-1448-128'],
    ['its pages', 'UPDATE letter SET pages = 9 WHERE number = 128', 'letter.log:outgoing-1448-128'],
    [
      'its origin',
      `UPDATE letter SET origin = 'desk' WHERE number = 128`,
      'letter.content:outgoing-1448-128',
    ],
    ['its seal', `UPDATE letter SET seal = ${other} WHERE number = 128`, 'letter.seal:outgoing-1448-128'],
    [
      'its link',
      `UPDATE letter SET chain_after = ${other} WHERE number = 128`,
      'letter.chain:outgoing-1448-128',
    ],
    // numbers that were kept
    [
      'the reason of a void number',
      `UPDATE reserved_number SET reason = 'x' WHERE number = 129`,
      'paper.settled:outgoing-1448-129',
    ],
    [
      'an open number made void',
      `UPDATE reserved_number SET state = 'voided', reason = 'x', settled_by = 1, settled_at_ms = 1 WHERE number = 130`,
      'paper.settled:outgoing-1448-130',
    ],
    [
      'a void number opened again',
      `UPDATE reserved_number SET state = 'open', settled_by = NULL, settled_at_ms = NULL WHERE number = 129`,
      'paper.settled:outgoing-1448-129',
    ],
    [
      'an entered number opened again',
      `UPDATE reserved_number SET state = 'open', letter_id = NULL, settled_by = NULL, settled_at_ms = NULL WHERE number = 128`,
      'register.gap:outgoing-1448-129',
    ],
    [
      'the printed number of a kept one',
      `UPDATE reserved_number SET reference_number = '9/ص/1448' WHERE number = 131`,
      'paper.seal:outgoing-1448-131',
    ],
    [
      'why a range was kept',
      `UPDATE reserved_range SET reason = 'x' WHERE id = 1`,
      'paper.log:outgoing-1448-128',
    ],
    [
      'a kept number gone',
      `DELETE FROM reserved_number WHERE number = 130`,
      'register.gap:outgoing-1448-130',
    ],
    [
      'the last kept number gone, and the counter with it',
      `DELETE FROM reserved_number WHERE number = 131; UPDATE register_counter SET last = 130 WHERE register = 'outgoing'`,
      'paper.range:outgoing-1448-128',
    ],
    // incoming letters
    [
      'an incoming subject',
      `UPDATE incoming_letter SET subject = 'x' WHERE number = 34`,
      'incoming.content:incoming-1448-34',
    ],
    [
      'their number',
      `UPDATE incoming_letter SET their_number = '6' WHERE number = 34`,
      'incoming.content:incoming-1448-34',
    ],
    [
      'its day',
      `UPDATE incoming_letter SET day = '2026-11-21' WHERE number = 34`,
      'incoming.content:incoming-1448-34',
    ],
    [
      'who registered it',
      `UPDATE incoming_letter SET registered_at_ms = 1 WHERE number = 34`,
      'incoming.log:incoming-1448-34',
    ],
    [
      'its link',
      `UPDATE incoming_letter SET chain_after = ${other} WHERE number = 34`,
      'incoming.chain:incoming-1448-34',
    ],
    [
      'an entered one',
      `UPDATE incoming_letter SET sender_line = 'x' WHERE number = 35`,
      'incoming.content:incoming-1448-35',
    ],
    [
      'an entered one’s day',
      `UPDATE incoming_letter SET day = '2026-11-21' WHERE number = 35`,
      'incoming.content:incoming-1448-35',
    ],
    [
      'its void',
      `UPDATE incoming_letter SET void_reason = 'x' WHERE number = 34`,
      'incoming.void:incoming-1448-34',
    ],
    [
      'its void taken back',
      `UPDATE incoming_letter SET state = 'open', voided_by = NULL, voided_at_ms = NULL, void_reason = '' WHERE number = 34`,
      'incoming.void:incoming-1448-34',
    ],
    ['a letter gone', 'DELETE FROM incoming_letter WHERE number = 34', 'register.gap:incoming-1448-34'],
    // what became of a letter
    [
      'a void nobody made',
      `UPDATE letter SET state = 'voided', voided_by = 1, voided_at_ms = 1, void_reason = 'x' WHERE number = 127`,
      'letter.void:outgoing-1448-127',
    ],
    [
      'its code',
      `UPDATE letter SET code = '1234567890123456' WHERE number = 127`,
      'letter.code:outgoing-1448-127',
    ],
    [
      'the sealed paper',
      `UPDATE letter_paper SET paper_json = replace(paper_json, 'الأسرة', 'الأسر')`,
      'letter.content:outgoing-1448-127',
    ],
    ['the sealed head', `UPDATE letter_paper SET profile_json = '{}'`, 'letter.log:outgoing-1448-127'],
    [
      'the mark of signing',
      'UPDATE letter SET signed_at_ms = NULL WHERE number = 127',
      'letter.signed:outgoing-1448-127',
    ],
    [
      'the mark of delivery',
      'UPDATE letter SET delivered_at_ms = 5 WHERE number = 127',
      'letter.delivered:outgoing-1448-127',
    ],
    [
      'a signing gone',
      'DELETE FROM letter_signing WHERE letter_id = 1; UPDATE letter SET signed_at_ms = NULL WHERE id = 1',
      'letter.signing:outgoing-1448-127',
    ],
    [
      'a signing withdrawn by hand',
      'UPDATE letter_signing SET withdrawn_at_ms = 1, withdrawn_by = 1 WHERE letter_id = 1; UPDATE letter SET signed_at_ms = NULL WHERE id = 1',
      'letter.signing:outgoing-1448-127',
    ],
    [
      'to whom it was delivered',
      `UPDATE letter_delivery SET receiver = 'x'`,
      'letter.delivery:outgoing-1448-127',
    ],
    [
      'when it was delivered',
      `UPDATE letter_delivery SET day = '2026-11-21'`,
      'letter.delivery:outgoing-1448-127',
    ],
    [
      'a delivery gone',
      'DELETE FROM letter_delivery; UPDATE letter SET delivered_at_ms = NULL WHERE id = 1',
      'letter.delivery:outgoing-1448-127',
    ],
    [
      'a kept rendering',
      `INSERT INTO letter_rendering VALUES (1, 'preprinted', 'x', x'00', 1, ${other}, 1)`,
      'letter.rendering:outgoing-1448-127',
    ],
    // files
    [
      'a kept file, by the letter whose signed sheet it is',
      `UPDATE stored_file SET content = x'00', size_bytes = 1`,
      'letter.file:outgoing-1448-127',
    ],
    [
      'a kept file, by the letter that it was scanned of',
      `DELETE FROM letter_signing WHERE letter_id = 1; UPDATE stored_file SET content = x'00', size_bytes = 1`,
      'letter.file:outgoing-1448-128',
    ],
    [
      'a kept file, by the incoming letter that it is of',
      `DELETE FROM letter_signing; UPDATE stored_file SET content = x'00', size_bytes = 1`,
      'incoming.file:incoming-1448-34',
    ],
    [
      'a file that a letter speaks of',
      `DELETE FROM letter_signing; DELETE FROM attachment; DELETE FROM stored_file`,
      'letter.signed:outgoing-1448-127',
    ],
  ])('finds %s', (_, sql, fault) => {
    const faults = tamper(sql);
    expect(faults).toContain(fault);
    // What is told first, and to the desk, is never only the chain or the schema.
    expect(faults[0]).not.toMatch(/^schema:/u);
  });

  it.each([
    ['an attachment of its text', 'outgoing-1448-132'],
    ['a receipt with the receiver’s signature', 'outgoing-1448-132'],
    ['a scan that was filed later', 'incoming-1448-37'],
    ['a file of nobody', null],
  ] as const)('names %s, altered or gone', async (what, place) => {
    const put = async (name: string) => {
      const { sha256 } = await desk.call('files.put', { name, bytes: new Uint8Array(tinyPdf(name)) });
      return { sha256, name };
    };
    const file = await put('ملف.pdf');
    if (place === 'outgoing-1448-132') {
      const own = what.startsWith('an attachment');
      const items = own ? [{ text: 'بيان', unit: 'copy', count: 1, file } as const] : [];
      const content = { ...letterContent(), attachments: { kind: 'list' as const, items } };
      const { id } = await desk.call('letters.create', { content });
      await desk.call('letters.issue', { id });
      const to = { method: 'byHand', receiver: 'علي', day: '2026-11-22', note: '' } as const;
      if (!own) await desk.call('letters.deliver', { id, ...to, signature: file });
    } else if (place !== null) {
      const { id } = await desk.call('incoming.register', { content: { ...received, scans: [] } });
      await desk.call('incoming.addScan', { id, file });
    }
    const where = `sha256 = '${file.sha256}'`;
    const kind = place?.startsWith('incoming') === true ? 'incoming' : 'letter';
    const expected = place === null ? `file.damaged:${file.sha256.slice(0, 16)}` : `${kind}.file:${place}`;
    expect(tamper(`UPDATE stored_file SET content = x'00', size_bytes = 1 WHERE ${where}`)).toEqual([
      expected,
    ]);
    // The same of a file that lies in the folder, and is gone from there.
    tamper(`UPDATE stored_file SET content = NULL WHERE ${where}`);
    const { faults } = verifyDatabase(desk.office().db, { readOutside: () => null });
    expect(faults).toEqual([expected.replace('damaged', 'vanished')]);
  });

  it('names the letter whose file is gone', () => {
    expect(tamper('DELETE FROM letter_signing; DELETE FROM attachment; DELETE FROM stored_file')).toContain(
      'incoming.file:incoming-1448-34',
    );
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyDatabase } from '#electron/verify/verify-database.ts';
import { letterContent } from '../support/letter-content.ts';
import { openOffice, type TestDesk } from '../support/office.ts';
import { tinyPdf } from '../support/tiny-pdf.ts';
import { PLANTED_EDITS } from './support/planted-edits.ts';

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

describe('verification of what letters became, of paper, of incoming letters and of the schema', () => {
  it('finds nothing where all is well', () => {
    const { faults, read } = verifyDatabase(desk.office().db);
    expect(faults).toEqual([]);
    expect(read).toEqual({ letters: 2, incoming: 2, reserved: 6, files: 1 });
  });

  it.each(PLANTED_EDITS)('finds %s', (_, sql, fault) => {
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

import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyDatabase } from '#electron/verify/verify-database.ts';
import { letterContent } from '../support/letter-content.ts';
import { openOffice, person, type TestDesk } from '../support/office.ts';

const received = {
  sender: { organisation: 'إمارة المنطقة' },
  theirNumber: '5',
  theirDay: '2026-11-20',
  subject: 'دعوة',
  attachments: { kind: 'list' as const, items: [] },
  scans: [],
  receivedBy: 'byHand' as const,
};

let desk: TestDesk;
/**
 * Incoming: 34 assigned at its registration, 35 assigned later, 36 closed with a note, 37 answered, 38 answered by a letter
 * that was voided, 39 closed and voided, 40 entered from paper. Outgoing 127 printed twice alike, 128 saved; a closing of
 * the day printed; a test page.
 */
beforeEach(async () => {
  desk = await openOffice();
  const me = desk.app.session.current()!.staff.id;
  await desk.call('staff.add', {
    name: 'خالد سعد',
    jobTitle: '',
    roles: ['receptionist'],
    rights: [],
    password: 'كلمة مرور طويلة 9',
  });
  const party = await desk.call('parties.add', person());
  await desk.call('parties.add', person('سعد مرزوق السلمي', '1001244019'));
  const register = async (more: object = {}) => {
    desk.clock.advance(60_000);
    return (await desk.call('incoming.register', { content: received, ...more })).id;
  };
  await register({ assignedTo: me, dueDay: '2026-12-01', partyId: party.id });
  await desk.call('incoming.assign', { id: await register(), to: me, dueDay: '2026-12-02' });
  await desk.call('incoming.close', { id: await register(), note: 'للعلم' });
  for (const voided of [false, true]) {
    const answersId = await register();
    const { id } = await desk.call('letters.create', { content: letterContent(), answersId });
    await desk.call('letters.issue', { id });
    if (voided) await desk.call('letters.void', { id, reason: 'كُرر' });
  }
  const closed = await register();
  await desk.call('incoming.close', { id: closed, note: 'حُفظ' });
  await desk.call('incoming.void', { id: closed, reason: 'مكرر' });
  await desk.call('registers.reserve', { register: 'incoming', count: 1, reason: 'انقطاع' });
  await desk.call('registers.enterIncoming', {
    hijriYear: 1448,
    number: 40,
    day: '2026-11-22',
    reason: 'انقطاع',
    content: received,
  });
  desk.saved.path = join(desk.folder, 'copy.pdf');
  await desk.call('letters.print', { id: 1, copies: 2 });
  await desk.call('letters.print', { id: 1, copies: 2 });
  await desk.call('letters.savePdf', { id: 2 });
  const { token } = await desk.call('papers.make', { kind: 'dayClosing', day: '2026-11-22' });
  await desk.call('papers.print', { token });
  await desk.call('papers.save', { token });
  const [printer] = await desk.call('printing.printers');
  await desk.call('printing.testPage', { printer: printer!.name });
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

const incoming = (set: string, number: number): string =>
  `UPDATE incoming_letter SET ${set} WHERE number = ${number}`;
const printed = (set: string, where: string): string =>
  `UPDATE print_job SET ${set} WHERE id = (SELECT min(id) FROM print_job WHERE ${where})`;

describe('verification of what was done with a letter', () => {
  it('finds nothing where all is well', () => {
    expect(verifyDatabase(desk.office().db).faults).toEqual([]);
    const { sqlite } = desk.office().db;
    const states = sqlite.prepare('SELECT number, state, close_note FROM incoming_letter').raw().all();
    expect(states).toEqual([
      [34, 'open', ''],
      [35, 'open', ''],
      [36, 'closed', 'للعلم'],
      [37, 'closed', ''],
      [38, 'open', ''],
      [39, 'voided', 'حُفظ'],
      [40, 'open', ''],
    ]);
    expect(sqlite.prepare('SELECT count(*) FROM print_job').pluck().get()).toBe(6);
  });

  it.each([
    ['whose it is', incoming('assigned_to = NULL', 34), 'assigned:incoming-1448-34'],
    ['by when', incoming(`due_day = '2027-01-01'`, 34), 'assigned:incoming-1448-34'],
    ['whom it concerns', incoming('party_id = 2', 34), 'about:incoming-1448-34'],
    ['whose it became', incoming('assigned_to = NULL', 35), 'assigned:incoming-1448-35'],
    ['by when it became due', incoming('due_day = NULL', 35), 'assigned:incoming-1448-35'],
    ['an assignment that nobody made', incoming('assigned_to = 1', 36), 'assigned:incoming-1448-36'],
    ['a day nobody set', incoming(`due_day = '2026-12-01'`, 40), 'assigned:incoming-1448-40'],
    ['the note of its closing', incoming(`close_note = 'x'`, 36), 'closed:incoming-1448-36'],
    ['when it was closed', incoming('closed_at_ms = 1', 36), 'closed:incoming-1448-36'],
    ['who closed it', incoming('closed_by = 2', 36), 'closed:incoming-1448-36'],
    [
      'a closed one opened again',
      incoming(`state = 'open', closed_at_ms = NULL, closed_by = NULL, close_note = ''`, 36),
      'closed:incoming-1448-36',
    ],
    [
      'an answered one opened again',
      incoming(`state = 'open', closed_at_ms = NULL, closed_by = NULL`, 37),
      'closed:incoming-1448-37',
    ],
    ['a note on an answered one', incoming(`close_note = 'x'`, 37), 'closed:incoming-1448-37'],
    [
      'an open one closed',
      incoming(`state = 'closed', closed_at_ms = 1, closed_by = 1`, 38),
      'closed:incoming-1448-38',
    ],
    ['the note of a void one', incoming(`close_note = ''`, 39), 'closed:incoming-1448-39'],
  ])('finds %s of an incoming letter', (_, sql, fault) => {
    expect(tamper(sql)).toEqual([`incoming.${fault}`]);
  });

  it.each([
    ['how many', printed('copies = 1', 'letter_id = 1'), /^letter\.printed:outgoing-1448-127$/u],
    [
      'of which bytes',
      printed(`sha256 = '${'e'.repeat(64)}'`, 'letter_id = 1'),
      /^letter\.printed:outgoing-1448-127$/u,
    ],
    ['when', printed('at_ms = 1', 'letter_id = 1'), /^letter\.printed:outgoing-1448-127$/u],
    ['where', printed(`target = 'x'`, 'letter_id = 1'), /^letter\.printed:outgoing-1448-127$/u],
    ['which pages', printed(`page_range = '1'`, 'letter_id = 1'), /^letter\.printed:outgoing-1448-127$/u],
    ['of which letter', printed('letter_id = 2', 'letter_id = 1'), /^letter\.printed:outgoing-1448-128$/u],
    ['a print gone', 'DELETE FROM print_job WHERE id = 1', /^letter\.printed:outgoing-1448-127$/u],
    [
      'a saved copy gone',
      'DELETE FROM print_job WHERE letter_id = 2',
      /^letter\.printed:outgoing-1448-128$/u,
    ],
    [
      'a print that nobody made',
      `INSERT INTO print_job SELECT NULL, letter_id, title, kind, copies, target, sha256, at_ms, staff_id, paper, page_range, came_out FROM print_job WHERE id = 1`,
      /^letter\.printed:outgoing-1448-127$/u,
    ],
    ['what was printed', printed(`paper = 'x'`, `paper = 'dayClosing'`), /^print\.job:\d+$/u],
    [
      'a paper’s print gone',
      `DELETE FROM print_job WHERE paper = 'dayClosing' AND kind = 'print'`,
      /^print\.missing:\d+$/u,
    ],
    [
      'a paper’s copy gone',
      `DELETE FROM print_job WHERE paper = 'dayClosing' AND kind = 'save'`,
      /^print\.missing:\d+$/u,
    ],
    ['a test page', printed('copies = 9', `paper = 'testPage'`), /^print\.job:\d+$/u],
  ])('finds %s among the prints', (_, sql, fault) => {
    expect(tamper(sql)).toEqual([expect.stringMatching(fault)]);
  });

  it('finds a letter in another register', () => {
    const faults = tamper(`UPDATE letter SET register = 'incoming' WHERE number = 127`);
    expect(faults[0]).toBe('register.gap:outgoing-1448-127');
    expect(faults).toContain('letter.register:outgoing-1448-127');
  });

  it('names the number of a row that refers to what is gone', () => {
    expect(tamper('UPDATE letter SET answers_id = 99 WHERE number = 127')[0]).toBe(
      'foreignKey:letter:outgoing-1448-127',
    );
    tamper('UPDATE letter SET answers_id = 4 WHERE number = 127');
    expect(tamper('UPDATE print_job SET staff_id = 99 WHERE letter_id = 2')).toEqual([
      'foreignKey:print_job:outgoing-1448-128',
    ]);
    tamper('UPDATE print_job SET staff_id = 1');
    expect(tamper(incoming('closed_by = 99', 36))).toEqual(['foreignKey:incoming_letter:incoming-1448-36']);
    tamper(incoming('closed_by = 1', 36));
    expect(tamper('UPDATE letter_paper SET letter_id = 99 WHERE letter_id = 1')).toEqual([
      'foreignKey:letter_paper',
    ]);
  });

  it('still reads the events of before they told whose an incoming letter is', () => {
    const faults = tamper(
      `UPDATE audit_log SET details_json = json_remove(details_json, '$.to', '$.dueDay', '$.partyId')
       WHERE action IN ('incoming.registered', 'incoming.enteredFromPaper')`,
    );
    expect(faults).toEqual([expect.stringMatching(/^audit\.altered:\d+$/u)]);
    expect(tamper(incoming('assigned_to = NULL', 35))).toContain('incoming.assigned:incoming-1448-35');
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyDatabase } from '#electron/verify/verify-database.ts';
import { letterContent } from '../support/letter-content.ts';
import { codeOf, openOffice, person, type TestDesk } from '../support/office.ts';
import { toCommittee } from '../support/request-path.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openOffice({ lastPaperNumbers: { outgoing: 10, incoming: 0 } });
  const party = await desk.call('parties.add', person());
  const { id } = await desk.call('requests.open', { partyId: party.id, service: 'سلة' });
  await toCommittee(desk, id);
  for (let n = 1; n <= 3; n += 1) {
    const letter = await desk.call('letters.create', {
      partyId: party.id,
      content: letterContent(`خطاب ${n}`),
    });
    await desk.call('letters.issue', { id: letter.id });
  }
  await desk.call('letters.void', { id: 2, reason: 'خطأ' });
});
afterEach(() => desk.close());

/** Somebody with the key and a tool of their own: triggers and references stand in nobody's way. */
function tamper(sql: string): string | null {
  const { sqlite } = desk.office().db;
  sqlite.pragma('foreign_keys = OFF');
  const triggers = sqlite.prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`).pluck().all();
  for (const name of triggers) sqlite.exec(`DROP TRIGGER "${String(name)}"`);
  sqlite.exec(sql);
  sqlite.pragma('foreign_keys = ON');
  return verifyDatabase(desk.office().db).fault;
}

const other = `'${'e'.repeat(64)}'`;

describe('verification', () => {
  it('finds nothing where all is well, and counts it in a fixed order', () => {
    const { lines, fault, audit } = verifyDatabase(desk.office().db);
    expect(fault).toBeNull();
    const names = lines.map((line) => line.name);
    expect(names.slice(0, 2)).toEqual(['schema version', 'free pages']);
    expect(names.slice(-2)).toEqual(['audit events', 'audit head']);
    for (const name of names) expect(name).toMatch(/^[a-z0-9_ ]+$/u);
    for (const { value } of lines) expect(String(value)).toMatch(/^(?:\d+|[0-9a-f]{64})$/u);
    expect(lines).toContainEqual({ name: 'letter', value: 3 });
    expect(lines).toContainEqual({ name: 'register outgoing 1448 last', value: 13 });
    expect(lines).toContainEqual({ name: 'register requests 1448 last', value: 1 });
    expect(lines).toContainEqual({ name: 'audit head', value: audit.hash });
    expect(verifyDatabase(desk.office().db).lines).toEqual(lines);
  });

  it.each([
    [
      'a word of an issued letter',
      `UPDATE letter SET content_json = replace(content_json, 'خطاب 1', 'خطاب 9') WHERE id = 1`,
      'letter.content:outgoing-1448-11',
    ],
    [
      'a content that is no letter',
      `UPDATE letter SET content_json = '{}' WHERE id = 1`,
      'letter.content:outgoing-1448-11',
    ],
    ['its day', `UPDATE letter SET day = '2026-11-20' WHERE id = 1`, 'letter.content:outgoing-1448-11'],
    [
      'its printed number',
      `UPDATE letter SET reference_number = '99/ص/1448' WHERE id = 1`,
      'letter.content:outgoing-1448-11',
    ],
    [
      'the subject in the register',
      `UPDATE letter SET subject = 'x' WHERE id = 2`,
      'letter.content:outgoing-1448-12',
    ],
    [
      'the addressee in the register',
      `UPDATE letter SET recipient_line = 'x' WHERE id = 2`,
      'letter.content:outgoing-1448-12',
    ],
    [
      'who issued it',
      `CREATE TEMP TABLE other AS SELECT * FROM staff; UPDATE other SET id = 99, name = 'x', name_key = 'x';
       INSERT INTO staff SELECT * FROM other; UPDATE letter SET issued_by = 99 WHERE id = 2`,
      'letter.log:outgoing-1448-12',
    ],
    [
      'when it was issued',
      `UPDATE letter SET issued_at_ms = issued_at_ms - 1 WHERE id = 2`,
      'letter.log:outgoing-1448-12',
    ],
    ['its pages', `UPDATE letter SET pages = pages + 1 WHERE id = 2`, 'letter.log:outgoing-1448-12'],
    ['its seal', `UPDATE letter SET seal = ${other} WHERE id = 3`, 'letter.seal:outgoing-1448-13'],
    [
      'its PDF',
      `UPDATE letter_pdf SET pdf = x'255044462d' WHERE letter_id = 3`,
      'letter.pdf:outgoing-1448-13',
    ],
    [
      'its PDF and the hash with it',
      `UPDATE letter_pdf SET pdf = x'00' WHERE letter_id = 3; UPDATE letter SET pdf_sha256 = '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d' WHERE id = 3`,
      'letter.log:outgoing-1448-13',
    ],
    ['no PDF', 'DELETE FROM letter_pdf WHERE letter_id = 3', 'letter.pdf:outgoing-1448-13'],
    [
      'a link of the chain',
      `UPDATE letter SET chain_after = ${other} WHERE id = 2`,
      'letter.chain:outgoing-1448-12',
    ],
    [
      'the head of the register',
      `UPDATE register_counter SET chain_head = ${other} WHERE register = 'outgoing'`,
      'register.head:outgoing-1448',
    ],
    [
      'the last letter gone',
      'DELETE FROM letter_pdf WHERE letter_id = 3; DELETE FROM letter_paper WHERE letter_id = 3; DELETE FROM letter WHERE id = 3',
      'register.gap:outgoing-1448-13',
    ],
    [
      'the last letter gone and the counter with it',
      `DELETE FROM letter_pdf WHERE letter_id = 3; DELETE FROM letter_paper WHERE letter_id = 3; DELETE FROM letter WHERE id = 3; UPDATE register_counter SET last = 12 WHERE register = 'outgoing'`,
      'letter.missing:outgoing-1448-13',
    ],
    [
      'a middle letter gone',
      'DELETE FROM letter_pdf WHERE letter_id = 2; DELETE FROM letter_paper WHERE letter_id = 2; DELETE FROM letter WHERE id = 2',
      'register.gap:outgoing-1448-12',
    ],
    [
      'a counter that ran on',
      `UPDATE register_counter SET last = 14 WHERE register = 'outgoing'`,
      'register.gap:outgoing-1448-14',
    ],
    [
      'a counter that fell back',
      `UPDATE register_counter SET last = 12 WHERE register = 'outgoing'`,
      'register.beyond:outgoing-1448-13',
    ],
    [
      'an opening that was made up',
      `UPDATE register_counter SET opening = 5 WHERE register = 'outgoing'`,
      'register.gap:outgoing-1448-6',
    ],
    [
      'a request without its number',
      `UPDATE support_request SET number = NULL, number_year = NULL`,
      'register.gap:requests-1448-1',
    ],
    [
      'a file that nobody gave',
      `UPDATE party SET file_year = 1448, file_number = 7`,
      'register.unknown:files-1448',
    ],
    ['a reference to nobody', 'DELETE FROM party', 'foreignKey:contact_point'],
    ['the log', `UPDATE audit_log SET actor_name = 'x' WHERE seq = 2`, 'audit.altered:2'],
    ['the end of the log', 'DELETE FROM audit_log WHERE seq > 4', 'letter.log:outgoing-1448-11'],
    [
      'who approved, in the log of the issue',
      `UPDATE audit_log SET hash = ${other} WHERE action = 'letter.issued' AND subject_id = 1`,
      'letter.log:outgoing-1448-11',
    ],
  ])('finds %s', (_, sql, fault) => {
    expect(tamper(sql)).toBe(fault);
  });

  it('finds a free page', () => {
    const { sqlite } = desk.office().db;
    sqlite.pragma('auto_vacuum = INCREMENTAL');
    sqlite.exec('CREATE TABLE big (x BLOB) STRICT; INSERT INTO big VALUES (zeroblob(50000)); DROP TABLE big');
    expect(verifyDatabase(desk.office().db).fault).toMatch(/^freelist:\d+$/u);
  });

  it('does not give out a sealed PDF whose bytes are not the sealed ones', async () => {
    tamper(`UPDATE letter_pdf SET pdf = x'255044462d' WHERE letter_id = 1`);
    expect(await codeOf(() => desk.call('letters.pdf', { id: 1 }))).toBe('databaseCorrupt');
    expect(await codeOf(() => desk.call('letters.print', { id: 1 }))).toBe('databaseCorrupt');
  });
});

import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyDatabase } from '#electron/verify/verify-database.ts';
import { keepPicture, requestToSign, signBoth } from '../support/attested-request.ts';
import { openOffice, person, type TestDesk } from '../support/office.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openOffice();
  const party = await desk.call('parties.add', person());
  const requestId = await requestToSign(desk, party.id);
  await signBoth(desk, requestId);
  await desk.call('attestations.complete', { requestId });
});
afterEach(() => desk.close());

/** Somebody with the key and a tool of their own: no trigger and no reference stands in their way. */
function tamper(...statements: readonly string[]): string | null {
  const { db } = desk.office();
  const triggers = db.sqlite
    .prepare<[], { name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND (name LIKE 'sealed%' OR name LIKE 'document_signature%')",
    )
    .all();
  db.sqlite.pragma('foreign_keys = OFF');
  for (const { name } of triggers) db.sqlite.exec(`DROP TRIGGER ${name}`);
  for (const one of statements) db.sqlite.exec(one);
  for (const { sql } of triggers) db.sqlite.exec(sql);
  db.sqlite.pragma('foreign_keys = ON');
  return verifyDatabase(db).fault;
}

describe('verification of frozen papers', () => {
  it('finds nothing where nothing was touched', () => {
    expect(verifyDatabase(desk.office().db).fault).toBeNull();
  });

  it.each([
    [
      'sealed.content:1',
      `UPDATE sealed_document SET content_json = json_set(content_json, '$.declaration', 'x')`,
    ],
    ['sealed.code:1', `UPDATE sealed_document SET code = '1234567890123456'`],
    ['sealed.pdf:1', `UPDATE sealed_document SET pdf = CAST('%PDF-1.4 other' AS BLOB)`],
    ['sealed.log:1', `UPDATE sealed_document SET made_at_ms = made_at_ms + 1`],
    ['sealed.code:1', `UPDATE sealed_document SET version = 2`],
    [
      'sealed.void:1',
      `UPDATE sealed_document SET voided_at_ms = made_at_ms, voided_by = made_by, void_reason = 'x'`,
    ],
    ['sealed.signature:1', `UPDATE document_signature SET mode = 'paper' WHERE mode = 'screen'`],
    [
      'sealed.signature:1',
      `UPDATE document_signature SET withdrawn_at_ms = at_ms, withdrawn_by = taken_by, withdraw_reason = 'x'`,
    ],
    ['sealed.signature:1', `DELETE FROM document_signature WHERE signer = 'officer'`],
    ['attestation.fields:1', `UPDATE attestation SET fields_sha256 = printf('%064d', 0)`],
  ])('names %s after an edit with another tool', (fault, sql) => {
    expect(tamper(sql)).toBe(fault);
  });

  it('misses no signature that was put back past the log, nor a witness of a thumb that fell', async () => {
    const { rows } = await desk.call('parties.list', {});
    const requestId = await requestToSign(desk, rows[0]!.id);
    const { document } = await desk.call('attestations.prepare', { requestId });
    const thumb = { signer: 'applicant', mode: 'thumb', file: await keepPicture(desk, 30) } as const;
    const witness = (name: string, idNumber: string) =>
      ({ signer: 'witness', mode: 'account', name, idNumber }) as const;
    const { signatures } = await desk.call('signatures.add', {
      documentId: document!.id,
      signatures: [thumb, witness('سعد علي الحربي', '1001244019'), witness('هند فهد العتيبي', '1101798278')],
    });
    await desk.call('signatures.withdraw', { id: signatures[0]!.id, reason: 'لم يُقرأ عليها الإقرار' });
    expect(verifyDatabase(desk.office().db).fault).toBeNull();
    const back = `SET withdrawn_at_ms = NULL, withdrawn_by = NULL, withdraw_reason = ''`;
    expect(tamper(`UPDATE document_signature ${back} WHERE id = ${signatures[2]!.id}`)).toBe(
      'sealed.signature:2',
    );
  });

  it('misses a paper that is gone, with all that hung on it', () => {
    expect(
      tamper('DELETE FROM attestation', 'DELETE FROM document_signature', 'DELETE FROM sealed_document'),
    ).toBe('sealed.missing:1');
  });

  it('finds a paper that was made to fit itself, by the log', () => {
    const pdf = Buffer.from('%PDF-1.4 another page');
    const sha256 = createHash('sha256').update(pdf).digest('hex');
    expect(
      tamper(`UPDATE sealed_document SET pdf = x'${pdf.toString('hex')}', pdf_sha256 = '${sha256}'`),
    ).toBe('sealed.log:1');
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyDatabase } from '#electron/verify/verify-database.ts';
import { partyIdSchema } from '#shared/ids.ts';
import { letterContent } from '../support/letter-content.ts';
import { openOffice, person, type TestDesk } from '../support/office.ts';
import { tinyPdf } from '../support/tiny-pdf.ts';

let desk: TestDesk;
/** Outgoing 127 approved in an act of its own, issued, signed and delivered, both withdrawn; 128 corrects it; 129 by hand. */
beforeEach(async () => {
  desk = await openOffice();
  const party = await desk.call('parties.add', person());
  await desk.call('parties.add', person('سعد مرزوق السلمي', '1001244019'));
  const name = 'مسح.pdf';
  const { sha256 } = await desk.call('files.put', { name, bytes: new Uint8Array(tinyPdf(name)) });
  const { id } = await desk.call('letters.create', { content: letterContent(), partyId: party.id });
  await desk.call('letters.approve', { id });
  desk.clock.advance(60_000);
  await desk.call('letters.issue', { id });
  await desk.call('letters.fileSignedScan', { id, file: { sha256, name } });
  const method = 'byHand' as const;
  const { deliveries } = await desk.call('letters.deliver', {
    id,
    method,
    receiver: 'علي',
    day: '2026-11-22',
  });
  desk.clock.advance(60_000);
  await desk.call('letters.withdrawSigning', { id });
  await desk.call('letters.withdrawDelivery', { deliveryId: deliveries[0]!.id });
  const second = await desk.call('letters.create', { content: letterContent(), correctsId: id });
  await desk.call('letters.issue', { id: second.id });
  await desk.call('registers.reserve', { register: 'outgoing', count: 1, reason: 'انقطاع' });
  await desk.call('registers.enterOutgoing', {
    hijriYear: 1448,
    number: 129,
    day: '2026-11-22',
    reason: 'انقطاع',
    recipient: letterContent().recipient,
    subject: 'كُتب باليد',
    signatory: { title: 'رئيسة المجلس', name: 'سارة' },
    attachments: { kind: 'list', items: [] },
    scan: { sha256, name },
  });
});
afterEach(() => desk.close());

/** Somebody with the key and a tool of their own; the triggers are put back, so that only the deed itself shows. */
function tamper(sql: string): readonly string[] {
  const { sqlite } = desk.office().db;
  const triggers = sqlite.prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`).all() as {
    name: string;
    sql: string;
  }[];
  for (const { name } of triggers) sqlite.exec(`DROP TRIGGER "${name}"`);
  sqlite.exec(sql);
  for (const trigger of triggers) sqlite.exec(trigger.sql);
  return verifyDatabase(desk.office().db).faults;
}

describe('verification of what a seal does not cover', () => {
  it('finds nothing where all is well', () => {
    expect(verifyDatabase(desk.office().db).faults).toEqual([]);
  });

  it('finds an edit of the person who was chosen for a draft after its first save', async () => {
    const { id, version } = await desk.call('letters.create', { content: letterContent() });
    await desk.call('letters.save', {
      id,
      version,
      content: letterContent(),
      partyId: partyIdSchema.parse(2),
    });
    await desk.call('letters.issue', { id });
    expect(verifyDatabase(desk.office().db).faults).toEqual([]);
    expect(tamper(`UPDATE letter SET party_id = 1 WHERE id = ${id}`)).toEqual([
      'letter.about:outgoing-1448-130',
    ]);
  });

  it.each([
    ['whom it concerns', 'UPDATE letter SET party_id = 2 WHERE number = 127', 'about:outgoing-1448-127'],
    [
      'what it corrects',
      'UPDATE letter SET corrects_id = NULL WHERE number = 128',
      'about:outgoing-1448-128',
    ],
    [
      'when it was approved',
      'UPDATE letter SET approved_at_ms = 1 WHERE number = 127',
      'approved:outgoing-1448-127',
    ],
    [
      'an approval that nobody gave',
      'UPDATE letter SET approved_at_ms = approved_at_ms - 1 WHERE number = 128',
      'approved:outgoing-1448-128',
    ],
    [
      'a code for what was written by hand',
      `UPDATE letter SET code = '1234567890123456' WHERE number = 129`,
      'code:outgoing-1448-129',
    ],
    [
      'when it was signed',
      'UPDATE letter_signing SET at_ms = 1 WHERE letter_id = 1',
      'signing:outgoing-1448-127',
    ],
    [
      'when the signing was withdrawn',
      'UPDATE letter_signing SET withdrawn_at_ms = 1 WHERE letter_id = 1',
      'signing:outgoing-1448-127',
    ],
    [
      'when the delivery was withdrawn',
      'UPDATE letter_delivery SET withdrawn_at_ms = 1 WHERE letter_id = 1',
      'delivery:outgoing-1448-127',
    ],
  ])('finds %s', (_, sql, fault) => {
    expect(tamper(sql)).toEqual([`letter.${fault}`]);
  });
});

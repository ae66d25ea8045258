import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FileRef } from '#shared/files/stored-file.ts';
import type { LetterId } from '#shared/ids.ts';
import { DELIVERY_METHODS, signingInForce } from '#shared/letters/letter-life.ts';
import type { Letter } from '#shared/letters/letter.ts';
import { verifyDatabase } from '#electron/verify/verify-database.ts';
import { letterContent } from '../support/letter-content.ts';
import { codeOf, openOffice, person, type TestDesk } from '../support/office.ts';
import { bigPdf, tinyPng } from '../support/sample-files.ts';
import { tinyPdf } from '../support/tiny-pdf.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openOffice();
});
afterEach(() => desk.close());

const put = async (name: string, bytes: Uint8Array): Promise<FileRef> => {
  const kept = await desk.call('files.put', { name, bytes: new Uint8Array(bytes) });
  return { sha256: kept.sha256, name: kept.name };
};
const issued = async (partyId: Letter['partyId'] = null): Promise<Letter> => {
  const { id } = await desk.call('letters.create', { partyId, content: letterContent() });
  return desk.call('letters.issue', { id });
};
const actions = async (): Promise<string[]> =>
  (await desk.call('audit.list', {})).map((event) => event.action);
const handOver = (id: LetterId, more = {}) =>
  desk.call('letters.deliver', {
    id,
    method: 'byHand',
    receiver: 'سكرتير المدير',
    day: '2026-11-22',
    ...more,
  });

describe('the signed sheet', () => {
  it('is filed, withdrawn and filed again; each stays on record, and the list follows', async () => {
    const { id } = await issued();
    const first = await put('صفحة خاطئة.pdf', tinyPdf('أول'));
    const second = await put('الأصل الموقّع.pdf', tinyPdf('ثان'));
    expect(await desk.call('letters.fileSignedScan', { id, file: first })).toMatchObject({ signed: true });
    desk.clock.advance(60_000);
    const withdrawn = await desk.call('letters.withdrawSigning', { id });
    expect(withdrawn).toMatchObject({ signed: false, state: 'issued' });
    expect(signingInForce(withdrawn)).toBeUndefined();
    const again = await desk.call('letters.fileSignedScan', { id, file: second });
    expect(again.signings).toMatchObject([
      { kind: 'scan', file: first, withdrawn: { atMs: desk.clock.nowMs(), byName: 'سارة محمد المطيري' } },
      { kind: 'scan', file: second, withdrawn: null },
    ]);
    expect(signingInForce(again)?.file).toEqual(second);
    expect((await desk.call('letters.list', {})).rows).toMatchObject([
      { id, signed: true, delivered: false },
    ]);
    expect((await actions()).slice(0, 3)).toEqual([
      'letter.signedScanFiled',
      'letter.signingWithdrawn',
      'letter.signedScanFiled',
    ]);
    expect(verifyDatabase(desk.office().db).fault).toBeNull();
  });

  it('an earlier scan holds again when a later one is withdrawn', async () => {
    const { id } = await issued();
    const first = await put('1.pdf', tinyPdf('1'));
    await desk.call('letters.fileSignedScan', { id, file: first });
    await desk.call('letters.fileSignedScan', { id, file: await put('2.pdf', tinyPdf('2')) });
    const left = await desk.call('letters.withdrawSigning', { id });
    expect(left.signed).toBe(true);
    expect(signingInForce(left)?.file).toEqual(first);
    expect((await desk.call('letters.withdrawSigning', { id })).signed).toBe(false);
    expect(await codeOf(() => desk.call('letters.withdrawSigning', { id }))).toBe('notFound');
  });

  it('is there, or nothing is filed', async () => {
    const { id } = await issued();
    const never = { sha256: 'ab'.repeat(32), name: 'موقّع.pdf' };
    await expect(desk.call('letters.fileSignedScan', { id, file: never })).rejects.toMatchObject({
      code: 'fileVanished',
      details: { name: 'موقّع.pdf' },
    });
    const big = await put('كبير.pdf', bigPdf(2_000_000));
    rmSync(join(desk.dataFolder, 'files'), { recursive: true });
    expect(await codeOf(() => desk.call('letters.fileSignedScan', { id, file: big }))).toBe('fileVanished');
    expect(await desk.call('letters.get', { id })).toMatchObject({ signed: false, signings: [] });
  });
});

describe('a delivery', () => {
  it.each(DELIVERY_METHODS)('by %s is kept with whom, when and their signature', async (method) => {
    const { id } = await issued();
    const signature = await put('سند الاستلام.png', tinyPng());
    const letter = await handOver(id, { method, note: 'رقم الوارد لديهم ٥٥', signature });
    expect(letter).toMatchObject({
      delivered: true,
      deliveries: [
        {
          method,
          receiver: 'سكرتير المدير',
          day: '2026-11-22',
          note: 'رقم الوارد لديهم ٥٥',
          signature,
          byName: 'سارة محمد المطيري',
          withdrawn: null,
        },
      ],
    });
  });

  it('stands between the letter’s day and today', async () => {
    const { id } = await issued();
    desk.clock.advance(3 * 86_400_000);
    for (const day of ['2026-11-21', '2026-11-26'])
      await expect(handOver(id, { day })).rejects.toMatchObject({
        code: 'deliveryDayWrong',
        details: { day, from: '2026-11-22', to: '2026-11-25' },
      });
    expect(await codeOf(() => handOver(id, { day: '2026-11-24' }))).toBe('none');
    expect(await codeOf(() => handOver(id, { day: '2026-02-30' }))).toBe('invalidInput');
    expect(await codeOf(() => handOver(id, { receiver: '  ' }))).toBe('invalidInput');
  });

  it('is withdrawn once, stays on record, and the letter counts as undelivered again', async () => {
    const { id } = await issued();
    await handOver(id);
    const { deliveries } = await handOver(id, { method: 'post', receiver: 'البريد السعودي' });
    const [first, second] = deliveries;
    expect((await desk.call('letters.withdrawDelivery', { deliveryId: second!.id })).delivered).toBe(true);
    const none = await desk.call('letters.withdrawDelivery', { deliveryId: first!.id });
    expect(none.delivered).toBe(false);
    expect(none.deliveries.map((one) => one.withdrawn === null)).toEqual([false, false]);
    expect(await codeOf(() => desk.call('letters.withdrawDelivery', { deliveryId: first!.id }))).toBe(
      'conflict',
    );
    expect(await codeOf(() => desk.call('letters.withdrawDelivery', { deliveryId: 99 }))).toBe('notFound');
  });

  it('of a letter about a person writes the disclosure of their data, and its withdrawal', async () => {
    const party = await desk.call('parties.add', person());
    const { id } = await issued(party.id);
    const { deliveries } = await handOver(id, { method: 'email', receiver: 'فرع الوزارة' });
    await desk.call('letters.withdrawDelivery', { deliveryId: deliveries[0]!.id });
    const log = (await desk.call('audit.list', {})).filter((event) => event.subjectKind === 'party');
    expect(log.slice(0, 2)).toMatchObject([
      { action: 'party.disclosureWithdrawn', subjectId: party.id },
      {
        action: 'party.disclosed',
        subjectId: party.id,
        details: {
          letterId: id,
          referenceNumber: '127/ص/1448',
          purpose: 'طلب دعم أسرة',
          to: 'فرع الوزارة',
          method: 'email',
          day: '2026-11-22',
        },
      },
    ]);
    const other = await issued();
    await handOver(other.id);
    expect((await actions())[0]).toBe('letter.delivered');
  });

  it('survives a void, after which nothing is added', async () => {
    const { id } = await issued();
    await handOver(id);
    const voided = await desk.call('letters.void', { id, reason: 'صدر مكررًا' });
    expect(voided).toMatchObject({ state: 'voided', delivered: true });
    expect(await codeOf(() => handOver(id))).toBe('letterStateForbids');
  });
});

describe('a correction', () => {
  it('is a later letter, linked both ways', async () => {
    const party = await desk.call('parties.add', person());
    const first = await issued(party.id);
    const draft = await desk.call('letters.create', {
      content: letterContent('إلحاق'),
      correctsId: first.id,
    });
    expect(draft).toMatchObject({
      state: 'draft',
      partyId: party.id,
      corrects: { id: first.id, referenceNumber: '127/ص/1448', day: '2026-11-22', voided: false },
    });
    expect((await desk.call('letters.get', { id: first.id })).correctedBy).toEqual([
      { id: draft.id, referenceNumber: null, day: null, subject: 'إلحاق', voided: false },
    ]);
    await desk.call('letters.issue', { id: draft.id });
    await desk.call('letters.void', { id: first.id, reason: 'صُحّح بلاحقه' });
    expect((await desk.call('letters.get', { id: draft.id })).corrects).toMatchObject({ voided: true });
    expect((await desk.call('letters.get', { id: first.id })).correctedBy).toMatchObject([
      { referenceNumber: '128/ص/1448' },
    ]);
    // A discarded draft corrects nothing.
    const dropped = await desk.call('letters.create', { content: letterContent(), correctsId: first.id });
    await desk.call('letters.discard', { id: dropped.id });
    expect((await desk.call('letters.get', { id: first.id })).correctedBy).toHaveLength(1);
  });

  it('is only of what was issued', async () => {
    const { id } = await desk.call('letters.create', { content: letterContent() });
    const correct = (correctsId: number) =>
      codeOf(() => desk.call('letters.create', { content: letterContent(), correctsId }));
    expect(await correct(id)).toBe('letterStateForbids');
    expect(await correct(99)).toBe('notFound');
    expect(await codeOf(() => desk.call('letters.create', { content: letterContent(), answersId: 99 }))).toBe(
      'notFound',
    );
  });
});

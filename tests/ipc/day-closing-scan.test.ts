import jsQR from 'jsqr';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { SealedDocumentId } from '#shared/ids.ts';
import { createPdfRenderer, type PdfRenderer } from '#electron/pdf/pdf-renderer.ts';
import { verifyDatabase } from '#electron/verify/verify-database.ts';
import { codeOf, openOffice, person, type TestDesk } from '../support/office.ts';
import { drawnPage } from '../support/pdf-pixels.ts';
import { handedOver } from '../support/request-in-service.ts';

const TODAY = '2026-11-22';
let desk: TestDesk;
let renderer: PdfRenderer;
beforeEach(async () => {
  renderer = createPdfRenderer({
    workerFile: new URL('../../electron/pdf/render-worker.ts', import.meta.url),
  });
  desk = await openOffice({ ports: { renderer } });
  const { id } = await desk.call('parties.add', { ...person('نورة بنت سليمان اللحياني'), sex: 'female' });
  await handedOver(desk, id);
});
afterEach(async () => {
  desk.close();
  await renderer.close();
});

const close = (again: string | null = null) => desk.call('deliveries.closeDay', { day: TODAY, again });
const sheetOf = async (id: SealedDocumentId) => new Uint8Array((await desk.call('sealed.pdf', { id })).pdf);
/** What a camera reads in the foot of the sheet, where its code stands. */
const readOff = async (sheet: Uint8Array): Promise<string> => {
  const { data, width, height } = (await drawnPage(sheet, { dpi: 150 }))({
    left: 0,
    top: 632,
    width: 238,
    height: 210,
  });
  return jsQR(data, width, height)?.data ?? '';
};

it('the signed page of a day comes back by its barcode: it finds its day, is kept with it, and is its signature', async () => {
  const { documentId } = await close();
  const sheet = await sheetOf(documentId);
  const code = await readOff(sheet);
  expect(code).toMatch(/^\d{16}$/u);
  const found = await desk.call('sealed.find', { code });
  expect(found).toMatchObject({ id: documentId, kind: 'deliveryDay', voided: null });

  // The very sheet, as the scanner of the office gives it.
  const { sha256, name } = await desk.call('files.put', {
    name: 'إقفال موقّع.pdf',
    bytes: sheet,
    accept: 'scan',
  });
  const sign = (mode: 'paper' | 'account', file = mode === 'paper' ? { sha256, name } : null) =>
    desk.call('signatures.add', { documentId: found!.id, signatures: [{ signer: 'officer', mode, file }] });
  expect(await codeOf(() => sign('paper', null))).toBe('sealedForbids');
  await sign('paper');
  const { closed } = (await desk.call('deliveries.day', { day: TODAY })).closing;
  expect(closed?.signature).toMatchObject({ mode: 'paper', file: { sha256 } });
  expect(await codeOf(() => sign('account'))).toBe('sealedForbids');
  const kept = await desk.call('files.get', { sha256, name });
  expect(Buffer.compare(kept.bytes, sheet)).toBe(0);
  expect(verifyDatabase(desk.office().db).fault).toBeNull();
});

it('the sheet of a page that was voided since is known for what it is, and signs nothing', async () => {
  const first = await close();
  const code = await readOff(await sheetOf(first.documentId));
  await close('تسليم تم بعد الإقفال');
  const found = await desk.call('sealed.find', { code });
  expect(found).toMatchObject({ id: first.documentId, voided: { reason: 'تسليم تم بعد الإقفال' } });
  const { sha256, name } = await desk.call('files.put', {
    name: 'إقفال.pdf',
    bytes: await sheetOf(first.documentId),
    accept: 'scan',
  });
  const sign = () =>
    desk.call('signatures.add', {
      documentId: first.documentId,
      signatures: [{ signer: 'officer', mode: 'paper', file: { sha256, name } }],
    });
  expect(await codeOf(sign)).toBe('sealedForbids');
  expect((await desk.call('deliveries.day', { day: TODAY })).closing.closed?.signature).toBeNull();
});

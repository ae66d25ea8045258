import { afterEach, expect, it } from 'vitest';
import { createPdfRenderer, type PdfRenderer } from '#electron/pdf/pdf-renderer.ts';
import { verifyDatabase } from '#electron/verify/verify-database.ts';
import { letterContent } from '../support/letter-content.ts';
import { openOffice, type TestDesk } from '../support/office.ts';

let desk: TestDesk;
let renderer: PdfRenderer;
afterEach(async () => {
  desk.close();
  await renderer.close();
});

it('the letter that is sealed is the one that the real renderer set, and a missing letter issues nothing', async () => {
  renderer = createPdfRenderer({
    workerFile: new URL('../../electron/pdf/render-worker.ts', import.meta.url),
  });
  desk = await openOffice({ ports: { renderer } });
  const { id } = await desk.call('letters.create', { content: letterContent() });
  const proof = await desk.call('letters.pdf', { id });
  const issued = await desk.call('letters.issue', { id });
  const { pdf, sealed, pages } = await desk.call('letters.pdf', { id });
  expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-');
  expect({ sealed, pages }).toEqual({ sealed: true, pages: issued.pages });
  expect(Buffer.from(proof.pdf).equals(Buffer.from(pdf))).toBe(false);

  const content = letterContent('حرف لا يعرفه الخط');
  const body = {
    type: 'doc' as const,
    content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'صينية 漢' }] }],
  };
  const odd = await desk.call('letters.create', { content: { ...content, body } });
  await expect(desk.call('letters.issue', { id: odd.id })).rejects.toMatchObject({
    code: 'missingGlyph',
    details: { character: '漢' },
  });
  expect(await desk.call('letters.get', { id: odd.id })).toMatchObject({
    state: 'draft',
    referenceNumber: null,
  });
  const next = await desk.call('letters.create', { content: letterContent() });
  expect((await desk.call('letters.issue', { id: next.id })).referenceNumber).toBe('128/ص/1448');
  expect(verifyDatabase(desk.office().db).fault).toBeNull();
});

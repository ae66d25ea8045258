import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FileRef } from '#shared/files/stored-file.ts';
import { FIRST_RUN_PROFILE } from '#shared/organisation/profile.ts';
import type { Staff } from '#shared/staff/staff.ts';
import { findOfficeImage } from '#db/files/office-images.ts';
import { createPdfRenderer, type PdfRenderer } from '#electron/pdf/pdf-renderer.ts';
import { bigPdf, tinyJpeg, tinyPng } from '../support/sample-files.ts';
import { codeOf, openOffice, type TestDesk } from '../support/office.ts';

let renderer: PdfRenderer;
let desk: TestDesk;
let boss: Staff;
beforeAll(() => {
  renderer = createPdfRenderer({
    workerFile: new URL('../../electron/pdf/render-worker.ts', import.meta.url),
  });
});
afterAll(() => renderer.close());
beforeEach(async () => {
  desk = await openOffice({ ports: { renderer } });
  boss = desk.app.session.current()!.staff;
});
afterEach(() => desk.close());

const put = async (name: string, bytes: Uint8Array<ArrayBuffer>): Promise<FileRef> => {
  const kept = await desk.call('files.put', { name, bytes });
  return { sha256: kept.sha256, name: kept.name };
};

describe('a picture of the office', () => {
  it('is put to use, replaced, taken away, and one of each kind is in use', async () => {
    const green = await put('شعار.png', tinyPng(60, 30));
    const red = await put('شعار جديد.png', tinyPng(80, 40, { colour: [200, 20, 20] }));
    await desk.call('officeImages.set', { kind: 'logo', file: green });
    const [logo] = await desk.call('officeImages.set', { kind: 'logo', file: red });
    expect(logo).toMatchObject({
      kind: 'logo',
      sha256: red.sha256,
      widthPx: 80,
      heightPx: 40,
      staffId: null,
    });
    await desk.call('officeImages.set', { kind: 'stamp', file: green });
    await desk.call('officeImages.set', {
      kind: 'signature',
      staffId: boss.id,
      file: await put('توقيع.jpg', tinyJpeg()),
    });
    const kinds = (await desk.call('officeImages.list')).map((image) => [image.kind, image.staffName]);
    expect(kinds).toEqual([
      ['logo', null],
      ['stamp', null],
      ['signature', boss.name],
    ]);
    await desk.call('officeImages.remove', { kind: 'logo' });
    expect(findOfficeImage(desk.office().db, 'logo')).toBeUndefined();
    expect(findOfficeImage(desk.office().db, 'signature', boss.id)).toMatchObject({
      widthPx: 8,
      heightPx: 8,
    });
    expect(await codeOf(() => desk.call('officeImages.remove', { kind: 'logo' }))).toBe('notFound');
  });

  it('stands on the head preview of the settings', async () => {
    const profile = FIRST_RUN_PROFILE;
    const without = await desk.call('organisation.previewHead', profile);
    await desk.call('officeImages.set', { kind: 'logo', file: await put('شعار.png', tinyPng(300, 200)) });
    const withLogo = await desk.call('organisation.previewHead', profile);
    const pictures = (pdf: Uint8Array): number =>
      Buffer.from(pdf).toString('latin1').split('/Subtype /Image').length - 1;
    expect([pictures(without), pictures(withLogo)]).toEqual([0, 1]);
  });

  it.each([
    ['no picture', 'شعار.pdf', () => bigPdf(3000), 'imageUnreadable'],
    [
      'too many bytes',
      'شعار.png',
      () => Buffer.concat([tinyPng(), Buffer.alloc(4 * 1024 * 1024)]),
      'fileTooLarge',
    ],
    ['too many pixels', 'شعار.png', () => tinyPng(10, 10, { claim: [4000, 4000] }), 'imageTooLarge'],
    // Sound to its last chunk, but its pixels are not what the header says: only setting it on a page tells.
    [
      'pixels that are not there',
      'شعار.png',
      () => tinyPng(10, 10, { claim: [200, 200] }),
      'pictureUnreadable',
    ],
  ] as const)('is refused: %s', async (_, name, make, code) => {
    const file = await put(name, make());
    expect(await codeOf(() => desk.call('officeImages.set', { kind: 'logo', file }))).toBe(code);
    expect(await desk.call('officeImages.list')).toEqual([]);
  });

  it('is refused when its file was never kept', async () => {
    const file = { sha256: 'd'.repeat(64), name: 'شعار.png' };
    expect(await codeOf(() => desk.call('officeImages.set', { kind: 'logo', file }))).toBe('fileVanished');
    expect(await codeOf(() => desk.call('officeImages.set', { kind: 'signature', file }))).toBe(
      'invalidInput',
    );
    expect(await codeOf(() => desk.call('officeImages.set', { kind: 'stamp', staffId: boss.id, file }))).toBe(
      'invalidInput',
    );
  });
});

describe('who may', () => {
  it('set logo and stamp: manager and administrator; a signature: its owner and the administrator', async () => {
    const file = await put('صورة.png', tinyPng());
    const set = (kind: 'logo' | 'stamp' | 'signature', staffId?: Staff['id']) =>
      codeOf(() =>
        desk.call('officeImages.set', { kind, file, ...(staffId === undefined ? {} : { staffId }) }),
      );
    const manager = desk.become('مدير', ['manager']);
    expect([
      await set('logo'),
      await set('stamp'),
      await set('signature', boss.id),
      await set('signature', manager.id),
    ]).toEqual(['none', 'none', 'notAllowed', 'none']);
    const clerk = desk.become('موظفة', ['receptionist'], ['useSigningPictures', 'issueLetters']);
    expect([
      await set('logo'),
      await set('stamp'),
      await set('signature', manager.id),
      await set('signature', clerk.id),
    ]).toEqual(['notAllowed', 'notAllowed', 'notAllowed', 'none']);
    desk.become('مدير النظام', ['administrator']);
    expect([await set('logo'), await set('signature', clerk.id)]).toEqual(['none', 'none']);
  });

  it('see stamp and signatures: manager, administrator, who may use them, and the signature’s owner; after removal too', async () => {
    const stamp = await put('ختم.png', tinyPng(41, 20));
    const signature = await put('توقيع.png', tinyPng(42, 20));
    const logo = await put('شعار.png', tinyPng(43, 20));
    const owner = desk.become('الموقّع', ['auditor']);
    desk.app.session.open(boss);
    await desk.call('officeImages.set', { kind: 'stamp', file: stamp });
    await desk.call('officeImages.set', { kind: 'signature', staffId: owner.id, file: signature });
    await desk.call('officeImages.set', { kind: 'logo', file: logo });
    await desk.call('officeImages.remove', { kind: 'stamp' });
    const see = async (): Promise<string[]> => {
      const codes: string[] = [];
      for (const { sha256 } of [logo, stamp, signature])
        // oxlint-disable-next-line no-await-in-loop -- one after another, as a person would look
        codes.push(await codeOf(() => desk.call('files.get', { sha256 })));
      return codes;
    };
    desk.app.session.open(owner);
    expect(await see()).toEqual(['none', 'notAllowed', 'none']);
    desk.become('موظفة استقبال', ['receptionist']);
    expect(await see()).toEqual(['none', 'notAllowed', 'notAllowed']);
    desk.saved.path = `${desk.folder}/x.png`;
    expect(await codeOf(() => desk.call('files.save', stamp))).toBe('notAllowed');
    desk.become('مستعمل الختم', ['receptionist'], ['useSigningPictures']);
    expect(await see()).toEqual(['none', 'none', 'none']);
    desk.become('مدير', ['manager']);
    expect(await see()).toEqual(['none', 'none', 'none']);
  });
});

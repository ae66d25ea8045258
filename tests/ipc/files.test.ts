import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '#shared/app-error.ts';
import { listAuditEvents } from '#db/audit/audit-queries.ts';
import { listStoredFiles } from '#db/files/stored-files.ts';
import { bigPdf, tinyPng, tinyZip } from '../support/sample-files.ts';
import { tinyPdf } from '../support/tiny-pdf.ts';
import { codeOf, openOffice, type TestDesk } from '../support/office.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openOffice();
});
afterEach(() => desk.close());

const MB = 1024 * 1024;
const folder = (): string => join(desk.dataFolder, 'files');
const lying = (): string[] => (existsSync(folder()) ? readdirSync(folder()) : []);
const errorOf = async (act: () => Promise<unknown>): Promise<AppError> => {
  try {
    await act();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('it did not fail');
};
const reopen = (): void => {
  const staff = desk.app.session.current()!.staff;
  desk.app.holder.open();
  desk.app.session.open(staff);
};

describe('a small file', () => {
  it('lies in the database and comes back as it was', async () => {
    const bytes = tinyPng();
    const kept = await desk.call('files.put', { name: 'C:\\scans\\خطاب.png', bytes });
    expect(kept).toMatchObject({
      name: 'خطاب.png',
      mediaType: 'image/png',
      sizeBytes: bytes.length,
      pages: null,
    });
    expect(lying()).toEqual([]);
    const back = await desk.call('files.get', { sha256: kept.sha256 });
    expect(Buffer.from(back.bytes).equals(bytes)).toBe(true);
  });

  it('tells the pages of a PDF', async () => {
    const { PDFDocument } = await import('@cantoo/pdf-lib');
    const made = await PDFDocument.create();
    for (let page = 0; page < 3; page += 1) made.addPage();
    const kept = await desk.call('files.put', { name: 'a.pdf', bytes: await made.save() });
    expect(kept.pages).toBe(3);
    expect((await desk.call('files.put', { name: 'b.pdf', bytes: bigPdf(5000) })).pages).toBeNull();
  });
});

describe('a large file', () => {
  it('lies encrypted in the folder, and survives a restart', async () => {
    const bytes = bigPdf(2 * MB);
    bytes.write('بيانات مستفيد', 4096, 'utf8');
    const { sha256 } = await desk.call('files.put', { name: 'مسح.pdf', bytes });
    expect(lying()).toEqual([sha256]);
    const stored = readFileSync(join(folder(), sha256));
    expect(stored.includes(Buffer.from('بيانات مستفيد', 'utf8'))).toBe(false);
    expect(stored.includes(Buffer.from('%PDF'))).toBe(false);
    reopen();
    expect(Buffer.from((await desk.call('files.get', { sha256 })).bytes).equals(bytes)).toBe(true);
  });

  it('is kept once when it is put twice, also at the same time', async () => {
    const bytes = bigPdf(2 * MB, 7);
    const [one, two, three] = await Promise.all([
      desk.call('files.put', { name: 'a.pdf', bytes }),
      desk.call('files.put', { name: 'b.pdf', bytes }),
      desk.call('files.put', { name: 'c.pdf', bytes: bigPdf(2 * MB, 8) }),
    ]);
    expect(one.sha256).toBe(two.sha256);
    expect([one.name, two.name]).toEqual(['a.pdf', 'b.pdf']);
    expect(lying().sort()).toEqual([one.sha256, three.sha256].sort());
    const kept = listAuditEvents(desk.office().db, null, 50).filter((event) => event.action === 'file.kept');
    expect(kept).toHaveLength(2);
  });

  it('that vanished is said by its name, and is put back by the same bytes', async () => {
    const bytes = bigPdf(2 * MB, 3);
    const { sha256 } = await desk.call('files.put', { name: 'مسح.pdf', bytes });
    rmSync(join(folder(), sha256));
    const gone = await errorOf(() => desk.call('files.get', { sha256, name: 'مسح.pdf' }));
    expect([gone.code, gone.details]).toEqual(['fileVanished', { name: 'مسح.pdf' }]);
    await desk.call('files.put', { name: 'مسح.pdf', bytes });
    expect(Buffer.from((await desk.call('files.get', { sha256 })).bytes).equals(bytes)).toBe(true);
  });

  it.each([0, 5, 20, 5000, 2 * MB + 20])('with a flipped bit at byte %i is not handed out', async (at) => {
    const { sha256 } = await desk.call('files.put', { name: 'مسح.pdf', bytes: bigPdf(2 * MB, 4) });
    const path = join(folder(), sha256);
    const stored = readFileSync(path);
    stored[at]! ^= 1;
    writeFileSync(path, stored);
    expect(await codeOf(() => desk.call('files.get', { sha256 }))).toBe('fileVanished');
  });

  it('cannot stand in the place of another', async () => {
    const one = await desk.call('files.put', { name: 'a.pdf', bytes: bigPdf(2 * MB, 1) });
    const two = await desk.call('files.put', { name: 'b.pdf', bytes: bigPdf(2 * MB, 2) });
    writeFileSync(join(folder(), one.sha256), readFileSync(join(folder(), two.sha256)));
    expect(await codeOf(() => desk.call('files.get', { sha256: one.sha256 }))).toBe('fileVanished');
  });
});

describe('the sweep at the start', () => {
  it('takes what no row speaks of and half-written files, and nothing else', async () => {
    const { sha256 } = await desk.call('files.put', { name: 'مسح.pdf', bytes: bigPdf(2 * MB) });
    const orphan = 'a'.repeat(64);
    writeFileSync(join(folder(), orphan), 'x');
    writeFileSync(join(folder(), `.${orphan}.0011aabb.new`), 'x');
    writeFileSync(join(folder(), 'ملاحظة المكتب.txt'), 'x');
    reopen();
    expect(lying().sort()).toEqual([sha256, 'ملاحظة المكتب.txt'].sort());
  });
});

describe('what is not taken', () => {
  const docx = { '[Content_Types].xml': '', 'word/document.xml': '' };
  it.each([
    ['an empty file', 'خطاب.pdf', Buffer.alloc(0), 'fileEmpty'],
    ['more than 25 MB', 'خطاب.pdf', bigPdf(25 * MB + 1), 'fileTooLarge'],
    ['a picture that is none', 'توقيع.png', Buffer.from('ليست صورة'), 'imageUnreadable'],
    ['half a picture', 'توقيع.png', tinyPng().subarray(0, 50), 'imageUnreadable'],
    ['half a scan', 'مسح.pdf', bigPdf(200_000).subarray(0, 100_000), 'pdfUnreadable'],
    ['a picture with a flipped bit', 'توقيع.png', flipped(tinyPng(), 45), 'imageUnreadable'],
    ['a huge picture', 'خريطة.png', tinyPng(1, 1, { claim: [40_000, 40_000] }), 'imageTooLarge'],
    ['a program', 'خطاب.pdf', Buffer.from('MZ\x90\x00\x03\x00', 'latin1'), 'fileTypeRefused'],
    ['a page with scripts', 'خطاب.html', Buffer.from('<script>alert(1)</script>'), 'fileTypeRefused'],
    [
      'a document with macros',
      'خطاب.docx',
      tinyZip({ ...docx, 'word/vbaProject.bin': '' }),
      'fileTypeRefused',
    ],
    ['half a document', 'خطاب.docx', tinyZip(docx).subarray(0, 60), 'fileTypeRefused'],
  ] as const)('%s: %s', async (_, name, bytes, code) => {
    const error = await errorOf(() => desk.call('files.put', { name, bytes }));
    expect([error.code, error.details['name']]).toEqual([code, name]);
    expect(lying()).toEqual([]);
    expect(listStoredFiles(desk.office().db)).toEqual([]);
  });

  it('where only a picture or a scan is wanted, a document', async () => {
    const bytes = tinyZip(docx);
    expect((await desk.call('files.put', { name: 'a.docx', bytes })).mediaType).toContain('wordprocessingml');
    expect(await codeOf(() => desk.call('files.put', { name: 'a.docx', bytes, accept: 'scan' }))).toBe(
      'fileTypeRefused',
    );
    const pdf = new Uint8Array(tinyPdf('a'));
    expect(await codeOf(() => desk.call('files.put', { name: 'a.pdf', bytes: pdf, accept: 'picture' }))).toBe(
      'fileTypeRefused',
    );
  });
});

describe('a copy', () => {
  it('is named by what the bytes are, and is logged', async () => {
    const bytes = bigPdf(5000);
    const { sha256 } = await desk.call('files.put', { name: 'خطاب.exe', bytes });
    expect(await desk.call('files.save', { sha256, name: 'خطاب.exe' })).toBeNull();
    desk.saved.path = join(desk.folder, 'نسخة.pdf');
    expect(await desk.call('files.save', { sha256, name: 'خطاب.exe' })).toEqual({ path: desk.saved.path });
    expect(readFileSync(desk.saved.path).equals(bytes)).toBe(true);
    const saved = listAuditEvents(desk.office().db, null, 5)[0]!;
    expect([saved.action, saved.details['sha256']]).toEqual(['file.saved', sha256]);
  });

  it('of nothing that was ever kept', async () => {
    expect(await codeOf(() => desk.call('files.get', { sha256: 'b'.repeat(64) }))).toBe('notFound');
    expect(await desk.call('files.describe', { sha256: 'b'.repeat(64) })).toBeNull();
  });
});

function flipped(bytes: Buffer, at: number): Buffer<ArrayBuffer> {
  const copy = Buffer.from(bytes);
  copy[at]! ^= 1;
  return copy;
}

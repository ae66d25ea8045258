import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AppEvents } from '#shared/ipc/events.ts';
import { FIRST_RUN_PROFILE } from '#shared/organisation/profile.ts';
import { codeOf, MORNING_MS, openDesk, PASSWORD, type TestDesk } from '../support/office.ts';
import { tinyPdf } from '../support/tiny-pdf.ts';
import { letterContent } from './support/office.ts';

// Processes and threads are started here, on machines that may be busy with other tests.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

const desks: TestDesk[] = [];
afterEach(() => {
  for (const desk of desks.splice(0)) desk.close();
});
const opened = (options: Parameters<typeof openDesk>[0] = {}): TestDesk => {
  const desk = openDesk(options);
  desks.push(desk);
  return desk;
};

/** The first run as a person does it, the six characters read off the sheet; gives the printed key. */
const firstRun = async (desk: TestDesk): Promise<string> => {
  const { pdf, places } = await desk.call('firstRun.makeRecoverySheet', { organisation: 'الجمعية' });
  const hex = /<feff([0-9a-f]*)>/.exec(Buffer.from(pdf).toString('latin1'))?.[1] ?? '';
  const { key } = JSON.parse(Buffer.from(hex, 'hex').swap16().toString('utf16le')) as { key: string };
  await desk.call('firstRun.complete', {
    profile: FIRST_RUN_PROFILE,
    person: { name: 'سارة محمد المطيري', jobTitle: 'رئيسة المجلس', password: PASSWORD },
    lastPaperNumbers: { outgoing: 126, incoming: 33 },
    recoveryProof: places.map((place) => key[place - 1]).join(''),
  });
  return key;
};

const issueOne = async (desk: TestDesk): Promise<Uint8Array> => {
  const { id } = await desk.call('letters.create', { content: letterContent('إلى الحاسب الآخر') });
  await desk.call('letters.issue', { id });
  return (await desk.call('letters.pdf', { id })).pdf;
};

describe('the desk’s channels', () => {
  it('back up an office whose latest letter is a scan that only lenient readers open', async () => {
    const desk = opened();
    await firstRun(desk);
    const name = 'ورقة.pdf';
    const bytes = new Uint8Array(Buffer.concat([tinyPdf('كُتب باليد'), Buffer.alloc(3)]));
    const { sha256 } = await desk.call('files.put', { name, bytes });
    await desk.call('registers.reserve', { register: 'outgoing', count: 1, reason: 'انقطاع' });
    await desk.call('registers.enterOutgoing', {
      hijriYear: 1448,
      number: 127,
      day: '2026-11-22',
      reason: 'انقطاع',
      recipient: letterContent('').recipient,
      subject: 'كُتب باليد',
      signatory: { title: 'رئيسة المجلس', name: 'سارة' },
      attachments: { kind: 'list', items: [] },
      scan: { sha256, name },
    });
    desk.saved.path = join(desk.folder, 'stick');
    mkdirSync(desk.saved.path);
    const folder = (await desk.call('backup.chooseFolder')) ?? '';
    expect(await desk.call('backup.export', { folder })).toMatchObject({ lostFiles: 0 });
  });

  it('carry an office to another computer with the archive and the printed key alone', async () => {
    const stages = new Set<string>();
    const onBackupProgress = ({ stage }: AppEvents['backup.progress']): void => void stages.add(stage);
    const here = opened({ ports: { onBackupProgress } });
    const key = await firstRun(here);
    const sealed = await issueOne(here);
    expect((await here.call('backup.status')).lastAtMs).toBeNull();
    here.saved.path = join(here.folder, 'stick');
    mkdirSync(here.saved.path);
    const folder = (await here.call('backup.chooseFolder')) ?? '';
    const backup = await here.call('backup.export', { folder });
    expect([...stages]).toEqual(['snapshot', 'pack', 'verify']);
    expect(await here.call('backup.status')).toEqual({
      lastAtMs: MORNING_MS,
      lastFile: backup.file,
      lastSizeBytes: readFileSync(backup.file).length,
      lastVerifiedAtMs: backup.verifiedAtMs,
    });

    const there = opened();
    const typed = (key.match(/.{1,4}/g) ?? []).join(' ').toLowerCase();
    expect(await there.call('firstRun.restore', { archive: backup.file, recoveryKey: typed })).toMatchObject({
      kind: 'ready',
    });
    const [person] = await there.call('session.listStaff');
    expect(person?.name).toBe('سارة محمد المطيري');
    await there.call('session.signIn', { staffId: person?.id ?? 0, password: PASSWORD });
    expect((await there.call('letters.pdf', { id: 1 })).pdf).toEqual(sealed);
    expect((await there.call('audit.verify')).fault).toBeNull();
    // And goes on from there: the next number, the next backup, to the same printed key.
    await issueOne(there);
    expect((await there.call('letters.get', { id: 2 })).referenceNumber).toContain('128');
    mkdirSync(join(there.folder, 'stick'));
    await there.call('backup.export', { folder: join(there.folder, 'stick') });
  });

  it('refuse a wrong key or a damaged archive, and the first run stays as it was', async () => {
    const here = opened();
    const key = await firstRun(here);
    mkdirSync(join(here.folder, 'stick'));
    const { file } = await here.call('backup.export', { folder: join(here.folder, 'stick') });
    const there = opened();
    const restore = (archive: string, recoveryKey: string): Promise<string> =>
      codeOf(() => there.call('firstRun.restore', { archive, recoveryKey }));
    const wrong = key.slice(0, -1) + (key.endsWith('Q') ? 'P' : 'Q');
    expect(await restore(file, wrong)).toBe('recoveryKeyWrong');
    const bytes = readFileSync(file);
    writeFileSync(join(there.folder, 'cut.age'), bytes.subarray(0, -9));
    expect(await restore(join(there.folder, 'cut.age'), key)).toBe('backupDamaged');
    expect(await restore(join(there.folder, 'none.age'), key)).toBe('fileMissing');
    expect(existsSync(there.dataFolder)).toBe(false);
    expect((await there.call('app.state')).kind).toBe('firstRun');
    expect(await restore(file, key)).toBe('none');
  });

  it('bring a damaged office back, and keep the damaged files', async () => {
    const here = opened();
    const key = await firstRun(here);
    await issueOne(here);
    mkdirSync(join(here.folder, 'stick'));
    const { file } = await here.call('backup.export', { folder: join(here.folder, 'stick') });
    here.app.holder.close();
    const bytes = readFileSync(join(here.dataFolder, 'app.db'));
    writeFileSync(join(here.dataFolder, 'app.db'), bytes.fill(0, 0, 5000));
    const again = opened({ dataFolder: here.dataFolder });
    expect(await again.call('app.state')).toMatchObject({ kind: 'recovery', code: 'databaseCorrupt' });
    expect(await again.call('firstRun.restore', { archive: file, recoveryKey: key })).toMatchObject({
      kind: 'ready',
    });
    const kept = readdirSync(here.dataFolder).find((name) => name.startsWith('kept-')) ?? '';
    expect(readFileSync(join(here.dataFolder, kept, 'app.db.kept')).equals(bytes)).toBe(true);
    again.app.holder.close();
  });

  it('name a folder that is not there', async () => {
    const here = opened();
    await firstRun(here);
    expect(await codeOf(() => here.call('backup.export', { folder: join(here.folder, 'gone') }))).toBe(
      'backupFolderMissing',
    );
    expect((await here.call('backup.status')).lastAtMs).toBeNull();
  });
});

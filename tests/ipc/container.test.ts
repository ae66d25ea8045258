import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createContainer, type Office } from '#electron/app/container.ts';
import { openDataFolder } from '#electron/app/open-data-folder.ts';
import { resolvePaths } from '#electron/app/paths.ts';
import type { AppState } from '#shared/first-run/first-run-contract.ts';
import { AppError } from '#shared/app-error.ts';

interface Recorded extends Office {
  readonly name: string;
}
/** An office that says when it was closed. */
function recorder() {
  const closed: string[] = [];
  return { closed, office: (name: string): Recorded => ({ name, close: () => void closed.push(name) }) };
}

describe('a data folder that is not there', () => {
  const place = mkdtempSync(join(tmpdir(), 'wisam-place-'));
  afterAll(() => rmSync(place, { recursive: true, force: true }));

  it('is for a first run where its place is, and a missing drive where the place is gone too', () => {
    const code = (folder: string): string => {
      try {
        openDataFolder(folder).close();
        return 'opened';
      } catch (error) {
        return error instanceof AppError ? error.code : String(error);
      }
    };
    expect(code(join(place, 'office'))).toBe('firstRunNeeded');
    expect(code(join(place, 'drive', 'office'))).toBe('dataFolderMissing');
    expect(readdirSync(place)).toEqual([]);
  });
});

describe('the one open office', () => {
  it('shows the first run where there is nothing yet, and opens what the first run makes', () => {
    const { closed, office } = recorder();
    const container = createContainer<Recorded>('/office', '1.0.0', () => {
      throw new AppError('firstRunNeeded');
    });
    expect(container.open()).toEqual({ kind: 'firstRun', dataFolder: '/office' });
    expect(() => container.office()).toThrow(expect.objectContaining({ code: 'firstRunNeeded' }));
    container.take(office('new'));
    expect(container.state()).toEqual({ kind: 'ready', dataFolder: '/office', version: '1.0.0' });
    expect(container.office().name).toBe('new');
    container.close();
    container.close();
    expect(closed).toEqual(['new']);
  });

  it.each([
    'databaseCorrupt',
    'databaseTooNew',
    'dataFolderMissing',
    'dataFolderInUse',
    'dataFolderNotOurs',
    'databaseKeyWrong',
  ] as const)('opens without the office when it is %s, and says so at every call', (code) => {
    const container = createContainer<Recorded>('/office', '1.0.0', () => {
      throw new AppError(code, { file: 'app.db' });
    });
    expect(container.open()).toEqual({
      kind: 'recovery',
      dataFolder: '/office',
      code,
      details: { file: 'app.db' },
    });
    expect(() => container.office()).toThrow(expect.objectContaining({ code }));
  });

  it('closes the office before it opens it again', () => {
    const { closed, office } = recorder();
    let next = 0;
    const container = createContainer<Recorded>('/office', '1.0.0', () => office(`${++next}`));
    container.open();
    container.open();
    expect([container.office().name, closed]).toEqual(['2', ['1']]);
  });

  it('is brought up to date in the background where it is older, says how far it is, and opens at the end', async () => {
    const { closed, office } = recorder();
    const heard: AppState[] = [];
    let tell: (names: { done: number; total: number }) => void = () => {};
    let done: (office: Recorded) => void = () => {};
    const container = createContainer<Recorded>(
      '/office',
      '1.0.0',
      () => ({
        prepare: (onNames) => {
          tell = onNames;
          return new Promise((resolve) => (done = resolve));
        },
      }),
      { onState: (state) => void heard.push(state), onFault: () => expect.fail('no fault') },
    );
    const preparing = { kind: 'preparing', dataFolder: '/office', names: null };
    expect(container.open()).toEqual(preparing);
    // Looking again joins what is under way.
    expect(container.open()).toEqual(preparing);
    expect(() => container.office()).toThrow(expect.objectContaining({ code: 'firstRunNeeded' }));
    tell({ done: 5, total: 9 });
    expect(container.state()).toEqual({ ...preparing, names: { done: 5, total: 9 } });
    done(office('new'));
    await expect.poll(() => container.state().kind).toBe('ready');
    expect(heard.map(({ kind }) => kind)).toEqual(['preparing', 'ready']);
    container.close();
    expect(closed).toEqual(['new']);
  });

  it('ends what is brought up to date when it is closed, and says what kept it from that', async () => {
    const { closed, office } = recorder();
    const signals: AbortSignal[] = [];
    const ends: { done: (office: Recorded) => void; fail: (error: unknown) => void }[] = [];
    const faults: unknown[] = [];
    const container = createContainer<Recorded>(
      '/office',
      '1.0.0',
      () => ({
        prepare: (_, signal) => {
          signals.push(signal);
          return new Promise((done, fail) => ends.push({ done, fail }));
        },
      }),
      { onState: () => {}, onFault: (error) => void faults.push(error) },
    );
    container.open();
    container.close();
    expect(signals[0]?.aborted).toBe(true);
    // Done in the same moment: nobody waits for it, so it must not stay open.
    ends[0]!.done(office('late'));
    await expect.poll(() => closed).toEqual(['late']);

    container.open();
    ends[1]!.fail(new AppError('diskFull', {}));
    await expect.poll(() => container.state()).toMatchObject({ kind: 'recovery', code: 'diskFull' });
    container.open();
    ends[2]!.fail(new TypeError('ours'));
    await expect.poll(() => container.state()).toMatchObject({ kind: 'recovery', code: 'internal' });
    expect(faults).toEqual([new TypeError('ours')]);
  });

  it('does not hide a fault of ours behind a recovery window', () => {
    const container = createContainer<Recorded>('/office', '1.0.0', () => {
      throw new TypeError('ours');
    });
    expect(() => container.open()).toThrow(TypeError);
  });
});

describe('where everything is', () => {
  const from = (...argv: string[]) =>
    resolvePaths({ argv: ['node', '.', ...argv], cwd: '/here', userData: '/user', bundle: '/app/out/main' });

  it('is the platform’s folder, unless one is named', () => {
    expect(from()).toMatchObject({
      dataFolder: '/user/data',
      profile: undefined,
      printFolder: undefined,
      logs: '/user/logs',
    });
    expect(from('--data', 'office').dataFolder).toBe('/here/office');
    expect(from('--data=/away', '--print-folder=/paper')).toMatchObject({
      dataFolder: '/away',
      printFolder: '/paper',
    });
    expect(from()).toMatchObject({ preload: '/app/out/preload/index.cjs', page: '/app/out/renderer' });
  });
  it('gives each named data folder a profile of its own, outside of it', () => {
    const [a, b] = [from('--data=/a').profile, from('--data=/b').profile];
    expect(a).toMatch(/^\/user\/profiles\/[0-9a-f]{16}$/);
    expect(a).not.toBe(b);
    expect(from('--data=/a', '--user-data-dir=/mine').profile).toBeUndefined();
  });
  it('a flag without its value names nothing', () => {
    expect(from('--data').dataFolder).toBe('/user/data');
    expect(from('--data', '--print-folder', '/p')).toMatchObject({
      dataFolder: '/user/data',
      printFolder: '/p',
    });
  });
});

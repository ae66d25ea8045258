import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLogger } from '#electron/app/logger.ts';
import { AppError } from '#shared/app-error.ts';

describe('the log knows faults, not persons', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'wisam-log-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const lines = (): Record<string, unknown>[] =>
    readFileSync(join(folder, 'wisam.log'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);

  it('keeps an error without its message, which may quote what was typed', () => {
    const logger = createLogger(folder, () => 0);
    logger.error('call failed', new TypeError('سارة 1012345672\nsecond line of a person'), {
      channel: 'parties.add',
    });
    logger.error('refused', new AppError('conflict', { nationalId: '1012345672' }));
    const text = readFileSync(join(folder, 'wisam.log'), 'utf8');
    expect(text).not.toMatch(/سارة|1012345672|person/);
    expect(lines()).toMatchObject([
      { at: '1970-01-01T00:00:00.000Z', event: 'call failed', channel: 'parties.add', error: 'TypeError' },
      { event: 'refused', error: 'AppError', code: 'conflict' },
    ]);
    expect(lines()[0]?.['stack']).toEqual(
      expect.arrayContaining([expect.stringContaining('logger.test.ts')]),
    );
  });

  it('never grows without end', () => {
    const logger = createLogger(folder);
    for (let line = 0; line < 2500; line++) logger.info('x'.repeat(1000));
    expect(readdirSync(folder).toSorted()).toEqual(['wisam.log', 'wisam.log.old']);
  });

  it('a folder that cannot be written to stops nobody', () => {
    writeFileSync(join(folder, 'a-file'), '');
    expect(() => createLogger(join(folder, 'a-file/logs')).info('x')).not.toThrow();
  });
});

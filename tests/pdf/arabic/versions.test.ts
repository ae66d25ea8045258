import { describe, expect, it } from 'vitest';
import { setPdf } from '#electron/pdf/arabic/engine.ts';
import { assertVersions, TRIED_VERSIONS } from '#electron/pdf/arabic/versions.ts';
import { AppError } from '#shared/app-error.ts';

describe('the packages whose private parts the layer uses', () => {
  it('are those that were tried', async () => {
    expect(() => assertVersions(TRIED_VERSIONS)).not.toThrow();
    await expect(
      setPdf({ info: { title: 'ع', creationDate: new Date(0) }, content: 'ع' }),
    ).resolves.toBeInstanceOf(Uint8Array);
  });

  it.each(Object.keys(TRIED_VERSIONS))('stop the program when %s is another version', (name) => {
    const installed = { ...TRIED_VERSIONS, [name]: '99.0.0' };
    expect(() => assertVersions(installed)).toThrow(AppError);
    expect(() => assertVersions(installed)).toThrow(
      expect.objectContaining({
        code: 'renderFailed',
        details: expect.objectContaining({ package: name, found: '99.0.0' }) as unknown,
      }),
    );
  });
});

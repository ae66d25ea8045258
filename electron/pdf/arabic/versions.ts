import { AppError } from '#shared/app-error.ts';

/**
 * The layer hooks into private parts of these packages, so it runs with these very versions and no other. Whoever
 * raises one reads every hook of this folder again, runs `tests/pdf/arabic`, and only then changes the number here.
 */
export const TRIED_VERSIONS = {
  pdfmake: '0.3.11',
  pdfkit: '0.19.1',
  fontkit: '2.0.4',
  linebreak: '1.1.0',
  'bidi-js': '1.1.0',
} as const;

export type TriedPackage = keyof typeof TRIED_VERSIONS;

/** Throws `renderFailed`, naming package and both versions, when an installed package is not the tried one. */
export function assertVersions(installed: Readonly<Record<TriedPackage, string>>): void {
  for (const name of Object.keys(TRIED_VERSIONS) as TriedPackage[]) {
    if (installed[name] !== TRIED_VERSIONS[name]) {
      throw new AppError('renderFailed', {
        reason: 'untriedVersion',
        package: name,
        expected: TRIED_VERSIONS[name],
        found: installed[name],
      });
    }
  }
}

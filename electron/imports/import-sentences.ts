import { imports } from '#shared/locales/ar/imports.ts';
import { validation } from '#shared/locales/ar/validation.ts';
import type { ProblemDetails } from '#shared/imports/import.ts';

/** The sentences that an Excel file carries: Arabic, as the office's own papers. */
const fill = (text: string, values: ProblemDetails): string =>
  text.replace(/\{\{(\w+)\}\}/gu, (_, name: string) => String(values[name] ?? ''));

/** The sentence of a code such as `nationalId.checkDigit`. */
export function problemSentence(code: string, details: ProblemDetails): string {
  let found: unknown = validation;
  for (const part of code.split('.'))
    found =
      typeof found === 'object' && found !== null
        ? (found as Readonly<Record<string, unknown>>)[part]
        : undefined;
  return fill(typeof found === 'string' ? found : validation.invalid, details);
}

const { file } = imports;

export const rejectedWords = { sheet: file.rejectedSheet, reason: file.reason, row: file.row } as const;

export const sentences = {
  left: file.left,
  sameInFile: (kind: 'sameIdInFile' | 'likelyInFile', row: number): string => fill(file[kind], { row }),
  inRegister: (kind: 'sameId' | 'likely', name: string): string => fill(file[kind], { name }),
};

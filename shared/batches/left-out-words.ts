import { batches } from '../locales/ar/batches.ts';
import type { LeftOut } from './batch.ts';

/** Why a person gets no letter, as the paper says it: the Arabic words of the screen with their blanks filled. */
export const leftOutOnPaper = ({ code, details }: LeftOut): string =>
  batches.leftOut[code].replaceAll(/\{\{(\w+)\}\}/gu, (_, name: string) => {
    const value = details[name];
    return value === undefined ? '' : Array.isArray(value) ? value.join('، ') : String(value);
  });

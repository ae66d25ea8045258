import type { CodeAnswer } from '#shared/letters/verified-letter.ts';
import { readClosedOffice } from '../verify/read-closed-office.ts';
import { verifyCode } from './verify-code.ts';

/**
 * Checks one letter's code in a data folder that nobody has open, and writes nothing into it. Errors: those of
 * `readClosedOffice`.
 */
export const verifyLetterInFolder = (dataFolder: string, code: string): CodeAnswer =>
  readClosedOffice(dataFolder, (reader) => verifyCode(reader, code));

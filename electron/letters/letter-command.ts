import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '#shared/app-error.ts';
import { FIRST_RUN_PROFILE } from '#shared/organisation/profile.ts';
import { systemCode, writeFileDurably } from '../data-folder/durable-files.ts';
import { renderJob } from '../pdf/render-jobs.ts';
import { readLetterInput } from './letter-input.ts';

export interface LetterCommandFiles {
  /** Absolute paths. */
  readonly inputFile: string;
  readonly outputFile: string;
}

/**
 * `wisam letter`: sets one letter as issued, on the first-run letterhead, from a JSON file into a PDF. No data folder,
 * no register, no clock: the same file gives the same bytes on any day. The PDF is there whole or not at all.
 * @throws AppError fileMissing, fileUnreadable, jsonInvalid { path, expected }, missingGlyph, renderFailed, diskFull,
 * fileUnwritable
 */
export async function runLetterCommand({
  inputFile,
  outputFile,
}: LetterCommandFiles): Promise<{ pages: number }> {
  const letter = readLetterInput(readText(inputFile));
  refuseOutput(outputFile);
  const { pdf, pages } = await renderJob({
    kind: 'letter',
    paper: { letter, profile: FIRST_RUN_PROFILE, mark: null, title: letter.subject },
  });
  try {
    writeFileDurably(outputFile, pdf, 0o644);
  } catch (cause) {
    // What is locked here is no data folder.
    if (!(cause instanceof AppError) || cause.code === 'diskFull') throw cause;
    throw new AppError('fileUnwritable', { path: outputFile }, { cause });
  }
  return { pages };
}

function readText(path: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    const missing = systemCode(cause) === 'ENOENT' || systemCode(cause) === 'ENOTDIR';
    throw new AppError(missing ? 'fileMissing' : 'fileUnreadable', { path }, { cause });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new AppError('jsonInvalid', { path: 'the document', expected: 'text in UTF-8' }, { cause });
  }
}

/** A folder that is not there was mistyped: it is not made. What is there and is no file is left alone. */
function refuseOutput(path: string): void {
  const folder = dirname(path);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new AppError('fileMissing', { path: folder });
  }
  // A folder, or a device such as /dev/null: the new file would take its very place.
  if (statSync(path, { throwIfNoEntry: false })?.isFile() === false)
    throw new AppError('fileUnwritable', { path });
}

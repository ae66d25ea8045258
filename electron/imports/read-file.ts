import { AppError } from '#shared/app-error.ts';
import { type Grid, isTooLong, MOST_IMPORT_BYTES, MOST_ROWS } from '#shared/imports/grid.ts';
import { readDelimited } from './read-delimited.ts';
import { readWorkbook } from './read-workbook.ts';

const startsWith = (bytes: Uint8Array, ...magic: number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte);

const refuse = (why: string, details: Readonly<Record<string, string | number>> = {}): AppError =>
  new AppError('importFileRefused', { why, ...details });

/**
 * The sheets of a file that somebody handed in, by its content and never by its name.
 * @throws AppError importFileRefused { why }: empty, tooLarge { maxMb }, oldExcel, protected, pdf, html, openDocument,
 * otherZip, damaged, unknown, tooManyRows { rows, most, parts }
 */
export function readImportFile(bytes: Uint8Array): Grid {
  if (bytes.length > MOST_IMPORT_BYTES)
    throw refuse('tooLarge', { maxMb: MOST_IMPORT_BYTES / (1024 * 1024) });
  if (bytes.length === 0) throw refuse('empty');
  const grid = readAsWhatItIs(bytes);
  const filled = grid.sheets.filter((sheet) => sheet.rowCount > 0);
  if (filled.length === 0) throw refuse('empty');
  if (filled.every(isTooLong)) {
    const rows = Math.max(...filled.map((sheet) => sheet.rowCount));
    throw refuse('tooManyRows', { rows, most: MOST_ROWS, parts: Math.ceil(rows / MOST_ROWS) });
  }
  return grid;
}

function readAsWhatItIs(bytes: Uint8Array): Grid {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06))
    return readWorkbook(bytes);
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw refuse(isEncrypted(bytes) ? 'protected' : 'oldExcel');
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) throw refuse('pdf');
  const opening = new TextDecoder('latin1').decode(bytes.subarray(0, 2048)).replace(/^(?:ÿþ|ï»¿)/u, '');
  if (
    /^\s*(?:<!doctype html|<html|<table|<\?xml|<meta|<head|mime-version:)/iu.test(
      opening.replaceAll('\0', ''),
    )
  )
    throw refuse('html');
  return readDelimited(bytes);
}

/** A workbook behind a password is an old container with a part of this name, in UTF-16. */
const isEncrypted = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  );

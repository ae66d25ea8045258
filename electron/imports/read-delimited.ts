import Papa from 'papaparse';
import { AppError } from '#shared/app-error.ts';
import { type Grid, MOST_ROWS } from '#shared/imports/grid.ts';

const DELIMITERS = [',', ';', '\t', '|'];

/**
 * The rows of a CSV or TSV file, every cell as the text that stands there. UTF-8 with or without its mark, UTF-16 with
 * it, and Windows-1256, which Excel writes on an Arabic Windows.
 * @throws AppError importFileRefused { why: 'damaged' }
 */
export function readDelimited(bytes: Uint8Array): Grid {
  const { text, encoding } = decodeText(bytes);
  // Excel itself writes `sep=;` into a first line that is no row.
  const declared = /^sep=(.)\r?\n/u.exec(text);
  const delimiter = declared?.[1] ?? delimiterOf(text);
  const parsed = Papa.parse<string[]>(declared === null ? text : text.slice(declared[0].length), {
    delimiter,
    skipEmptyLines: false,
    preview: MOST_ROWS + 2000,
  });
  const rows = parsed.data;
  while (rows.length > 0 && (rows.at(-1) ?? []).every((cell) => cell.trim() === '')) rows.pop();
  const sheet = {
    name: '',
    hidden: false,
    rowCount: parsed.meta.truncated ? text.split('\n').length : rows.length,
    merged: [],
    hiddenRows: [],
  };
  const cells = rows.map((row) => row.map((cell) => (cell.trim() === '' ? null : cell.trim())));
  return { kind: 'text', sheets: [sheet], encoding, delimiter, rowsOf: () => Promise.resolve(cells) };
}

function decodeText(bytes: Uint8Array): { text: string; encoding: NonNullable<Grid['encoding']> } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16' };
  // Anything binary: no text of any kind has a zero byte.
  if (bytes.subarray(0, 65_536).includes(0)) throw new AppError('importFileRefused', { why: 'unknown' });
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    // Arabic in Windows-1256 is never valid UTF-8: its letters are lone bytes above 0x80.
    return { text: new TextDecoder('windows-1256').decode(bytes), encoding: 'windows-1256' };
  }
}

/** The sign that parts the first lines into the same number of cells, the more the better. */
function delimiterOf(text: string): string {
  const sample = text.slice(0, 20_000);
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const lines = Papa.parse<string[]>(sample, { delimiter, preview: 20, skipEmptyLines: 'greedy' }).data;
    const widths = lines.map((line) => line.length);
    const usual = widths.toSorted((one, other) => one - other)[Math.floor(widths.length / 2)] ?? 1;
    const score = usual > 1 ? widths.filter((width) => width === usual).length * 100 + usual : 0;
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

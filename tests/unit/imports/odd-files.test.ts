import { describe, expect, it } from 'vitest';
import { readTable } from '#electron/imports/import-table.ts';
import { readImportFile } from '#electron/imports/read-file.ts';
import { isCellFault, MOST_IMPORT_BYTES, MOST_ROWS } from '#shared/imports/grid.ts';
import { rawWorkbook, textAt, zip } from '../../support/odd-files.ts';
import { workbook, type Value } from '../../support/workbooks.ts';

const refused = (why: string) =>
  expect.objectContaining({
    code: 'importFileRefused',
    details: expect.objectContaining({ why }) as unknown,
  });
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const table = async (file: Uint8Array, sheet = 0) => {
  const grid = readImportFile(file);
  return readTable(grid.sheets[sheet]!, await grid.rowsOf(sheet), null);
};
const LIST: Value[][] = [
  ['الاسم', 'رقم الهوية', 'الجوال'],
  ['نورة سليمان اللحياني', '1058529940', '0508072675'],
];

describe('files that are no list', () => {
  it.each<[string, Uint8Array]>([
    ['empty', new Uint8Array(0)],
    ['tooLarge', new Uint8Array(MOST_IMPORT_BYTES + 1)],
    ['pdf', bytes('%PDF-1.7\n…')],
    ['html', bytes('<html><table><tr><td>الاسم</td></tr></table></html>')],
    ['html', bytes('\ufeff  <!DOCTYPE html><html>')],
    ['otherZip', zip({ 'صورة.png': 'x' })],
    [
      'openDocument',
      zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }),
    ],
    ['protected', zip({ 'xl/workbook.xml': '<x/>' }, { flags: 1 })],
    ['oldExcel', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0])],
    [
      'protected',
      new Uint8Array(
        Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]),
      ),
    ],
    ['unknown', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2])],
    ['damaged', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 9, 9, 9])],
    // Says that it holds ten bytes and holds ten million: it is not unpacked.
    [
      'tooLarge',
      zip({ 'xl/workbook.xml': 'a'.repeat(10_000_000), 'xl/_rels/workbook.xml.rels': 'b' }, { claim: 10 }),
    ],
  ])('are refused as %s', (why, file) => expect(() => readImportFile(file)).toThrow(refused(why)));

  it('refuses an archive that claims more than a memory holds', () =>
    expect(() =>
      readImportFile(zip({ 'xl/workbook.xml': 'a', 'xl/x.xml': 'b' }, { claim: 300_000_000 })),
    ).toThrow(refused('tooLarge')));

  it('refuses a workbook that was cut off', async () => {
    const whole = await workbook(LIST);
    expect(() => readImportFile(whole.slice(0, whole.length - 200))).toThrow(refused('damaged'));
  });

  it('refuses an empty sheet, headings alone and no headings at all', async () => {
    expect(() => readImportFile(rawWorkbook([{ name: 'a', xml: '<sheetData/>' }]))).toThrow(refused('empty'));
    await expect(table(await workbook([LIST[0]!]))).rejects.toEqual(refused('onlyHeadings'));
    await expect(
      table(
        await workbook([
          [1, 2],
          [3, 4],
        ]),
      ),
    ).rejects.toEqual(refused('noHeadings'));
  });

  it('says how to split a hundred thousand rows, before it reads their cells', () => {
    const rows = Array.from(
      { length: 100_000 },
      (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>1</v></c></row>`,
    );
    const file = rawWorkbook([{ name: 'a', xml: `<sheetData>${rows.join('')}</sheetData>` }]);
    const before = process.memoryUsage().rss;
    expect(() => readImportFile(file)).toThrow(
      expect.objectContaining({ details: { why: 'tooManyRows', rows: 100_000, most: MOST_ROWS, parts: 5 } }),
    );
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
  });
});

describe('a value far from the list', () => {
  const list = (more: string): Uint8Array =>
    rawWorkbook([
      {
        name: 'a',
        xml: `<sheetData><row>${textAt('A1', 'الاسم')}${textAt('B1', 'القرية')}</row>
          <row r="2">${textAt('A2', 'أحمد علي الحربي')}</row>${more}</sheetData>`,
      },
    ]);
  it.each(['XFD1048576', 'AZ900000'])(
    'in %s is told by its place, and not laid out with all between',
    (cell) =>
      expect(() =>
        readImportFile(list(`<row r="${cell.replace(/\D/gu, '')}">${textAt(cell, 'x')}</row>`)),
      ).toThrow(expect.objectContaining({ details: { why: 'strayCell', cell } })),
  );
  it('is not what a sheet of cells is kept waiting for that nobody closed', () => {
    const from = performance.now();
    readImportFile(list(`<row r="3">${'<c r="A3"><f>'.repeat(40_000)}</row>`));
    expect(performance.now() - from).toBeLessThan(10_000);
  });
  it('is none where a far cell was only coloured', async () => {
    const { rows } = await table(list(`<row r="1048576"><c r="XFD1048576" s="1"/></row>`));
    expect(rows).toHaveLength(1);
  });
});

describe('workbooks with more than values', () => {
  it('tells merged headings and fills what is merged downwards', async () => {
    const xml = `<sheetData>
      <row r="1">${textAt('A1', 'الاسم')}${textAt('B1', 'بيانات')}</row>
      <row r="2">${textAt('A2', 'أحمد علي الحربي')}${textAt('B2', '1')}${textAt('D2', 'الصمد')}</row>
      <row r="3">${textAt('A3', 'سعد علي الحربي')}${textAt('B3', '2')}</row>
      </sheetData><mergeCells count="2"><mergeCell ref="B1:C1"/><mergeCell ref="D2:D3"/></mergeCells>`;
    const { notes, rows } = await table(rawWorkbook([{ name: 'a', xml }]));
    expect(notes).toEqual([
      { code: 'mergedHeadings', details: { from: 'B', to: 'C', heading: 'بيانات' } },
      { code: 'mergedCells', details: { count: 1 } },
    ]);
    expect(rows[1]?.cells[3]).toBe('الصمد');
  });

  it('takes the values of formulas, and tells those that were never computed and errors', async () => {
    const xml = `<sheetData>
      <row r="1">${textAt('A1', 'الاسم')}${textAt('B1', 'رقم الهوية')}${textAt('C1', 'الجوال')}</row>
      <row r="2">${textAt('A2', 'أحمد علي')}<c r="B2"><f>1058529939+1</f><v>1058529940</v></c><c r="C2"><f>X1</f></c></row>
      <row r="3">${textAt('A3', 'سعد علي')}<c r="B3" t="e"><v>#N/A</v></c><c r="C3"><f>"05"&amp;"1"</f></c></row>
      </sheetData>`;
    const { notes, rows } = await table(rawWorkbook([{ name: 'a', xml }]));
    expect(notes).toEqual([
      { code: 'formulas', details: { count: 2 } },
      { code: 'excelErrors', details: { count: 1 } },
    ]);
    expect(rows[0]?.cells[1]).toBe(1058529940);
    expect(isCellFault(rows[0]?.cells[2] ?? null)).toBe(true);
    expect(rows[1]?.cells[1]).toEqual({ fault: 'error' });
  });

  it('tells hidden sheets and rows, headings that stand twice, and lines of totals', async () => {
    const line = (row: number, name: string, hidden = '') =>
      `<row r="${row}"${hidden}>${textAt(`A${row}`, name)}${textAt(`B${row}`, 'x')}</row>`;
    const xml = `<sheetData>${line(1, 'الاسم').replace('>x<', '>الإسم<')}${line(2, 'أحمد علي')}${line(3, 'سعد علي', ' hidden="1"')}${line(4, 'الإجمالي')}</sheetData>`;
    const grid = readImportFile(
      rawWorkbook([
        { name: 'سرية', xml: '<sheetData/>', state: 'hidden' },
        { name: 'كشف &amp; بيان', xml },
      ]),
    );
    expect(grid.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['سرية', true],
      ['كشف & بيان', false],
    ]);
    const { notes, rows } = readTable(grid.sheets[1]!, await grid.rowsOf(1), null);
    expect(rows.map(({ row, hidden }) => [row, hidden])).toEqual([
      [2, false],
      [3, true],
    ]);
    expect(notes.map(({ code }) => code)).toEqual(['duplicateHeading', 'hiddenRows', 'totalLines']);
  });
});

describe('CSV and its kin', () => {
  const TEXT = 'الاسم;رقم الهوية;الجوال\r\n"اللحياني; نورة";1058529940;0508072675\r\n';
  const windows1256 = (text: string): Uint8Array => {
    const decoder = new TextDecoder('windows-1256');
    const codes = new Map(
      Array.from({ length: 256 }, (_, code) => [decoder.decode(new Uint8Array([code])), code]),
    );
    return new Uint8Array(Array.from(text, (letter) => codes.get(letter)!));
  };
  it.each<[string, Uint8Array, string, string]>([
    ['UTF-8', bytes(TEXT), 'utf-8', ';'],
    ['UTF-8 with its mark', bytes(`\ufeff${TEXT}`), 'utf-8', ';'],
    ['Windows-1256', windows1256(TEXT), 'windows-1256', ';'],
    [
      'tabs in UTF-16',
      new Uint8Array(
        Buffer.from(
          `\ufeff${TEXT.replace('"اللحياني; نورة"', 'اللحياني; نورة').replaceAll(/;(?! )/gu, '\t')}`,
          'utf16le',
        ),
      ),
      'utf-16',
      '\t',
    ],
    ['commas', bytes(TEXT.replaceAll(/;(?! )/gu, ',')), 'utf-8', ','],
    ['sep=', bytes(`sep=|\n${TEXT.replaceAll(/;(?! )/gu, '|')}`), 'utf-8', '|'],
  ])('reads %s', async (_, file, encoding, delimiter) => {
    const grid = readImportFile(file);
    expect(grid).toMatchObject({ kind: 'text', encoding, delimiter });
    const { headings, rows } = await table(file);
    expect(headings).toEqual(['الاسم', 'رقم الهوية', 'الجوال']);
    expect(rows[0]?.cells).toEqual(['اللحياني; نورة', '1058529940', '0508072675']);
  });
});

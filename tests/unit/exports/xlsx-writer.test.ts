import readExcelFile from 'read-excel-file/node';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileColumns, hijriText, dialled } from '#electron/exports/file-columns.ts';
import { createXlsxWriter } from '#electron/exports/xlsx-writer.ts';
import { neutralise } from '#shared/exports/neutralise.ts';

const column = (kind: 'text' | 'day' | 'money' | 'count', treatment: 'whole' | 'masked' = 'whole') =>
  fileColumns({ key: 'note', kind, sensitivity: 'circumstance' }, treatment);

async function workbook(
  columns: ReturnType<typeof fileColumns>,
  rows: readonly (readonly (string | number | null)[])[],
): Promise<unknown[][]> {
  const pieces: Uint8Array[] = [];
  const writer = await createXlsxWriter(
    async (bytes) => {
      pieces.push(Buffer.from(bytes));
    },
    columns,
    'ورقة: [1]',
  );
  await writer.rows(rows);
  await writer.end();
  const [sheet] = await readExcelFile(Buffer.concat(pieces));
  expect(sheet?.sheet).toBe('ورقة   1 ');
  return sheet?.data.slice(1) ?? [];
}

describe('the writer of workbooks', () => {
  it('keeps numbers and dates as what they are', async () => {
    const columns = [...column('day'), ...column('money'), ...column('count')];
    const cells = (day: string, halalas: number, count: number) => [
      columns[0]!.cell(day),
      columns[1]!.cell(day),
      columns[2]!.cell(halalas),
      columns[3]!.cell(count),
    ];
    expect(
      await workbook(columns, [
        cells('1983-10-31', 150_025, 3),
        [null, null, null, null],
        cells('2026-11-22', 0, 0),
      ]),
    ).toEqual([
      ['1404/01/25', new Date('1983-10-31T00:00:00Z'), 1500.25, 3],
      [null, null, null, null],
      ['1448/06/12', new Date('2026-11-22T00:00:00Z'), 0, 0],
    ]);
  });

  it('cuts what no cell can hold, never within a character', async () => {
    const long = `${'س'.repeat(32_766)}😀`;
    const [[cell]] = (await workbook(column('text'), [[long]])) as [[string]];
    expect(cell).toBe('س'.repeat(32_766));
  });

  it('gives back any text as it was, but for what XML cannot hold and the apostrophe before a formula', async () => {
    const texts = fc.sample(fc.string({ unit: 'binary', minLength: 1 }), { numRuns: 300, seed: 6 });
    const cells = await workbook(
      column('text'),
      texts.map((text) => [text]),
    );
    const kept = (text: string): string | null => {
      const allowed = neutralise(text).replace(
        /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu,
        '',
      );
      // XML knows one line break, and a reader of sheets trims.
      return allowed.replaceAll(/\r\n?/gu, '\n').trim() || null;
    };
    expect(cells.map(([cell]) => (typeof cell === 'string' ? cell.trim() : cell))).toEqual(texts.map(kept));
  });

  it('writes a circumstance that is masked as dots alone, whatever its kind', async () => {
    for (const kind of ['text', 'day', 'money', 'count'] as const) {
      const columns = column(kind, 'masked');
      expect(columns).toHaveLength(1);
      expect([columns[0]?.cell('سكري'), columns[0]?.cell(150_000), columns[0]?.cell(null)]).toEqual([
        '••••••',
        '••••••',
        null,
      ]);
    }
  });

  it.each([
    ['+966508072675', '0508072675'],
    ['+201001234567', '00201001234567'],
    ['0125551234', '0125551234'],
  ])('a phone leaves as it is dialled: %s', (stored, written) => {
    expect(dialled(stored)).toBe(written);
  });

  it('writes Hijri days of the published calendar, not of Excel’s', () => {
    expect(hijriText('2026-06-15')).toBe('1447/12/29');
  });
});

import type { Cell, Row, Sheet } from 'write-excel-file/node';

export type Value = string | number | Date | null;

/** A workbook of one sheet, as an office would save it. */
export async function workbook(
  rows: readonly (readonly Value[])[],
  {
    sheet = 'ورقة1',
    more = [],
  }: {
    readonly sheet?: string;
    readonly more?: readonly { name: string; rows: readonly (readonly Value[])[] }[];
  } = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const { default: write } = await import('write-excel-file/node');
  const sheets: Sheet<Buffer>[] = [{ name: sheet, rows }, ...more].map(({ name, rows: data }) => ({
    sheet: name,
    data: data.map((row): Row => row.map(cellOf)),
  }));
  return new Uint8Array(await write(sheets).toBuffer());
}

const cellOf = (value: Value): Cell => {
  if (value === null) return null;
  if (value instanceof Date) return { value, type: Date, format: 'dd/mm/yyyy' };
  return typeof value === 'number' ? { value, type: Number } : { value, type: String };
};

/** A national id (or an iqama) with its check digit, different for each n < 10^8. */
export function idOf(n: number, first: '1' | '2' = '1'): string {
  const eight = String(n).padStart(8, '0');
  for (let last = 0; last < 10; last += 1) {
    const id = `${first}${eight}${last}`;
    let total = 0;
    for (let at = 0; at < 10; at += 1) {
      const doubled = Number(id[at]) * 2;
      total += at % 2 === 1 ? Number(id[at]) : doubled > 9 ? doubled - 9 : doubled;
    }
    if (total % 10 === 0) return id;
  }
  throw new Error('no check digit');
}

/** 05…, different for each n < 10^7. */
export const mobileOf = (n: number): string => `050${String(n).padStart(7, '0')}`;

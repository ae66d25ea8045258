import { neutralise } from '#shared/exports/neutralise.ts';
import type { CellType, FileColumn } from './file-columns.ts';
import type { ListWriter } from './csv-writer.ts';
import { createZipStream, type Sink } from './zip-stream.ts';

/** Of a sheet, the heading with them. */
export const MOST_SHEET_ROWS = 1_048_576;
const MOST_CELL_CHARACTERS = 32_767;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Places in `cellXfs` of the styles below. */
const STYLE: Readonly<Record<CellType | 'heading', number>> = {
  heading: 1,
  text: 2,
  date: 3,
  money: 4,
  count: 5,
};
const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy/mm/dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE4F2EB"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FF0B6B4F"/></bottom><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="1" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf></cellXfs></styleSheet>`;

/** What XML 1.0 cannot hold at all: a file with one of these does not open. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
/** Excel reads `_x0041_` in a text as a character by its code. */
const CODED = /_(?=x[0-9A-Fa-f]{4}_)/gu;
const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Longer than Excel takes, cut between two characters and not within one. */
const cut = (text: string): string =>
  text.length <= MOST_CELL_CHARACTERS
    ? text
    : text.slice(0, MOST_CELL_CHARACTERS).replace(/[\uD800-\uDBFF]$/u, '');
const escaped = (text: string): string =>
  text
    .replace(FORBIDDEN, '')
    .replace(CODED, '_x005F_')
    .replace(/[&<>"]/gu, (mark) => MARKS[mark] ?? mark);

const EPOCH_DAYS = 25_569;
const serial = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000 + EPOCH_DAYS;

const letters = (at: number): string =>
  (at >= 26 ? letters(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26));

/** A sheet's name: 31 characters, none that Excel forbids. */
const sheetName = (name: string): string => name.replace(/[[\]:*?/\\]/gu, ' ').slice(0, 31);

/**
 * A workbook of one sheet, right to left, its heading frozen and with filters, written row by row: `write-excel-file` holds
 * all cells of a workbook at once and makes it in one go, for which the desk would stand still.
 */
export async function createXlsxWriter(
  sink: Sink,
  columns: readonly FileColumn[],
  name: string,
): Promise<ListWriter> {
  const zip = createZipStream(sink);
  const part = (path: string, text: string): Promise<void> => zip.add(path, HEAD + text);
  await part(
    '[Content_Types].xml',
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/></Types>`,
  );
  await part(
    '_rels/.rels',
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  await part(
    'xl/workbook.xml',
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets><sheet name="${escaped(sheetName(name))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  );
  await part(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  );
  await part('xl/styles.xml', STYLES);

  const places = columns.map((_, at) => letters(at));
  let row = 1;
  const textCell = (place: string, style: number, text: string): string =>
    `<c r="${place}${row}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(cut(text))}</t></is></c>`;
  const line = (cells: readonly (string | number | null)[]): string => {
    row += 1;
    let made = `<row r="${row}">`;
    for (const [at, value] of cells.entries()) {
      const place = places[at] ?? '';
      const type = columns[at]?.type ?? 'text';
      if (value === null || value === '') continue;
      if (type === 'text') made += textCell(place, STYLE.text, neutralise(String(value)));
      else
        made += `<c r="${place}${row}" s="${STYLE[type]}"><v>${type === 'date' ? serial(String(value)) : Number(value)}</v></c>`;
    }
    return `${made}</row>`;
  };
  const head = `<row r="1" ht="24" customHeight="1">${columns.map(({ title }, at) => textCell(places[at] ?? '', STYLE.heading, title)).join('')}</row>`;
  const widths = columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );

  const sheet = await zip.begin('xl/worksheets/sheet1.xml');
  await sheet.write(
    `${HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView rightToLeft="1" tabSelected="1" workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${widths.join('')}</cols><sheetData>${head}`,
  );
  return {
    rows: (rows) => sheet.write(rows.map(line).join('')),
    end: async () => {
      await sheet.write(
        `</sheetData><autoFilter ref="A1:${places.at(-1) ?? 'A'}${row}"/><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`,
      );
      await sheet.end();
      await zip.end();
    },
    abandon: sheet.abandon,
  };
}

import type { Check, CheckedRow } from './import-check.ts';
import { problemSentence, sentences } from './import-sentences.ts';
import type { RejectedRow } from './rejected-workbook.ts';

/** The rows that were not taken: those with an error, and those that were left out, each with why. */
export const rejectedRows = ({ rows, columns }: Check): RejectedRow[] =>
  rows
    .filter(({ judged, decision }) => judged.record === null || decision === 'leave')
    .map((row) => ({
      row: row.row,
      cells: row.cells,
      reason: reasonOf(row, (column) => columns[column]?.heading ?? ''),
    }));

function reasonOf({ judged, match }: CheckedRow, headingOf: (column: number) => string): string {
  if (judged.record === null)
    return judged.problems
      .filter(({ severity }) => severity === 'error')
      .map(({ column, code, details }) => {
        const sentence = problemSentence(code, details);
        const heading = column === null ? '' : headingOf(column);
        return heading === '' ? sentence : `${heading}: ${sentence}`;
      })
      .join(' — ');
  if (match === null) return sentences.left;
  return match.kind === 'sameIdInFile' || match.kind === 'likelyInFile'
    ? sentences.sameInFile(match.kind, match.row ?? 0)
    : sentences.inRegister(match.kind, match.name);
}

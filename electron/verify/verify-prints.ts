import { type LoggedEvent, listEventsOfActions } from '#db/audit/audit-queries.ts';
import { queries, statement } from '#db/statement.ts';
import type { Reader } from '#db/transaction.ts';
import { placeOf } from './verify-chains.ts';

const jobs = statement()(() =>
  queries
    .selectFrom('print_job')
    .leftJoin('letter', 'letter.id', 'print_job.letter_id')
    .select([
      'print_job.id',
      'print_job.letter_id',
      'print_job.kind',
      'print_job.copies',
      'print_job.target',
      'print_job.sha256',
      'print_job.paper',
      'print_job.page_range',
      'print_job.at_ms',
      'print_job.staff_id',
      'letter.hijri_year',
      'letter.number',
    ])
    .orderBy('print_job.id'),
);
const places = statement<{ id: number }>()((param) =>
  queries.selectFrom('letter').select(['hijri_year', 'number']).where('id', '=', param('id')),
);

const ACTIONS = [
  'letter.printed',
  'letter.saved',
  'paper.printed',
  'paper.saved',
  'printing.tested',
] as const;

/** Every sheet and copy that left the house, as often as the log saw it leave: of which bytes, how many, when, by whom. */
export function checkPrints(reader: Reader): string | null {
  const told = new Map<string, { left: number; letter: number | null; seq: number }>();
  for (const event of listEventsOfActions(reader, null, ACTIONS)) {
    const letter = event.subjectKind === 'letter' ? event.subjectId : null;
    const key = keyOf(event, letter);
    told.set(key, { left: (told.get(key)?.left ?? 0) + 1, letter, seq: event.seq });
  }
  for (const row of reader.all(jobs, {})) {
    const found = told.get(
      [
        row.letter_id,
        row.kind,
        row.copies,
        row.kind === 'print' ? row.target : '',
        row.sha256,
        row.paper,
        row.page_range,
        row.at_ms,
        row.staff_id,
      ].join('\n'),
    );
    if (found === undefined || found.left === 0)
      return row.number === null
        ? `print.job:${row.id}`
        : `letter.printed:${placeOf('outgoing', row.hijri_year, row.number)}`;
    found.left -= 1;
  }
  // A print that the log saw, and that is gone.
  for (const { left, letter, seq } of told.values()) {
    if (left === 0) continue;
    const row = letter === null ? undefined : reader.get(places, { id: letter });
    return row === undefined || row.number === null
      ? `print.missing:${seq}`
      : `letter.printed:${placeOf('outgoing', row.hijri_year, row.number)}`;
  }
  return null;
}

function keyOf({ action, actorId, atMs, details }: LoggedEvent, letter: number | null): string {
  const saved = action.endsWith('.saved');
  return [
    letter,
    saved ? 'save' : 'print',
    saved ? 1 : details['copies'],
    saved ? '' : details['printer'],
    details['sha256'],
    details['paper'] ?? 'letter',
    details['pages'] ?? '',
    atMs,
    actorId,
  ].join('\n');
}

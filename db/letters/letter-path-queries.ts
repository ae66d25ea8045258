import { AppError } from '#shared/app-error.ts';
import type { IncomingId } from '#shared/ids.ts';
import type { LetterPathFacts } from '#shared/letters/letter-path.ts';
import { findIncoming } from '../incoming/incoming-queries.ts';
import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';
import { letterLife } from './letter-life-queries.ts';

const outgoing = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('letter')
    .select([
      'id',
      'reference_number',
      'state',
      'subject',
      'recipient_line',
      'day',
      'origin',
      'code',
      'approved_by',
    ])
    .where('id', '=', param('id')),
);
const deeds = statement<{ kind: string; id: number }>()((param) =>
  queries
    .selectFrom('audit_log')
    .select(['at_ms', 'actor_name', 'action'])
    .where('subject_kind', '=', param('kind'))
    .where('subject_id', '=', param('id'))
    .orderBy('seq'),
);

/** That somebody looked is no act of its life. */
const LOOKING = /\.(?:viewed|read|explained|autosaved)$/;
const actsOf = (reader: Reader, kind: string, id: number): LetterPathFacts['acts'] =>
  reader
    .all(deeds, { kind, id })
    .filter(({ action }) => !LOOKING.test(action))
    .map(({ at_ms, actor_name, action }) => ({ atMs: at_ms, by: actor_name, action }));

/** @throws AppError notFound */
export function readOutgoingPath(reader: Reader, id: number): LetterPathFacts {
  const row = reader.get(outgoing, { id });
  if (row === undefined) throw new AppError('notFound', { kind: 'letter', id });
  const life = letterLife(reader, id);
  return {
    register: 'outgoing',
    id,
    number: row.reference_number ?? '',
    state: row.state,
    subject: row.subject,
    other: row.recipient_line,
    day: row.day ?? '',
    onPaper: row.origin === 'paper',
    acts: actsOf(reader, 'letter', id),
    code: row.code ?? '',
    approved: row.approved_by !== null,
    printed: life.prints.some((one) => one.kind === 'print'),
    scans: life.signings.map((one) => ({
      name: one.file?.name ?? '',
      atMs: one.atMs,
      by: one.byName,
      holds: one.withdrawn === null,
    })),
    deliveries: life.deliveries.map((one) => ({
      receiver: one.receiver,
      day: one.day,
      proof: one.signature?.name ?? '',
      atMs: one.atMs,
      by: one.byName,
      holds: one.withdrawn === null,
    })),
    assigned: true,
    dueDay: null,
    answer: life.answers?.referenceNumber ?? '',
    closed: true,
  };
}

/** @throws AppError notFound */
export function readIncomingPath(reader: Reader, id: number): LetterPathFacts {
  const letter = findIncoming(reader, id as IncomingId);
  if (letter === undefined) throw new AppError('notFound', { kind: 'incoming', id });
  return {
    register: 'incoming',
    id,
    number: letter.referenceNumber,
    state: letter.state,
    subject: letter.subject,
    other: letter.senderLine,
    day: letter.day,
    onPaper: letter.origin === 'paper',
    acts: actsOf(reader, 'incoming', id),
    code: '',
    approved: true,
    printed: true,
    scans: [
      ...letter.content.scans.map(({ name }) => ({
        name,
        atMs: letter.registeredAtMs,
        by: letter.registeredByName,
        holds: true,
      })),
      ...letter.laterScans.map(({ file, atMs, byName }) => ({
        name: file.name,
        atMs,
        by: byName,
        holds: true,
      })),
    ],
    deliveries: [],
    assigned: letter.assignedTo !== null,
    dueDay: letter.dueDay,
    answer: letter.answeredBy ?? '',
    closed: letter.closeNote !== '',
  };
}

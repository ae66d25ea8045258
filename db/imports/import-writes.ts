import { AppError } from '#shared/app-error.ts';
import type { FactInput, FactValue } from '#shared/circumstances/facts.ts';
import type { CategoryId, PartyId, StaffId } from '#shared/ids.ts';
import { fillEmpty } from '#shared/imports/fill-empty.ts';
import type { ImportRunId } from '#shared/imports/import.ts';
import { type PartyRecord, recordOf } from '#shared/parties/party-record.ts';
import { hasCategory, insertGivenCategory } from '../circumstances/category-rows.ts';
import { insertFact } from '../circumstances/circumstance-writes.ts';
import { findParty } from '../parties/party-queries.ts';
import { insertParty, updateParty } from '../parties/party-writes.ts';
import { queries, statement } from '../statement.ts';
import type { WriteTransaction } from '../transaction.ts';
import { insertRow } from './import-rows.ts';
import { ownRowsOf } from './own-rows.ts';

/** What a row knows beside the record itself. */
export interface WrittenExtras {
  readonly socialStatus: FactValue<'socialStatus'>['status'] | null;
  readonly iban: string | null;
  readonly categoryIds: readonly CategoryId[];
}

export interface WrittenRow {
  /** As Excel counts. */
  readonly row: number;
  readonly record: PartyRecord;
  readonly extras: WrittenExtras;
  /** The record to be filled; null: a new one. */
  readonly into: PartyId | null;
}

export interface WriteMoment {
  readonly runId: ImportRunId;
  readonly by: StaffId;
  readonly atMs: number;
  /** ISO, in Asia/Riyadh. */
  readonly today: string;
  /** Where the facts are known from. */
  readonly source: string;
}

const standingFact = statement<{ party: number; kind: string }>()((param) =>
  queries
    .selectFrom('party_fact')
    .select('id')
    .where('party_id', '=', param('party'))
    .where('kind', '=', param('kind'))
    .where('withdrawn_at_ms', 'is', null)
    .limit(1),
);
/**
 * Writes one row into the register and notes it for an undoing.
 * @throws AppError importStale when the register has changed since the rows were compared with it
 */
export function writeRow(
  tx: WriteTransaction,
  { row, record, extras, into }: WrittenRow,
  moment: WriteMoment,
): 'added' | 'updated' | 'unchanged' {
  const { runId: run, by, atMs } = moment;
  if (into === null) {
    const party = stale(() => insertParty(tx, record, by, atMs));
    writeExtras(tx, party, record, extras, moment, false);
    insertRow(tx, { run, row, party, kind: 'added', before: null, version: 1 });
    return 'added';
  }
  const stands = findParty(tx, into);
  if (stands === undefined || stands.mergedInto !== null) throw new AppError('importStale', { row });
  const before = JSON.stringify(ownRowsOf(tx, into));
  const changed = stale(() => updateParty(tx, into, fillEmpty(recordOf(stands), record), by, atMs));
  const extra = writeExtras(tx, into, record, extras, moment, true);
  if (changed.length === 0 && extra === 0) return 'unchanged';
  const version = stands.version + (changed.length === 0 ? 0 : 1);
  insertRow(tx, { run, row, party: into, kind: 'updated', before, version });
  return 'updated';
}

/** An identity number that was free when the rows were compared belongs to somebody now. */
function stale<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof AppError && error.code === 'identifierTaken')
      throw new AppError('importStale', {}, { cause: error });
    throw error;
  }
}

/** Facts and categories that are not there yet; gives how many were written. */
function writeExtras(
  tx: WriteTransaction,
  party: PartyId,
  record: PartyRecord,
  { socialStatus, iban, categoryIds }: WrittenExtras,
  { by, atMs: at, today, source }: WriteMoment,
  mayBeThere: boolean,
): number {
  const known = { knownOn: today, source };
  const facts: FactInput[] = [
    ...(socialStatus === null
      ? []
      : [{ kind: 'socialStatus' as const, value: { status: socialStatus, note: '' }, ...known }]),
    ...(iban === null ? [] : [{ kind: 'iban' as const, value: { iban, holder: record.name }, ...known }]),
  ];
  const news = facts.filter(({ kind }) => !mayBeThere || tx.get(standingFact, { party, kind }) === undefined);
  const given = [...new Set(categoryIds)].filter((id) => !mayBeThere || !hasCategory(tx, party, id));
  for (const fact of news) insertFact(tx, party, fact, { by, at });
  for (const id of given) insertGivenCategory(tx, party, id, { on: today, reason: source }, { by, at });
  return news.length + given.length;
}

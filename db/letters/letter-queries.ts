import type { Letter, LetterSummary } from '#shared/letters/letter.ts';
import { idsIn } from '../parties/family-param.ts';
import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';
import { letterLife } from './letter-life-queries.ts';
import { letterOf, letterSummaryOf } from './letter-rows.ts';

const base = () =>
  queries
    .selectFrom('letter')
    .innerJoin('staff as author', 'author.id', 'letter.author_id')
    .leftJoin('party', 'party.id', 'letter.party_id');

const summaryColumns = [
  'letter.id',
  'letter.state',
  'letter.reference_number',
  'letter.day',
  'letter.recipient_line',
  'letter.subject',
  'letter.party_id',
  'party.name as party_name',
  'letter.updated_at_ms',
  'author.name as author_name',
  'letter.signed_at_ms',
  'letter.delivered_at_ms',
  'letter.origin',
] as const;

/** What the list shows of letters, names joined in. */
export const summaries = () => base().select(summaryColumns);

const one = statement<{ id: number }>()((param) =>
  base()
    .leftJoin('staff as approver', 'approver.id', 'letter.approved_by')
    .leftJoin('staff as issuer', 'issuer.id', 'letter.issued_by')
    .selectAll('letter')
    .select([
      'party.name as party_name',
      'author.name as author_name',
      'approver.name as approved_by_name',
      'issuer.name as issued_by_name',
    ])
    .where('letter.id', '=', param('id')),
);
const ofParty = statement<{ family: string; limit: number }>()((param) =>
  summaries()
    .where('letter.party_id', 'in', idsIn(param('family')))
    .where('letter.discarded_at_ms', 'is', null)
    .orderBy('letter.updated_at_ms', 'desc')
    .limit(param('limit')),
);
const unfinished = statement<{ limit: number }>()((param) =>
  summaries()
    .where('letter.state', 'in', ['draft', 'proof', 'returned', 'approved'])
    .where('letter.discarded_at_ms', 'is', null)
    .orderBy('letter.updated_at_ms', 'desc')
    .limit(param('limit')),
);
const pdf = statement<{ id: number }>()((param) =>
  queries.selectFrom('letter_pdf').select('pdf').where('letter_id', '=', param('id')),
);
const approval = statement<{ id: number }>()((param) =>
  queries.selectFrom('letter').select(['approved_by', 'approved_at_ms']).where('id', '=', param('id')),
);
/** With the letters that somebody discarded: `discarded` tells them apart. */
export function findLetterRow(
  reader: Reader,
  id: number,
): { letter: Letter; discarded: boolean } | undefined {
  const row = reader.get(one, { id });
  return row && { letter: letterOf(row, letterLife(reader, id)), discarded: row.discarded_at_ms !== null };
}

export const findLetter = (reader: Reader, id: number): Letter | undefined => {
  const found = findLetterRow(reader, id);
  return found === undefined || found.discarded ? undefined : found.letter;
};

/** To or about a person, and those who were merged into them, latest change first. */
export const listLettersOfParty = (
  reader: Reader,
  family: readonly number[],
  limit: number,
): LetterSummary[] => reader.all(ofParty, { family: JSON.stringify(family), limit }).map(letterSummaryOf);

/** Not yet issued, latest change first. */
export const listUnfinishedLetters = (reader: Reader, limit: number): LetterSummary[] =>
  reader.all(unfinished, { limit }).map(letterSummaryOf);

/** The sealed bytes. */
export const findLetterPdf = (reader: Reader, id: number): Uint8Array | undefined =>
  reader.get(pdf, { id })?.pdf;

/** Who approved a letter, by id: the row that issue copies. */
export const findApproval = (
  reader: Reader,
  id: number,
): { approvedBy: number | null; approvedAtMs: number | null } | undefined => {
  const row = reader.get(approval, { id });
  return row && { approvedBy: row.approved_by, approvedAtMs: row.approved_at_ms };
};

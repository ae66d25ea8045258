import { isDeepStrictEqual } from 'node:util';
import { incomingContentSchema } from '#shared/incoming/incoming.ts';
import { senderLine } from '#shared/incoming/incoming-rules.ts';
import type { IssueEvent } from '../letters/sealed-letters.ts';
import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';
import { incomingChainAfter, sealIncoming } from './incoming-seal.ts';

const page = statement<{ after: number }>()((param) =>
  queries
    .selectFrom('incoming_letter')
    .select([
      'id',
      'origin',
      'hijri_year',
      'number',
      'reference_number',
      'day',
      'content_json',
      'their_number',
      'their_day',
      'sender_line',
      'subject',
      'registered_by',
      'registered_at_ms',
      'content_sha256',
      'seal',
      'chain_before',
      'chain_after',
      'audit_hash',
    ])
    .where('id', '>', param('after'))
    .orderBy('id')
    .limit(500),
);

export type SealedIncomingRow = ReturnType<typeof rowsAfter>[number];
const rowsAfter = (reader: Reader, after: number) => reader.all(page, { after });

/** Every registered incoming letter, in pages, for verification. */
export function* eachSealedIncoming(reader: Reader): Generator<SealedIncomingRow> {
  for (let after = 0; ;) {
    const rows = rowsAfter(reader, after);
    for (const row of rows) {
      yield row;
      after = row.id;
    }
    if (rows.length === 0) return;
  }
}

/**
 * Computes a letter that was registered at this desk again from what lies in the database and believes no hash of it:
 * the first check that does not hold, or null. The links to its neighbours in the register are the register's check.
 * @param event of `incoming.registered`
 */
export function incomingFault(
  row: SealedIncomingRow,
  event: IssueEvent | undefined,
): 'content' | 'seal' | 'log' | 'chain' | null {
  const content = incomingContentSchema.safeParse(JSON.parse(row.content_json));
  if (!content.success) return 'content';
  // The register shows and searches these, which are copies.
  const copies = [row.subject, row.sender_line, row.their_number, row.their_day];
  const { data } = content;
  if (!isDeepStrictEqual(copies, [data.subject, senderLine(data.sender), data.theirNumber, data.theirDay]))
    return 'content';
  const seal = sealIncoming(row.content_json, {
    hijriYear: row.hijri_year,
    number: row.number,
    referenceNumber: row.reference_number,
    day: row.day,
    chainBefore: row.chain_before,
  });
  if (seal.contentSha256 !== row.content_sha256) return 'content';
  if (seal.seal !== row.seal) return 'seal';
  const details: IssueEvent['details'] = event?.details ?? {};
  const told = [details['hijriYear'], details['number'], details['seal'], event?.actorId, event?.atMs];
  const kept = [row.hijri_year, row.number, row.seal, row.registered_by, row.registered_at_ms];
  if (!isDeepStrictEqual([...told, event?.hash], [...kept, row.audit_hash])) return 'log';
  return incomingChainAfter(seal.seal, row.audit_hash) === row.chain_after ? null : 'chain';
}

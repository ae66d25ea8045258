import { isDeepStrictEqual } from 'node:util';
import { incomingContentSchema } from '#shared/incoming/incoming.ts';
import { senderLine } from '#shared/incoming/incoming-rules.ts';
import { eachSealedIncoming, incomingFault, type SealedIncomingRow } from '#db/incoming/sealed-incoming.ts';
import { paperLetterSha256 } from '#db/letters/paper-letter-writes.ts';
import type { IssueEvent } from '#db/letters/sealed-letters.ts';
import type { ReservedRow } from '#db/registers/reserved-numbers.ts';
import type { Reader } from '#db/transaction.ts';
import { addLink, type ChainLinks, placeOf } from './verify-chains.ts';
import { eventsBySubject, placeInLog } from './verify-letters.ts';

/** Every incoming letter: what was received, its seal, and the log's own account of it. Fills in the chain's links. */
export function checkIncoming(
  reader: Reader,
  links: ChainLinks,
  reserved: ReadonlyMap<string, ReservedRow>,
): { count: number; fault: string | null } {
  const registered = eventsBySubject(reader, 'incoming', 'incoming.registered');
  const entered = eventsBySubject(reader, 'incoming', 'incoming.enteredFromPaper');
  let count = 0;
  for (const row of eachSealedIncoming(reader)) {
    count += 1;
    const place = placeOf('incoming', row.hijri_year, row.number);
    if (row.origin === 'paper') {
      const fault = paperFault(row, entered.get(row.id), reserved.get(place));
      if (fault !== null) return { count, fault: `incoming.${fault}:${place}` };
      entered.delete(row.id);
      continue;
    }
    const fault = incomingFault(row, registered.get(row.id));
    if (fault !== null) return { count, fault: `incoming.${fault}:${place}` };
    registered.delete(row.id);
    addLink(links, 'incoming', row.hijri_year, row.number, {
      before: row.chain_before,
      after: row.chain_after,
    });
  }
  for (const event of [...registered.values(), ...entered.values()])
    return { count, fault: `incoming.missing:${placeInLog('incoming', event)}` };
  return { count, fault: null };
}

function paperFault(
  row: SealedIncomingRow,
  event: IssueEvent | undefined,
  reserved: ReservedRow | undefined,
): 'content' | 'seal' | 'log' | 'chain' | null {
  const content = incomingContentSchema.safeParse(JSON.parse(row.content_json));
  if (!content.success) return 'content';
  const { data } = content;
  const copies = [row.subject, row.sender_line, row.their_number, row.their_day];
  if (!isDeepStrictEqual(copies, [data.subject, senderLine(data.sender), data.theirNumber, data.theirDay]))
    return 'content';
  const sha256 = paperLetterSha256(row.content_json, row.reference_number, row.day);
  if (sha256 !== row.content_sha256) return 'content';
  const details: IssueEvent['details'] = event?.details ?? {};
  const told = [
    details['hijriYear'],
    details['number'],
    details['contentSha256'],
    event?.actorId,
    event?.atMs,
  ];
  const kept = [row.hijri_year, row.number, sha256, row.registered_by, row.registered_at_ms];
  if (!isDeepStrictEqual([...told, event?.hash], [...kept, row.audit_hash])) return 'log';
  if (reserved?.state !== 'entered' || reserved.incoming_id !== row.id || reserved.seal !== row.seal)
    return 'seal';
  return reserved.chain_before === row.chain_before && reserved.chain_after === row.chain_after
    ? null
    : 'chain';
}

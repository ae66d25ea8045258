import { isDeepStrictEqual } from 'node:util';
import type { LetterRegister } from '#shared/registers/register.ts';
import { listEventsOf } from '#db/audit/audit-queries.ts';
import type { ReservedRow } from '#db/registers/reserved-numbers.ts';
import { listPaperRanges } from '#db/registers/paper-ranges.ts';
import { reservedChainAfter, sealReserved } from '#db/registers/reserved-seal.ts';
import type { Reader } from '#db/transaction.ts';
import { addLink, type ChainLinks, placeOf } from './verify-chains.ts';
import { eventsBySubject } from './verify-letters.ts';

/** Every number that was kept for paper: its seal, its reservation in the log, and what became of it. */
export function checkReserved(
  reader: Reader,
  rows: readonly ReservedRow[],
  links: ChainLinks,
): string | null {
  const reservations = eventsBySubject(reader, 'paperRange', 'register.reserved');
  for (const range of listPaperRanges(reader)) {
    const { register, hijriYear, first, last, reason, day } = range;
    const told = reservations.get(range.id)?.details;
    if (!isDeepStrictEqual(told, { register, hijriYear, first, last, reason, day }))
      return `paper.log:${placeOf(register, hijriYear, first)}`;
    if (range.entered + range.voided + range.open !== last - first + 1)
      return `paper.range:${placeOf(register, hijriYear, first)}`;
    reservations.delete(range.id);
  }
  for (const { details } of reservations.values())
    return `paper.missing:${String(details['register'])}-${String(details['hijriYear'])}-${String(details['first'])}`;

  const settled = settlements(reader);
  const hashes = eventsBySubject(reader, 'paperRange', 'register.reserved');
  for (const row of rows) {
    const place = placeOf(row.register, row.hijri_year, row.number);
    const seal = sealReserved({
      register: row.register as LetterRegister,
      hijriYear: row.hijri_year,
      number: row.number,
      referenceNumber: row.reference_number,
      day: row.day,
      reason: row.range_reason,
      chainBefore: row.chain_before,
    });
    if (seal.seal !== row.seal) return `paper.seal:${place}`;
    const reservation = hashes.get(row.range_id);
    if (reservation?.hash !== row.audit_hash || reservation.actorId !== row.reserved_by)
      return `paper.log:${place}`;
    const after = reservedChainAfter(row.seal, row.audit_hash);
    if (after !== row.chain_after) return `paper.chain:${place}`;
    const told = settled.get(place);
    const kept =
      row.state === 'open'
        ? undefined
        : { state: row.state, reason: row.reason, by: row.settled_by, atMs: row.settled_at_ms };
    if (!isDeepStrictEqual(told, kept)) return `paper.settled:${place}`;
    addLink(links, row.register, row.hijri_year, row.number, { before: row.chain_before, after });
  }
  return null;
}

/** What the log says became of numbers that were kept for paper, by their place. */
function settlements(reader: Reader): Map<string, object> {
  const told = new Map<string, object>();
  const add = (kind: string, action: string, state: string): void => {
    for (const { details, actorId, atMs } of listEventsOf(reader, kind, action))
      told.set(
        `${String(details['register'])}-${String(details['hijriYear'])}-${String(details['number'])}`,
        { state, reason: details['reason'], by: actorId, atMs },
      );
  };
  add('letter', 'letter.enteredFromPaper', 'entered');
  add('incoming', 'incoming.enteredFromPaper', 'entered');
  add('paperRange', 'register.paperVoided', 'voided');
  return told;
}

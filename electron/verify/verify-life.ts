import { listEventsOf } from '#db/audit/audit-queries.ts';
import { deliveryRecordSha256 } from '#db/letters/delivery-record.ts';
import { listDeliveries, listLetterLives, listRenderings, listSignings } from '#db/letters/life-record.ts';
import { pdfSha256 } from '#db/letters/letter-seal.ts';
import { queries, statement } from '#db/statement.ts';
import type { Reader } from '#db/transaction.ts';
import { placeOf } from './verify-chains.ts';
import { eventsBySubject } from './verify-letters.ts';

const incomingVoids = statement()(() =>
  queries
    .selectFrom('incoming_letter')
    .select(['id', 'hijri_year', 'number', 'state', 'void_reason', 'voided_by', 'voided_at_ms'])
    .orderBy('id'),
);

/** Voids, signings, deliveries and kept renderings, against the log. */
export function checkLife(reader: Reader): string | null {
  return checkVoids(reader) ?? checkSignings(reader) ?? checkDeliveries(reader) ?? checkRenderings(reader);
}

interface Voidable {
  readonly id: number;
  readonly hijri_year: number | null;
  readonly number: number | null;
  readonly state: string;
  readonly void_reason: string;
  readonly voided_by: number | null;
  readonly voided_at_ms: number | null;
}

function checkVoids(reader: Reader): string | null {
  const both: (readonly [string, string, readonly Voidable[]])[] = [
    ['letter', 'outgoing', listLetterLives(reader)],
    ['incoming', 'incoming', reader.all(incomingVoids, {})],
  ];
  for (const [kind, register, rows] of both) {
    const voids = eventsBySubject(reader, kind, `${kind}.voided`);
    for (const row of rows) {
      const event = voids.get(row.id);
      const same =
        row.state === 'voided'
          ? event?.details['reason'] === row.void_reason &&
            event.actorId === row.voided_by &&
            event.atMs === row.voided_at_ms
          : event === undefined;
      if (!same) return `${kind}.void:${placeOf(register, row.hijri_year, row.number)}`;
    }
  }
  return null;
}

/** The signed sheets that the log saw filed, and no others; the list's own mark is a copy of the latest. */
function checkSignings(reader: Reader): string | null {
  const filed = new Map<string, number>();
  const count = (letter: number | null, sha: unknown, by: number): void => {
    const key = `${letter} ${String(sha)}`;
    filed.set(key, (filed.get(key) ?? 0) + by);
  };
  for (const event of listEventsOf(reader, 'letter', 'letter.signedScanFiled'))
    count(event.subjectId, event.details['sha256'], 1);
  for (const event of listEventsOf(reader, 'letter', 'letter.enteredFromPaper'))
    count(event.subjectId, event.details['scanSha256'], 1);
  const withdrawals = new Map<number | null, number>();
  for (const event of listEventsOf(reader, 'letter', 'letter.signingWithdrawn'))
    withdrawals.set(event.subjectId, (withdrawals.get(event.subjectId) ?? 0) + 1);
  const places = new Map<number, string>();
  for (const row of listLetterLives(reader)) {
    const place = placeOf('outgoing', row.hijri_year, row.number);
    places.set(row.id, place);
    if (row.signed_at_ms !== row.signed) return `letter.signed:${place}`;
    if (row.delivered_at_ms !== row.delivered) return `letter.delivered:${place}`;
  }
  for (const row of listSignings(reader)) {
    if (row.kind === 'scan') count(row.letter_id, row.scan_sha256, -1);
    if (row.withdrawn_at_ms !== null)
      withdrawals.set(row.letter_id, (withdrawals.get(row.letter_id) ?? 0) - 1);
  }
  for (const [key, left] of filed)
    if (left !== 0) return `letter.signing:${places.get(Number(key.split(' ')[0])) ?? key}`;
  for (const [id, left] of withdrawals)
    if (left !== 0) return `letter.signing:${places.get(id ?? 0) ?? String(id)}`;
  return null;
}

function checkDeliveries(reader: Reader): string | null {
  const delivered = new Map(
    listEventsOf(reader, 'letter', 'letter.delivered').map((event) => [event.details['deliveryId'], event]),
  );
  const withdrawn = new Set(
    listEventsOf(reader, 'letter', 'letter.deliveryWithdrawn').map((event) => event.details['deliveryId']),
  );
  for (const row of listDeliveries(reader)) {
    const event = delivered.get(row.id);
    const record = event?.details['recordSha256'];
    const same =
      event?.subjectId === row.letter_id &&
      event.details['method'] === row.method &&
      event.details['day'] === row.day &&
      (event.details['signature'] ?? null) === row.signature_sha256 &&
      event.actorId === row.staff_id &&
      event.atMs === row.at_ms &&
      (record === undefined || record === deliveryRecordSha256(row.receiver, row.note)) &&
      withdrawn.has(row.id) === (row.withdrawn_at_ms !== null);
    if (!same) return `letter.delivery:${placeOf('outgoing', row.hijri_year, row.number)}`;
    delivered.delete(row.id);
  }
  const [gone] = delivered.values();
  if (gone === undefined) return null;
  const letter = listLetterLives(reader).find((row) => row.id === gone.subjectId);
  return `letter.delivery:${placeOf('outgoing', letter?.hijri_year ?? null, letter?.number ?? null)}`;
}

function checkRenderings(reader: Reader): string | null {
  for (const row of listRenderings(reader))
    if (pdfSha256(row.pdf) !== row.sha256)
      return `letter.rendering:${placeOf('outgoing', row.hijri_year, row.number)}`;
  return null;
}

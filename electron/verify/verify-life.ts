import { listEventsOf } from '#db/audit/audit-queries.ts';
import { deliveryRecordSha256 } from '#db/letters/delivery-record.ts';
import {
  listDeliveries,
  listLetterLives,
  listLetterOrigins,
  listRenderings,
  listSignings,
} from '#db/letters/life-record.ts';
import { pdfSha256 } from '#db/letters/letter-seal.ts';
import { queries, statement } from '#db/statement.ts';
import type { Reader } from '#db/transaction.ts';
import { placeOf } from './verify-chains.ts';
import { checkIncomingLife } from './verify-incoming-life.ts';
import { eventsBySubject } from './verify-letters.ts';
import { checkPrints } from './verify-prints.ts';

const incomingVoids = statement()(() =>
  queries
    .selectFrom('incoming_letter')
    .select(['id', 'hijri_year', 'number', 'state', 'void_reason', 'voided_by', 'voided_at_ms'])
    .orderBy('id'),
);

/** What a letter is about, who approved it, voids, signings, deliveries, kept renderings, what is done about incoming letters, and prints, against the log. */
export function checkLife(reader: Reader): string | null {
  return (
    checkOrigins(reader) ??
    checkVoids(reader) ??
    checkSignings(reader) ??
    checkDeliveries(reader) ??
    checkRenderings(reader) ??
    checkIncomingLife(reader) ??
    checkPrints(reader)
  );
}

/** Whom a letter concerns, what it corrects or answers, and who approved it: its seal covers none of that. */
function checkOrigins(reader: Reader): string | null {
  const created = eventsBySubject(reader, 'letter', 'letter.created');
  const relinked = eventsBySubject(reader, 'letter', 'letter.relinked');
  const approvals = new Set(
    listEventsOf(reader, 'letter', 'letter.approved').map(({ subjectId, actorId, atMs, details }) =>
      [subjectId, details['version'], actorId, atMs].join(' '),
    ),
  );
  for (const row of listLetterOrigins(reader)) {
    const place = placeOf('outgoing', row.hijri_year, row.number);
    const begun = created.get(row.id)?.details;
    // While it was a draft, a person or a request may have been chosen for it: the latest choice holds.
    const told = begun === undefined ? undefined : { ...begun, ...relinked.get(row.id)?.details };
    const names = ['partyId', 'requestId', 'correctsId', 'answersId'] as const;
    const kept = [row.party_id, row.request_id, row.corrects_id, row.answers_id];
    if (told !== undefined && names.some((name, index) => (told[name] ?? null) !== kept[index]))
      return `letter.about:${place}`;
    // Approved in an act of its own, or with the issue by who holds both rights.
    const withIssue = row.approved_by === row.issued_by && row.approved_at_ms === row.issued_at_ms;
    const approval = [row.id, row.version, row.approved_by, row.approved_at_ms].join(' ');
    if (!withIssue && !approvals.has(approval)) return `letter.approved:${place}`;
  }
  return null;
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
  /** By letter and what is told of one act: who, when, and of which sheet. */
  const count = (by: 1 | -1, letter: number | null, ...act: readonly unknown[]): void => {
    const key = [letter, ...act].join(' ');
    filed.set(key, (filed.get(key) ?? 0) + by);
  };
  for (const event of listEventsOf(reader, 'letter', 'letter.signedScanFiled'))
    count(1, event.subjectId, event.actorId, event.atMs, event.details['sha256']);
  for (const event of listEventsOf(reader, 'letter', 'letter.enteredFromPaper'))
    count(1, event.subjectId, event.actorId, event.atMs, event.details['scanSha256']);
  for (const event of listEventsOf(reader, 'letter', 'letter.signingWithdrawn'))
    count(1, event.subjectId, event.actorId, event.atMs, 'withdrawn');
  const places = new Map<number, string>();
  for (const row of listLetterLives(reader)) {
    const place = placeOf('outgoing', row.hijri_year, row.number);
    places.set(row.id, place);
    if (row.signed_at_ms !== row.signed) return `letter.signed:${place}`;
    if (row.delivered_at_ms !== row.delivered) return `letter.delivered:${place}`;
  }
  for (const row of listSignings(reader)) {
    if (row.kind === 'scan') count(-1, row.letter_id, row.staff_id, row.at_ms, row.scan_sha256);
    if (row.withdrawn_at_ms !== null)
      count(-1, row.letter_id, row.withdrawn_by, row.withdrawn_at_ms, 'withdrawn');
  }
  for (const [key, left] of filed)
    if (left !== 0) return `letter.signing:${places.get(Number(key.split(' ')[0])) ?? key}`;
  return null;
}

function checkDeliveries(reader: Reader): string | null {
  const delivered = new Map(
    listEventsOf(reader, 'letter', 'letter.delivered').map((event) => [event.details['deliveryId'], event]),
  );
  const withdrawn = new Map(
    listEventsOf(reader, 'letter', 'letter.deliveryWithdrawn').map((event) => [
      event.details['deliveryId'],
      event,
    ]),
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
      (withdrawn.get(row.id)?.atMs ?? null) === row.withdrawn_at_ms &&
      (withdrawn.get(row.id)?.actorId ?? null) === row.withdrawn_by;
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

import { isDeepStrictEqual } from 'node:util';
import { attestedContentSchema } from '#shared/attestation/attestation.ts';
import { listEventsOf } from '../audit/audit-queries.ts';
import { hashFields } from '../requests/attested-fields.ts';
import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';
import { codeFitsPlace, sealedSha256 } from './seal-code.ts';

const page = statement<{ after: number }>()((param) =>
  queries
    .selectFrom('sealed_document')
    .selectAll()
    .where('id', '>', param('after'))
    .orderBy('id')
    // Each carries its PDF: few at a time.
    .limit(50),
);
const one = statement<{ code: string }>()((param) =>
  queries.selectFrom('sealed_document').selectAll().where('code', '=', param('code')),
);
const attestations = statement()(() =>
  queries
    .selectFrom('attestation as a')
    .innerJoin('sealed_document as d', 'd.id', 'a.document_id')
    .select([
      'a.document_id',
      'a.request_id',
      'a.version',
      'a.fields_sha256',
      'd.kind',
      'd.subject_id',
      'd.content_json',
    ])
    .select('d.version as document_version'),
);
const signatures = statement()(() =>
  queries
    .selectFrom('document_signature')
    .select([
      'id',
      'document_id',
      'signer',
      'mode',
      'file_sha256',
      'at_ms',
      'taken_by',
      'withdrawn_at_ms',
      'withdrawn_by',
    ])
    .orderBy('id'),
);

const eventOf = statement<{ action: string; id: number }>()((param) =>
  queries
    .selectFrom('audit_log')
    .select(['subject_id as subjectId', 'actor_id as actorId', 'at_ms as atMs', 'details_json'])
    .where('action', '=', param('action'))
    .where('subject_kind', '=', 'sealedDocument')
    .where('subject_id', '=', param('id'))
    .orderBy('seq')
    .limit(1),
);

type Row = NonNullable<ReturnType<typeof rowBy>>;
const rowBy = (reader: Reader, code: string) => reader.get(one, { code });
/** What the log says of an act on a paper. */
interface Event {
  readonly subjectId: number | null;
  readonly actorId: number | null;
  readonly atMs: number;
  readonly details: Readonly<Record<string, unknown>>;
}

export type SealedFault = 'content' | 'code' | 'pdf' | 'log' | 'void';

const eventsOf = (reader: Reader, action: string): readonly Event[] =>
  listEventsOf(reader, 'sealedDocument', action);
const byDocument = (events: readonly Event[]): Map<number | null, Event> =>
  new Map(events.map((event) => [event.subjectId, event]));

/** Computes a frozen paper again from what lies in the database, and holds it against the log's own account of it. */
function faultOf(row: Row, made: Event | undefined, voided: Event | undefined): SealedFault | null {
  const contentSha256 = sealedSha256(row.content_json);
  if (contentSha256 !== row.content_sha256) return 'content';
  const subject = { kind: row.subject_kind, id: row.subject_id };
  const { kind, version, code, pages } = row;
  if (!codeFitsPlace(code, { kind, subject, requestId: row.request_id, version, contentSha256 }))
    return 'code';
  const pdfSha256 = sealedSha256(row.pdf);
  if (pdfSha256 !== row.pdf_sha256) return 'pdf';
  const details: Event['details'] = made?.details ?? {};
  const told = [
    details['kind'],
    details['of'],
    details['version'],
    details['code'],
    details['contentSha256'],
    details['pdfSha256'],
    details['pages'],
    made?.actorId,
    made?.atMs,
  ];
  const kept = [
    kind,
    `${subject.kind}-${subject.id}`,
    version,
    code,
    contentSha256,
    pdfSha256,
    pages,
    row.made_by,
    row.made_at_ms,
  ];
  if (!isDeepStrictEqual(told, kept)) return 'log';
  const isVoid = [row.voided_at_ms, row.voided_by];
  return isDeepStrictEqual(isVoid, [voided?.atMs ?? null, voided?.actorId ?? null]) ? null : 'void';
}

/** One frozen paper by its code, with the first check that does not hold; undefined: no such paper. */
export function checkSealedByCode(
  reader: Reader,
  code: string,
): { readonly id: number; readonly fault: SealedFault | null } | undefined {
  const row = rowBy(reader, code);
  if (row === undefined) return undefined;
  const event = (action: string): Event | undefined => {
    const found = reader.get(eventOf, { action, id: row.id });
    return found && { ...found, details: JSON.parse(found.details_json) as Event['details'] };
  };
  return { id: row.id, fault: faultOf(row, event('sealed.made'), event('sealed.voided')) };
}

/**
 * Every frozen paper, every signature on one, and every attestation that speaks of one. Faults are named by the paper's id:
 * `sealed.pdf:12`, `sealed.missing:12` (the log saw it made, and it is gone), `sealed.signature:12`, `attestation.fields:12`.
 */
export function checkSealed(reader: Reader): { readonly count: number; readonly fault: string | null } {
  const made = byDocument(eventsOf(reader, 'sealed.made'));
  const voided = byDocument(eventsOf(reader, 'sealed.voided'));
  let count = 0;
  for (let after = 0; ;) {
    const rows = reader.all(page, { after });
    for (const row of rows) {
      count += 1;
      const fault = faultOf(row, made.get(row.id), voided.get(row.id));
      if (fault !== null) return { count, fault: `sealed.${fault}:${row.id}` };
      made.delete(row.id);
      after = row.id;
    }
    if (rows.length === 0) break;
  }
  for (const id of made.keys()) return { count, fault: `sealed.missing:${String(id)}` };
  return { count, fault: signatureFault(reader) ?? attestationFault(reader) };
}

/**
 * Each signature is one that the log saw given, each that the log saw is there, and it stands unless the log saw it
 * withdrawn; a thumb falls with its witnesses.
 */
function signatureFault(reader: Reader): string | null {
  const given = new Map(
    eventsOf(reader, 'sealed.signed').map((event) => [Number(event.details['signatureId']), event]),
  );
  const withdrawals = eventsOf(reader, 'sealed.signatureWithdrawn');
  const withdrawn = new Map(
    withdrawals.flatMap(({ details, actorId, atMs }) =>
      [details['signatureId'], ...((details['others'] as readonly unknown[] | undefined) ?? [])].map(
        (id) => [Number(id), [atMs, actorId]] as const,
      ),
    ),
  );
  for (const row of reader.all(signatures, {})) {
    const event = given.get(row.id);
    given.delete(row.id);
    const told = [
      event?.subjectId,
      event?.details['signer'],
      event?.details['mode'],
      event?.details['sha256'] ?? null,
      event?.actorId,
      event?.atMs,
    ];
    const kept = [row.document_id, row.signer, row.mode, row.file_sha256, row.taken_by, row.at_ms];
    const fell = isDeepStrictEqual(withdrawn.get(row.id) ?? [null, null], [
      row.withdrawn_at_ms,
      row.withdrawn_by,
    ]);
    if (!fell || !isDeepStrictEqual(told, kept)) return `sealed.signature:${row.document_id}`;
  }
  for (const event of given.values()) return `sealed.signature:${String(event.subjectId)}`;
  return null;
}

/** What a request says of its attestation is what the frozen paper says. */
function attestationFault(reader: Reader): string | null {
  for (const row of reader.all(attestations, {})) {
    const content = attestedContentSchema.safeParse(JSON.parse(row.content_json));
    const fits =
      row.kind === 'attestation' &&
      row.subject_id === row.request_id &&
      row.version === row.document_version &&
      content.success &&
      hashFields(content.data.fields) === row.fields_sha256;
    if (!fits) return `attestation.fields:${row.document_id}`;
  }
  return null;
}

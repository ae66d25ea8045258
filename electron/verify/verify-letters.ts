import { isDeepStrictEqual } from 'node:util';
import { letterContentSchema } from '#shared/letters/letter.ts';
import { recipientLine } from '#shared/letters/letter-rules.ts';
import { listEventsOf } from '#db/audit/audit-queries.ts';
import { findLetterPdf } from '#db/letters/letter-queries.ts';
import { chainAfter, pdfSha256 } from '#db/letters/letter-seal.ts';
import { paperLetterSha256 } from '#db/letters/paper-letter-writes.ts';
import {
  eachSealedLetter,
  type IssueEvent,
  type SealedLetterRow,
  sealFault,
} from '#db/letters/sealed-letters.ts';
import type { ReservedRow } from '#db/registers/reserved-numbers.ts';
import type { Reader } from '#db/transaction.ts';
import { addLink, type ChainLinks, placeOf } from './verify-chains.ts';

/** The events of one action by their subject; a subject has one, or the later ones stand here and are looked for. */
export const eventsBySubject = (
  reader: Reader,
  kind: string,
  action: string,
): Map<number | null, IssueEvent> =>
  new Map(listEventsOf(reader, kind, action).map((event) => [event.subjectId, event]));

/**
 * Every outgoing letter that bears a number: text, seal, code, page, and the log's own account of it. Fills in the links
 * of the register's chain.
 */
export function checkOutgoing(
  reader: Reader,
  links: ChainLinks,
  reserved: ReadonlyMap<string, ReservedRow>,
): { count: number; fault: string | null } {
  const issued = eventsBySubject(reader, 'letter', 'letter.issued');
  const entered = eventsBySubject(reader, 'letter', 'letter.enteredFromPaper');
  let count = 0;
  for (const row of eachSealedLetter(reader)) {
    count += 1;
    const place = placeOf('outgoing', row.hijri_year, row.number);
    if (row.register !== 'outgoing') return { count, fault: `letter.register:${place}` };
    if (row.origin === 'paper') {
      const fault = paperFault(reader, row, entered.get(row.id), reserved.get(place));
      if (fault !== null) return { count, fault: `letter.${fault}:${place}` };
      entered.delete(row.id);
      continue;
    }
    const fault = sealFault(reader, row, issued.get(row.id));
    if (fault !== null) return { count, fault: `letter.${fault}:${place}` };
    issued.delete(row.id);
    const after = chainAfter(row.seal ?? '', row.pdf_sha256 ?? '', row.audit_hash ?? '');
    if (after !== row.chain_after) return { count, fault: `letter.chain:${place}` };
    addLink(links, 'outgoing', row.hijri_year ?? 0, row.number ?? 0, {
      before: row.chain_before ?? '',
      after,
    });
  }
  // A letter that the log saw come in, and that is gone.
  for (const event of [...issued.values(), ...entered.values()])
    return { count, fault: `letter.missing:${placeInLog('outgoing', event)}` };
  return { count, fault: null };
}

/** Where the log says that a record stood. */
export const placeInLog = (register: string, { details }: IssueEvent): string =>
  `${register}-${String(details['hijriYear'])}-${String(details['number'])}`;

/** A letter written by hand: sealed by the event of its entry, with the seal and links of its reserved number. */
function paperFault(
  reader: Reader,
  row: SealedLetterRow,
  event: IssueEvent | undefined,
  reserved: ReservedRow | undefined,
): 'content' | 'seal' | 'code' | 'pdf' | 'log' | 'chain' | null {
  // Nothing stands in the foot of a sheet that was written by hand.
  if (row.code !== null) return 'code';
  const content = letterContentSchema.safeParse(JSON.parse(row.content_json));
  if (!content.success) return 'content';
  const { subject, recipient } = content.data;
  if (row.subject !== subject || row.recipient_line !== recipientLine(recipient)) return 'content';
  const sha256 = paperLetterSha256(row.content_json, row.reference_number ?? '', row.day ?? '');
  if (sha256 !== row.content_sha256) return 'content';
  const pdf = findLetterPdf(reader, row.id);
  if (pdf === undefined || pdfSha256(pdf) !== row.pdf_sha256) return 'pdf';
  const { details = {}, ...event_ } = event ?? { actorId: null, atMs: 0, hash: '' };
  const told = [
    details['hijriYear'],
    details['number'],
    details['contentSha256'],
    details['pdfSha256'],
    details['pages'],
    event_.actorId,
    event_.atMs,
    event_.hash,
  ];
  const kept = [
    row.hijri_year,
    row.number,
    sha256,
    row.pdf_sha256,
    row.pages,
    row.issued_by,
    row.issued_at_ms,
    row.audit_hash,
  ];
  if (!isDeepStrictEqual(told, kept)) return 'log';
  if (reserved?.state !== 'entered' || reserved.letter_id !== row.id || reserved.seal !== row.seal)
    return 'seal';
  return reserved.chain_before === row.chain_before && reserved.chain_after === row.chain_after
    ? null
    : 'chain';
}

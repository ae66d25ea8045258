import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';

/** A number of a letter register that a kept file belongs to. */
export interface FilePlace {
  readonly kind: 'letter' | 'incoming';
  readonly hijriYear: number | null;
  readonly number: number | null;
}

const numbered = (table: 'letter' | 'incoming_letter') =>
  queries
    .selectFrom(table)
    .select([`${table}.hijri_year as hijriYear`, `${table}.number as number`])
    .where(`${table}.number`, 'is not', null)
    .orderBy(`${table}.id`)
    .limit(1);

const inText = (table: 'letter' | 'incoming_letter') =>
  statement<{ like: string }>()((param) =>
    numbered(table).where(`${table}.content_json`, 'like', param('like')),
  );
const hanging = (table: 'letter' | 'incoming_letter', kind: string) =>
  statement<{ sha: string }>()((param) =>
    numbered(table)
      .innerJoin('attachment', 'attachment.subject_id', `${table}.id`)
      .where('attachment.subject_kind', '=', kind)
      .where('attachment.sha256', '=', param('sha')),
  );
const lettersOf = inText('letter');
const incomingOf = inText('incoming_letter');
const onLetters = hanging('letter', 'letter');
const onIncoming = hanging('incoming_letter', 'incoming');
const signed = statement<{ sha: string }>()((param) =>
  numbered('letter')
    .innerJoin('letter_signing', 'letter_signing.letter_id', 'letter.id')
    .where('letter_signing.scan_sha256', '=', param('sha')),
);
const delivered = statement<{ sha: string }>()((param) =>
  numbered('letter')
    .innerJoin('letter_delivery', 'letter_delivery.letter_id', 'letter.id')
    .where('letter_delivery.signature_sha256', '=', param('sha')),
);

/**
 * The first number that a kept file belongs to: as an attachment of its text, its signed sheet (what was scanned of a
 * paper letter as well), a receiver's signature, or a file that was added later, though it was taken off again.
 * Undefined: no number's file (a draft's, a party's, a picture of the office, nobody's).
 */
export function findFilePlace(reader: Reader, sha256: string): FilePlace | undefined {
  const [sha, like] = [sha256, `%"${sha256}"%`];
  const letter =
    reader.get(lettersOf, { like }) ??
    reader.get(signed, { sha }) ??
    reader.get(delivered, { sha }) ??
    reader.get(onLetters, { sha });
  if (letter !== undefined) return { kind: 'letter', ...letter };
  const incoming = reader.get(incomingOf, { like }) ?? reader.get(onIncoming, { sha });
  return incoming && { kind: 'incoming', ...incoming };
}

import { createHash } from 'node:crypto';
import type { IncomingContent } from '#shared/incoming/incoming.ts';
import { canonicalJson } from '../audit/canonical-json.ts';
import { type LetterSeal, sealPaper } from '../letters/letter-seal.ts';

/**
 * The seal of an incoming letter: as an outgoing one's, over its register data instead of its paper. It has no page of
 * its own, so the chain moves on by the seal and the hash of the log's event:
 *
 *   content = SHA-256(canonical JSON of what was received, our number and day)
 *   seal    = SHA-256(register, year, number, content, chain head before)
 *   head    = SHA-256(seal, hash of the audit event of the registration)
 */
export interface IncomingPlace {
  readonly hijriYear: number;
  readonly number: number;
  readonly referenceNumber: string;
  readonly day: string;
  readonly chainBefore: string;
}

/** The one text of what was received: what is kept. Read through a schema of later days it might gain fields. */
export const incomingJson = (content: IncomingContent): string => canonicalJson(content);

/** @param contentJson as it is kept */
export const sealIncoming = (contentJson: string, place: IncomingPlace): LetterSeal =>
  sealPaper(
    canonicalJson({
      content: JSON.parse(contentJson) as never,
      day: place.day,
      referenceNumber: place.referenceNumber,
    }),
    {
      register: 'incoming',
      hijriYear: place.hijriYear,
      number: place.number,
      chainBefore: place.chainBefore,
    },
  );

/** The register's chain head after an incoming letter. */
export const incomingChainAfter = (seal: string, auditHash: string): string =>
  createHash('sha256').update(`wisam incoming chain\n${seal}\n${auditHash}`).digest('hex');

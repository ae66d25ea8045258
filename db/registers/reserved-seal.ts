import { createHash } from 'node:crypto';
import type { LetterRegister } from '#shared/registers/register.ts';
import { canonicalJson } from '../audit/canonical-json.ts';
import { type LetterSeal, sealPaper } from '../letters/letter-seal.ts';

/**
 * The seal of a number that is kept for paper: what is known of it when it is given away. What is written under it later
 * is sealed by the log's event of its entry.
 *
 *   content = SHA-256(register, year, number, reference, day, reason of the reservation)
 *   seal    = SHA-256(register, year, number, content, chain head before)
 *   head    = SHA-256(seal, hash of the audit event of the reservation)
 */
export interface ReservedPlace {
  readonly register: LetterRegister;
  readonly hijriYear: number;
  readonly number: number;
  readonly referenceNumber: string;
  readonly day: string;
  readonly reason: string;
  readonly chainBefore: string;
}

export const sealReserved = ({ chainBefore, ...facts }: ReservedPlace): LetterSeal =>
  sealPaper(canonicalJson({ ...facts, kept: 'paper' }), {
    register: facts.register,
    hijriYear: facts.hijriYear,
    number: facts.number,
    chainBefore,
  });

/** The register's chain head after a number that is kept for paper. */
export const reservedChainAfter = (seal: string, auditHash: string): string =>
  createHash('sha256').update(`wisam paper chain\n${seal}\n${auditHash}`).digest('hex');

import type { LetterId } from '#shared/ids.ts';
import { parseCode } from '#shared/letters/verification-code.ts';
import type { CodeAnswer, SealCheck } from '#shared/letters/verified-letter.ts';
import {
  chainHolds,
  findIssueEvent,
  findSealedByCode,
  sealFault,
  type SealedLetterRow,
} from '#db/letters/sealed-letters.ts';
import { checkSealedByCode } from '#db/sealed/sealed-check.ts';
import { findSealedDocumentByCode } from '#db/sealed/sealed-queries.ts';
import type { Reader } from '#db/transaction.ts';

/**
 * Whether a code printed in a letter's foot is genuine. Nothing that is stored about the letter is believed: content,
 * seal, code, PDF, the log's account of the issue and the links of the register's chain are computed again.
 */
export function verifyCode(reader: Reader, text: string): CodeAnswer {
  const code = parseCode(text);
  if (!code.ok) return { outcome: 'mistyped', problem: code.code };
  const row = findSealedByCode(reader, code.value);
  if (row === undefined) return sealedPaper(reader, code.value);
  const letter = {
    id: row.id as LetterId,
    referenceNumber: row.reference_number ?? '',
    day: row.day ?? '',
    recipientLine: row.recipient_line,
    subject: row.subject,
    state: row.state === 'voided' ? ('voided' as const) : ('issued' as const),
    voidReason: row.void_reason,
    issuedByName: row.issued_by_name,
    pages: row.pages ?? 0,
  };
  const what = faultOf(reader, row);
  return what === null ? { outcome: 'genuine', letter } : { outcome: 'altered', what, letter };
}

const faultOf = (reader: Reader, row: SealedLetterRow): SealCheck | null =>
  sealFault(reader, row, findIssueEvent(reader, row.id)) ?? (chainHolds(reader, row) ? null : 'chain');

/** A code that no letter bears may be that of a frozen paper of a case. */
function sealedPaper(reader: Reader, code: string): CodeAnswer {
  const paper = findSealedDocumentByCode(reader, code);
  const check = checkSealedByCode(reader, code);
  if (paper === undefined || check === undefined) return { outcome: 'unknown' };
  const { kind, version, madeAtMs, madeByName, pages, voided } = paper;
  return {
    outcome: 'sealed',
    paper: {
      kind,
      version,
      madeAtMs,
      madeByName,
      pages,
      voidReason: voided?.reason ?? null,
      fault: check.fault,
    },
  };
}

import { AppError } from '#shared/app-error.ts';
import { toAsciiDigits } from '#shared/arabic/digits.ts';
import type { AuditSample, RequestPathAnswer } from '#shared/audit/sample-contract.ts';
import type { RequestId } from '#shared/ids.ts';
import { parseYearNumber } from '#db/registers/register-counter.ts';
import { findRequests } from '#db/requests/request-queries.ts';
import type { Reader } from '#db/transaction.ts';
import { readSample, type SampleOrder } from '../audit/sample-service.ts';
import { explainRequest } from '../requests/path-service.ts';
import { readClosedOffice } from '../verify/read-closed-office.ts';

/** Its id from what was typed: the number that stands on the slip first; null: neither number nor id. */
function requestIdOf(reader: Reader, typed: string): RequestId | null {
  const text = toAsciiDigits(typed).trim();
  if (parseYearNumber(text) !== null) {
    const [found] = findRequests(reader, text, 1);
    if (found === undefined) throw new AppError('notFound', { kind: 'request', id: text });
    return found.id;
  }
  return /^\d{1,15}$/.test(text) ? (Number(text) as RequestId) : null;
}

/**
 * The path of one request in a data folder that nobody has open. Null: what was typed is neither a number nor an id.
 * Errors: notFound, and those of `readClosedOffice`.
 */
export const explainInFolder = (dataFolder: string, typed: string): RequestPathAnswer | null =>
  readClosedOffice(dataFolder, (reader) => {
    const id = requestIdOf(reader, typed);
    return id === null ? null : explainRequest(reader, id, Date.now());
  });

/** The auditor's sample of a data folder that nobody has open. Errors: those of `readClosedOffice`. */
export const sampleInFolder = (dataFolder: string, order: SampleOrder): AuditSample =>
  readClosedOffice(dataFolder, (reader) => readSample(reader, order, Date.now()));

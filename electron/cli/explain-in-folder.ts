import { AppError } from '#shared/app-error.ts';
import { toAsciiDigits } from '#shared/arabic/digits.ts';
import { type AuditSample, PATH_ROLES, type RequestPathAnswer } from '#shared/audit/sample-contract.ts';
import type { RequestId } from '#shared/ids.ts';
import { parseYearNumber } from '#db/registers/register-counter.ts';
import { findRequests } from '#db/requests/request-queries.ts';
import { listStaff } from '#db/staff/staff-queries.ts';
import type { Reader, WriteTransaction } from '#db/transaction.ts';
import type { Actor } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import { readSample, sampleEntry, type SampleOrder } from '../audit/sample-service.ts';
import { withOffice } from './with-office.ts';
import { explainRequest } from '../requests/path-service.ts';

/** From the command line nobody is signed in: the log names who it was asked for, else the program. */
const COMMAND_LINE = 'wisam';

function actorNamed(reader: Reader, name: string | null): Actor | null {
  if (name === null) return null;
  const staff = listStaff(reader).find((one) => one.active && one.name === name.trim());
  if (staff === undefined) throw new AppError('notFound', { kind: 'staff', id: name });
  if (!PATH_ROLES.some((role) => staff.roles.includes(role))) throw new AppError('notAllowed', { name });
  return { id: staff.id, name: staff.name };
}

function logLook(tx: WriteTransaction, entry: ReturnType<typeof auditEntry>): void {
  tx.audit(entry.actorId === null ? { ...entry, actorName: COMMAND_LINE } : entry);
}

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
 * The path of one request in a data folder that nobody has open; logged. Null: what was typed is neither a number nor an
 * id. Errors: notFound, notAllowed, and those of opening a data folder.
 */
export const explainInFolder = (
  dataFolder: string,
  typed: string,
  as: string | null,
): Promise<RequestPathAnswer | null> =>
  withOffice(dataFolder, async (db) => {
    const id = requestIdOf(db, typed);
    if (id === null) return null;
    return db.write((tx) => {
      const actor = actorNamed(tx, as);
      const nowMs = Date.now();
      const answer = explainRequest(tx, id, nowMs);
      logLook(tx, auditEntry(actor, nowMs, 'request.explained', { kind: 'request', id }));
      return answer;
    });
  });

/** The auditor's sample of a data folder that nobody has open; logged with its seed. */
export const sampleInFolder = (
  dataFolder: string,
  order: SampleOrder,
  as: string | null,
): Promise<AuditSample> =>
  withOffice(dataFolder, async (db) =>
    db.write((tx) => {
      const actor = actorNamed(tx, as);
      const nowMs = Date.now();
      const sample = readSample(tx, order, nowMs);
      logLook(tx, sampleEntry(actor, nowMs, sample));
      return sample;
    }),
  );

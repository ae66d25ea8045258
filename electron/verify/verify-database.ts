import { checkAuditChain } from '#db/audit/audit-chain.ts';
import { checkPages, countTables } from '#db/integrity.ts';
import { type Database, databaseVersion } from '#db/open-database.ts';
import { listEveryReserved } from '#db/registers/reserved-numbers.ts';
import { checkSealed } from '#db/sealed/sealed-check.ts';
import { findForeignSchema } from '#db/schema-check.ts';
import type { Reader } from '#db/transaction.ts';
import { type ChainLinks, checkChains, checkContinuity, placeOf } from './verify-chains.ts';
import { checkFiles, type ReadOutside } from './verify-files.ts';
import { checkIncoming } from './verify-incoming.ts';
import { checkOutgoing } from './verify-letters.ts';
import { checkLife } from './verify-life.ts';
import { checkReserved } from './verify-reserved.ts';

/** One line of what was counted or found; the order is always the same. */
export interface VerifiedLine {
  /** ASCII, as printed before the colon. */
  readonly name: string;
  /** A count, or 64 lower-case hex digits. */
  readonly value: number | string;
}

export interface Verification {
  readonly lines: readonly VerifiedLine[];
  /** The first fault, as `audit.cut:12` or `letter.pdf:outgoing-1448-127`; null when all is well. */
  readonly fault: string | null;
  /** The first fault of each kind of check. */
  readonly faults: readonly string[];
  /** What was read and computed again. */
  readonly read: {
    readonly letters: number;
    readonly incoming: number;
    readonly reserved: number;
    readonly files: number;
  };
  /** Where the log stood: what a backup's manifest anchors. */
  readonly audit: { readonly count: number; readonly hash: string };
}

/**
 * Reads all of a database and believes nothing: every page, every reference, every number of every register from its
 * opening to its last, every seal, every PDF, every kept file, the whole log, and the schema itself, whose triggers guard
 * all that. Reads only, and runs on an open desk as well.
 * Pages that the cipher refuses are the fault `pages:<what>`, not a throw.
 */
export function verifyDatabase(
  db: Database,
  options: { readonly readOutside?: ReadOutside } = {},
): Verification {
  return db.snapshot((reader) => {
    const lines: VerifiedLine[] = [{ name: 'schema version', value: databaseVersion(db) }];
    const faults: string[] = [];
    const note = (fault: string | null): void => {
      if (fault !== null) faults.push(fault);
    };

    const pages = checkPages(db.sqlite);
    lines.push({ name: 'free pages', value: pages.free });
    note(pages.fault);
    // With a damaged page nothing further can be trusted, and reading on would only throw.
    if (pages.fault !== null) {
      const read = { letters: 0, incoming: 0, reserved: 0, files: 0 };
      return { lines, fault: pages.fault, faults: [pages.fault], read, audit: { count: 0, hash: '' } };
    }

    for (const { table, rows } of countTables(db.sqlite)) lines.push({ name: table, value: rows });
    for (const check of checkContinuity(reader)) {
      lines.push({ name: `register ${check.name} last`, value: check.last });
      note(check.fault);
    }
    const records = checkRecords(reader, options.readOutside);
    for (const fault of records.faults) note(fault);
    const audit = checkAuditChain(reader);
    lines.push({ name: 'audit events', value: audit.count }, { name: 'audit head', value: audit.hash });
    note(audit.fault);
    const foreign = findForeignSchema(db.sqlite);
    note(foreign === null ? null : `schema:${foreign}`);
    return {
      lines,
      fault: faults[0] ?? null,
      faults,
      read: records.read,
      audit: { count: audit.count, hash: audit.hash },
    };
  });
}

/** Letters of both registers, numbers kept for paper, their chains, what became of them, and the files. */
function checkRecords(
  reader: Reader,
  readOutside: ReadOutside | undefined,
): { faults: (string | null)[]; read: Verification['read'] } {
  const links: ChainLinks = new Map();
  const rows = listEveryReserved(reader);
  const reserved = new Map(
    rows.map((row) => [placeOf(row.register, row.hijri_year, row.number), row] as const),
  );
  const letters = checkOutgoing(reader, links, reserved);
  const incoming = checkIncoming(reader, links, reserved);
  const files = checkFiles(reader, readOutside);
  const paper = checkReserved(reader, rows, links);
  // A record that is not what it was breaks its chain as well: it is named, and the chain is not.
  const named = letters.fault ?? incoming.fault ?? paper;
  return {
    faults: [
      letters.fault,
      incoming.fault,
      paper,
      named === null ? checkChains(reader, links) : null,
      checkLife(reader),
      checkSealed(reader).fault,
      files.fault,
    ],
    read: {
      letters: letters.count,
      incoming: incoming.count,
      reserved: rows.length,
      files: files.count,
    },
  };
}

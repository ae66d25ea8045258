import { checkAuditChain } from '#db/audit/audit-chain.ts';
import { listEventsOf } from '#db/audit/audit-queries.ts';
import { checkPages, countTables } from '#db/integrity.ts';
import { chainAfter } from '#db/letters/letter-seal.ts';
import { eachSealedLetter, sealFault } from '#db/letters/sealed-letters.ts';
import { type Database, databaseVersion } from '#db/open-database.ts';
import { listNumbers } from '#db/registers/register-numbers.ts';
import { chainGenesis, listCounters, type Register } from '#db/registers/register-counter.ts';
import type { Reader } from '#db/transaction.ts';

/** One line of what was counted or found; the order is always the same. */
export interface VerifiedLine {
  /** ASCII, as printed before the colon. */
  readonly name: string;
  /** A count, or 64 lower-case hex digits. */
  readonly value: number | string;
}

export interface Verification {
  readonly lines: readonly VerifiedLine[];
  /** The first fault, as `audit.cut:12` or `letter.pdf:3`; null when all is well. */
  readonly fault: string | null;
  /** Where the log stood: what a backup's manifest anchors. */
  readonly audit: { readonly count: number; readonly hash: string };
}

/**
 * Reads all of a database and believes nothing: every page, every reference, every number of every register from its
 * opening to its last, every seal, every PDF, the whole log. Reads only, and runs on an open desk as well.
 * Pages that the cipher refuses are the fault `pages:<what>`, not a throw.
 */
export function verifyDatabase(db: Database): Verification {
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
    if (pages.fault !== null) return { lines, fault: pages.fault, audit: { count: 0, hash: '' } };

    for (const { table, rows } of countTables(db.sqlite)) lines.push({ name: table, value: rows });
    for (const check of checkRegisters(reader)) {
      lines.push({ name: `register ${check.name} last`, value: check.last });
      note(check.fault);
    }
    note(checkLetters(reader));
    const audit = checkAuditChain(reader);
    lines.push({ name: 'audit events', value: audit.count }, { name: 'audit head', value: audit.hash });
    note(audit.fault);
    return { lines, fault: faults[0] ?? null, audit: { count: audit.count, hash: audit.hash } };
  });
}

/** Every number from the opening to the last, each once, and none that no counter knows. */
function checkRegisters(reader: Reader): { name: string; last: number; fault: string | null }[] {
  const known = new Set<string>();
  const checks = listCounters(reader).map(({ register, hijriYear, opening, last }) => {
    const name = `${register} ${hijriYear}`;
    known.add(name);
    return { name, last, fault: continuity(name, listNumbers(reader, register, hijriYear), opening, last) };
  });
  for (const register of ['outgoing', 'requests', 'files'] as const)
    for (const year of listNumbers(reader, register, null))
      if (!known.has(`${register} ${year}`))
        checks.push({ name: `${register} ${year}`, last: 0, fault: `register.unknown:${register}-${year}` });
  return checks;
}

function continuity(name: string, numbers: readonly number[], opening: number, last: number): string | null {
  const where = name.replace(' ', '-');
  for (let index = 0; index < last - opening; index += 1)
    if (numbers[index] !== opening + 1 + index) return `register.gap:${where}-${opening + 1 + index}`;
  return numbers.length > last - opening ? `register.beyond:${where}-${numbers[last - opening]}` : null;
}

/** Seals, chains, PDFs, and the log's own account of every letter that bears a number. */
function checkLetters(reader: Reader): string | null {
  const issued = new Map(
    listEventsOf(reader, 'letter', 'letter.issued').map((event) => [event.subjectId, event]),
  );
  const chains = new Map<string, Map<number, { before: string; after: string }>>();
  for (const row of eachSealedLetter(reader)) {
    const register = row.register as Register;
    const hijriYear = row.hijri_year ?? 0;
    const number = row.number ?? 0;
    const fault = sealFault(reader, row, issued.get(row.id));
    if (fault !== null) return `letter.${fault}:${row.id}`;
    issued.delete(row.id);
    const after = chainAfter(row.seal ?? '', row.pdf_sha256 ?? '', row.audit_hash ?? '');
    if (after !== row.chain_after) return `letter.chain:${row.id}`;
    const key = `${register} ${hijriYear}`;
    const links = chains.get(key) ?? new Map<number, { before: string; after: string }>();
    chains.set(key, links.set(number, { before: row.chain_before ?? '', after }));
  }
  // A letter that the log saw issued and that is gone.
  for (const [id] of issued) return `letter.missing:${id}`;
  return checkChains(reader, chains);
}

function checkChains(
  reader: Reader,
  chains: ReadonlyMap<string, ReadonlyMap<number, { before: string; after: string }>>,
): string | null {
  for (const { register, hijriYear, opening, last, chainHead } of listCounters(reader)) {
    let head = chainGenesis(register, hijriYear, opening);
    const links = chains.get(`${register} ${hijriYear}`);
    // Requests and files bear no seal: their registers stay at the head they opened with.
    const sealedTo = links === undefined ? opening : last;
    for (let number = opening + 1; number <= sealedTo; number += 1) {
      const link = links?.get(number);
      if (link?.before !== head) return `register.chain:${register}-${hijriYear}-${number}`;
      head = link.after;
    }
    if (head !== chainHead) return `register.head:${register}-${hijriYear}`;
  }
  return null;
}

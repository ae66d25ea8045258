import { existsSync } from 'node:fs';
import { AppError } from '#shared/app-error.ts';
import { auditHead, type AuditHead } from '../audit/audit-chain.ts';
import { schemaVersion } from '../migrate.ts';
import { connect } from '../open-database.ts';
import { fromSqliteError } from '../sqlite-error.ts';
import { queries, statement } from '../statement.ts';
import { createGateway, type Reader } from '../transaction.ts';

/** What a snapshot holds, for the manifest of a backup and for whoever opens it again. */
export interface SnapshotFacts {
  readonly schemaVersion: number;
  /** Of the folded search columns. */
  readonly normVersion: number;
  /** Rows of every table, by name. */
  readonly counts: Readonly<Record<string, number>>;
  /** The last number given in each register and Hijri year. */
  readonly registers: readonly {
    readonly register: string;
    readonly hijriYear: number;
    readonly last: number;
  }[];
  readonly audit: AuditHead;
}

/** The PDF of one issued letter and the hash under which it was sealed. */
export interface SealedPdf {
  readonly letterId: number;
  readonly sha256: string;
  readonly pdf: Uint8Array;
}

export interface Snapshot {
  readonly facts: () => SnapshotFacts;
  /** The latest that was issued at the desk; undefined when none was. A scan is whatever the scanner made of it. */
  readonly lastSealedPdf: () => SealedPdf | undefined;
  readonly close: () => void;
}

/**
 * Copies a database into a new file, whole and of one moment, while others read and write it. The copy is encrypted
 * under the same key (`.backup()` fails on an encrypted source). Blocks its thread: run it in a worker.
 * @throws AppError databaseMissing, databaseCorrupt, diskFull, diskFailed
 */
export function writeSnapshot(options: {
  readonly file: string;
  readonly key: Buffer;
  readonly target: string;
}): void {
  if (!existsSync(options.file)) throw new AppError('databaseMissing', { file: options.file });
  const sqlite = connect(options.file, options.key, { fileMustExist: true });
  try {
    sqlite.pragma('busy_timeout = 5000');
    sqlite.prepare('VACUUM INTO ?').run(options.target);
  } catch (error) {
    throw fromSqliteError(error);
  } finally {
    // Not `Database.close`: a checkpoint from here would stand in the desk's way.
    sqlite.close();
  }
}

const normVersion = statement()(() => queries.selectFrom('installation').select('norm_version'));
const registers = statement()(() =>
  queries
    .selectFrom('register_counter')
    .select(['register', 'hijri_year', 'last'])
    .orderBy('register')
    .orderBy('hijri_year'),
);
const lastPdf = statement()(() =>
  queries
    .selectFrom('letter_pdf')
    .innerJoin('letter', 'letter.id', 'letter_pdf.letter_id')
    .select(['letter_id', 'pdf_sha256', 'pdf'])
    // Told by the log: an archive of before letters were entered from paper has no column for it.
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('audit_log')
            .select('audit_log.seq')
            .whereRef('audit_log.subject_id', '=', 'letter_pdf.letter_id')
            .where('audit_log.subject_kind', '=', 'letter')
            .where('audit_log.action', '=', 'letter.enteredFromPaper'),
        ),
      ),
    )
    .orderBy('letter_id', 'desc')
    .limit(1),
);

/**
 * Opens a snapshot as it lies, without a byte written: it has no write-ahead log.
 * @throws AppError databaseCorrupt (damaged, or another key)
 */
export function openSnapshot(file: string, key: Buffer): Snapshot {
  const sqlite = connect(file, key, { fileMustExist: true, readonly: true });
  const guarded = <T>(act: () => T): T => {
    try {
      return act();
    } catch (error) {
      throw fromSqliteError(error);
    }
  };
  try {
    guarded(() => sqlite.pragma('user_version'));
  } catch (error) {
    sqlite.close();
    throw error;
  }
  const reader: Reader = createGateway(sqlite);
  return {
    facts: () =>
      guarded(() => {
        const tables = sqlite
          .prepare(
            `SELECT name FROM pragma_table_list
              WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
              ORDER BY name`,
          )
          .pluck()
          .all() as string[];
        const head = auditHead(reader);
        return {
          schemaVersion: schemaVersion(sqlite),
          normVersion: reader.get(normVersion, {})?.norm_version ?? 0,
          counts: Object.fromEntries(
            tables.map((name) => [
              name,
              sqlite.prepare(`SELECT count(*) FROM "${name}"`).pluck().get() as number,
            ]),
          ),
          registers: reader
            .all(registers, {})
            .map((row) => ({ register: row.register, hijriYear: row.hijri_year, last: row.last })),
          audit: { count: head.count, hash: head.hash },
        };
      }),
    lastSealedPdf: () => {
      const row = reader.get(lastPdf, {});
      return row === undefined
        ? undefined
        : { letterId: row.letter_id, sha256: row.pdf_sha256 ?? '', pdf: row.pdf };
    },
    close: () => sqlite.close(),
  };
}

import { isDeepStrictEqual } from 'node:util';
import { letterContentSchema, paperLetterSchema } from '#shared/letters/letter.ts';
import { recipientLine } from '#shared/letters/letter-rules.ts';
import { codeFitsSeal } from '#shared/letters/verification-code.ts';
import type { SealCheck } from '#shared/letters/verified-letter.ts';
import { type Register, chainGenesis, findCounter } from '../registers/register-counter.ts';
import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';
import { findLetterPdf } from './letter-queries.ts';
import { chainAfter, contentSha256, headSha256, paperJson, pdfSha256, sealPaper } from './letter-seal.ts';

const sealed = () =>
  queries
    .selectFrom('letter')
    .leftJoin('letter_paper', 'letter_paper.letter_id', 'letter.id')
    .innerJoin('staff as issuer', 'issuer.id', 'letter.issued_by')
    .select([
      'letter.id',
      'letter.state',
      'letter.origin',
      'letter.register',
      'letter.hijri_year',
      'letter.number',
      'letter.reference_number',
      'letter.day',
      'letter.content_json',
      'letter.subject',
      'letter.recipient_line',
      'letter.pages',
      'letter.issued_by',
      'letter.issued_at_ms',
      'letter.content_sha256',
      'letter.seal',
      'letter.chain_before',
      'letter.chain_after',
      'letter.audit_hash',
      'letter.pdf_sha256',
      'letter.code',
      'letter.void_reason',
      'issuer.name as issued_by_name',
      'letter_paper.paper_json',
      'letter_paper.profile_json',
      'letter_paper.images_json',
    ])
    .where('letter.number', 'is not', null);

const page = statement<{ after: number }>()((param) =>
  sealed().where('letter.id', '>', param('after')).orderBy('letter.id').limit(200),
);
const byCode = statement<{ code: string }>()((param) => sealed().where('letter.code', '=', param('code')));
const codeTaken = statement<{ code: string }>()((param) =>
  queries.selectFrom('letter').select('id').where('code', '=', param('code')),
);
const letterLink = statement<{ register: string; year: number; number: number }>()((param) =>
  queries
    .selectFrom('letter')
    .select(['chain_before', 'chain_after'])
    .where('register', '=', param('register'))
    .where('hijri_year', '=', param('year'))
    .where('number', '=', param('number')),
);
const reservedLink = statement<{ register: string; year: number; number: number }>()((param) =>
  queries
    .selectFrom('reserved_number')
    .select(['chain_before', 'chain_after'])
    .where('register', '=', param('register'))
    .where('hijri_year', '=', param('year'))
    .where('number', '=', param('number')),
);
const issueEvents = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('audit_log')
    .select(['actor_id', 'at_ms', 'details_json', 'hash'])
    .where('action', '=', 'letter.issued')
    .where('subject_kind', '=', 'letter')
    .where('subject_id', '=', param('id'))
    .orderBy('seq'),
);

export type SealedLetterRow = NonNullable<ReturnType<typeof findSealedByCode>>;

/** Every letter that bears a number, in pages, for verification. */
export function* eachSealedLetter(reader: Reader) {
  for (let after = 0; ;) {
    const rows = reader.all(page, { after });
    for (const row of rows) {
      yield row;
      after = row.id;
    }
    if (rows.length === 0) return;
  }
}

/** The letter in whose foot a code stands. */
export const findSealedByCode = (reader: Reader, code: string) => reader.get(byCode, { code });

export const codeIsTaken = (reader: Reader, code: string): boolean =>
  reader.get(codeTaken, { code }) !== undefined;

/** What the log says of an issue. */
export interface IssueEvent {
  readonly actorId: number | null;
  readonly atMs: number;
  readonly details: Readonly<Record<string, unknown>>;
  readonly hash: string;
}

export function findIssueEvent(reader: Reader, letterId: number): IssueEvent | undefined {
  const row = reader.all(issueEvents, { id: letterId })[0];
  return (
    row && {
      actorId: row.actor_id,
      atMs: row.at_ms,
      details: JSON.parse(row.details_json) as Record<string, unknown>,
      hash: row.hash,
    }
  );
}

/**
 * Computes a letter that was sealed at this desk again from what lies in the database and believes no hash of it: the
 * first check that does not hold, or null. The links to its neighbours in the register are `chainFault`'s.
 */
export function sealFault(
  reader: Reader,
  row: SealedLetterRow,
  event: IssueEvent | undefined,
): Exclude<SealCheck, 'chain'> | null {
  const json = sealedPaper(row);
  if (json === null) return 'content';
  const seal = sealPaper(json, {
    register: row.register as Register,
    hijriYear: row.hijri_year ?? 0,
    number: row.number ?? 0,
    chainBefore: row.chain_before ?? '',
  });
  if (seal.contentSha256 !== row.content_sha256) return 'content';
  if (seal.seal !== row.seal) return 'seal';
  // Letters of before there were codes have neither a code nor a paper of their own.
  if (row.code === null ? row.paper_json !== null : !codeFitsSeal(row.code, seal.seal)) return 'code';
  const pdf = findLetterPdf(reader, row.id);
  if (pdf === undefined || pdfSha256(pdf) !== row.pdf_sha256) return 'pdf';
  const details: IssueEvent['details'] = event?.details ?? {};
  const told = [
    details['number'],
    details['hijriYear'],
    details['seal'],
    details['pdfSha256'],
    details['pages'],
    details['code'] ?? null,
    details['headSha256'] ?? null,
    event?.actorId,
    event?.atMs,
    event?.hash,
  ];
  const kept = [
    row.number,
    row.hijri_year,
    row.seal,
    row.pdf_sha256,
    row.pages,
    row.code,
    row.profile_json === null || row.images_json === null
      ? null
      : headSha256(row.profile_json, row.images_json),
    row.issued_by,
    row.issued_at_ms,
    row.audit_hash,
  ];
  return isDeepStrictEqual(told, kept) ? null : 'log';
}

/**
 * The text that was sealed, if every copy of it that the register shows agrees with it; null otherwise. Of letters that
 * were sealed before their paper was kept it is made from the content.
 */
function sealedPaper(row: SealedLetterRow): string | null {
  const content = letterContentSchema.safeParse(JSON.parse(row.content_json));
  if (!content.success) return null;
  const { data } = content;
  if (row.subject !== data.subject || row.recipient_line !== recipientLine(data.recipient)) return null;
  const place = { referenceNumber: row.reference_number, day: row.day };
  if (row.paper_json === null) {
    // As it is stored: read through a schema of later days it might gain fields that were never sealed.
    const stored = paperJson({ ...(JSON.parse(row.content_json) as typeof data), ...place });
    return contentSha256(stored) === row.content_sha256 ? stored : paperJson({ ...data, ...place });
  }
  const paper = paperLetterSchema.safeParse(JSON.parse(row.paper_json));
  if (!paper.success) return null;
  // The pictures belong to the paper alone.
  const rest = { ...paper.data };
  delete rest.pictures;
  return isDeepStrictEqual(rest, { ...data, ...place }) ? row.paper_json : null;
}

/** The chain's heads before and after a number, whether a letter bears it or it was reserved for paper. */
function findChainLink(
  reader: Reader,
  register: Register,
  year: number,
  number: number,
): { before: string; after: string } | undefined {
  const row =
    reader.get(reservedLink, { register, year, number }) ??
    reader.get(letterLink, { register, year, number });
  return row && { before: row.chain_before ?? '', after: row.chain_after ?? '' };
}

/** Whether the register's chain leads into this letter, through it, and on from it. */
export function chainHolds(reader: Reader, row: SealedLetterRow): boolean {
  const register = row.register as Register;
  const year = row.hijri_year ?? 0;
  const number = row.number ?? 0;
  const counter = findCounter(reader, register, year);
  if (counter === undefined || number <= counter.opening || number > counter.last) return false;
  const after = chainAfter(row.seal ?? '', row.pdf_sha256 ?? '', row.audit_hash ?? '');
  const before =
    number === counter.opening + 1
      ? chainGenesis(register, year, counter.opening)
      : findChainLink(reader, register, year, number - 1)?.after;
  const next =
    number === counter.last ? counter.chainHead : findChainLink(reader, register, year, number + 1)?.before;
  return row.chain_before === before && row.chain_after === after && next === after;
}

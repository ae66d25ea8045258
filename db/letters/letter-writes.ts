import type { LetterId } from '#shared/ids.ts';
import type { LetterContent, LetterState } from '#shared/letters/letter.ts';
import { queries, type SqlValue, statement } from '../statement.ts';
import type { WriteTransaction } from '../transaction.ts';
import { letterColumns, letterSearchText } from './letter-rows.ts';
import { indexLetter, reindexLetter } from './letter-search.ts';
import type { LetterSeal } from './letter-seal.ts';

type Columns = Readonly<Record<keyof ReturnType<typeof letterColumns>, SqlValue>>;

const insert = statement<
  Columns & {
    party: number | null;
    request: number | null;
    corrects: number | null;
    answers: number | null;
    author: number;
    at: number;
  }
>()((param) =>
  queries.insertInto('letter').values({
    state: 'draft',
    party_id: param('party'),
    request_id: param('request'),
    corrects_id: param('corrects'),
    answers_id: param('answers'),
    author_id: param('author'),
    version: 1,
    content_json: param('content_json') as string,
    subject: param('subject') as string,
    recipient_line: param('recipient_line') as string,
    search_text: param('search_text') as string,
    remarks: '',
    void_reason: '',
    created_at_ms: param('at'),
    updated_at_ms: param('at'),
  }),
);
/** An edit takes back a proof or an approval, so what was approved is always what is issued. */
const save = statement<
  Columns & { id: number; version: number; party: number | null; request: number | null; at: number }
>()((param) =>
  queries
    .updateTable('letter')
    .set((eb) => ({
      state: 'draft',
      party_id: param('party'),
      request_id: param('request'),
      content_json: param('content_json') as string,
      subject: param('subject') as string,
      recipient_line: param('recipient_line') as string,
      search_text: param('search_text') as string,
      approved_by: null,
      approved_at_ms: null,
      version: eb('version', '+', 1),
      updated_at_ms: param('at'),
    }))
    .where('id', '=', param('id'))
    .where('version', '=', param('version'))
    .where('number', 'is', null),
);
const move = statement<{
  id: number;
  state: string;
  remarks: string;
  approver: number | null;
  approved: number | null;
  at: number;
}>()((param) =>
  queries
    .updateTable('letter')
    .set({
      state: param('state'),
      remarks: param('remarks'),
      approved_by: param('approver'),
      approved_at_ms: param('approved'),
      updated_at_ms: param('at'),
    })
    .where('id', '=', param('id')),
);
const seal = statement<{
  id: number;
  version: number;
  search: string;
  approver: number;
  approved: number;
  register: string;
  year: number;
  number: number;
  reference: string;
  day: string;
  issuer: number;
  at: number;
  content: string;
  seal: string;
  before: string;
  after: string;
  audit: string;
  pages: number;
  pdf: string;
  code: string | null;
  json: string;
}>()((param) =>
  queries
    .updateTable('letter')
    .set({
      state: 'issued',
      search_text: param('search'),
      approved_by: param('approver'),
      approved_at_ms: param('approved'),
      register: param('register'),
      hijri_year: param('year'),
      number: param('number'),
      reference_number: param('reference'),
      day: param('day'),
      issued_by: param('issuer'),
      issued_at_ms: param('at'),
      content_sha256: param('content'),
      seal: param('seal'),
      chain_before: param('before'),
      chain_after: param('after'),
      audit_hash: param('audit'),
      pages: param('pages'),
      pdf_sha256: param('pdf'),
      code: param('code'),
      content_json: param('json'),
      updated_at_ms: param('at'),
    })
    .where('id', '=', param('id'))
    .where('version', '=', param('version'))
    .where('number', 'is', null)
    .where('discarded_at_ms', 'is', null),
);
const insertPdf = statement<{ id: number; pdf: Uint8Array }>()((param) =>
  queries.insertInto('letter_pdf').values({ letter_id: param('id'), pdf: param('pdf') }),
);
const insertPaper = statement<{ id: number; paper: string; profile: string; images: string }>()((param) =>
  queries.insertInto('letter_paper').values({
    letter_id: param('id'),
    paper_json: param('paper'),
    profile_json: param('profile'),
    images_json: param('images'),
  }),
);
const voiding = statement<{ id: number; by: number; reason: string; at: number }>()((param) =>
  queries
    .updateTable('letter')
    .set({
      state: 'voided',
      voided_by: param('by'),
      voided_at_ms: param('at'),
      void_reason: param('reason'),
      updated_at_ms: param('at'),
    })
    .where('id', '=', param('id'))
    .where('state', '=', 'issued'),
);
const discard = statement<{ id: number; at: number | null }>()((param) =>
  queries
    .updateTable('letter')
    .set({ discarded_at_ms: param('at') })
    .where('id', '=', param('id'))
    .where('number', 'is', null),
);

export const insertLetter = (
  tx: WriteTransaction,
  letter: {
    readonly partyId: number | null;
    readonly requestId: number | null;
    readonly content: LetterContent;
    readonly correctsId?: number | null;
    readonly answersId?: number | null;
  },
  author: number,
  atMs: number,
): LetterId => {
  const { id } = tx.run(insert, {
    ...letterColumns(letter.content),
    party: letter.partyId,
    request: letter.requestId,
    corrects: letter.correctsId ?? null,
    answers: letter.answersId ?? null,
    author,
    at: atMs,
  });
  indexLetter(tx, id, letter.content, null);
  return id as LetterId;
};

/** False when the letter is no longer at `version`: another window saved in between. */
export const saveLetterContent = (
  tx: WriteTransaction,
  id: LetterId,
  version: number,
  letter: {
    readonly content: LetterContent;
    readonly partyId: number | null;
    readonly requestId: number | null;
  },
  atMs: number,
): boolean => {
  const { content, partyId: party, requestId: request } = letter;
  if (tx.run(save, { ...letterColumns(content), id, version, party, request, at: atMs }).changes !== 1)
    return false;
  reindexLetter(tx, id, content, null);
  return true;
};

export interface LetterMove {
  readonly state: Exclude<LetterState, 'issued' | 'voided'>;
  readonly remarks: string;
  readonly approvedBy: number | null;
  readonly approvedAtMs: number | null;
}

export const moveLetter = (tx: WriteTransaction, id: LetterId, to: LetterMove, atMs: number): void => {
  tx.run(move, {
    id,
    state: to.state,
    remarks: to.remarks,
    approver: to.approvedBy,
    approved: to.approvedAtMs,
    at: atMs,
  });
};

export interface IssuedLetter {
  readonly id: LetterId;
  /** The version that was set: an edit meanwhile makes the issue fail. */
  readonly version: number;
  readonly content: LetterContent;
  readonly approvedBy: number;
  readonly approvedAtMs: number;
  readonly register: 'outgoing';
  readonly hijriYear: number;
  readonly number: number;
  readonly referenceNumber: string;
  readonly day: string;
  readonly issuedBy: number;
  readonly issuedAtMs: number;
  readonly seal: LetterSeal;
  /** The verification code of its foot. */
  readonly code: string;
  /** What the page was set from, as it was hashed. */
  readonly json: { readonly paper: string; readonly profile: string; readonly images: string };
  readonly chainAfter: string;
  readonly auditHash: string;
  readonly pages: number;
  readonly pdfSha256: string;
  readonly pdf: Uint8Array;
}

/** Number, seal, paper and PDF of a letter, in the caller's transaction. False when it was edited or issued meanwhile. */
export function sealLetterRow(tx: WriteTransaction, letter: IssuedLetter): boolean {
  const { changes } = tx.run(seal, {
    id: letter.id,
    version: letter.version,
    search: letterSearchText(letter.content, letter.referenceNumber),
    approver: letter.approvedBy,
    approved: letter.approvedAtMs,
    register: letter.register,
    year: letter.hijriYear,
    number: letter.number,
    reference: letter.referenceNumber,
    day: letter.day,
    issuer: letter.issuedBy,
    at: letter.issuedAtMs,
    content: letter.seal.contentSha256,
    seal: letter.seal.seal,
    before: letter.seal.chainBefore,
    after: letter.chainAfter,
    audit: letter.auditHash,
    pages: letter.pages,
    pdf: letter.pdfSha256,
    code: letter.code,
    // Exactly what was sealed: an older version of the form may have left a field out that has a value since.
    json: JSON.stringify(letter.content),
  });
  if (changes !== 1) return false;
  tx.run(insertPdf, { id: letter.id, pdf: letter.pdf });
  tx.run(insertPaper, { id: letter.id, ...letter.json });
  reindexLetter(tx, letter.id, letter.content, letter.referenceNumber);
  return true;
}

/** False when the letter is not issued. */
export const voidLetter = (
  tx: WriteTransaction,
  id: LetterId,
  by: number,
  reason: string,
  atMs: number,
): boolean => tx.run(voiding, { id, by, reason, at: atMs }).changes === 1;

/** Takes a draft out of sight, or (null) brings it back. False for a letter that has a number. */
export const setLetterDiscarded = (tx: WriteTransaction, id: LetterId, atMs: number | null): boolean =>
  tx.run(discard, { id, at: atMs }).changes === 1;

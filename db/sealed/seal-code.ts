import { createHash } from 'node:crypto';
import { CODE_TRIES, codeFitsSeal, codeFromSeal } from '#shared/letters/verification-code.ts';
import { canonicalJson } from '../audit/canonical-json.ts';
import { codeIsTaken } from '../letters/sealed-letters.ts';
import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';

/** What the code of a frozen paper is made of: the same paper of the same record has one seal. */
export interface SealedPlace {
  readonly kind: string;
  readonly subject: { readonly kind: string; readonly id: number };
  readonly requestId: number | null;
  readonly version: number;
  readonly contentSha256: string;
}

const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Of canonical content, and of the bytes of a PDF: 64 lower-case hex digits. */
export const sealedSha256 = sha256;

const sealOf = ({ kind, subject, requestId, version, contentSha256 }: SealedPlace): string =>
  sha256(
    `wisam sealed document\n${canonicalJson({ kind, subject: { kind: subject.kind, id: subject.id }, requestId, version, contentSha256 })}`,
  );

const taken = statement<{ code: string }>()((param) =>
  queries.selectFrom('sealed_document').select('id').where('code', '=', param('code')),
);

/** Whether a paper of the office, a letter or a frozen one, bears the code: a code means one paper. */
export const sealedCodeIsTaken = (reader: Reader, code: string): boolean =>
  codeIsTaken(reader, code) || reader.get(taken, { code }) !== undefined;

/** The first code of a paper that no other paper bears. */
export function freeSealedCode(reader: Reader, place: SealedPlace): string {
  const seal = sealOf(place);
  for (let attempt = 0; attempt < CODE_TRIES; attempt += 1) {
    const code = codeFromSeal(seal, attempt);
    if (!sealedCodeIsTaken(reader, code)) return code;
  }
  throw new Error('no verification code is free');
}

export const codeFitsPlace = (code: string, place: SealedPlace): boolean => codeFitsSeal(code, sealOf(place));

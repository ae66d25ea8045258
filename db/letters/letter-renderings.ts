import { AppError } from '#shared/app-error.ts';
import { letterContentSchema, paperLetterSchema, type PaperLetter } from '#shared/letters/letter.ts';
import { organisationProfileSchema, type OrganisationProfile } from '#shared/organisation/profile.ts';
import { getProfile } from '../organisation/organisation-rows.ts';
import { queries, statement } from '../statement.ts';
import type { Reader, WriteTransaction } from '../transaction.ts';
import { contentSha256, paperJson, pdfSha256 } from './letter-seal.ts';

/** Other renderings of a sealed letter that are kept from their first print on, each with what it was set with. */
export interface RenderingKey {
  readonly letterId: number;
  readonly kind: 'preprinted' | 'voidCertificate';
  /** The offsets of pre-printed paper; empty for a certificate. */
  readonly setting: string;
}
export interface Rendering {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

const find = statement<{ letter: number; kind: string; setting: string }>()((param) =>
  queries
    .selectFrom('letter_rendering')
    .select(['pdf', 'pages', 'sha256'])
    .where('letter_id', '=', param('letter'))
    .where('kind', '=', param('kind'))
    .where('setting', '=', param('setting')),
);
const insert = statement<{
  letter: number;
  kind: string;
  setting: string;
  pdf: Uint8Array;
  pages: number;
  sha: string;
  at: number;
}>()((param) =>
  queries
    .insertInto('letter_rendering')
    .values({
      letter_id: param('letter'),
      kind: param('kind'),
      setting: param('setting'),
      pdf: param('pdf'),
      pages: param('pages'),
      sha256: param('sha'),
      made_at_ms: param('at'),
    })
    .onConflict((conflict) => conflict.doNothing()),
);
const sealed = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('letter')
    .leftJoin('letter_paper', 'letter_paper.letter_id', 'letter.id')
    .select([
      'letter.state',
      'letter.origin',
      'letter.content_json',
      'letter.content_sha256',
      'letter.reference_number',
      'letter.day',
      'letter.code',
      'letter_paper.paper_json',
      'letter_paper.profile_json',
      'letter_paper.images_json',
    ])
    .where('letter.id', '=', param('id'))
    .where('letter.number', 'is not', null),
);

/** The kept bytes. @throws AppError databaseCorrupt when they are not those that were kept */
export function findRendering(reader: Reader, key: RenderingKey): Rendering | undefined {
  const { letterId: letter, kind, setting } = key;
  const row = reader.get(find, { letter, kind, setting });
  if (row === undefined) return undefined;
  if (pdfSha256(row.pdf) !== row.sha256) throw new AppError('databaseCorrupt', { letter });
  return { pdf: row.pdf, pages: row.pages };
}

/** Keeps a rendering, unless one of the same setting is kept already: the first one stands. */
export const keepRendering = (
  tx: WriteTransaction,
  { letterId, kind, setting }: RenderingKey,
  { pdf, pages }: Rendering,
  atMs: number,
): void => {
  tx.run(insert, { letter: letterId, kind, setting, pdf, pages, sha: pdfSha256(pdf), at: atMs });
};

export interface SealedPaper {
  readonly paper: PaperLetter;
  readonly profile: OrganisationProfile;
  /** SHA-256 of the pictures. */
  readonly images: {
    readonly logo: string | null;
    readonly signature: string | null;
    readonly stamp: string | null;
  };
  readonly code: string | null;
}

const NO_IMAGES = { logo: null, signature: null, stamp: null };

/**
 * What a letter that was sealed at this desk was set from: its text, and the head as it was on that day. A letter of
 * before the head was kept takes the text from its content, and the head of today.
 * @throws AppError databaseCorrupt when the text is not the one that was sealed
 */
export function findSealedPaper(reader: Reader, letterId: number): SealedPaper | undefined {
  const row = reader.get(sealed, { id: letterId });
  if (row === undefined || row.origin === 'paper') return undefined;
  const json =
    row.paper_json ??
    paperJson({
      ...letterContentSchema.parse(JSON.parse(row.content_json)),
      referenceNumber: row.reference_number,
      day: row.day,
    });
  if (contentSha256(json) !== row.content_sha256) throw new AppError('databaseCorrupt', { letter: letterId });
  return {
    paper: paperLetterSchema.parse(JSON.parse(json)),
    profile:
      row.profile_json === null
        ? getProfile(reader)
        : organisationProfileSchema.parse(JSON.parse(row.profile_json)),
    images: row.images_json === null ? NO_IMAGES : (JSON.parse(row.images_json) as SealedPaper['images']),
    code: row.code,
  };
}

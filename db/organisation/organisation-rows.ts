import { AppError } from '#shared/app-error.ts';
import { organisationProfileSchema, type OrganisationProfile } from '#shared/organisation/profile.ts';
import { queries, statement } from '../statement.ts';
import type { Reader, WriteTransaction } from '../transaction.ts';

const read = statement()(() => queries.selectFrom('organisation_profile').select('profile_json'));
const insert = statement<{ json: string; at: number }>()((param) =>
  queries
    .insertInto('organisation_profile')
    .values({ id: 1, profile_json: param('json'), updated_at_ms: param('at') }),
);
const update = statement<{ json: string; at: number }>()((param) =>
  queries
    .updateTable('organisation_profile')
    .set({ profile_json: param('json'), updated_at_ms: param('at') }),
);
const install = statement<{ uuid: string; at: number; norm: number }>()((param) =>
  queries
    .insertInto('installation')
    .values({ id: 1, uuid: param('uuid'), created_at_ms: param('at'), norm_version: param('norm') }),
);
const installation = statement()(() => queries.selectFrom('installation').select(['uuid', 'created_at_ms']));

/** @throws AppError databaseCorrupt when there is none: first run writes it with the database. */
export function getProfile(reader: Reader): OrganisationProfile {
  const row = reader.get(read, {});
  if (row === undefined) throw new AppError('databaseCorrupt', { missing: 'organisation_profile' });
  return organisationProfileSchema.parse(JSON.parse(row.profile_json));
}

export const insertProfile = (tx: WriteTransaction, profile: OrganisationProfile, atMs: number): void => {
  tx.run(insert, { json: JSON.stringify(profile), at: atMs });
};

export const updateProfile = (tx: WriteTransaction, profile: OrganisationProfile, atMs: number): void => {
  tx.run(update, { json: JSON.stringify(profile), at: atMs });
};

/** Marks the database as an office's own; `normVersion` is `NORM_VERSION` of the folded columns. */
export const insertInstallation = (
  tx: WriteTransaction,
  row: { uuid: string; atMs: number; normVersion: number },
): void => {
  tx.run(install, { uuid: row.uuid, at: row.atMs, norm: row.normVersion });
};

/** The office's lifelong id. @throws AppError databaseCorrupt when first run did not end */
export function getInstallation(reader: Reader): { uuid: string; createdAtMs: number } {
  const row = reader.get(installation, {});
  if (row === undefined) throw new AppError('databaseCorrupt', { missing: 'installation' });
  return { uuid: row.uuid, createdAtMs: row.created_at_ms };
}

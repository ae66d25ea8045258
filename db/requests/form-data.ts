import type { FormFieldKey } from '#shared/requests/form-values.ts';
import { queries, statement } from '../statement.ts';
import type { Reader, WriteTransaction } from '../transaction.ts';

const ofRequest = statement<{ request: number }>()((param) =>
  queries
    .selectFrom('request_datum')
    .innerJoin('staff', 'staff.id', 'request_datum.staff_id')
    .select(['datum', 'state', 'value_sha256', 'against', 'at_ms', 'staff.name as staff_name'])
    .where('request_id', '=', param('request')),
);
const put = statement<{
  request: number;
  datum: string;
  state: string;
  sha: string;
  against: string;
  at: number;
  by: number;
}>()((param) =>
  queries
    .insertInto('request_datum')
    .values({
      request_id: param('request'),
      datum: param('datum'),
      state: param('state'),
      value_sha256: param('sha'),
      against: param('against'),
      at_ms: param('at'),
      staff_id: param('by'),
    })
    .onConflict((on) =>
      on.columns(['request_id', 'datum']).doUpdateSet((eb) => ({
        state: eb.ref('excluded.state'),
        value_sha256: eb.ref('excluded.value_sha256'),
        against: eb.ref('excluded.against'),
        at_ms: eb.ref('excluded.at_ms'),
        staff_id: eb.ref('excluded.staff_id'),
      })),
    ),
);
const drop = statement<{ request: number; datum: string }>()((param) =>
  queries
    .deleteFrom('request_datum')
    .where('request_id', '=', param('request'))
    .where('datum', '=', param('datum')),
);

/** A datum as it was confirmed or corrected at a request (S.2). */
export interface StoredDatum {
  readonly state: 'confirmed' | 'corrected';
  /** Hash of the value that was confirmed: another one today asks again. */
  readonly sha256: string;
  readonly against: string;
  readonly atMs: number;
  readonly byName: string;
}

export const listRequestData = (reader: Reader, request: number): ReadonlyMap<string, StoredDatum> =>
  new Map(
    reader.all(ofRequest, { request }).map((row) => [
      row.datum,
      {
        state: row.state === 'corrected' ? 'corrected' : 'confirmed',
        sha256: row.value_sha256,
        against: row.against,
        atMs: row.at_ms,
        byName: row.staff_name,
      },
    ]),
  );

/** Confirmed anew: the last confirmation stands. */
export const putRequestDatum = (
  tx: WriteTransaction,
  request: number,
  datum: FormFieldKey,
  stored: Pick<StoredDatum, 'state' | 'sha256' | 'against'>,
  by: number,
  at: number,
): void => {
  const { state, sha256: sha, against } = stored;
  tx.run(put, { request, datum, state, sha, against, by, at });
};

/** False when it was not confirmed. */
export const dropRequestDatum = (tx: WriteTransaction, request: number, datum: FormFieldKey): boolean =>
  tx.run(drop, { request, datum }).changes === 1;

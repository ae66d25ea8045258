import type { Representation, RepresentationInput } from '#shared/households/representation.ts';
import type { PartyId, RepresentationId, StaffId } from '#shared/ids.ts';
import { mobileSafety, safetyFrom } from '../parties/safe-contact.ts';
import { queries, type SqlValue, statement } from '../statement.ts';
import type { Reader, WriteTransaction } from '../transaction.ts';

const rows = () =>
  queries
    .selectFrom('representative as deed')
    .innerJoin('party as ward', 'ward.id', 'deed.party_id')
    .innerJoin('party as actor', 'actor.id', 'deed.representative_id')
    .leftJoin('staff as matcher', 'matcher.id', 'deed.matched_by')
    .select([
      'deed.id',
      'deed.party_id',
      'ward.name as ward_name',
      'deed.representative_id',
      'actor.name as actor_name',
      'actor.sex as actor_sex',
      'actor.mobile as actor_mobile',
      mobileSafety('actor'),
      'deed.kind',
      'deed.relation',
      'deed.deed_number',
      'deed.deed_issuer',
      'deed.scope',
      'deed.issued_on',
      'deed.expires_on',
      'matcher.name as matcher_name',
      'deed.matched_at_ms',
      'deed.ended_on',
      'deed.end_reason',
      'deed.gave_role',
      'deed.withdrawn_at_ms',
    ]);

const byId = statement<{ id: number }>()((param) => rows().where('deed.id', '=', param('id')));
const ofWard = statement<{ party: number }>()((param) =>
  rows()
    .where('deed.party_id', '=', param('party'))
    .where('deed.withdrawn_at_ms', 'is', null)
    .orderBy('deed.ended_on')
    .orderBy('deed.id', 'desc'),
);
const ofActor = statement<{ party: number }>()((param) =>
  rows()
    .where('deed.representative_id', '=', param('party'))
    .where('deed.withdrawn_at_ms', 'is', null)
    .orderBy('deed.ended_on')
    .orderBy('deed.id', 'desc'),
);

type Row = NonNullable<ReturnType<typeof findRow>>;
const findRow = (reader: Reader, id: number) => reader.get(byId, { id });

const representationOf = (row: Row): Representation => ({
  id: row.id as RepresentationId,
  partyId: row.party_id as PartyId,
  partyName: row.ward_name,
  representativeId: row.representative_id as PartyId,
  representativeName: row.actor_name,
  representativeSex: row.actor_sex as Representation['representativeSex'],
  representativeMobile: row.actor_mobile ?? '',
  representativeSafe: safetyFrom(row.safe),
  kind: row.kind as Representation['kind'],
  relation: row.relation,
  deedNumber: row.deed_number,
  deedIssuer: row.deed_issuer,
  scope: row.scope,
  issuedOn: row.issued_on,
  expiresOn: row.expires_on,
  matched: row.matched_at_ms === null ? null : { by: row.matcher_name ?? '', atMs: row.matched_at_ms },
  ended: row.ended_on === null ? null : { on: row.ended_on, reason: row.end_reason },
});

/** Who acts for a person, and for whom they act; those that stand first, the newest of them first. */
export const listRepresentations = (
  reader: Reader,
  party: PartyId,
): { by: Representation[]; for: Representation[] } => ({
  by: reader.all(ofWard, { party }).map(representationOf),
  for: reader.all(ofActor, { party }).map(representationOf),
});

export interface StoredRepresentation {
  readonly representation: Representation;
  readonly gaveRole: boolean;
  readonly withdrawn: boolean;
}

/** Withdrawn ones too. */
export function findRepresentation(reader: Reader, id: number): StoredRepresentation | undefined {
  const row = findRow(reader, id);
  return row === undefined
    ? undefined
    : {
        representation: representationOf(row),
        gaveRole: row.gave_role === 1,
        withdrawn: row.withdrawn_at_ms !== null,
      };
}

type Columns = Readonly<
  Record<
    | 'representative'
    | 'kind'
    | 'relation'
    | 'deedNumber'
    | 'deedIssuer'
    | 'scope'
    | 'issued'
    | 'expires'
    | 'gaveRole',
    SqlValue
  >
>;
type Param = <K extends keyof Columns>(name: K) => Columns[K];
const columns = (param: Param) => ({
  representative_id: param('representative') as number,
  kind: param('kind') as string,
  relation: param('relation') as string,
  deed_number: param('deedNumber') as string,
  deed_issuer: param('deedIssuer') as string,
  scope: param('scope') as string,
  issued_on: param('issued') as string | null,
  expires_on: param('expires') as string | null,
  gave_role: param('gaveRole') as number,
});
const valuesOf = (input: RepresentationInput, gaveRole: boolean): Columns => ({
  representative: input.representativeId,
  kind: input.kind,
  relation: input.relation,
  deedNumber: input.deedNumber,
  deedIssuer: input.deedIssuer,
  scope: input.scope,
  issued: input.issuedOn,
  expires: input.expiresOn,
  gaveRole: gaveRole ? 1 : 0,
});

const add = statement<Columns & { party: number; at: number; by: number }>()((param) =>
  queries.insertInto('representative').values({
    party_id: param('party'),
    ...columns(param as Param),
    matched_by: null,
    matched_at_ms: null,
    ended_on: null,
    end_reason: '',
    created_at_ms: param('at'),
    created_by: param('by'),
    withdrawn_at_ms: null,
    withdrawn_by: null,
  }),
);
const change = statement<Columns & { id: number }>()((param) =>
  queries
    .updateTable('representative')
    .set(columns(param as Param))
    .where('id', '=', param('id')),
);
const match = statement<{ id: number; by: number | null; at: number | null }>()((param) =>
  queries
    .updateTable('representative')
    .set({ matched_by: param('by'), matched_at_ms: param('at') })
    .where('id', '=', param('id')),
);
const end = statement<{ id: number; on: string | null; reason: string }>()((param) =>
  queries
    .updateTable('representative')
    .set({ ended_on: param('on'), end_reason: param('reason') })
    .where('id', '=', param('id')),
);
const withdraw = statement<{ id: number; at: number | null; by: number | null }>()((param) =>
  queries
    .updateTable('representative')
    .set({ withdrawn_at_ms: param('at'), withdrawn_by: param('by') })
    .where('id', '=', param('id')),
);

export const insertRepresentation = (
  tx: WriteTransaction,
  party: PartyId,
  input: RepresentationInput,
  gaveRole: boolean,
  by: StaffId,
  at: number,
): RepresentationId => tx.run(add, { ...valuesOf(input, gaveRole), party, by, at }).id as RepresentationId;

export const updateRepresentation = (
  tx: WriteTransaction,
  id: RepresentationId,
  input: RepresentationInput,
  gaveRole: boolean,
): void => {
  tx.run(change, { ...valuesOf(input, gaveRole), id });
};

/** Null: it was not held against its original, or is another deed by now. */
export const setRepresentationMatched = (
  tx: WriteTransaction,
  id: RepresentationId,
  matched: { readonly by: StaffId; readonly at: number } | null,
): void => {
  tx.run(match, { id, by: matched?.by ?? null, at: matched?.at ?? null });
};

export const setRepresentationEnd = (
  tx: WriteTransaction,
  id: RepresentationId,
  ended: { readonly on: string; readonly reason: string } | null,
): void => {
  tx.run(end, { id, on: ended?.on ?? null, reason: ended?.reason ?? '' });
};

export const setRepresentationWithdrawn = (
  tx: WriteTransaction,
  id: RepresentationId,
  withdrawn: { readonly by: StaffId; readonly at: number } | null,
): void => {
  tx.run(withdraw, { id, by: withdrawn?.by ?? null, at: withdrawn?.at ?? null });
};

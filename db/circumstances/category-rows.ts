import type { Category, CategoryInput } from '#shared/circumstances/categories.ts';
import type { CategoryId, GivenCategoryId, PartyId } from '#shared/ids.ts';
import { queries, statement } from '../statement.ts';
import type { Reader, WriteTransaction } from '../transaction.ts';
import type { By } from './circumstance-writes.ts';

const list = statement()(() =>
  queries
    .selectFrom('category')
    .select((eb) => [
      'category.id',
      'category.name',
      'category.description',
      'category.active',
      eb
        .selectFrom('party_category as given')
        .select((of) => of.fn.countAll<number>().as('n'))
        .whereRef('given.category_id', '=', 'category.id')
        .where('given.until_on', 'is', null)
        .where('given.withdrawn_at_ms', 'is', null)
        .as('standing'),
      eb
        .exists(
          eb
            .selectFrom('party_category as ever')
            .select('ever.id')
            .whereRef('ever.category_id', '=', 'category.id'),
        )
        .as('given'),
    ])
    .orderBy('category.position')
    .orderBy('category.id'),
);

/** The list in its order, those put aside among the others. */
export const listCategories = (reader: Reader): Category[] =>
  reader.all(list, {}).map((row) => ({
    id: row.id as CategoryId,
    name: row.name,
    description: row.description,
    active: row.active === 1,
    standing: row.standing ?? 0,
    given: Boolean(row.given),
  }));

const last = statement()(() =>
  queries.selectFrom('category').select((eb) => eb.fn.max('position').as('last')),
);
const add = statement<{ name: string; description: string; position: number }>()((param) =>
  queries.insertInto('category').values({
    name: param('name'),
    description: param('description'),
    position: param('position'),
    active: 1,
  }),
);
const rename = statement<{ id: number; name: string; description: string }>()((param) =>
  queries
    .updateTable('category')
    .set({ name: param('name'), description: param('description') })
    .where('id', '=', param('id')),
);
const place = statement<{ id: number; position: number }>()((param) =>
  queries
    .updateTable('category')
    .set({ position: param('position') })
    .where('id', '=', param('id')),
);
const activate = statement<{ id: number; active: number }>()((param) =>
  queries
    .updateTable('category')
    .set({ active: param('active') })
    .where('id', '=', param('id')),
);
const remove = statement<{ id: number }>()((param) =>
  queries.deleteFrom('category').where('id', '=', param('id')),
);
const expectNothing = statement<{ id: number }>()((param) =>
  queries.deleteFrom('expected_document').where('category_id', '=', param('id')),
);

/** At the end of the list. */
export const insertCategory = (tx: WriteTransaction, category: CategoryInput): CategoryId =>
  tx.run(add, { ...category, position: (tx.get(last, {})?.last ?? 0) + 1 }).id as CategoryId;

export const updateCategory = (tx: WriteTransaction, id: CategoryId, category: CategoryInput): void => {
  tx.run(rename, { ...category, id });
};

export const placeCategories = (tx: WriteTransaction, ids: readonly CategoryId[]): void => {
  for (const [index, id] of ids.entries()) tx.run(place, { id, position: index + 1 });
};

export const setCategoryActive = (tx: WriteTransaction, id: CategoryId, active: boolean): void => {
  tx.run(activate, { id, active: active ? 1 : 0 });
};

/** Only one that was never given. What was expected of it goes too: its number is given to the next one. */
export const deleteCategory = (tx: WriteTransaction, id: CategoryId): void => {
  tx.run(expectNothing, { id });
  tx.run(remove, { id });
};

const give = statement<By & { party: number; category: number; on: string; reason: string }>()((param) =>
  queries.insertInto('party_category').values({
    party_id: param('party'),
    category_id: param('category'),
    since_on: param('on'),
    until_on: null,
    reason: param('reason'),
    end_reason: '',
    recorded_at_ms: param('at'),
    recorded_by: param('by'),
    withdrawn_at_ms: null,
    withdrawn_by: null,
    withdraw_reason: '',
  }),
);
const end = statement<{ id: number; on: string | null; reason: string }>()((param) =>
  queries
    .updateTable('party_category')
    .set({ until_on: param('on'), end_reason: param('reason') })
    .where('id', '=', param('id')),
);
const given = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('party_category as given')
    .innerJoin('category', 'category.id', 'given.category_id')
    .select(['given.party_id', 'given.category_id', 'given.since_on', 'category.name'])
    .where('given.id', '=', param('id')),
);
const stands = statement<{ party: number; category: number }>()((param) =>
  queries
    .selectFrom('party_category')
    .select('id')
    .where('party_id', '=', param('party'))
    .where('category_id', '=', param('category'))
    .where('until_on', 'is', null)
    .where('withdrawn_at_ms', 'is', null),
);

export const insertGivenCategory = (
  tx: WriteTransaction,
  party: PartyId,
  category: CategoryId,
  { on, reason }: { readonly on: string; readonly reason: string },
  act: By,
): GivenCategoryId => tx.run(give, { ...act, party, category, on, reason }).id as GivenCategoryId;

export const setGivenCategoryEnd = (
  tx: WriteTransaction,
  id: GivenCategoryId,
  ended: { readonly on: string; readonly reason: string } | null,
): void => {
  tx.run(end, { id, on: ended?.on ?? null, reason: ended?.reason ?? '' });
};

export const findGivenCategory = (reader: Reader, id: number) => reader.get(given, { id });

/** Whether a person has a category now. */
export const hasCategory = (reader: Reader, party: number, category: number): boolean =>
  reader.get(stands, { party, category }) !== undefined;

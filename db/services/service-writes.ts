import type { ServiceId } from '#shared/ids.ts';
import type { Eligibility, ServiceQuestion, ServiceRequirement } from '#shared/services/service.ts';
import { queries, statement } from '../statement.ts';
import type { Reader, WriteTransaction } from '../transaction.ts';

export interface ServiceFields {
  readonly name: string;
  readonly kind: string;
  readonly description: string;
  readonly unit: string;
  readonly quantity: number;
  readonly valueHalalas: number | null;
  readonly eligibility: Eligibility;
  readonly questions: readonly ServiceQuestion[];
}

const last = statement()(() =>
  queries.selectFrom('service').select((eb) => eb.fn.max('position').as('last')),
);
type Columns = {
  name: string;
  kind: string;
  description: string;
  unit: string;
  quantity: number;
  value: number | null;
  eligibility: string;
  questions: string;
  at: number;
};
const insert = statement<Columns & { position: number }>()((param) =>
  queries.insertInto('service').values({
    name: param('name'),
    kind: param('kind'),
    description: param('description'),
    unit: param('unit'),
    quantity: param('quantity'),
    value_halalas: param('value'),
    eligibility_json: param('eligibility'),
    questions_json: param('questions'),
    position: param('position'),
    active: 1,
    version: 1,
    updated_at_ms: param('at'),
  }),
);
const update = statement<Columns & { id: number }>()((param) =>
  queries
    .updateTable('service')
    .set((eb) => ({
      name: param('name'),
      kind: param('kind'),
      description: param('description'),
      unit: param('unit'),
      quantity: param('quantity'),
      value_halalas: param('value'),
      eligibility_json: param('eligibility'),
      questions_json: param('questions'),
      version: eb('version', '+', 1),
      updated_at_ms: param('at'),
    }))
    .where('id', '=', param('id')),
);
const place = statement<{ id: number; position: number }>()((param) =>
  queries
    .updateTable('service')
    .set({ position: param('position') })
    .where('id', '=', param('id')),
);
const activate = statement<{ id: number; active: number }>()((param) =>
  queries
    .updateTable('service')
    .set((eb) => ({ active: param('active'), version: eb('version', '+', 1) }))
    .where('id', '=', param('id')),
);
const drop = statement<{ id: number }>()((param) =>
  queries.deleteFrom('service').where('id', '=', param('id')),
);
const dropRequirements = statement<{ service: number }>()((param) =>
  queries.deleteFrom('service_requirement').where('service_id', '=', param('service')),
);
const dropGeneral = statement()(() =>
  queries.deleteFrom('service_requirement').where('service_id', 'is', null),
);
const addRequirement = statement<{
  service: number | null;
  key: string;
  name: string;
  position: number;
  categories: string;
}>()((param) =>
  queries.insertInto('service_requirement').values({
    service_id: param('service'),
    key: param('key'),
    name: param('name'),
    position: param('position'),
    categories_json: param('categories'),
  }),
);
const versionOf = statement<{ id: number }>()((param) =>
  queries.selectFrom('service').select('version').where('id', '=', param('id')),
);

const columnsOf = (fields: ServiceFields, atMs: number): Columns => ({
  name: fields.name,
  kind: fields.kind,
  description: fields.description,
  unit: fields.unit,
  quantity: fields.quantity,
  value: fields.valueHalalas,
  eligibility: JSON.stringify(fields.eligibility),
  questions: JSON.stringify(fields.questions),
  at: atMs,
});

/** At the end of the catalogue. */
export const insertService = (tx: WriteTransaction, fields: ServiceFields, atMs: number): ServiceId =>
  tx.run(insert, { ...columnsOf(fields, atMs), position: (tx.get(last, {})?.last ?? 0) + 1 }).id as ServiceId;

export const updateService = (
  tx: WriteTransaction,
  id: ServiceId,
  fields: ServiceFields,
  atMs: number,
): void => {
  tx.run(update, { ...columnsOf(fields, atMs), id });
};

export const placeServices = (tx: WriteTransaction, ids: readonly ServiceId[]): void => {
  for (const [index, id] of ids.entries()) tx.run(place, { id, position: index + 1 });
};

export const setServiceActive = (tx: WriteTransaction, id: ServiceId, active: boolean): void => {
  tx.run(activate, { id, active: active ? 1 : 0 });
};

/** Only one that nothing refers to, with what it asked for. */
export const deleteService = (tx: WriteTransaction, id: ServiceId): void => {
  tx.run(dropRequirements, { service: id });
  tx.run(drop, { id });
};

/** The whole list of a service, or (null) the general one, in its order. Requests keep what they were opened with. */
export function replaceRequirements(
  tx: WriteTransaction,
  service: ServiceId | null,
  all: readonly ServiceRequirement[],
): void {
  if (service === null) tx.run(dropGeneral, {});
  else tx.run(dropRequirements, { service });
  for (const [index, { key, name, categoryIds }] of all.entries())
    tx.run(addRequirement, {
      service,
      key,
      name,
      position: index + 1,
      categories: JSON.stringify(categoryIds),
    });
}

export const findServiceVersion = (reader: Reader, id: number): number | undefined =>
  reader.get(versionOf, { id })?.version;

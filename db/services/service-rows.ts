import type { ServiceId } from '#shared/ids.ts';
import {
  eligibilitySchema,
  type Service,
  type ServiceChoice,
  serviceQuestionSchema,
  type ServiceRequirement,
} from '#shared/services/service.ts';
import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';

const columns = () =>
  queries
    .selectFrom('service')
    .select([
      'service.id',
      'service.name',
      'service.kind',
      'service.description',
      'service.unit',
      'service.quantity',
      'service.value_halalas',
      'service.eligibility_json',
      'service.questions_json',
      'service.active',
      'service.version',
    ]);

const active = statement()(() =>
  columns().where('service.active', '=', 1).orderBy('service.position').orderBy('service.id'),
);
const byId = statement<{ id: number }>()((param) => columns().where('service.id', '=', param('id')));
const whole = statement()(() =>
  columns()
    .select((eb) => [
      eb
        .selectFrom('support_request as open')
        .select((of) => of.fn.countAll<number>().as('n'))
        .whereRef('open.service_id', '=', 'service.id')
        .where('open.state', '=', 'open')
        .as('open_requests'),
      eb
        .exists(
          eb
            .selectFrom('support_request as ever')
            .select('ever.id')
            .whereRef('ever.service_id', '=', 'service.id'),
        )
        .as('asked'),
      eb
        .exists(
          eb
            .selectFrom('delivery_plan as plan')
            .select('plan.id')
            .whereRef('plan.service_id', '=', 'service.id'),
        )
        .as('planned'),
    ])
    .orderBy('service.position')
    .orderBy('service.id'),
);
const requirements = statement()(() =>
  queries
    .selectFrom('service_requirement')
    .select(['service_id', 'key', 'name', 'categories_json'])
    .orderBy('position')
    .orderBy('id'),
);

type Row = NonNullable<ReturnType<typeof findRow>>;
const findRow = (reader: Reader, id: number) => reader.get(byId, { id });

const choiceOf = (row: Row, asked: readonly ServiceRequirement[]): ServiceChoice => ({
  id: row.id as ServiceId,
  name: row.name,
  kind: row.kind as ServiceChoice['kind'],
  description: row.description,
  unit: row.unit,
  quantity: row.quantity,
  valueHalalas: row.value_halalas,
  // What was written here was checked by the same schema; a later field of it gets its default.
  eligibility: eligibilitySchema.parse(JSON.parse(row.eligibility_json)),
  questions: serviceQuestionSchema.array().parse(JSON.parse(row.questions_json)),
  requirements: [...asked],
});

interface Requirements {
  readonly general: ServiceRequirement[];
  readonly own: ReadonlyMap<number, ServiceRequirement[]>;
}

/** All of them are a few dozen rows: one statement. */
function readRequirements(reader: Reader): Requirements {
  const rows = Map.groupBy(reader.all(requirements, {}), (row) => row.service_id);
  const read = (all: ReturnType<typeof rows.get>): ServiceRequirement[] =>
    (all ?? []).map((row) => ({
      key: row.key,
      name: row.name,
      categoryIds: JSON.parse(row.categories_json) as ServiceRequirement['categoryIds'],
    }));
  return {
    general: read(rows.get(null)),
    own: new Map(
      [...rows].flatMap(([service, all]) => (service === null ? [] : [[service, read(all)] as const])),
    ),
  };
}

/** What a request can be opened for, in the office's order. */
export function listServiceChoices(reader: Reader): ServiceChoice[] {
  const { general, own } = readRequirements(reader);
  return reader.all(active, {}).map((row) => choiceOf(row, own.get(row.id) ?? general));
}

/** One of the catalogue, put aside or not, with the requirements that it asks for; undefined: there is none. */
export function findServiceChoice(
  reader: Reader,
  id: number,
): (ServiceChoice & { readonly active: boolean }) | undefined {
  const row = findRow(reader, id);
  if (row === undefined) return undefined;
  const { general, own } = readRequirements(reader);
  return { ...choiceOf(row, own.get(id) ?? general), active: row.active === 1 };
}

/** What a request asks for when its service is told in words alone. */
export const listGeneralRequirements = (reader: Reader): ServiceRequirement[] =>
  readRequirements(reader).general;

/** The catalogue as the settings keep it. */
export function listServices(reader: Reader): { services: Service[]; general: ServiceRequirement[] } {
  const { general, own } = readRequirements(reader);
  const services = reader.all(whole, {}).map((row): Service => {
    const { requirements: _, ...facts } = choiceOf(row, []);
    return {
      ...facts,
      ownRequirements: own.get(row.id) ?? null,
      active: row.active === 1,
      openRequests: row.open_requests ?? 0,
      used: Boolean(row.asked) || Boolean(row.planned),
      version: row.version,
    };
  });
  return { services, general };
}

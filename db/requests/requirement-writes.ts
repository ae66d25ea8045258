import type { RequestId } from '#shared/ids.ts';
import type { Requirement } from '#shared/requests/request.ts';
import { queries, statement } from '../statement.ts';
import type { Reader, WriteTransaction } from '../transaction.ts';

const rows = statement<{ request: number }>()((param) =>
  queries
    .selectFrom('request_requirement')
    .select(['key', 'state'])
    .where('request_id', '=', param('request'))
    .orderBy('position'),
);
const add = statement<{
  request: number;
  key: string;
  name: string;
  position: number;
  state: string;
}>()((param) =>
  queries
    .insertInto('request_requirement')
    .values({
      request_id: param('request'),
      key: param('key'),
      name: param('name'),
      position: param('position'),
      state: param('state'),
    })
    // What was matched already stays matched, in its new place and under its name of today.
    .onConflict((on) =>
      on.columns(['request_id', 'key']).doUpdateSet((eb) => ({
        name: eb.ref('excluded.name'),
        position: eb.ref('excluded.position'),
      })),
    ),
);
const drop = statement<{ request: number; key: string }>()((param) =>
  queries
    .deleteFrom('request_requirement')
    .where('request_id', '=', param('request'))
    .where('key', '=', param('key')),
);
const put = statement<{
  request: number;
  key: string;
  state: string;
  document: number | null;
  until: string | null;
  due: string | null;
  note: string;
  at: number | null;
  by: number | null;
}>()((param) =>
  queries
    .updateTable('request_requirement')
    .set({
      state: param('state'),
      document_id: param('document'),
      valid_until: param('until'),
      due_on: param('due'),
      note: param('note'),
      at_ms: param('at'),
      officer_id: param('by'),
    })
    .where('request_id', '=', param('request'))
    .where('key', '=', param('key')),
);

/** A line of the checklist as it is laid: `notNeeded` where the category does not need it. */
export interface LaidRequirement {
  readonly key: string;
  readonly name: string;
  readonly state: 'needed' | 'notNeeded';
}

/**
 * The checklist of a request, in the order given. Laid anew when it asks for another service: what was matched stays, even
 * where the new service does not ask for it.
 */
export function layRequirements(
  tx: WriteTransaction,
  request: RequestId,
  lines: readonly LaidRequirement[],
): void {
  const keys = new Set(lines.map(({ key }) => key));
  const before = tx.all(rows, { request });
  for (const { key, state } of before)
    if (!keys.has(key) && state !== 'matched') tx.run(drop, { request, key });
  for (const [position, { key, name, state }] of lines.entries())
    tx.run(add, { request, key, name, position, state });
}

export interface RequirementWrite {
  readonly key: string;
  readonly state: Requirement['state'];
  readonly documentId: number | null;
  readonly validUntil: string | null;
  readonly dueOn: string | null;
  readonly note: string;
}

/** Who and when is kept of all but what is still needed. False: the request has no such requirement. */
export function writeRequirement(
  tx: WriteTransaction,
  request: RequestId,
  { key, state, documentId: document, validUntil: until, dueOn: due, note }: RequirementWrite,
  by: number,
  at: number,
): boolean {
  const open = state === 'needed';
  const who = open ? { at: null, by: null } : { at, by };
  return tx.run(put, { request, key, state, document, until, due, note, ...who }).changes === 1;
}

export const listRequirementKeys = (reader: Reader, request: number): { key: string; state: string }[] =>
  reader.all(rows, { request });

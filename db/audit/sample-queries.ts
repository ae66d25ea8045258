import type { SAMPLE_REGISTERS } from '#shared/audit/sample-contract.ts';
import { pickPlaces } from '#shared/audit/random-pick.ts';
import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';

/** What was there at an instant; ids alone, in the order in which the registers grew. */
const requestsUntil = statement<{ until: number }>()((param) =>
  queries.selectFrom('support_request').select('id').where('opened_at_ms', '<', param('until')).orderBy('id'),
);
/** A letter is in the register from its number on; what never got one is nobody's to examine. */
const outgoingUntil = statement<{ until: number }>()((param) =>
  queries
    .selectFrom('letter')
    .select('id')
    .where('issued_at_ms', '<', param('until'))
    .orderBy('issued_at_ms')
    .orderBy('id'),
);
const incomingUntil = statement<{ until: number }>()((param) =>
  queries
    .selectFrom('incoming_letter')
    .select('id')
    .where('registered_at_ms', '<', param('until'))
    .orderBy('registered_at_ms')
    .orderBy('id'),
);

export interface Sampled {
  readonly register: (typeof SAMPLE_REGISTERS)[number];
  readonly id: number;
}

/** `untilMs`: the first instant that is left out. Letters out and in are one heap. */
export function drawSample(
  reader: Reader,
  { seed, count, untilMs }: { readonly seed: string; readonly count: number; readonly untilMs: number },
): {
  readonly population: { readonly requests: number; readonly letters: number };
  readonly picked: Sampled[];
} {
  const until = { until: untilMs };
  const requests = reader.all(requestsUntil, until).map(({ id }): Sampled => ({ register: 'requests', id }));
  const letters = [
    ...reader.all(outgoingUntil, until).map(({ id }): Sampled => ({ register: 'outgoing', id })),
    ...reader.all(incomingUntil, until).map(({ id }): Sampled => ({ register: 'incoming', id })),
  ];
  // Each heap has a stream of its own: a request more does not change which letters are drawn.
  const pick = (heap: readonly Sampled[], name: string): Sampled[] =>
    pickPlaces(`${name}\n${seed}`, heap.length, count).flatMap((place) => heap[place] ?? []);
  return {
    population: { requests: requests.length, letters: letters.length },
    picked: [...pick(requests, 'requests'), ...pick(letters, 'letters')],
  };
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '#shared/app-error.ts';
import { requestIdSchema } from '#shared/ids.ts';
import type { ChannelName } from '#shared/ipc/app-contract.ts';
import { CASE_CHANNEL_NAMES } from '#shared/ipc/case-channel-names.ts';
import { sample, shapeOf } from '../support/contract-sample.ts';
import { openOffice, person, type TestDesk } from '../support/office.ts';
import { decide, handOut, toClosed, toCommittee, toService } from '../support/request-path.ts';

/**
 * The channels of the seven steps under whatever a renderer may send: what the contract does not know never reaches a
 * handler, and what it knows and makes no sense is refused by a code. `internal` would be a fault of ours.
 */
let desk: TestDesk;
/** A request in S.7, one before the committee, one refused, one withdrawn, one closed: ids 1 to 5. */
beforeAll(async () => {
  desk = await openOffice();
  const { id: partyId } = await desk.call('parties.add', person());
  const open = async () => (await desk.call('requests.open', { partyId, service: 'سلة' })).id;
  const first = await open();
  await toService(desk, first);
  await handOut(desk, first);
  await toCommittee(desk, await open());
  const refused = await open();
  await toCommittee(desk, refused);
  await decide(desk, refused, 'refused');
  await desk.call('requests.withdraw', { id: await open(), reason: 'برغبته' });
  await toClosed(desk, await open());
  await desk.call('referrals.refer', { partyId, question: 'هل يلزم صك؟' });
  await desk.call('research.open', { requestId: requestIdSchema.parse(2) });
});
afterAll(() => desk.close());

async function answerOf(channel: ChannelName, input: unknown): Promise<string> {
  try {
    await (desk.call as (name: ChannelName, input: unknown) => Promise<unknown>)(channel, input);
    return 'answered';
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}
/** Inputs that were answered by another code than one that is right. */
async function wronglyAnswered(
  channel: ChannelName,
  inputs: readonly unknown[],
  right: (code: string) => boolean,
): Promise<string[]> {
  const wrong: string[] = [];
  for (const input of inputs) {
    const code = await answerOf(channel, input);
    if (!right(code)) wrong.push(`${code} ${JSON.stringify(input).slice(0, 200)}`);
  }
  return wrong;
}

/** With the least that it asks for, and with all that it takes. */
const samples = (channel: ChannelName, whole: readonly boolean[] = [false, true]): unknown[] =>
  ['2026-11-22', 'نص'].flatMap((text) => whole.map((all) => sample(shapeOf(channel), text, all)));

/** The input once for each other value of each of its leaves. */
function withEach(input: unknown, others: (leaf: unknown) => readonly unknown[]): unknown[] {
  if (Array.isArray(input))
    return input.flatMap((part, at) => withEach(part, others).map((other) => input.with(at, other)));
  if (typeof input === 'object' && input !== null)
    return Object.entries(input).flatMap(([key, part]) =>
      withEach(part, others).map((other) => ({ ...input, [key]: other })),
    );
  return [...others(input)];
}
/** The input with each of its parts made anew, from the leaves up. */
const revived = (input: unknown, revive: (part: unknown) => unknown): unknown =>
  input === undefined
    ? undefined
    : JSON.parse(JSON.stringify(input), (_, part: unknown): unknown => revive(part));

const NO_NUMBERS = ['1', '1 OR 1=1', 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60, [1], {}];
const NO_TEXTS = [12, {}, ['نص'], true];

describe.each(CASE_CHANNEL_NAMES)('%s', (channel) => {
  it('refuses what is of another kind, and what is beyond all measure', async () => {
    const others = (leaf: unknown) =>
      typeof leaf === 'number' ? NO_NUMBERS : typeof leaf === 'string' ? NO_TEXTS : [];
    const huge = (leaf: unknown) => (typeof leaf === 'string' ? ['س'.repeat(100_000)] : []);
    const inputs = [
      ...samples(channel, [false]).flatMap((input) => withEach(input, others)),
      ...samples(channel).flatMap((input) => withEach(input, huge)),
    ];
    expect(await wronglyAnswered(channel, inputs, (code) => code === 'invalidInput')).toEqual([]);
  });

  it('answers by a code of its own whatever id it is asked for, and whatever stands twice in a list', async () => {
    const ids = [-1, 0, 2, 3, 4, 5, 777_777];
    const inputs = samples(channel).flatMap((input) => [
      ...ids.map((id) => revived(input, (part) => (typeof part === 'number' ? id : part))),
      revived(input, (part): unknown =>
        Array.isArray(part) ? [...(part as unknown[]), ...(part as unknown[])] : part,
      ),
    ]);
    expect(await wronglyAnswered(channel, inputs, (code) => code !== 'internal')).toEqual([]);
  });
});

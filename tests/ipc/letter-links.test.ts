import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { partyIdSchema, requestIdSchema } from '#shared/ids.ts';
import { verifyDatabase } from '#electron/verify/verify-database.ts';
import { letterContent } from '../support/letter-content.ts';
import { codeOf, openOffice, person, type TestDesk } from '../support/office.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openOffice();
});
afterEach(() => desk.close());

describe('whom and what a draft is about', () => {
  it('belongs to the party of its request, and to no other', async () => {
    const one = await desk.call('parties.add', person());
    const two = await desk.call('parties.add', person('نورة سعد المطيري', '1001244019'));
    const request = await desk.call('requests.open', { partyId: one.id, service: 'سلة' });
    const content = letterContent();
    expect(await desk.call('letters.create', { requestId: request.id, content })).toMatchObject({
      partyId: one.id,
    });
    expect(
      await codeOf(() => desk.call('letters.create', { partyId: two.id, requestId: request.id, content })),
    ).toBe('conflict');
    expect(await codeOf(() => desk.call('letters.create', { partyId: 99, content }))).toBe('notFound');
  });

  it('takes the person and the request that are chosen after its first save, and keeps them while it is typed in', async () => {
    const one = await desk.call('parties.add', person());
    const two = await desk.call('parties.add', person('نورة سعد المطيري', '1001244019'));
    const request = await desk.call('requests.open', { partyId: one.id, service: 'سلة' });
    const content = letterContent();
    const { id, version } = await desk.call('letters.create', { content });
    const about = async () => {
      const { partyId, partyName, requestId } = await desk.call('letters.get', { id });
      return { partyId, partyName, requestId };
    };
    const save = async (change: {
      readonly partyId?: typeof one.id | null;
      readonly requestId?: typeof request.id | null;
    }) => {
      const { version: now } = await desk.call('letters.get', { id });
      return desk.call('letters.save', { id, version: now, content, ...change });
    };
    // Not one of these is half saved.
    expect(await codeOf(() => save({ partyId: two.id, requestId: request.id }))).toBe('conflict');
    expect(await codeOf(() => save({ partyId: partyIdSchema.parse(99) }))).toBe('notFound');
    expect(await codeOf(() => save({ requestId: requestIdSchema.parse(99) }))).toBe('notFound');
    expect(await desk.call('letters.get', { id })).toMatchObject({ version, partyId: null, requestId: null });

    await save({ partyId: two.id });
    expect(await about()).toEqual({ partyId: two.id, partyName: two.name, requestId: null });
    expect((await desk.call('parties.page', { id: two.id })).letters.map((letter) => letter.id)).toEqual([
      id,
    ]);
    await save({});
    expect(await about()).toMatchObject({ partyId: two.id });
    await save({ partyId: null, requestId: request.id });
    expect(await about()).toEqual({ partyId: one.id, partyName: one.name, requestId: request.id });
    // Another person's request does not stay behind.
    expect(await codeOf(() => save({ partyId: two.id }))).toBe('conflict');
    await save({ partyId: null, requestId: null });
    expect(await about()).toEqual({ partyId: null, partyName: null, requestId: null });
    await save({ partyId: one.id });

    const links = (await desk.call('audit.list', {})).filter((event) => event.action === 'letter.relinked');
    expect(links.map((event) => event.details).toReversed()).toEqual([
      { partyId: two.id, requestId: null },
      { partyId: one.id, requestId: request.id },
      { partyId: null, requestId: null },
      { partyId: one.id, requestId: null },
    ]);
    // Its delivery is the disclosure of that person's data.
    await desk.call('letters.issue', { id });
    await desk.call('letters.deliver', { id, method: 'byHand', receiver: 'مكتب الوارد', day: '2026-11-22' });
    const disclosed = (await desk.call('audit.list', {})).filter(
      (event) => event.subjectKind === 'party' && event.details['letterId'] === id,
    );
    expect(disclosed.map((event) => event.subjectId)).toEqual([one.id]);
    expect(verifyDatabase(desk.office().db).faults).toEqual([]);
  });

  it('keeps the person of the letter that it corrects while it is typed in', async () => {
    const party = await desk.call('parties.add', person());
    const first = await desk.call('letters.create', { content: letterContent(), partyId: party.id });
    await desk.call('letters.issue', { id: first.id });
    const { id, version } = await desk.call('letters.create', {
      content: letterContent('إلحاق'),
      correctsId: first.id,
    });
    await desk.call('letters.save', { id, version, content: letterContent('إلحاق آخر') });
    expect(await desk.call('letters.get', { id })).toMatchObject({ partyId: party.id });
  });
});

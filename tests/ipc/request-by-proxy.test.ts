import { afterEach, beforeEach, expect, it } from 'vitest';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import { addDays } from '#shared/calendar/iso-day.ts';
import type { PartyId, RepresentationId, RequestId } from '#shared/ids.ts';
import { keepPicture } from '../support/attested-request.ts';
import { codeOf, openOffice, person, type TestDesk } from '../support/office.ts';
import { toSigning } from '../support/request-path.ts';

const DAY_MS = 86_400_000;
let desk: TestDesk;
let her: PartyId;
let him: PartyId;
beforeEach(async () => {
  desk = await openOffice();
  her = (await desk.call('parties.add', person())).id;
  him = (await desk.call('parties.add', { ...person('خالد أحمد الحربي', '1101798278'), sex: 'male' })).id;
});
afterEach(() => desk.close());

const today = (): string => riyadhDay(desk.clock.nowMs());
async function deed(days: number, { matched = true, of = her } = {}): Promise<RepresentationId> {
  const { id } = await desk.call('representatives.save', {
    partyId: of,
    representation: {
      representativeId: him,
      kind: 'proxy',
      deedNumber: '441234567',
      scope: 'مراجعة الجمعية',
      expiresOn: addDays(today(), days),
    },
  });
  if (matched) await desk.call('representatives.match', { id, matched: true });
  return id;
}
const open = (representationId: RepresentationId) =>
  desk.call('requests.open', { partyId: her, service: 'كسوة', representationId });
/** The code, and why, of the applicant's signature on the paper that is frozen now. */
async function sign(requestId: RequestId, representationId: RepresentationId | null): Promise<unknown> {
  const { document } = await desk.call('attestations.prepare', { requestId });
  const file = await keepPicture(desk, 10);
  const signature = { signer: 'applicant', mode: 'screen', file, representationId } as const;
  return desk.call('signatures.add', { documentId: document!.id, signatures: [signature] }).then(
    ({ signatures }) => signatures.map(({ name }) => name),
    (error: unknown) => error,
  );
}

it('opens for somebody on a deed to its last day, in, and neither after it nor before it was matched', async () => {
  expect((await open(await deed(0))).representation?.deedNumber).toBe('441234567');
  const ended = await deed(-1);
  expect(await codeOf(() => open(ended))).toBe('mayNotAct');
  const unmatched = await deed(90, { matched: false });
  expect(await codeOf(() => open(unmatched))).toBe('mayNotAct');
  const { id: other } = await desk.call('parties.add', person('هند صالح الهذلي', '1094238621'));
  const others = await deed(90, { of: other });
  expect(await codeOf(() => open(others))).toBe('notFound');
  const { id } = await desk.call('requests.open', { partyId: her, service: 'كسوة' });
  expect(await codeOf(() => desk.call('requests.represent', { id, representationId: ended }))).toBe(
    'mayNotAct',
  );
});

it('is signed on the deed that the paper names, and on no other day than one on which it holds', async () => {
  const first = await deed(1);
  const { id } = await open(first);
  await toSigning(desk, id);
  expect(await sign(id, null)).toMatchObject({ code: 'sealedForbids', details: { reason: 'deed' } });
  desk.clock.advance(2 * DAY_MS);
  expect(await sign(id, first)).toMatchObject({ code: 'sealedForbids', details: { reason: 'deed' } });
  const next = await deed(90);
  await desk.call('requests.represent', { id, representationId: next });
  expect(await sign(id, first)).toMatchObject({ code: 'sealedForbids', details: { reason: 'deed' } });
  expect(await sign(id, next)).toEqual(['خالد أحمد الحربي']);
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DocumentInput } from '#shared/documents/document.ts';
import type { CategoryId, PartyId, RequestId, ServiceId } from '#shared/ids.ts';
import type { Requirement } from '#shared/requests/request.ts';
import { codeOf, openOffice, person, type TestDesk } from '../support/office.ts';
import { completeMatching } from '../support/request-form.ts';

let desk: TestDesk;
let partyId: PartyId;
beforeEach(async () => {
  desk = await openOffice();
  partyId = (await desk.call('parties.add', person())).id;
});
afterEach(() => desk.close());

const open = async (serviceId: ServiceId | null = null): Promise<RequestId> =>
  (await desk.call('requests.open', { partyId, service: 'سلة غذائية', serviceId })).id;
const show = (document: Partial<DocumentInput> & { kind: DocumentInput['kind'] }) =>
  desk.call('documents.save', { partyId, document });
const requirement = async (id: RequestId, key: string): Promise<Requirement> =>
  (await desk.call('requests.get', { id })).requirements.find((one) => one.key === key)!;
const offer = async (id: RequestId, key: string) =>
  (await desk.call('form.ofRequest', { id })).requirements.find((one) => one.key === key)!.offer;
const addCategory = async (name: string): Promise<CategoryId> =>
  (await desk.call('categories.save', { id: null, category: { name, description: '' } })).id;
const service = (more: {
  villages?: string[];
  categoryIds?: CategoryId[];
  perHeadCeiling?: string;
  reportsOf?: CategoryId[];
  question?: boolean;
}) =>
  desk.call('services.save', {
    id: null,
    version: null,
    service: {
      name: 'كرسي متحرك',
      kind: 'inKind',
      unit: 'كرسي',
      quantity: '1',
      eligibility: {
        villages: more.villages ?? [],
        categoryIds: more.categoryIds ?? [],
        perHeadCeiling: more.perHeadCeiling ?? '',
      },
      questions: more.question
        ? [{ label: 'من يدفع الكرسي؟', kind: 'text', choices: [], required: true }]
        : [],
      ownRequirements: [
        { key: 'identity', name: 'هوية أو سجل أسرة', categoryIds: [] },
        { key: 'reports', name: 'تقرير طبي', categoryIds: more.reportsOf ?? [] },
      ],
    },
  });

describe('what a request asks for', () => {
  it('is the general list where the service has none of its own', async () => {
    const { requirements } = await desk.call('requests.get', { id: await open() });
    expect(requirements.map(({ key, state }) => [key, state])).toEqual([
      ['identity', 'needed'],
      ['housing', 'needed'],
      ['income', 'needed'],
      ['iban', 'needed'],
      ['circumstance', 'needed'],
      ['reports', 'needed'],
    ]);
  });

  it('is the list of its service, each where the category needs it', async () => {
    const [ill, widows] = [await addCategory('مرضى'), await addCategory('أرامل المشروع')];
    const { id: serviceId } = await service({ reportsOf: [ill] });
    // Nobody recorded a category: not knowing leaves no paper out.
    const states = async (request: RequestId) =>
      (await desk.call('requests.get', { id: request })).requirements.map(({ key, state }) => [key, state]);
    expect(await states(await open(serviceId))).toEqual([
      ['identity', 'needed'],
      ['reports', 'needed'],
    ]);
    await desk.call('categories.give', { partyId, categoryIds: [widows], on: '2026-11-22' });
    expect(await states(await open(serviceId))).toEqual([
      ['identity', 'needed'],
      ['reports', 'notNeeded'],
    ]);
    await desk.call('categories.give', { partyId, categoryIds: [ill], on: '2026-11-22' });
    expect(await states(await open(serviceId))).toEqual([
      ['identity', 'needed'],
      ['reports', 'needed'],
    ]);
  });

  it('is laid anew for another service, and what was matched stays matched', async () => {
    const id = await open();
    await desk.call('form.setRequirement', { id, key: 'housing', state: 'matched' });
    const { id: serviceId } = await service({});
    await desk.call('requests.edit', { id, service: 'كرسي متحرك', serviceId, need: '' });
    const { requirements } = await desk.call('requests.get', { id });
    expect(requirements.map(({ key }) => key).toSorted()).toEqual(['housing', 'identity', 'reports']);
    expect(await requirement(id, 'housing')).toMatchObject({ state: 'matched' });
  });
});

describe('a requirement and the register', () => {
  it('is offered the document that was matched once, and takes its last day with it', async () => {
    const id = await open();
    expect(await offer(id, 'income')).toBeNull();
    const paper = await show({ kind: 'income', issuedOn: '2026-11-01' });
    expect(await offer(id, 'income')).toMatchObject({ documentId: paper.id, state: 'valid' });
    await desk.call('form.setRequirement', {
      id,
      key: 'income',
      state: 'matched',
      documentId: paper.id,
    });
    expect(await requirement(id, 'income')).toMatchObject({
      state: 'matched',
      documentId: paper.id,
      validUntil: '2027-02-01',
    });
    const { events } = await desk.call('requests.get', { id });
    expect(events[0]).toMatchObject({
      kind: 'requirementMatched',
      subject: { kind: 'partyDocument', id: paper.id },
    });
    // Without one it is matched with what was in hand, and takes nothing of the other with it.
    await desk.call('form.setRequirement', { id, key: 'income', state: 'needed', dueOn: '2026-11-24' });
    expect(await requirement(id, 'income')).toMatchObject({
      state: 'needed',
      documentId: null,
      validUntil: null,
      dueOn: '2026-11-24',
      officerName: null,
    });
    // The timeline, and with it the printed path, tells what became of it each time.
    await desk.call('form.setRequirement', { id, key: 'income', state: 'notNeeded' });
    const told = (await desk.call('requests.get', { id })).events.map(({ kind }) => kind);
    expect(told.slice(0, 3)).toEqual(['requirementSpared', 'requirementAwaited', 'requirementMatched']);
  });

  it('takes no document that ran out, that nobody matched, or that is somebody else’s', async () => {
    const id = await open();
    const take = (documentId: number) =>
      desk.call('form.setRequirement', {
        id,
        key: 'income',
        state: 'matched',
        documentId: documentId,
      });
    const old = await show({ kind: 'income', issuedOn: '2026-07-01' });
    await expect(take(old.id)).rejects.toMatchObject({
      code: 'requirementForbids',
      details: { reason: 'expired' },
    });
    const told = await show({ kind: 'income', issuedOn: '2026-11-01', matched: false });
    await expect(take(told.id)).rejects.toMatchObject({ details: { reason: 'unmatched' } });
    const other = await desk.call('parties.add', person('نورة سعد المطيري', '1001244019'));
    const theirs = await desk.call('documents.save', {
      partyId: other.id,
      document: { kind: 'income', issuedOn: '2026-11-01' },
    });
    await expect(take(theirs.id)).rejects.toMatchObject({ details: { reason: 'other' } });
    expect(await requirement(id, 'income')).toMatchObject({ state: 'needed' });
  });

  it('is promised for a day that is still to come', async () => {
    const id = await open();
    const due = (dueOn: string) =>
      codeOf(() => desk.call('form.setRequirement', { id, key: 'iban', state: 'needed', dueOn }));
    expect(await due('2026-11-22')).toBe('dayPast');
    expect(await due('2026-11-24')).toBe('none');
  });
});

describe('the rules of a service', () => {
  it('advise and never refuse: outside all of them a request is opened all the same', async () => {
    const widows = await addCategory('أرامل المشروع');
    const { id: serviceId } = await service({
      villages: ['قرية حدا'],
      categoryIds: [widows],
      perHeadCeiling: '500',
    });
    const id = await open(serviceId);
    const verdicts = async () =>
      (await desk.call('form.ofRequest', { id })).advice.map(({ rule, verdict }) => [rule, verdict]);
    expect(await verdicts()).toEqual([
      ['village', 'outside'],
      ['category', 'unknown'],
      ['perHead', 'unknown'],
    ]);
    await desk.call('circumstances.addMoney', {
      partyId,
      line: { kind: 'income', category: 'salary', monthly: '501', sinceOn: '2026-01-01' },
    });
    await desk.call('categories.give', { partyId, categoryIds: [widows], on: '2026-11-22' });
    expect(await verdicts()).toEqual([
      ['village', 'outside'],
      ['category', 'fits'],
      ['perHead', 'outside'],
    ]);
    expect((await completeMatching(desk, id)).currentStep).toBe(3);
  });

  it('ask questions of their own, and S.2 waits for those that must be answered', async () => {
    const { id: serviceId } = await service({ question: true });
    const id = await open(serviceId);
    expect(await codeOf(() => completeMatching(desk, id))).toBe('formWants');
    const [question] = (await desk.call('form.ofRequest', { id })).questions;
    await desk.call('form.answer', { id, key: question!.key, answer: 'ابنها الأكبر' });
    const { fields } = await desk.call('form.ofRequest', { id });
    expect(fields.at(-1)).toMatchObject({
      field: `answer:${question!.key}`,
      value: { question: 'من يدفع الكرسي؟', answer: 'ابنها الأكبر' },
      state: 'confirmed',
      open: false,
    });
    expect((await completeMatching(desk, id)).currentStep).toBe(3);
    expect(await codeOf(() => desk.call('form.answer', { id, key: 'q99', answer: 'لا' }))).toBe('notFound');
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { pdfSha256 } from '#db/letters/letter-seal.ts';
import { verifyDatabase } from '#electron/verify/verify-database.ts';
import { letterContent } from '../support/letter-content.ts';
import { openOffice, person, type TestDesk } from '../support/office.ts';
import { decide, handOut, receiveAll, toCommittee } from '../support/request-path.ts';

let desk: TestDesk;
afterEach(() => desk.close());

describe('from the door to the sealed letter', () => {
  it('receives a visitor, opens a request, raises it, issues a letter, prints it and proves all of it', async () => {
    desk = await openOffice();
    const { call } = desk;

    const party = await call('parties.add', person());
    expect(party.mobile).toBe('+966508072675');
    expect(party.roles).toEqual(['beneficiary']);

    const visit = await call('visits.start', { partyId: party.id, purpose: 'supportRequest' });
    expect(visit).toMatchObject({ state: 'serving', day: '2026-11-22', ticket: null, partyName: party.name });
    await call('visits.saveNote', { id: visit.id, note: 'أرملة ولها ثلاثة أبناء' });
    const asked = await call('visits.addInquiry', {
      visitId: visit.id,
      question: 'متى تصرف السلة؟',
      answer: 'بعد قرار اللجنة',
      outcome: 'answered',
    });
    expect(asked.inquiries).toMatchObject([{ outcome: 'answered', answeredAtMs: desk.clock.nowMs() }]);

    let request = await call('requests.open', {
      partyId: party.id,
      visitId: visit.id,
      service: 'سلة غذائية',
    });
    expect(request.currentStep).toBe(2);
    expect(request.requirements).toHaveLength(6);
    expect((await call('visits.get', { id: visit.id })).requestId).toBe(request.id);
    request = await toCommittee(desk, request.id);
    expect(request.number).toBe('1448-0001');
    await decide(desk, request.id);
    await receiveAll(desk, request.id, ['reports']);
    await call('requests.completeRegistration', { id: request.id });
    await handOut(desk, request.id);
    await call('requests.close', { id: request.id });
    request = await call('requests.get', { id: request.id });
    expect(request.currentStep).toBeNull();
    expect((await call('parties.page', { id: party.id })).party.fileNumber).toBe('1448-0001');

    const draft = await call('letters.create', {
      partyId: party.id,
      requestId: request.id,
      content: letterContent(),
    });
    const issued = await call('letters.issue', { id: draft.id });
    expect(issued).toMatchObject({
      state: 'issued',
      referenceNumber: '127/ص/1448',
      issuedOn: '2026-11-22',
      approvedByName: 'سارة محمد المطيري',
      issuedByName: 'سارة محمد المطيري',
    });
    const { pdf, sealed } = await call('letters.pdf', { id: draft.id });
    expect(sealed).toBe(true);
    expect(pdfSha256(pdf)).toBe(issued.pdfSha256);

    await call('letters.print', { id: draft.id, copies: 2 });
    const printed = readdirSync(desk.printFolder).find((name) => name.endsWith('.pdf'))!;
    expect(Buffer.from(pdf).equals(readFileSync(join(desk.printFolder, printed)))).toBe(true);

    const page = await call('parties.page', { id: party.id });
    // The other one is the draft of the committee's acceptance.
    expect(page.letters.map((letter) => letter.referenceNumber)).toEqual([null, '127/ص/1448']);
    expect(page.requests).toHaveLength(1);
    const detail = await call('requests.get', { id: request.id });
    expect(detail.events[0]).toMatchObject({ kind: 'letter', text: expect.stringContaining('127/ص/1448') });

    const today = await call('desk.today');
    expect(today.counts).toEqual({ waiting: 0, serving: 1, served: 0 });
    expect(today.prints).toMatchObject([{ letterId: draft.id, copies: 2 }]);
    expect(await call('desk.recent')).toContainEqual({
      partyId: party.id,
      requestId: null,
      name: party.name,
    });

    expect(await call('audit.verify')).toMatchObject({ fault: null });
    const { lines, fault } = verifyDatabase(desk.office().db);
    expect(fault).toBeNull();
    expect(lines).toContainEqual({ name: 'register outgoing 1448 last', value: 127 });
  });
});

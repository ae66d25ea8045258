import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PartyId, RequestId, SealedDocumentId } from '#shared/ids.ts';
import { AppError } from '#shared/app-error.ts';
import type { CommitteeMember } from '#shared/committee/committee.ts';
import type { Role, Staff } from '#shared/staff/staff.ts';
import { keepPicture, requestToSign } from '../support/attested-request.ts';
import { holdSession, seatCommittee } from '../support/committee-desk.ts';
import { codeOf, openOffice, person, type TestDesk } from '../support/office.ts';
import { handOut, toClosed, toCommittee, toService } from '../support/request-path.ts';

/** Signatures that are tried past the screens: by who may not, for somebody else, twice, or of what carries more by now. */
let desk: TestDesk;
let manager: Staff;
let partyId: PartyId;
beforeEach(async () => {
  desk = await openOffice();
  manager = desk.app.session.current()!.staff;
  partyId = (await desk.call('parties.add', person())).id;
});
afterEach(() => desk.close());

type Signatures = Parameters<typeof desk.call<'signatures.add'>>[1]['signatures'];
const as = (role: Role): void => {
  desk.app.session.open({ ...manager, roles: [role], rights: [] });
};
const sign = (documentId: SealedDocumentId, signatures: Signatures) =>
  desk.call('signatures.add', { documentId, signatures });
const withdraw = (id: Parameters<typeof desk.call<'signatures.withdraw'>>[1]['id']) =>
  desk.call('signatures.withdraw', { id, reason: 'أُخذ خطأ' });
const reasonOf = async (act: () => Promise<unknown>): Promise<unknown> => {
  try {
    await act();
  } catch (error) {
    if (error instanceof AppError) return error.details['reason'] ?? error.code;
    throw error;
  }
  return 'none';
};
const standingOf = async (id: SealedDocumentId) =>
  (await desk.call('sealed.get', { id })).signatures.filter(({ withdrawn }) => withdrawn === null);

describe('an attestation', () => {
  let requestId: RequestId;
  let id: SealedDocumentId;
  const drawn = async (shade = 10) =>
    ({ signer: 'applicant', mode: 'screen', file: await keepPicture(desk, shade) }) as const;
  const account = { signer: 'officer', mode: 'account' } as const;
  beforeEach(async () => {
    requestId = await requestToSign(desk, partyId);
    id = (await desk.call('attestations.prepare', { requestId })).document!.id;
  });

  it('is signed, taken back and voided by the desk alone: nobody who judges a case attests its data', async () => {
    const applicant = await drawn();
    const [given] = (await sign(id, [applicant])).signatures;
    as('committeeMember');
    expect(await codeOf(() => sign(id, [account]))).toBe('notAllowed');
    expect(await codeOf(() => withdraw(given!.id))).toBe('notAllowed');
    expect(await codeOf(() => desk.call('sealed.void', { id, reason: 'خطأ' }))).toBe('notAllowed');
    as('receptionist');
    expect(await codeOf(() => sign(id, [account]))).toBe('none');
  });

  it('has one applicant and one officer, though they come in one act', async () => {
    const [one, other] = [await drawn(10), await drawn(20)];
    expect(await reasonOf(() => sign(id, [one, other]))).toBe('signedAlready');
    expect(await reasonOf(() => sign(id, [account, account]))).toBe('signedAlready');
    expect(await standingOf(id)).toEqual([]);
    await sign(id, [one, account]);
    expect(await standingOf(id)).toHaveLength(2);
  });

  it('takes an officer for no seat of the committee and on no deed', async () => {
    const [seat] = await seatCommittee(desk);
    const daughter = await desk.call('parties.add', person('هند خالد علي الحربي', '1101798278'));
    const deed = await desk.call('representatives.save', {
      partyId,
      representation: {
        representativeId: daughter.id,
        kind: 'proxy',
        deedNumber: '441234567',
        scope: 'استلام المساعدات',
        issuedOn: '2026-01-01',
        expiresOn: '2027-01-01',
      },
    });
    await sign(id, [{ ...account, memberId: seat!.id, representationId: deed.id }]);
    const [officer] = await standingOf(id);
    expect(officer).toMatchObject({ name: manager.name, representationId: null });
  });

  it('stands on a thumb with both its witnesses, or on none of the three', async () => {
    const file = await keepPicture(desk, 30);
    const witness = (name: string, idNumber: string) =>
      ({ signer: 'witness', mode: 'paper', name, idNumber, file }) as const;
    await sign(id, [
      { signer: 'applicant', mode: 'thumb', file },
      witness('نوف سعد', '1001244019'),
      witness('سعد خالد', '1101798278'),
    ]);
    const [, second] = await standingOf(id);
    expect(second?.signer).toBe('witness');
    await withdraw(second!.id);
    expect(await standingOf(id)).toEqual([]);
    expect((await desk.call('attestations.get', { requestId })).state).toBe('waiting');
  });

  it('that was voided is signed no more, and none of its signatures is taken back', async () => {
    const [given] = (await sign(id, [await drawn()])).signatures;
    await desk.call('sealed.void', { id, reason: 'خطأ' });
    expect(await reasonOf(() => withdraw(given!.id))).toBe('voided');
    expect(await codeOf(() => sign(id, [account]))).toBe('sealedForbids');
  });
});

describe('a receipt', () => {
  async function receipt(requestId: RequestId): Promise<SealedDocumentId> {
    const { plans } = await desk.call('deliveries.ofRequest', { requestId });
    return (await desk.call('deliveries.makeReceipt', { id: plans[0]!.handovers[0]!.id })).receiptId;
  }

  it('is signed in the name that it says, whatever name is sent along, and by no member of the committee', async () => {
    const { id: requestId } = await desk.call('requests.open', { partyId, service: 'سلة' });
    await toService(desk, requestId);
    await handOut(desk, requestId);
    const id = await receipt(requestId);
    const file = await keepPicture(desk, 40);
    as('committeeMember');
    expect(await codeOf(() => sign(id, [{ signer: 'receiver', mode: 'screen', file }]))).toBe('notAllowed');
    as('receptionist');
    await sign(id, [{ signer: 'receiver', mode: 'screen', file, name: 'رجل آخر' }]);
    expect((await standingOf(id)).map(({ name }) => name)).toEqual(['فاطمة أحمد علي الحربي']);
  });

  it('of a closed request keeps its signature until the request is reopened', async () => {
    const { id: requestId } = await desk.call('requests.open', { partyId, service: 'سلة' });
    await toClosed(desk, requestId);
    const id = await receipt(requestId);
    const file = await keepPicture(desk, 40);
    // The sheet may come back late.
    const [given] = (await sign(id, [{ signer: 'receiver', mode: 'paper', file }])).signatures;
    expect(await reasonOf(() => withdraw(given!.id))).toBe('notOpen');
    await desk.call('requests.reopen', { id: requestId, reason: 'وقّع غير المستلم' });
    await withdraw(given!.id);
    expect(await standingOf(id)).toEqual([]);
  });
});

describe('minutes', () => {
  let members: CommitteeMember[];
  let id: SealedDocumentId;
  beforeEach(async () => {
    members = await seatCommittee(desk, manager);
    const { id: requestId } = await desk.call('requests.open', { partyId, service: 'سلة' });
    await toCommittee(desk, requestId);
    const held = await holdSession(desk, '2026-11-22', [requestId]);
    const closed = await desk.call('committee.closeSession', { id: held.id, version: held.version });
    id = closed.minutesDocumentId!;
  });

  it('lose a signature that was taken of the wrong member, with its reason, and get it anew', async () => {
    const file = await keepPicture(desk, 50);
    const of = (at: number) =>
      ({ signer: 'member', mode: 'paper', file, memberId: members[at]!.id }) as const;
    await sign(id, [of(0), of(2)]);
    as('committeeMember');
    const wrong = (await standingOf(id)).find(({ name }) => name === members[2]!.name);
    await withdraw(wrong!.id);
    expect((await standingOf(id)).map(({ name }) => name)).toEqual([members[0]!.name]);
    const { signatures } = await desk.call('sealed.get', { id });
    expect(signatures.find(({ id: one }) => one === wrong!.id)?.withdrawn).toMatchObject({
      byName: manager.name,
      reason: 'أُخذ خطأ',
    });
    await sign(id, [of(2)]);
    expect(await standingOf(id)).toHaveLength(2);
    desk.app.session.open(manager);
    expect((await desk.call('audit.verify')).fault).toBeNull();
  });

  it('are signed by each member once, though twice in one act, and as oneself by nobody else', async () => {
    const own = { signer: 'member', mode: 'account', memberId: members[1]!.id } as const;
    expect(await reasonOf(() => sign(id, [own, own]))).toBe('signedAlready');
    expect(await reasonOf(() => sign(id, [{ ...own, memberId: members[0]!.id }]))).toBe('mode');
    await sign(id, [own]);
    expect(await standingOf(id)).toHaveLength(1);
  });
});

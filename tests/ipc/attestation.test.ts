import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countPdfPages } from '#electron/files/count-pdf-pages.ts';
import type { RequestId } from '#shared/ids.ts';
import type { Party } from '#shared/parties/party.ts';
import { clause } from '#shared/policy/clauses.ts';
import { parseCode } from '#shared/letters/verification-code.ts';
import { keepPicture, requestToSign, signBoth } from '../support/attested-request.ts';
import { codeOf, openOffice, person, type TestDesk } from '../support/office.ts';

let desk: TestDesk;
let party: Party;
let requestId: RequestId;
beforeEach(async () => {
  desk = await openOffice();
  party = await desk.call('parties.add', person());
  requestId = await requestToSign(desk, party.id);
});
afterEach(() => desk.close());

const get = () => desk.call('attestations.get', { requestId });
const request = () => desk.call('requests.get', { id: requestId });
const prepare = async () => (await desk.call('attestations.prepare', { requestId })).document!;
const events = async () => (await request()).events.map(({ kind }) => kind);

describe('S.4, before anybody signs', () => {
  it('tells what will be signed, in the words of the paper, with the policy’s own sentence', async () => {
    const { fields } = await desk.call('form.ofRequest', { id: requestId });
    const data = fields
      .filter(({ field }) => field === 'idNumber')
      .map(({ field, seen }) => ({ field, seen }));
    await desk.call('form.confirm', { id: requestId, data, against: 'card' });
    const attestation = await get();
    expect(attestation).toMatchObject({ state: 'none', version: null, document: null, changed: [] });
    expect(attestation.clause).toBe(clause('S.4').text);
    expect(attestation.declaration).toContain(party.name);
    const texts = new Map(attestation.fields.map(({ field, text }) => [field, text]));
    expect(texts.get('name')).toBe(party.name);
    expect(texts.get('idNumber')).toContain('1058529940');
    expect(texts.get('service')).toBe('سلة غذائية');
    const matched = attestation.fields.filter((one) => one.matched !== null).map(({ field }) => field);
    expect(matched).toContain('idNumber');
  });

  it('shows identity whole to the desk alone, and logs the look', async () => {
    desk.become('عضو اللجنة', ['committeeMember']);
    const { fields } = await get();
    expect(fields.find(({ field }) => field === 'idNumber')?.text).not.toContain('1058529940');
    desk.become('مدقق', ['auditor']);
    expect(await codeOf(get)).toBe('notAllowed');
  });

  it('freezes what stands as a sealed paper with a code of its own, once', async () => {
    const document = await prepare();
    expect(document).toMatchObject({
      kind: 'attestation',
      version: 1,
      requestId,
      voided: null,
      signatures: [],
    });
    expect(parseCode(document.code).ok).toBe(true);
    expect((await prepare()).id).toBe(document.id);
    expect(await desk.call('sealed.find', { code: document.code })).toMatchObject({ id: document.id });
    expect(await desk.call('sealed.find', { code: '1234' })).toBeNull();
    // A barcode scanner types the code into the palette: the request of the paper is there.
    expect(await desk.call('desk.find', { text: document.code })).toMatchObject([
      { kind: 'request', request: { id: requestId } },
    ]);
    expect(await desk.call('letters.verifyCode', { code: document.code })).toMatchObject({
      outcome: 'sealed',
      paper: { kind: 'attestation', fault: null, voidReason: null },
    });
    const { pdf } = await desk.call('sealed.pdf', { id: document.id });
    expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-');
    expect(await events()).toContain('attestationMade');
  });

  it('does not let the step be completed without both signatures', async () => {
    const complete = () => desk.call('attestations.complete', { requestId });
    await expect(complete()).rejects.toMatchObject({ details: { reason: 'attestationMissing' } });
    const { id } = await prepare();
    await desk.call('signatures.add', {
      documentId: id,
      signatures: [{ signer: 'officer', mode: 'account' }],
    });
    await expect(complete()).rejects.toMatchObject({ details: { reason: 'attestationMissing' } });
    const file = await keepPicture(desk, 20);
    await desk.call('signatures.add', {
      documentId: id,
      signatures: [{ signer: 'applicant', mode: 'paper', file }],
    });
    expect(await complete()).toMatchObject({ phase: 'raising' });
    expect(await events()).toEqual(
      expect.arrayContaining(['stepDone', 'applicantSigned', 'officerSigned', 'attestationMade']),
    );
    expect(await desk.call('audit.verify')).toMatchObject({ fault: null });
  });
});

describe('signatures of S.4', () => {
  const add = (
    documentId: number,
    signatures: Parameters<typeof desk.call<'signatures.add'>>[1]['signatures'],
  ) => desk.call('signatures.add', { documentId, signatures });

  it('take a drawing or a scan that is there, and no second one of the same signer', async () => {
    const { id } = await prepare();
    const refused = (signature: Parameters<typeof add>[1][number]) =>
      expect(add(id, [signature])).rejects.toMatchObject({ code: 'sealedForbids' });
    await refused({ signer: 'applicant', mode: 'screen' });
    await refused({ signer: 'applicant', mode: 'account' });
    await refused({ signer: 'receiver', mode: 'screen', file: await keepPicture(desk, 30) });
    const nowhere = { sha256: 'a'.repeat(64), name: 'x.png' };
    expect(await codeOf(() => add(id, [{ signer: 'applicant', mode: 'screen', file: nowhere }]))).toBe(
      'fileVanished',
    );
    const before = await desk.call('sealed.pdf', { id });
    await add(id, [{ signer: 'applicant', mode: 'screen', file: await keepPicture(desk, 31) }]);
    // What was frozen stays; a copy of it carries what was drawn on a page behind it.
    const copy = await desk.call('sealed.pdf', { id });
    expect(await countPdfPages(before.pdf)).toBe(1);
    expect(await countPdfPages(copy.pdf)).toBe(2);
    expect(Buffer.from((await desk.call('sealed.pdf', { id })).pdf).equals(Buffer.from(copy.pdf))).toBe(true);
    await refused({ signer: 'applicant', mode: 'screen', file: await keepPicture(desk, 32) });
    expect((await get()).document?.signatures).toMatchObject([{ name: party.name, mode: 'screen' }]);
  });

  it('take a thumb before two witnesses who are two, by name and national id', async () => {
    const { id } = await prepare();
    const file = await keepPicture(desk, 40);
    const thumb = { signer: 'applicant', mode: 'thumb', file } as const;
    const witness = (name: string, idNumber: string) =>
      ({ signer: 'witness', mode: 'paper', file, name, idNumber }) as const;
    const first = witness('خالد سعد العتيبي', '1001244019');
    for (const wrong of [
      [thumb],
      [thumb, first],
      [thumb, first, first],
      [thumb, first, witness('سعد خالد العتيبي', '')],
      [thumb, first, witness(party.name, '1101798278')],
      [first, witness('سعد خالد العتيبي', '1101798278')],
    ])
      await expect(add(id, wrong)).rejects.toMatchObject({ details: { reason: 'witnesses' } });
    expect(await codeOf(() => add(id, [thumb, first, witness('سعد خالد العتيبي', '1101798279')]))).toBe(
      'invalidInput',
    );
    await add(id, [thumb, first, witness('سعد خالد العتيبي', '1101798278')]);
    const { document } = await get();
    expect(document?.signatures.map(({ signer, idNumber }) => [signer, idNumber])).toEqual([
      ['applicant', ''],
      ['witness', '••••••4019'],
      ['witness', '••••••8278'],
    ]);
    // The witnesses of a thumb that is withdrawn witnessed nothing.
    await desk.call('signatures.withdraw', { id: document!.signatures[0]!.id, reason: 'بصم غير صاحبه' });
    const after = (await get()).document!;
    expect(after.signatures.every(({ withdrawn }) => withdrawn?.reason === 'بصم غير صاحبه')).toBe(true);
    expect((await get()).state).toBe('waiting');
  });

  it('are withdrawn with a reason while the step is open, and stay in the record', async () => {
    const { document } = await signBoth(desk, requestId);
    const [applicant] = document!.signatures;
    await desk.call('signatures.withdraw', { id: applicant!.id, reason: 'وقّع غيره' });
    expect((await get()).state).toBe('waiting');
    expect(await events()).toContain('signatureWithdrawn');
    await expect(
      desk.call('signatures.withdraw', { id: applicant!.id, reason: 'مرة أخرى' }),
    ).rejects.toMatchObject({ details: { reason: 'withdrawn' } });
    await add(document!.id, [{ signer: 'applicant', mode: 'screen', file: await keepPicture(desk, 50) }]);
    await desk.call('attestations.complete', { requestId });
    const again = (await get()).document!.signatures.find(
      ({ withdrawn, signer }) => withdrawn === null && signer === 'applicant',
    );
    await expect(desk.call('signatures.withdraw', { id: again!.id, reason: 'متأخر' })).rejects.toMatchObject({
      details: { reason: 'stepDone' },
    });
  });

  it('fall with a paper that is voided: another is frozen, and the void one is signed no more', async () => {
    const { document } = await signBoth(desk, requestId);
    const voided = await desk.call('sealed.void', { id: document!.id, reason: 'طُبعت قبل تصحيح الاسم' });
    expect(voided.voided).toMatchObject({ reason: 'طُبعت قبل تصحيح الاسم' });
    expect(await get()).toMatchObject({ state: 'none', document: null });
    await expect(add(document!.id, [{ signer: 'officer', mode: 'account' }])).rejects.toMatchObject({
      code: 'sealedForbids',
    });
    expect((await prepare()).version).toBe(2);
    expect((await get()).earlier.map(({ id }) => id)).toEqual([document!.id]);
    expect(await desk.call('audit.verify')).toMatchObject({ fault: null });
  });
});

describe('a later change of what was signed', () => {
  it('makes the signatures stale by naming the fields, and asks again', async () => {
    await signBoth(desk, requestId);
    await desk.call('attestations.complete', { requestId });
    await desk.call('requests.edit', { id: requestId, service: 'كسوة شتاء', need: 'أسرة بلا عائل' });
    expect(await get()).toMatchObject({ state: 'stale', changed: ['service'] });
    expect((await request()).attestation).toMatchObject({ state: 'stale', staleFields: ['service'] });
    expect((await request()).allowed).not.toContain('raise');
    const again = await signBoth(desk, requestId);
    expect(again).toMatchObject({ state: 'signed', version: 2, changed: [] });
    expect((await request()).allowed).toContain('raise');
    // What was signed once stays as it was signed: history, not a mistake.
    expect(again.earlier).toMatchObject([{ version: 1, voided: null }]);
    expect(await desk.call('audit.verify')).toMatchObject({ fault: null });
  });

  it('holds again once the value is what was signed', async () => {
    await signBoth(desk, requestId);
    await desk.call('requests.edit', { id: requestId, service: 'كسوة شتاء', need: 'أسرة بلا عائل' });
    expect((await get()).state).toBe('stale');
    await desk.call('requests.edit', { id: requestId, service: 'سلة غذائية', need: 'أسرة بلا عائل' });
    expect((await get()).state).toBe('signed');
  });

  it('voids a frozen paper that nobody had signed, so that its printed sheets are not', async () => {
    const first = await prepare();
    await desk.call('requests.edit', { id: requestId, service: 'كسوة شتاء', need: 'أسرة بلا عائل' });
    await expect(
      desk.call('signatures.add', {
        documentId: first.id,
        signatures: [{ signer: 'officer', mode: 'account' }],
      }),
    ).rejects.toMatchObject({ details: { reason: 'attestationStale' } });
    const second = await prepare();
    expect(second).toMatchObject({ version: 2 });
    expect((await desk.call('sealed.get', { id: first.id })).voided).not.toBeNull();
    expect(await desk.call('audit.verify')).toMatchObject({ fault: null });
  });
});

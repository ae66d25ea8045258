import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FileRef } from '#shared/files/stored-file.ts';
import type { PartyId, RequestId, SealedDocumentId } from '#shared/ids.ts';
import { richTextFromPlain } from '#shared/letters/rich-text.ts';
import type { Right, Role, Staff } from '#shared/staff/staff.ts';
import { keepPicture, requestToSign } from '../support/attested-request.ts';
import { holdSession, seatCommittee } from '../support/committee-desk.ts';
import { codeOf, openOffice, person, type TestDesk } from '../support/office.ts';
import { toCommittee } from '../support/request-path.ts';

/** What a colleague reaches past the screens who may less than they want: by digests, which the log tells, and by templates. */
let desk: TestDesk;
let manager: Staff;
let partyId: PartyId;
beforeEach(async () => {
  desk = await openOffice();
  manager = desk.app.session.current()!.staff;
  partyId = (await desk.call('parties.add', person())).id;
});
afterEach(() => desk.close());

const as = (role: Role, rights: readonly Right[] = []): Staff => desk.become(`موظف ${role}`, [role], rights);
const back = (): void => {
  desk.app.session.open(manager);
};
const actions = async (): Promise<string[]> =>
  (await desk.call('audit.list', { limit: 100 })).map(({ action }) => action);

describe('a template', () => {
  it('tells identity and need to nobody but who writes letters, and whose record was looked at is logged', async () => {
    const { template } = await desk.call('templates.get', { ref: 'acceptance' });
    const own = await desk.call('templates.save', {
      ref: null,
      version: 0,
      template: {
        ...template,
        name: 'هوية وحاجة',
        body: richTextFromPlain('{رقم الهوية} {الحاجة} {رقم الجوال}'),
      },
    });
    const { id: requestId } = await desk.call('requests.open', {
      partyId,
      service: 'سلة',
      need: 'مرض مزمن',
    });
    const fill = () => desk.call('templates.fill', { ref: own.ref, requestId });
    for (const role of ['administrator', 'auditor', 'committeeMember'] as const) {
      as(role);
      expect(await codeOf(fill), role).toBe('notAllowed');
    }
    as('receptionist');
    expect(JSON.stringify((await fill()).content)).toContain('مرض مزمن');
    await fill();
    back();
    expect((await actions()).filter((action) => action === 'party.viewed')).toHaveLength(1);
  });
});

describe('a file', () => {
  const open = ({ sha256 }: FileRef) => codeOf(() => desk.call('files.get', { sha256 }));
  /** An attestation signed on paper: its scan bears identity and IBAN whole. */
  async function scannedAttestation(): Promise<{
    requestId: RequestId;
    id: SealedDocumentId;
    scan: FileRef;
  }> {
    const requestId = await requestToSign(desk, partyId);
    const { id } = (await desk.call('attestations.prepare', { requestId })).document!;
    const scan = await keepPicture(desk, 40);
    await desk.call('signatures.add', {
      documentId: id,
      signatures: [{ signer: 'applicant', mode: 'paper', file: scan }],
    });
    return { requestId, id, scan };
  }

  it('of an attestation comes to no member of the committee by way of the minutes that they may sign', async () => {
    const { scan } = await scannedAttestation();
    const other = await desk.call('requests.open', { partyId, service: 'كسوة' });
    await toCommittee(desk, other.id);
    const [chair] = await seatCommittee(desk);
    const held = await holdSession(desk, '2026-11-22', [other.id]);
    await desk.call('committee.closeSession', { id: held.id, version: held.version });
    const [minutes] = await desk.call('sealed.list', { subject: { kind: 'committeeSession', id: held.id } });
    const sign = (file: FileRef) =>
      codeOf(() =>
        desk.call('signatures.add', {
          documentId: minutes!.id,
          signatures: [{ signer: 'member', mode: 'paper', memberId: chair!.id, file }],
        }),
      );
    as('committeeMember');
    expect(await sign(scan)).toBe('notAllowed');
    expect(await open(scan)).toBe('notAllowed');
    expect(await sign(await keepPicture(desk, 50))).toBe('none');
  });

  it('of the stamp is drawn under nobody’s name: a copy of the paper would give it away', async () => {
    const stamp = await keepPicture(desk, 60);
    await desk.call('officeImages.set', { kind: 'stamp', file: stamp });
    const requestId = await requestToSign(desk, partyId);
    const { id } = (await desk.call('attestations.prepare', { requestId })).document!;
    as('receptionist');
    const sign = (file: FileRef) =>
      codeOf(() =>
        desk.call('signatures.add', {
          documentId: id,
          signatures: [{ signer: 'applicant', mode: 'screen', file }],
        }),
      );
    expect(await sign(stamp)).toBe('notAllowed');
    expect(await sign(await keepPicture(desk, 70))).toBe('none');
  });

  it('of a case gets on no letter and no letterhead by who may not open it', async () => {
    const { scan } = await scannedAttestation();
    await desk.call('registers.reserve', { register: 'outgoing', count: 1, reason: 'انقطاع' });
    as('auditor', ['issueLetters']);
    const paper = {
      hijriYear: 1448,
      number: 127,
      day: '2026-11-22',
      recipient: { honorific: '', name: 'مدير المركز', title: '', organisation: '', closingHonorific: '' },
      subject: 'إفادة',
      signatory: { title: 'رئيسة المجلس', name: 'سارة' },
      attachments: { kind: 'list' as const, items: [] },
      reason: 'انقطاع',
      partyId: null,
      scan,
    };
    expect(await codeOf(() => desk.call('registers.enterOutgoing', paper))).toBe('notAllowed');
    const own = await keepPicture(desk, 110);
    expect(await codeOf(() => desk.call('registers.enterOutgoing', { ...paper, scan: own }))).toBe('none');
    as('administrator');
    expect(await codeOf(() => desk.call('officeImages.set', { kind: 'logo', file: scan }))).toBe(
      'notAllowed',
    );
  });

  it('that waits for its record is its bringer’s, and the desk’s', async () => {
    as('receptionist');
    const waiting = await keepPicture(desk, 80);
    for (const role of ['auditor', 'administrator'] as const) {
      as(role);
      expect(await open(waiting), role).toBe('notAllowed');
      expect(await codeOf(() => desk.call('files.save', waiting)), role).toBe('notAllowed');
      const own = await keepPicture(desk, role === 'auditor' ? 90 : 100);
      expect(await open(own), role).toBe('none');
    }
    const logo = () => desk.call('officeImages.set', { kind: 'logo', file: waiting });
    expect(await codeOf(logo)).toBe('notAllowed');
    // Who has the picture in hand brings it themselves, though somebody did before.
    await keepPicture(desk, 80);
    expect(await codeOf(logo)).toBe('none');
    as('manager');
    expect(await open(waiting)).toBe('none');
  });
});

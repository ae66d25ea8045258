import type { PartyId, RequestId, ServiceId } from '#shared/ids.ts';
import { ROLES, type Staff } from '#shared/staff/staff.ts';
import { keepPicture } from './attested-request.ts';
import { seatCommittee } from './committee-desk.ts';
import { walkDeliveries } from './every-delivery.ts';
import type { watchActs } from './logged-acts.ts';
import { person, type TestDesk } from './office.ts';

const TODAY = '2026-11-22';
const LATER = '2026-11-29';

export interface Walk {
  readonly desk: TestDesk;
  readonly call: ReturnType<typeof watchActs>['call'];
  readonly me: Staff;
  readonly partyId: PartyId;
  readonly serviceId: ServiceId;
  readonly paper: Awaited<ReturnType<typeof keepPicture>>;
}

/** Every act that a request, and what hangs on it, can see, each by its own channel and at least once. */
export async function walkEveryAct(desk: TestDesk, call: Walk['call']): Promise<void> {
  const me = desk.become('منى علي', ROLES);
  const paper = await keepPicture(desk, 40);
  const { id: partyId } = await desk.call('parties.add', person());
  const serviceId = await settings(call);
  const walk: Walk = { desk, call, me, partyId, serviceId, paper };
  await door(walk);
  await course(walk);
  await research(walk);
  const id = await opened(walk);
  await matching(walk, id);
  await attestation(walk, id);
  await raising(walk, id);
  await committee(walk, id);
  await appeals(walk, id);
  await registration(walk, id);
  await walkDeliveries(walk, id);
}

async function opened({ call, partyId, serviceId }: Walk): Promise<RequestId> {
  return (await call('requests.open', { partyId, service: 'سلة رمضان', serviceId })).id;
}

async function settings(call: Walk['call']): Promise<ServiceId> {
  const service = {
    name: 'سلة رمضان',
    kind: 'inKind' as const,
    description: '',
    unit: 'سلة',
    quantity: '1',
    value: '300',
    eligibility: { perHeadCeiling: '' },
    questions: [{ label: 'هل في الأسرة مريض سكري؟', kind: 'yesNo' as const }],
    ownRequirements: null,
  };
  const { id } = await call('services.save', { id: null, version: null, service });
  const spare = await call('services.save', {
    id: null,
    version: null,
    service: { ...service, name: 'كسوة عيد' },
  });
  await call('services.remove', { id: spare.id });
  await call('services.setActive', { id, active: false });
  await call('services.setActive', { id, active: true });
  const { services, general } = await call('services.list');
  await call('services.reorder', { ids: services.map((one) => one.id).toReversed() });
  await call('services.saveGeneral', { requirements: general });
  await call('reply.saveSetting', await call('reply.setting'));
  await call('committee.saveSetting', await call('committee.setting'));
  await call('need.saveSetting', await call('need.setting'));
  return id;
}

/** S.1 and S.3, with a visit. */
async function door({ call, me, partyId, paper }: Walk): Promise<void> {
  await call('visits.start', { partyId, purpose: 'supportRequest', serve: false });
  const visit = await call('visits.callNext');
  if (visit === null) throw new Error('somebody waits');
  await call('visits.saveNote', { id: visit.id, note: 'معها ابنها' });
  const { inquiries } = await call('visits.addInquiry', {
    visitId: visit.id,
    question: 'متى تصرف السلة؟',
    outcome: 'open',
  });
  const [inquiry] = inquiries;
  if (inquiry === undefined) throw new Error('it was asked');
  const { question } = inquiry;
  await call('visits.updateInquiry', { id: inquiry.id, question, answer: 'كل شهر', outcome: 'answered' });
  const asked = await call('referrals.refer', { partyId, visitId: visit.id, question: 'هل يلزم صك؟' });
  const { id } = asked;
  const edited = await call('referrals.edit', {
    id,
    version: asked.version,
    question: 'هل يلزم صك الإعالة؟',
    assignedTo: me.id,
  });
  await call('referrals.saveText', { id, answer: 'نعم', explanation: '' });
  const answered = await call('referrals.answer', { id, version: edited.version, answer: 'نعم' });
  const open = await call('referrals.undo', { id, act: 'answer' });
  if (answered.version === open.version) throw new Error('an act raises the version');
  const entered = { id, version: open.version, answer: 'نعم', answeredBy: me.id, paper };
  const { version } = await call('referrals.enterAnswer', entered);
  await call('referrals.return', { id, version });
  const other = await call('referrals.refer', { partyId, question: 'ما المدة؟' });
  await call('referrals.cancel', { id: other.id, version: other.version, reason: 'أجيب عنه' });
  await call('visits.act', { id: visit.id, action: 'finish' });
}

/** What becomes of a request beside its steps. */
async function course(walk: Walk): Promise<void> {
  const { desk, call, partyId, me } = walk;
  const id = await opened(walk);
  await call('requests.edit', { id, service: 'سلة رمضان', need: 'أسرة بلا عائل' });
  await call('requests.setLevel', { id, level: 'urgent', reason: 'حريق في المنزل' });
  await call('requests.transfer', { id, to: me.id, reason: 'في إجازة' });
  const him = await desk.call('parties.add', { ...person('خالد أحمد الحربي', '1101798278'), sex: 'male' });
  const deed = {
    representativeId: him.id,
    kind: 'proxy',
    deedNumber: '441234567',
    scope: 'مراجعة الجمعية',
    expiresOn: '2027-11-22',
  } as const;
  const { id: deedId } = await desk.call('representatives.save', { partyId, representation: deed });
  await desk.call('representatives.match', { id: deedId, matched: true });
  await call('requests.represent', { id, representationId: deedId });
  await call('requests.setReturnDay', { id, day: LATER });
  await call('requests.stop', { id, kind: 'office', reason: 'عطل' });
  await call('requests.resume', { id });
  await call('requests.withdraw', { id, reason: 'وجدت جهة أخرى' });
  await call('requests.reopen', { id, reason: 'عادت' });
}

async function research(walk: Walk): Promise<void> {
  const { call, me, paper } = walk;
  const requestId = await opened(walk);
  const study = {
    findings: 'السكن مستأجر',
    recommendation: 'accept',
    recommendationReason: 'لا عائل',
  } as const;
  const { id, version } = await call('research.open', { requestId, purpose: 'حال السكن' });
  await call('research.edit', { id, version, researcherId: me.id, purpose: 'حال السكن والدخل' });
  await call('research.saveText', { id, ...study });
  const place = { plannedOn: TODAY, plannedTime: '16:30', place: 'منزل الأسرة' } as const;
  const [visit] = (await call('research.planVisit', { id, ...place })).visits;
  if (visit === undefined) throw new Error('a visit is planned');
  await call('research.editVisit', { ...place, id: visit.id, directions: 'بعد المسجد' });
  const record = { state: 'done', visitedOn: TODAY, findings: 'ثلاث غرف' } as const;
  await call('research.recordVisit', { id: visit.id, record });
  await call('research.reopenVisit', { id: visit.id });
  const made = await call('research.recordVisit', { id: visit.id, record });
  await call('research.finish', { id, version: made.version, ...study });
  const again = await call('research.reopen', { id });
  const finished = { id, version: again.version, ...study, researcherId: me.id, paper };
  await call('research.enterFinished', finished);
  const { version: last } = await call('research.reopen', { id });
  await call('research.cancel', { id, version: last, reason: 'سُحب الطلب' });
}

/** S.2 and S.3 of a request. */
async function matching({ call }: Walk, id: RequestId): Promise<void> {
  const { questions } = await call('form.ofRequest', { id });
  await call('form.answer', { id, key: questions[0]?.key ?? '', answer: 'نعم' });
  const { fields } = await call('form.ofRequest', { id });
  const data = fields.filter(({ open }) => open).map(({ field, seen }) => ({ field, seen }));
  await call('form.confirm', { id, data });
  await call('form.unconfirm', { id, fields: data.slice(0, 1).map(({ field }) => field) });
  await call('form.confirm', { id, data: data.slice(0, 1), corrected: true });
  await call('form.setRequirement', { id, key: 'iban', state: 'needed', dueOn: LATER });
  await call('requests.completeStep', { id, step: 2 });
  await call('requests.reopenStep', { id, step: 2 });
  await call('requests.completeStep', { id, step: 2 });
  await call('requests.skipReferral', { id });
}

async function attestation({ desk, call, paper }: Walk, requestId: RequestId): Promise<void> {
  const prepare = async () => {
    const { document } = await call('attestations.prepare', { requestId });
    if (document === null) throw new Error('nothing was frozen');
    return document.id;
  };
  await call('sealed.void', { id: await prepare(), reason: 'طُبعت خطأ' });
  const documentId = await prepare();
  const officer = { signer: 'officer', mode: 'account' } as const;
  const { signatures } = await call('signatures.add', { documentId, signatures: [officer] });
  await call('signatures.withdraw', { id: signatures[0]!.id, reason: 'قبل القراءة' });
  const applicant = { signer: 'applicant', mode: 'screen', file: paper } as const;
  await call('signatures.add', { documentId, signatures: [applicant, officer] });
  await call('sealed.print', { id: documentId });
  desk.saved.path = `${desk.folder}/attestation.pdf`;
  await call('sealed.save', { id: documentId });
  await call('attestations.complete', { requestId });
}

async function raising({ call }: Walk, id: RequestId): Promise<void> {
  const { day } = await call('requests.raising', { id });
  await call('requests.raise', { id, day });
  await call('requests.replaceSlip', { id });
}

/** Three sessions: one called off, one held here, one entered from its paper; the case is refused in the last. */
async function committee({ desk, call, paper }: Walk, requestId: RequestId): Promise<void> {
  const members = await seatCommittee({ ...desk, call });
  await call('committee.reorderMembers', { ids: members.map(({ id }) => id).toReversed() });
  await call('need.record', { requestId, note: 'كما في الملف' }).catch(async () => {
    const { criteria } = await call('need.setting');
    const own = { by: 'judged' as const, key: 'own1', name: 'حال السكن', weight: 10 };
    await call('need.saveSetting', { criteria: [...criteria, own] });
    await call('need.record', { requestId, judged: { own1: 3 } });
  });
  const off = await call('committee.plan', { day: TODAY, requestIds: [requestId] });
  await call('committee.cancelSession', { id: off.id, version: off.version, reason: 'تعذّر النصاب' });
  const { id, version } = await call('committee.plan', { day: TODAY });
  const edited = await call('committee.editSession', { id, version, day: TODAY, place: 'القاعة' });
  await call('committee.setAgenda', { id, version: edited.version, requestIds: [requestId] });
  await call('committee.deferCase', { id, requestId, reason: 'ينتظر الزيارة' });
  await call('committee.deferCase', { id, requestId, reason: '' });
  const attendance = members.map((one) => ({ memberId: one.id, present: true }));
  await call('committee.attend', { id, attendance });
  const early = 'حاجة عاجلة';
  const taken = { requestId, kind: 'accepted', earlyReason: early } as const;
  const accepted = await call('committee.decide', { sessionId: id, ...taken });
  await call('committee.voidDecision', { id: accepted.id, reason: 'سُجّل خطأ' });
  const { version: held } = await call('committee.session', { id });
  await call('committee.closeSession', { id, version: held });
  const refused = { kind: 'refused', clause: 'S.2', reason: 'نقص', wouldChange: 'مشهد دخل' } as const;
  const decisions = [{ requestId, ...refused, earlyReason: early }];
  await call('committee.enterPaper', { day: TODAY, attendance, decisions, scan: paper });
}

/** Told, appealed, upheld by mistake, and changed by the level that the settings name. */
async function appeals({ call, paper }: Walk, requestId: RequestId): Promise<void> {
  const told = await call('notices.record', { requestId, channel: 'phoneCall', outcome: 'reached' });
  await call('notices.withdraw', { id: told.id });
  const { id } = await call('appeals.receive', { requestId, receivedOn: TODAY, text: 'دخلي نقص', paper });
  const answer = { id, answer: 'قُبل التظلّم', answeredOn: TODAY, answeredByName: 'رئيس المجلس' };
  await call('appeals.answer', { ...answer, outcome: 'upheld' });
  await call('appeals.voidAnswer', { id, reason: 'سُجّل على غيره' });
  const { appeals: all } = await call('requests.reply', { id: requestId });
  const open = all.find((one) => one.answer === null);
  if (open === undefined) throw new Error('an appeal waits');
  await call('appeals.answer', { ...answer, id: open.id, outcome: 'changed', paper });
}

async function registration({ call }: Walk, id: RequestId): Promise<void> {
  for (const { key } of (await call('requests.get', { id })).requirements)
    await call('form.setRequirement', { id, key, state: 'matched' });
  await call('requests.completeRegistration', { id });
}

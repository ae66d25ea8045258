import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appContract, type ChannelName } from '#shared/ipc/app-contract.ts';
import { RIGHTS, ROLES, type Right, type Role } from '#shared/staff/staff.ts';
import { CHANNEL_NAMES } from '#shared/ipc/channel-names.ts';
import { codeOf, openOffice, type TestDesk } from '../support/office.ts';

/**
 * Who may call what, written out a second time by hand: the contract is what is tested. A channel that is missing here
 * fails the first test.
 */
const ANYONE: readonly ChannelName[] = [
  'app.state',
  'app.openAgain',
  'firstRun.makeRecoverySheet',
  'firstRun.printRecoverySheet',
  'firstRun.complete',
  'firstRun.chooseArchive',
  'firstRun.restore',
  'session.current',
  'session.listStaff',
  'session.signIn',
  'session.signOut',
  'organisation.previewHead',
];
const SIGNED_IN: readonly ChannelName[] = [
  'session.lock',
  'staff.listSignatories',
  'staff.changeOwnPassword',
  'organisation.get',
  'desk.today',
  'desk.find',
  'desk.recent',
  'parties.search',
  'parties.list',
  'parties.choices',
  'parties.page',
  'parties.timeline',
  'visits.get',
  'visits.list',
  'contacts.list',
  'agreements.list',
  'agreements.ofParty',
  'agreements.get',
  'exports.plan',
  'exports.run',
  'exports.progress',
  'exports.cancel',
  'requests.get',
  'requests.list',
  'letters.list',
  'letters.waiting',
  'registers.overview',
  'registers.listReserved',
  'registers.check',
  'registers.exportExcel',
  'letters.get',
  'letters.preview',
  'letters.pdf',
  'letters.print',
  'letters.savePdf',
  'letters.verifyCode',
  'papers.make',
  'papers.print',
  'papers.save',
  'printing.printers',
  'printing.getSetting',
  'printing.remember',
  'printing.cameOut',
  'printing.testPage',
  'incoming.list',
  'incoming.get',
  'incoming.senders',
  'officeImages.list',
  'officeImages.set',
  'officeImages.remove',
  'files.put',
  'files.describe',
  'files.get',
  'files.save',
  'batches.choose',
  'batches.villages',
  'batches.get',
  'batches.list',
  'batches.cancel',
  'batches.print',
  'templates.list',
  'templates.get',
  'templates.fill',
  'phrases.list',
  'drafts.list',
  'drafts.save',
  'drafts.discard',
  'backup.status',
];
const DESK: readonly ChannelName[] = [
  'parties.compare',
  'parties.add',
  'parties.update',
  'agreements.add',
  'agreements.edit',
  'agreements.remove',
  'agreements.restore',
  'agreements.end',
  'agreements.reopen',
  'agreements.addEvent',
  'agreements.removeEvent',
  'agreements.settle',
  'agreements.unsettle',
  'agreements.attach',
  'agreements.detach',
  'visits.start',
  'visits.callNext',
  'visits.act',
  'visits.saveNote',
  'visits.addInquiry',
  'visits.updateInquiry',
  'contacts.log',
  'contacts.setClosed',
  'requests.open',
  'requests.edit',
  'requests.completeStep',
  'requests.skipStep',
  'requests.reopenStep',
  'requests.setRequirement',
  'incoming.register',
  'incoming.assign',
  'incoming.close',
  'incoming.reopen',
  'incoming.void',
  'incoming.addScan',
  'incoming.removeScan',
  'letters.create',
  'registers.enterIncoming',
  'letters.save',
  'letters.submit',
  'letters.fileSignedScan',
  'letters.withdrawSigning',
  'letters.deliver',
  'letters.withdrawDelivery',
  'letters.discard',
  'letters.restoreDiscarded',
  'batches.preview',
  'batches.create',
  'batches.draft',
  'batches.submit',
  'batches.discard',
  'batches.restoreDiscarded',
];
const BY_ROLE: readonly (readonly [readonly Role[], readonly ChannelName[]])[] = [
  [['receptionist', 'beneficiaryRelationsOfficer', 'socialResearchOfficer', 'manager'], DESK],
  [
    ['receptionist', 'beneficiaryRelationsOfficer', 'socialResearchOfficer', 'manager', 'administrator'],
    ['printing.saveSetting'],
  ],
  [
    ['manager', 'administrator'],
    ['organisation.update', 'backup.chooseFolder', 'backup.export'],
  ],
  [
    ['manager', 'administrator', 'auditor'],
    ['staff.list', 'audit.list', 'audit.verify'],
  ],
  [
    ['beneficiaryRelationsOfficer', 'manager', 'administrator'],
    [
      'imports.state',
      'imports.open',
      'imports.choose',
      'imports.check',
      'imports.back',
      'imports.rows',
      'imports.decide',
      'imports.run',
      'imports.cancel',
      'imports.discard',
      'imports.saveRejected',
      'imports.saveTemplate',
      'imports.runs',
      'imports.undoPlan',
      'imports.undo',
      'templates.save',
      'templates.remove',
      'templates.undoRemove',
      'phrases.save',
      'phrases.remove',
      'phrases.undoRemove',
    ],
  ],
  [['administrator'], ['staff.add', 'staff.update', 'staff.setPassword']],
];
const BY_RIGHT: readonly (readonly [Right, readonly ChannelName[]])[] = [
  ['approveLetters', ['letters.return', 'letters.approve', 'batches.approve', 'batches.return']],
  [
    'issueLetters',
    [
      'letters.issue',
      'letters.void',
      'batches.issue',
      'registers.reserve',
      'registers.enterOutgoing',
      'registers.voidReserved',
    ],
  ],
];

type Holder = { readonly roles: readonly Role[]; readonly rights: readonly Right[] };
const may = (channel: ChannelName, { roles, rights }: Holder): boolean =>
  ANYONE.includes(channel) ||
  SIGNED_IN.includes(channel) ||
  BY_ROLE.some(
    ([allowed, channels]) => channels.includes(channel) && roles.some((role) => allowed.includes(role)),
  ) ||
  BY_RIGHT.some(([right, channels]) => channels.includes(channel) && rights.includes(right));

let desk: TestDesk;
beforeAll(async () => {
  desk = await openOffice();
});
afterAll(() => desk.close());

/** The access is judged before the input, so a call with no input tells who may call, and harms nothing. */
const refusal = async (channel: ChannelName): Promise<string> => {
  const code = await codeOf(() =>
    (desk.call as (name: ChannelName, input: unknown) => unknown)(channel, undefined),
  );
  return code === 'notSignedIn' || code === 'notAllowed' ? code : 'passed';
};

describe('every channel, every role', () => {
  it('is in the table, once', () => {
    const table = [
      ...ANYONE,
      ...SIGNED_IN,
      ...BY_ROLE.flatMap(([, names]) => names),
      ...BY_RIGHT.flatMap(([, names]) => names),
    ];
    expect([...table].sort()).toEqual([...CHANNEL_NAMES].sort());
    expect([...table].sort()).toEqual(Object.keys(appContract).sort());
  });

  const holders: readonly (readonly [string, Holder])[] = [
    ...ROLES.map((role) => [role, { roles: [role], rights: [] }] as const),
    ...RIGHTS.map((right) => [`auditor with ${right}`, { roles: ['auditor'], rights: [right] }] as const),
  ];
  it.each(holders)('%s', async (name, holder) => {
    const staff = desk.become(`موظف ${name}`, holder.roles, holder.rights);
    for (const channel of CHANNEL_NAMES) {
      desk.app.session.open(staff);
      expect([channel, await refusal(channel)]).toEqual([
        channel,
        may(channel, holder) ? 'passed' : 'notAllowed',
      ]);
    }
  });

  it('before sign-in, behind the lock and after sign-out only what anyone may', async () => {
    const staff = desk.become('مدير عام', [...ROLES], [...RIGHTS]);
    for (const channel of CHANNEL_NAMES) {
      const expected = [channel, ANYONE.includes(channel) ? 'passed' : 'notSignedIn'];
      desk.app.session.close();
      expect([channel, await refusal(channel)]).toEqual(expected);
      desk.app.session.open(staff);
      desk.app.session.lock();
      expect([channel, await refusal(channel)]).toEqual(expected);
    }
  });

  it('somebody put out of service calls nothing', async () => {
    desk.app.session.open({ ...desk.become('غادر العمل', ['manager']), active: false });
    expect(await refusal('desk.today')).toBe('notSignedIn');
  });
});

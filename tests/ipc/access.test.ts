import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appContract, type ChannelName } from '#shared/ipc/app-contract.ts';
import { RIGHTS, ROLES, type Right, type Role } from '#shared/staff/staff.ts';
import { CHANNEL_NAMES } from '#shared/ipc/channel-names.ts';
import { ANYONE, BY_RIGHT, BY_ROLE, SIGNED_IN } from './access-table.ts';
import { codeOf, openOffice, person, type TestDesk } from '../support/office.ts';

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

  it('a paper of the case is for who may see the case on the screen', async () => {
    desk.become('موظفة استقبال', ['receptionist']);
    const { id: partyId } = await desk.call('parties.add', person('نورة بنت علي الزهراني'));
    const make = (kind: 'personSummary' | 'missingDocuments', role: Role): Promise<unknown> => {
      desk.become(`${kind} ${role}`, [role]);
      return desk.call(
        'papers.make',
        kind === 'personSummary' ? { kind, partyId } : { kind, partyId, returnDay: null },
      );
    };
    for (const kind of ['personSummary', 'missingDocuments'] as const)
      for (const role of ['auditor', 'administrator'] as const)
        expect(await codeOf(() => make(kind, role))).toBe('notAllowed');
    expect(await make('personSummary', 'committeeMember')).toMatchObject({ pages: 1 });
    expect(await make('missingDocuments', 'receptionist')).toMatchObject({ pages: 1 });
  });

  it('somebody put out of service calls nothing', async () => {
    desk.app.session.open({ ...desk.become('غادر العمل', ['manager']), active: false });
    expect(await refusal('desk.today')).toBe('notSignedIn');
  });
});

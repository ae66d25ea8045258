import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createDispatch, type CallContext, type Handlers } from '#electron/ipc/dispatch.ts';
import { AppError } from '#shared/app-error.ts';
import { staffIdSchema } from '#shared/ids.ts';
import { appContract } from '#shared/ipc/app-contract.ts';
import {
  command,
  defineContract,
  query,
  type Access,
  type Contract,
  type Topic,
} from '#shared/ipc/contract.ts';
import type { Session } from '#shared/staff/staff-contract.ts';
import { RIGHTS, ROLES, type Right, type Role } from '#shared/staff/staff.ts';

interface Seat {
  roles?: readonly Role[];
  rights?: readonly Right[];
  locked?: boolean;
  active?: boolean;
}
const seat = ({
  roles = ['receptionist'],
  rights = [],
  locked = false,
  active = true,
}: Seat = {}): Session => ({
  locked,
  staff: {
    id: staffIdSchema.parse(1),
    name: 'سارة',
    jobTitle: '',
    roles: [...roles],
    rights: [...rights],
    active,
  },
});

/** Every channel of a contract answered by one recorder, so that what reached a handler can be told. */
function open(contract: Contract, session: Session | null) {
  const reached: { name: string; input: unknown; context: CallContext }[] = [];
  const topics: (readonly Topic[])[] = [];
  const unexpected: unknown[] = [];
  const handlers: Handlers<Contract> = Object.fromEntries(
    Object.keys(contract).map((name) => [
      name,
      (input: unknown, context: CallContext) => {
        reached.push({ name, input, context });
        return undefined;
      },
    ]),
  );
  const call = createDispatch(contract, handlers, {
    session: () => session,
    changed: (changed) => topics.push(changed),
    unexpected: (_channel, error) => unexpected.push(error),
  });
  return { call, reached, topics, unexpected };
}

const codeOf = (result: { ok: boolean; error?: { code: string } }): string =>
  result.ok ? 'ok' : (result.error?.code ?? '');

describe('who may call what', () => {
  const names = Object.keys(appContract) as (keyof typeof appContract)[];
  const accessOf = (name: keyof typeof appContract): Access => appContract[name].access;

  it.each(names.filter((name) => accessOf(name) !== 'anyone'))(
    '%s is closed before sign-in, when locked, to who has left',
    async (name) => {
      for (const session of [
        null,
        seat({ locked: true, roles: ROLES, rights: RIGHTS }),
        seat({ active: false, roles: ROLES, rights: RIGHTS }),
      ]) {
        const { call, reached } = open(appContract, session);
        expect(codeOf(await call(name, undefined))).toBe('notSignedIn');
        expect(reached).toEqual([]);
      }
    },
  );

  it.each(names.filter((name) => typeof accessOf(name) === 'object'))(
    '%s is closed to every role and right that it does not name',
    async (name) => {
      const access = accessOf(name) as Exclude<Access, string>;
      const roles = 'roles' in access ? ROLES.filter((role) => !access.roles.includes(role)) : ROLES;
      const rights = 'rights' in access ? RIGHTS.filter((right) => !access.rights.includes(right)) : RIGHTS;
      const { call, reached } = open(appContract, seat({ roles, rights }));
      expect(codeOf(await call(name, undefined))).toBe('notAllowed');
      expect(reached).toEqual([]);
    },
  );

  it('each role and right that a channel names is let through to its input', async () => {
    for (const name of names) {
      const access = accessOf(name);
      if (typeof access === 'string') continue;
      const seats =
        'roles' in access
          ? access.roles.map((role) => seat({ roles: [role] }))
          : access.rights.map((right) => seat({ rights: [right] }));
      for (const session of seats)
        expect(codeOf(await open(appContract, session).call(name, { wrong: true })), name).not.toBe(
          'notAllowed',
        );
    }
  });

  it('a channel that is not in the contract is unknown, whatever objects have by nature', async () => {
    const { call } = open(appContract, seat({ roles: ROLES, rights: RIGHTS }));
    for (const name of ['no.such', 'constructor', '__proto__', 'toString', ''])
      expect(codeOf(await call(name, undefined))).toBe('unknownChannel');
  });
});

describe('what crosses', () => {
  const sample = defineContract({
    'sample.rename': command(
      'anyone',
      z.object({ person: z.object({ name: z.string().min(2, { message: 'required' }) }) }),
      z.void(),
      ['staff'],
    ),
    'sample.list': query('anyone', z.void(), z.array(z.object({ name: z.string() }))),
  });
  const ports = (changed: (readonly Topic[])[] = [], unexpected: unknown[] = []) => ({
    session: () => null,
    changed: (topics: readonly Topic[]) => void changed.push(topics),
    unexpected: (_channel: string, error: unknown) => void unexpected.push(error),
  });

  it('input that the contract does not know never reaches a handler; each field gets its message', async () => {
    const { call, reached, topics } = open(sample, null);
    const result = await call('sample.rename', { person: { name: 'x' } });
    expect(result).toEqual({
      ok: false,
      error: { code: 'invalidInput', details: { 'person.name': 'required' } },
    });
    expect(codeOf(await call('sample.rename', undefined))).toBe('invalidInput');
    expect([reached, topics]).toEqual([[], []]);
  });

  it('what a handler gives beyond the contract stays in the main process', async () => {
    const row = { name: 'سارة', passwordHash: 'secret' };
    const call = createDispatch(
      sample,
      { 'sample.rename': () => undefined, 'sample.list': () => [row] },
      ports(),
    );
    expect(await call('sample.list', undefined)).toEqual({ ok: true, value: [{ name: 'سارة' }] });
  });

  it('a refusal crosses by its code; a fault crosses as nothing but "internal", and is told to the log', async () => {
    const unexpected: unknown[] = [];
    const fault = new TypeError('secret of a person');
    const throwing = (error: Error) =>
      createDispatch(
        sample,
        {
          'sample.list': () => [],
          'sample.rename': () => {
            throw error;
          },
        },
        ports([], unexpected),
      )('sample.rename', { person: { name: 'سارة' } });
    expect(await throwing(new AppError('conflict', { version: 3 }))).toEqual({
      ok: false,
      error: { code: 'conflict', details: { version: 3 } },
    });
    expect(unexpected).toEqual([]);
    expect(await throwing(fault)).toEqual({ ok: false, error: { code: 'internal', details: {} } });
    expect(unexpected).toEqual([fault]);
  });

  it('a command that succeeded tells its topics, once; a query and a failure tell none', async () => {
    const changed: (readonly Topic[])[] = [];
    const call = createDispatch(
      sample,
      { 'sample.rename': () => undefined, 'sample.list': () => [] },
      ports(changed),
    );
    await call('sample.list', undefined);
    await call('sample.rename', { person: { name: '' } });
    expect(changed).toEqual([]);
    await call('sample.rename', { person: { name: 'سارة' } });
    expect(changed).toEqual([['staff']]);
  });

  it('a missing and an extra handler do not compile', () => {
    const rename = () => undefined;
    const list = () => [];
    createDispatch(sample, { 'sample.rename': rename, 'sample.list': list }, ports());
    // @ts-expect-error 'sample.list' is missing
    createDispatch(sample, { 'sample.rename': rename }, ports());
    // @ts-expect-error 'sample.other' is not in the contract
    createDispatch(sample, { 'sample.rename': rename, 'sample.list': list, 'sample.other': list }, ports());
    const several = { 'sample.rename': rename, 'sample.list': list, 'sample.other': list };
    // @ts-expect-error nor may it come in by a spread
    createDispatch(sample, { ...several }, ports());
    // @ts-expect-error the answer must be what the contract says
    createDispatch(sample, { 'sample.rename': rename, 'sample.list': () => [{ name: 1 }] }, ports());
    expect(Object.keys(several)).toHaveLength(3);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StaffId } from '#shared/ids.ts';
import { createPasswords } from '#electron/staff/passwords.ts';
import { lockOutLeftMs, lockOutMs } from '#electron/staff/lock-out.ts';
import { codeOf, openOffice, PASSWORD, type TestDesk } from '../support/office.ts';

let desk: TestDesk;
let sara: StaffId;
beforeEach(async () => {
  desk = await openOffice();
  sara = desk.app.session.current()!.staff.id;
});
afterEach(() => desk.close());

const khalid = {
  name: 'خالد سعد الشمري',
  jobTitle: 'موظف استقبال',
  roles: ['receptionist' as const],
  rights: [],
  password: 'password-8',
};
const actions = async (): Promise<string[]> =>
  (await desk.call('audit.list', {})).map((event) => event.action);

describe('signing in', () => {
  it('shows names only, takes the right password, and keeps who it is in the main process', async () => {
    await desk.call('staff.add', khalid);
    await desk.call('session.signOut');
    expect(await desk.call('session.current')).toBeNull();
    const names = await desk.call('session.listStaff');
    expect(names.map((one) => Object.keys(one).sort())).toEqual([
      ['id', 'jobTitle', 'name'],
      ['id', 'jobTitle', 'name'],
    ]);
    const id = names.find((one) => one.name === khalid.name)!.id;
    expect(await codeOf(() => desk.call('session.signIn', { staffId: id, password: PASSWORD }))).toBe(
      'wrongPassword',
    );
    const session = await desk.call('session.signIn', { staffId: id, password: khalid.password });
    expect(session).toMatchObject({ locked: false, staff: { id, roles: ['receptionist'], rights: [] } });
    expect(await desk.call('session.current')).toEqual(session);
  });

  it('hands the desk over from one person to the next without a sign-out between', async () => {
    const other = await desk.call('staff.add', khalid);
    expect(
      (await desk.call('session.signIn', { staffId: other.id, password: khalid.password })).staff.id,
    ).toBe(other.id);
    expect((await desk.call('session.signIn', { staffId: sara, password: PASSWORD })).staff.id).toBe(sara);
  });

  it('locks, and opens with the same password', async () => {
    await desk.call('session.lock');
    expect(await desk.call('session.current')).toMatchObject({ locked: true, staff: { id: sara } });
    expect(await codeOf(() => desk.call('desk.today'))).toBe('notSignedIn');
    await desk.call('session.signIn', { staffId: sara, password: PASSWORD });
    expect((await desk.call('desk.today')).day).toBe('2026-11-22');
    expect(await actions()).toEqual(['session.signedIn', 'session.locked', 'installation.created']);
  });

  it('takes a hamza however the keyboard composes it', async () => {
    await desk.call('staff.changeOwnPassword', { present: PASSWORD, password: 'أمل الأمة 1' });
    const decomposed = 'أمل الأمة 1'.normalize('NFD');
    expect((await desk.call('session.signIn', { staffId: sara, password: decomposed })).staff.id).toBe(sara);
  });

  it('does not say who exists', async () => {
    expect(await codeOf(() => desk.call('session.signIn', { staffId: 99, password: 'x' }))).toBe(
      'wrongPassword',
    );
  });
});

describe('the lock-out', () => {
  const wrong = (): Promise<string> =>
    codeOf(() => desk.call('session.signIn', { staffId: sara, password: 'nothing' }));
  const right = (): Promise<string> =>
    codeOf(() => desk.call('session.signIn', { staffId: sara, password: PASSWORD }));

  it('climbs from 30 s, doubling, to 15 minutes', () => {
    expect([1, 4, 5, 6, 7, 8, 9, 10, 30].map((failures) => lockOutMs(failures) / 1000)).toEqual([
      0, 0, 30, 60, 120, 240, 480, 900, 900,
    ]);
  });

  it('stops the sixth guess, right or wrong, until the time is over; and begins anew after a success', async () => {
    for (let guess = 0; guess < 4; guess += 1) expect(await wrong()).toBe('wrongPassword');
    expect(await wrong()).toBe('tooManyAttempts');
    expect(await right()).toBe('tooManyAttempts');
    desk.clock.advance(29_000);
    expect(await right()).toBe('tooManyAttempts');
    desk.clock.advance(1000);
    expect(await wrong()).toBe('tooManyAttempts');
    desk.clock.advance(59_000);
    expect(await right()).toBe('tooManyAttempts');
    desk.clock.advance(1000);
    expect(await right()).toBe('none');
    for (let guess = 0; guess < 4; guess += 1) expect(await wrong()).toBe('wrongPassword');
    expect(await right()).toBe('none');
  });

  it('is kept in the database: closing the program does not end it', async () => {
    for (let guess = 0; guess < 5; guess += 1) await wrong();
    desk.app.holder.open();
    expect(await right()).toBe('tooManyAttempts');
  });

  it('counts guesses that are sent all at once', async () => {
    const codes = await Promise.all(Array.from({ length: 12 }, wrong));
    expect(codes.filter((code) => code === 'wrongPassword')).toHaveLength(4);
    expect(codes.filter((code) => code === 'tooManyAttempts')).toHaveLength(8);
    // Five were judged, seven never reached the hash.
    expect(
      (await desk.call('audit.list', {})).filter((event) => event.action === 'session.refused'),
    ).toHaveLength(5);
  });

  it('is ended by an administrator with a new password, and by a clock that was set back', async () => {
    const other = await desk.call('staff.add', khalid);
    for (let guess = 0; guess < 5; guess += 1)
      await codeOf(() => desk.call('session.signIn', { staffId: other.id, password: 'nothing' }));
    await desk.call('staff.setPassword', { id: other.id, password: 'new-password' });
    expect(
      await codeOf(() => desk.call('session.signIn', { staffId: other.id, password: 'new-password' })),
    ).toBe('none');
    expect(lockOutLeftMs(1_000_000_000, 0)).toBe(0);
    expect(lockOutLeftMs(30_000, 1000)).toBe(29_000);
    expect(lockOutLeftMs(null, 1000)).toBe(0);
  });

  it('guards the own password too', async () => {
    const change = (): Promise<string> =>
      codeOf(() => desk.call('staff.changeOwnPassword', { present: 'guess', password: 'new-password' }));
    for (let guess = 0; guess < 4; guess += 1) expect(await change()).toBe('wrongPassword');
    expect(await change()).toBe('tooManyAttempts');
  });
});

describe('staff', () => {
  it('have names that no second person bears, in any spelling', async () => {
    await desk.call('staff.add', khalid);
    expect(await codeOf(() => desk.call('staff.add', { ...khalid, name: 'خالد بن سعد شمري' }))).toBe(
      'staffNameTaken',
    );
    expect(await desk.call('staff.list')).toHaveLength(2);
  });

  it('lose a right at once, not at the next sign-in', async () => {
    const { staff } = desk.app.session.current()!;
    await desk.call('staff.update', { ...staff, roles: [...staff.roles], rights: ['approveLetters'] });
    expect(await codeOf(() => desk.call('letters.issue', { id: 1 }))).toBe('notAllowed');
  });

  it('keep one administrator, whatever is tried', async () => {
    const { staff } = desk.app.session.current()!;
    const as = (change: { roles?: ['manager']; active?: boolean }) =>
      codeOf(() => desk.call('staff.update', { ...staff, ...change }));
    expect(await as({ roles: ['manager'] })).toBe('lastAdministrator');
    expect(await as({ active: false })).toBe('lastAdministrator');
    const other = await desk.call('staff.add', { ...khalid, roles: ['administrator'] });
    expect(await as({ roles: ['manager'] })).toBe('none');
    desk.app.session.open({ ...other });
    expect(await codeOf(() => desk.call('staff.update', { ...other, active: false }))).toBe(
      'lastAdministrator',
    );
  });

  it('put out of service are signed out and cannot come back', async () => {
    const other = await desk.call('staff.add', { ...khalid, roles: ['administrator'] });
    desk.app.session.open(other);
    const { staff } = { staff: (await desk.call('staff.list')).find((one) => one.id === sara)! };
    await desk.call('staff.update', { ...staff, active: false });
    expect(await codeOf(() => desk.call('session.signIn', { staffId: sara, password: PASSWORD }))).toBe(
      'wrongPassword',
    );
    expect((await desk.call('session.listStaff')).map((one) => one.name)).toEqual([khalid.name]);
    expect((await desk.call('staff.listSignatories')).map((one) => one.name)).toEqual([]);
  });

  it('refuses a short password at its field', async () => {
    const { details } = await desk.call('staff.add', { ...khalid, password: 'short' }).then(
      () => ({ details: {} }),
      (error: { details: object }) => error,
    );
    expect(details).toEqual({ password: 'passwordTooShort' });
  });
});

describe('passwords', () => {
  it('are argon2id with 64 MiB and three passes', async () => {
    const passwords = createPasswords();
    const phc = await passwords.hash('كلمة');
    expect(phc).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/u);
    expect(await passwords.verify(phc, 'كلمة')).toBe(true);
    expect(await passwords.verify(phc, 'كلمه')).toBe(false);
  });

  it('stand nowhere in the log', async () => {
    await desk.call('staff.add', khalid);
    await codeOf(() => desk.call('session.signIn', { staffId: sara, password: 'typed-by-mistake' }));
    expect(JSON.stringify(await desk.call('audit.list', {}))).not.toMatch(
      /password-8|typed-by-mistake|argon2/u,
    );
  });
});

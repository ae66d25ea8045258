import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PathClause } from '#shared/requests/request-path.ts';
import { letterContent } from '../support/letter-content.ts';
import { codeOf, openOffice, person, type TestDesk } from '../support/office.ts';
import { toClosed, toSigning } from '../support/request-path.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openOffice();
});
afterEach(() => desk.close());

const TODAY = '2026-11-22';
const clauseOf = (path: readonly PathClause[], id: string): PathClause => {
  const found = path.find((one) => one.clause === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};
const log = async (action: string) =>
  (await desk.call('audit.list', { beforeSeq: null, limit: 200 })).filter((event) => event.action === action);

async function openRequest(name?: string, idNumber?: string) {
  const party = await desk.call('parties.add', person(name, idNumber));
  return (await desk.call('requests.open', { partyId: party.id, service: 'سلة غذائية شهرية' })).id;
}
/** SQL past the services, as a hand in the database writes it. */
const tamper = (sql: string): void =>
  desk.office().db.write((tx) => {
    tx.unaudited();
    tx.exec({ compile: () => ({ sql, parameters: [] }) } as never);
  });

describe('the whole path of a request', () => {
  it('tells what was done under each clause, by whom, and on what evidence', async () => {
    const id = await openRequest();
    await toClosed(desk, id);
    const answer = await desk.call('requestPath.get', { id });
    expect(answer).toMatchObject({ id, number: '1448-0001', phase: 'closed' });
    expect(answer.path.map((one) => one.clause).slice(0, 8)).toEqual([
      'S.0',
      'S.1',
      'S.2',
      'S.3',
      'S.4',
      'S.5',
      'S.6',
      'S.7',
    ]);
    const kinds = (clause: string): string[] =>
      clauseOf(answer.path, clause).evidence.map(({ kind }) => kind);
    expect(kinds('S.2')).toEqual(['data']);
    expect(kinds('S.4')).toEqual(['paper', 'signature', 'signature']);
    expect(kinds('S.5')).toEqual(expect.arrayContaining(['session', 'decision']));
    expect(kinds('S.6')).toContain('fileNumber');
    expect(kinds('S.7')).toEqual(['delivery']);
    const fourth = clauseOf(answer.path, 'S.4');
    expect(fourth.evidence[0]?.ref).toMatch(/^\d{16}$/);
    for (const { acts } of answer.path) for (const act of acts) expect(act.by).toBe('سارة محمد المطيري');
    // Handed over without a receipt, and nobody was told yet: said, under the clause that asks for it.
    const gaps = answer.path.flatMap((one) => one.gaps.map((gap) => `${one.clause} ${gap.code}`));
    expect(gaps).toEqual(expect.arrayContaining(['S.1 noVisit', 'S.5 notNotified', 'S.7 noReceipt']));
    expect(gaps).not.toContain('S.4 noAttestation');
    expect(gaps.filter((one) => one.endsWith('notLogged'))).toEqual([]);
    expect(answer.gaps).toBe(gaps.length);
  });

  it('notices a step that was written past the log, and one that stands before its time', async () => {
    const id = await openRequest();
    await toSigning(desk, id);
    expect((await desk.call('requestPath.get', { id })).path.flatMap(({ gaps }) => gaps)).not.toContainEqual(
      expect.objectContaining({ code: 'notLogged' }),
    );
    tamper(`UPDATE request_step SET at_ms = at_ms - 86400000 WHERE request_id = ${id} AND step = 2`);
    const { path } = await desk.call('requestPath.get', { id });
    expect(clauseOf(path, 'S.2').gaps.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['notLogged', 'outOfOrder']),
    );
  });

  it('is logged, once for one look', async () => {
    const id = await openRequest();
    await desk.call('requestPath.get', { id });
    await desk.call('requestPath.get', { id });
    const looks = await log('request.explained');
    expect(looks).toHaveLength(1);
    expect(looks[0]).toMatchObject({ subjectKind: 'request', subjectId: id });
  });

  it('is a paper for managers and auditors alone', async () => {
    const id = await openRequest();
    const { title } = await desk.call('papers.make', { kind: 'requestPath', requestId: id });
    expect(title).toContain('مسار طلب دعم');
    const { staff } = desk.office();
    const first = staff.listStaff()[0];
    if (first === undefined) throw new Error('an office has somebody');
    desk.app.session.open({ ...first, roles: ['receptionist', 'committeeMember', 'administrator'] });
    expect(await codeOf(() => desk.call('papers.make', { kind: 'requestPath', requestId: id }))).toBe(
      'notAllowed',
    );
    expect(
      await codeOf(() => desk.call('papers.make', { kind: 'auditSample', seed: '1', count: 1, asOf: TODAY })),
    ).toBe('notAllowed');
    desk.app.session.open({ ...first, roles: ['auditor'] });
    expect(await codeOf(() => desk.call('papers.make', { kind: 'requestPath', requestId: id }))).toBe('none');
  });
});

describe('the auditor’s sample', () => {
  const NAMES = ['نورة', 'منيرة', 'هيا', 'سلمى', 'عائشة', 'مها'] as const;
  async function anOffice(): Promise<void> {
    const ids = ['1001244019', '1101798278', '1000000008', '2000000006', '2456789011', '1058529940'];
    for (const [index, name] of NAMES.entries()) await openRequest(`${name} سعد علي الحربي`, ids[index]);
    for (const subject of ['تأييد', 'شكر', 'دعوة', 'طلب بيانات']) {
      const { id } = await desk.call('letters.create', { content: letterContent(subject) });
      await desk.call('letters.issue', { id });
    }
    await desk.call('letters.create', { content: letterContent('مسودة لا رقم لها') });
  }
  const draw = (seed: string, count = 3, asOf = TODAY) =>
    desk.call('auditSample.draw', { seed, count, asOf });
  const picks = (sample: Awaited<ReturnType<typeof draw>>) =>
    sample.items.map(({ register, id }) => `${register} ${id}`);

  it('picks the same for the same seed over the same register, whatever was written since', async () => {
    await anOffice();
    const first = await draw('1448-06');
    expect(first.population).toEqual({ requests: 6, letters: 4 });
    expect(first.items.map(({ register }) => register)).toEqual([
      'requests',
      'requests',
      'requests',
      'outgoing',
      'outgoing',
      'outgoing',
    ]);
    desk.clock.advance(3 * 24 * 3_600_000);
    await openRequest('ريم سعد علي الحربي', '1000000016');
    const { id } = await desk.call('letters.create', { content: letterContent('بعد العيّنة') });
    await desk.call('letters.issue', { id });
    expect(picks(await draw('1448-06'))).toEqual(picks(first));
    const later = await draw('1448-06', 50, '2026-11-25');
    expect(later.population).toEqual({ requests: 7, letters: 5 });
    expect(later.items).toHaveLength(12);
    const others = await Promise.all(
      ['a', 'b', 'c', 'd'].map(async (seed) => picks(await draw(seed)).join()),
    );
    expect(new Set([...others, picks(first).join()]).size).toBeGreaterThan(1);
  });

  it('tells of each letter its life, and after a week what it lacks', async () => {
    await anOffice();
    const codes = (sample: Awaited<ReturnType<typeof draw>>) =>
      sample.items
        .filter(({ register }) => register === 'outgoing')
        .flatMap(({ path }) => path.flatMap(({ gaps }) => gaps.map(({ code }) => code)));
    const fresh = await draw('x');
    expect(codes(fresh)).toEqual([]);
    const letter = fresh.items.find(({ register }) => register === 'outgoing');
    expect(letter?.path[0]?.acts.map(({ deed }) => deed)).toEqual(
      expect.arrayContaining(['letter.created', 'letter.issued']),
    );
    expect(letter?.path[0]?.evidence[0]?.ref).toMatch(/^\d{16}$/);
    desk.clock.advance(8 * 24 * 3_600_000);
    expect(new Set(codes(await draw('x')))).toEqual(
      new Set(['letterUnprinted', 'letterUnsigned', 'letterUndelivered']),
    );
  });

  it('is logged with all that it takes to draw it again', async () => {
    await anOffice();
    const sample = await draw('1448-06', 2);
    const [entry] = await log('audit.sampled');
    expect(entry?.details).toEqual({
      seed: '1448-06',
      count: 2,
      asOf: TODAY,
      picked: sample.items.map(({ register, id }) => `${register}:${id}`),
    });
  });

  it('prints as it was drawn', async () => {
    await anOffice();
    const { title, pages } = await desk.call('papers.make', {
      kind: 'auditSample',
      seed: '1448-06',
      count: 2,
      asOf: TODAY,
    });
    expect(title).toBe('عيّنة المدقق: 1448-06');
    expect(pages).toBeGreaterThan(0);
  });

  it('counts a day to come as today', async () => {
    await anOffice();
    expect((await draw('1', 1, '2030-01-01')).asOf).toBe(TODAY);
  });
});

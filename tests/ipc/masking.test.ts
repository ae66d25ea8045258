import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '#shared/app-error.ts';
import { appContract, type ChannelName } from '#shared/ipc/app-contract.ts';
import { maskIdentifier } from '#shared/identifiers/mask.ts';
import type { SqlValue } from '#db/statement.ts';
import { sample, shapeOf } from '../support/contract-sample.ts';
import { letterContent } from '../support/letter-content.ts';
import { openOffice, person, type TestDesk } from '../support/office.ts';
import { handOut, toRaising, toService } from '../support/request-path.ts';

/** What stands whole in the database, and may be read whole nowhere but where it is edited. */
const SECRETS = {
  nationalId: '1058529940',
  passport: 'P7654321',
  memberId: '1101798278',
  iban: 'SA0380000000608010167519',
};
/**
 * For editing, to be held against the card, or to tell two persons apart before a merge: each look at them is logged.
 */
const WHOLE: readonly ChannelName[] = [
  'parties.record',
  'households.member',
  'matching.sheet',
  'duplicates.compare',
  // Held against the card at S.2, and read out to the applicant at S.4.
  'form.ofRequest',
  'attestations.get',
];

let desk: TestDesk;

const put = (table: string, row: Readonly<Record<string, SqlValue>>): number => {
  const names = Object.keys(row);
  const sql = `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
  return desk.office().db.write((tx) => {
    tx.unaudited();
    return tx.run({ sql, values: () => Object.values(row) }, {}).id;
  });
};

beforeAll(async () => {
  desk = await openOffice();
  const { id } = await desk.call('parties.add', person('نورة أحمد علي الحربي', SECRETS.nationalId));
  await desk.call('parties.add', {
    ...person('نوره احمد الحربي'),
    idKind: 'passport',
    idNumber: SECRETS.passport,
  });
  await desk.call('visits.start', { partyId: id, purpose: 'supportRequest' });
  const asked = { partyId: id, service: 'سلة', level: 'urgent', levelReason: 'مرض', need: 'حاجة' } as const;
  const request = await desk.call('requests.open', asked);
  await desk.call('letters.create', { content: letterContent(), partyId: id });
  await desk.call('incoming.register', {
    content: {
      sender: { organisation: 'جهة' },
      subject: 'استفسار',
      attachments: { kind: 'list', items: [] },
      scans: [],
      receivedBy: 'byHand',
    },
    partyId: id,
  });
  await desk.call('contacts.log', { partyId: id, channel: 'phoneCall', direction: 'in', inquiry: 'سؤال' });
  const household = put('household', { created_at_ms: 1, created_by: 1 });
  const member = {
    household_id: household,
    birth_printed: '',
    breadwinner: 0,
    occupation: '',
    health: '',
    left_reason: '',
    left_note: '',
    created_at_ms: 1,
    created_by: 1,
  };
  put('household_member', { ...member, party_id: id, relation: 'head', name: '', search_name: '' });
  put('household_member', {
    ...member,
    relation: 'son',
    name: 'سالم خالد',
    search_name: 'سالم خالد',
    id_number: SECRETS.memberId,
  });
  put('party_fact', {
    party_id: id,
    kind: 'iban',
    value_json: JSON.stringify({ iban: SECRETS.iban, holder: 'نورة' }),
    known_on: '2026-11-01',
    source: '',
    recorded_at_ms: 1,
    recorded_by: 1,
    withdraw_reason: '',
  });
  put('party_document', {
    party_id: id,
    kind: 'identity',
    title: '',
    number: SECRETS.nationalId,
    note: '',
    legal_basis: '',
    created_by: 1,
    created_at_ms: 1,
    remove_reason: '',
  });
  // The two above are a suspected pair already: of one name and one telephone.
  put('agreement', {
    party_id: id,
    kind: 'other',
    title: 'عقد',
    number: '',
    our_duties: '',
    their_duties: '',
    liability: '',
    end_reason: '',
    version: 1,
    created_at_ms: 1,
    created_by: 1,
    updated_at_ms: 1,
  });
  put('party_version', {
    party_id: id,
    before_json: JSON.stringify({ idNumber: SECRETS.passport }),
    changed_json: '["idNumber"]',
    at_ms: 1,
    staff_id: 1,
  });
  // One request as far as its first delivery, with its session, research and referral; and one that is about to be raised.
  await desk.call('referrals.refer', { partyId: id, question: 'هل يلزم صك؟' });
  await toService(desk, request.id);
  await handOut(desk, request.id);
  const { plans } = await desk.call('deliveries.ofRequest', { requestId: request.id });
  INPUTS['deliveries.byCode'] = plans.flatMap(({ handovers }) => handovers.map(({ code }) => ({ code })));
  await desk.call('research.open', { requestId: request.id });
  await toRaising(desk, (await desk.call('requests.open', asked)).id);
});
afterAll(() => desk.close());

/** Where the shape alone makes no sense: what is asked instead. */
const INPUTS: Partial<Record<ChannelName, readonly unknown[]>> = {
  'papers.make': [{ kind: 'personSummary', partyId: 1 }],
  'visits.list': [{ from: '2026-11-01', to: '2026-11-30' }],
  'duplicates.compare': [{ low: 1, high: 2 }],
  'requests.raising': [{ id: 2 }],
  'deliveries.day': [{ day: '2026-11-22' }],
  'deliveries.days': [{ from: '2026-11-01', to: '2026-11-30' }],
  'auditSample.draw': [{ seed: 'عيّنة', asOf: '2026-12-31' }],
};
/** What tells of no person but what a letter's or a file's own text says; or of nothing, in this office. */
const NOT_ABOUT_PEOPLE: readonly ChannelName[] = [
  'batches.get',
  'batches.preview',
  'duplicates.standing',
  'files.describe',
  'files.get',
  'firstRun.chooseArchive',
  'imports.rows',
  'imports.undoPlan',
  'letters.preview',
  'organisation.previewHead',
  'templates.fill',
  'templates.get',
];
const TEXTS = ['', SECRETS.nationalId, SECRETS.passport, SECRETS.memberId, 'نورة', 'سالم'];
const CHANNELS = (Object.keys(appContract) as ChannelName[]).filter(
  (name) => appContract[name].kind === 'query',
);

/** All that a query answers, bytes of papers too, as one text. */
const told = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part instanceof Uint8Array ? new TextDecoder().decode(part) : part,
  ) ?? '';

async function answersOf(channel: ChannelName): Promise<string[]> {
  const inputs =
    INPUTS[channel] ??
    [...new Set(TEXTS.map((text) => JSON.stringify(sample(shapeOf(channel), text))))].map((input): unknown =>
      input === undefined ? undefined : JSON.parse(input),
    );
  const answers: string[] = [];
  const ask = desk.call as unknown as (name: ChannelName, input: unknown) => Promise<unknown>;
  for (const input of inputs)
    try {
      answers.push(told(await ask(channel, input)));
    } catch (error) {
      // Refused is nothing told; what breaks is no answer either, and must not pass for one.
      if (!(error instanceof AppError) || error.code === 'internal') throw error;
    }
  return answers;
}
const leaksIn = (answers: readonly string[]): string[] =>
  Object.entries(SECRETS).flatMap(([name, secret]) =>
    answers.some((answer) => answer.includes(secret)) ? [name] : [],
  );

describe('an identity number on the wire', () => {
  it.each(CHANNELS.filter((name) => !WHOLE.includes(name)))('%s shows none whole', async (channel) => {
    expect(leaksIn(await answersOf(channel))).toEqual([]);
  });

  it('is found by this test where it may stand whole, and where its masked form is shown', async () => {
    expect(leaksIn(await answersOf('parties.record'))).toEqual(['nationalId']);
    expect((await answersOf('parties.search')).join('')).toContain(maskIdentifier(SECRETS.nationalId));
    expect((await answersOf('parties.page')).join('')).toContain(maskIdentifier(SECRETS.nationalId));
    expect((await answersOf('desk.find')).join('')).toContain(maskIdentifier(SECRETS.nationalId));
  });

  it('of each query an answer is looked at', async () => {
    const unanswered: ChannelName[] = [];
    for (const channel of CHANNELS) if ((await answersOf(channel)).length === 0) unanswered.push(channel);
    expect(unanswered.toSorted()).toEqual(NOT_ABOUT_PEOPLE);
  });

  it('comes back masked from whatever is written at the door', async () => {
    const added = await desk.call('parties.add', person('هند سعد علي المطيري', '2000000006'));
    expect(added.idNumber).toBe('••••••0006');
    const updated = await desk.call('parties.update', {
      id: added.id,
      party: { ...person('هند سعد المطيري', '2000000006') },
    });
    expect(updated.idNumber).toBe('••••••0006');
  });
});

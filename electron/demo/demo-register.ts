import { memberInputSchema } from '#shared/households/household.ts';
import type { PartyId } from '#shared/ids.ts';
import { recordOfDoor, type PartyRecord } from '#shared/parties/party-record.ts';
import type { PartyInput } from '#shared/parties/party.ts';
import type { Staff } from '#shared/staff/staff.ts';
import type { Database } from '#db/open-database.ts';
import { insertHousehold, insertMember } from '#db/households/household-writes.ts';
import type { WriteTransaction } from '#db/transaction.ts';
import { insertParty } from '#db/parties/party-writes.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import { withDemoIdentity } from './demo-identity.ts';
import { latinOf } from './demo-latin.ts';
import { MEN, WOMEN } from './demo-names.ts';
import { demoPerson } from './demo-people.ts';
import { createDemoRandom, type DemoRandom } from './demo-random.ts';

/** Each person has chance of their own: how many people there are does not change who they are. */
const chanceOf = (index: number, seed: number) =>
  createDemoRandom(Math.imul(seed + 1, 2_654_435_761) ^ index);

/** The person with this number, as typed at the desk. */
export const demoPartyInput = (index: number, seed: number): PartyInput => {
  const person = demoPerson(index, seed, chanceOf(index, seed));
  return {
    kind: 'person',
    name: person.name,
    idKind: 'nationalId',
    idNumber: person.nationalId,
    noIdReason: '',
    mobile: person.mobile,
    village: person.village,
    sex: person.sex,
    roles: ['beneficiary'],
  };
};

/** كنية and شهرة, as villages call people who share their names. */
const NICKNAMES = ['الشايب', 'الطويل', 'الأعرج', 'المطوع', 'العود', 'الكهل', 'الدهيم', 'الحجازي'] as const;
const PAPER_LETTERS = ['أ', 'ب', 'ج', 'م', 'ص'] as const;

/** What a paper file tells beyond the door form: of one in five another name, of one in five an old number. */
export function demoRecord(index: number, seed: number, input: PartyInput): PartyRecord {
  const random = chanceOf(index, seed ^ 0x5eed);
  const record = recordOfDoor(input);
  const kind = random.int(100);
  const aliases =
    kind < 15
      ? [`${input.sex === 'female' ? 'أم' : 'أبو'} ${random.pick(MEN)}`]
      : kind < 20
        ? [`${input.name.split(' ')[0] ?? ''} ${random.pick(NICKNAMES)}`]
        : [];
  const number = 1 + index;
  const written = [
    `${number}`,
    `${number}/${random.pick(PAPER_LETTERS)}`,
    `${random.pick(PAPER_LETTERS)} ${number}`,
    `${number}/${1420 + random.int(20)}`,
  ];
  const legacyNumbers = random.chance(20) ? [random.pick(written)] : [];
  const latinName = random.chance(8) ? latinOf(demoPerson(index, seed, chanceOf(index, seed)).parts) : '';
  return withDemoIdentity({ ...record, aliases, legacyNumbers, latinName }, random);
}

/** Of one household in thirteen the paper file lists who lives in it: as many members as a fifth of all people. */
function addHousehold(
  tx: WriteTransaction,
  head: PartyId,
  parts: readonly string[],
  sex: PartyInput['sex'],
  random: DemoRandom,
  by: Staff,
  atMs: number,
): void {
  const household = insertHousehold(tx, by.id, atMs);
  const member = (given: Parameters<typeof memberInputSchema.parse>[0]): void => {
    insertMember(tx, household, memberInputSchema.parse(given), by.id, atMs);
  };
  member({ partyId: head, relation: 'head', breadwinner: true });
  // «سعد محمد الحربي»: a child bears the first name of the father and the family's.
  const line = sex === 'male' ? parts : [random.pick(MEN), ...parts.slice(1)];
  for (let child = 0, children = 1 + random.int(4); child < children; child += 1) {
    const girl = random.chance(50);
    member({
      relation: girl ? 'daughter' : 'son',
      name: [random.pick(girl ? WOMEN : MEN), line[0], line.at(-1)].join(' '),
    });
  }
}

/** People per transaction of the paper files: a million rows in one would keep them all in the WAL. */
const IMPORT_BATCH = 20_000;

const OTHER_ROLES = ['donor', 'volunteer', 'delegate'] as const;

interface PaperFiles {
  readonly db: Database;
  readonly seed: number;
  /** Numbers of the people: from, up to and without. */
  readonly from: number;
  readonly to: number;
  readonly by: Staff;
  readonly atMs: number;
  /** Called after each batch with how many are in; may throw to stop. */
  readonly onBatch: (done: number) => void;
}

/** Everybody who is in the register without having come since: entered once, from the paper files. */
export function importPaperFiles({ db, seed, from, to, by, atMs, onBatch }: PaperFiles): void {
  for (let start = from; start < to; start += IMPORT_BATCH) {
    const end = Math.min(start + IMPORT_BATCH, to);
    db.write((tx) => {
      for (let index = start; index < end; index += 1) {
        const random = chanceOf(index, ~seed);
        const input = demoPartyInput(index, seed);
        const roles: PartyInput['roles'] = random.chance(4) ? [random.pick(OTHER_ROLES)] : input.roles;
        const id = insertParty(tx, demoRecord(index, seed, { ...input, roles }), by.id, atMs);
        if (random.chance(8)) {
          const { parts, sex } = demoPerson(index, seed, chanceOf(index, seed));
          addHousehold(tx, id, parts, sex, random, by, atMs);
        }
      }
      const count = end - start;
      tx.audit(auditEntry(by, atMs, 'parties.imported', { kind: 'installation', id: 1 }, { count }));
    });
    onBatch(end);
  }
}

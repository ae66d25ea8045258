import { recordOfDoor } from '#shared/parties/party-record.ts';
import type { PartyInput } from '#shared/parties/party.ts';
import type { Staff } from '#shared/staff/staff.ts';
import type { Database } from '#db/open-database.ts';
import { insertParty } from '#db/parties/party-writes.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import { demoPerson } from './demo-people.ts';
import { createDemoRandom } from './demo-random.ts';

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
        insertParty(tx, recordOfDoor({ ...input, roles }), by.id, atMs);
      }
      const count = end - start;
      tx.audit(auditEntry(by, atMs, 'parties.imported', { kind: 'installation', id: 1 }, { count }));
    });
    onBatch(end);
  }
}

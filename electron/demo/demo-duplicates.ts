import { sensibleChoices, type ChoosableRecord } from '#shared/duplicates/merge-choices.ts';
import type { PartyId } from '#shared/ids.ts';
import { plainContact, recordOf, type PartyRecord } from '#shared/parties/party-record.ts';
import { findParty } from '#db/parties/party-queries.ts';
import { createDuplicateService } from '../duplicates/duplicate-service.ts';
import { createMergeService } from '../duplicates/merge-service.ts';
import { createRecordService } from '../parties/record-service.ts';
import { dayOfPart, type DemoPlay, momentOf } from './demo-play.ts';
import type { DemoRandom } from './demo-random.ts';

/** How the second file of one person came about at the desk. */
const SLIPS: readonly ((record: PartyRecord) => Partial<PartyRecord>)[] = [
  // A new telephone, and the family name without its article.
  ({ name }) => ({ name: name.replace(/ال(?=\S+$)/u, '') }),
  // Entered by a colleague without the grandfather.
  ({ name }) => ({ name: name.split(' ').toSpliced(2, 1).join(' ') }),
  ({ name }) => ({ name: name.replaceAll('أ', 'ا').replaceAll('ة', 'ه') }),
  ({ name }) => ({ name, village: '' }),
];

const PAIRS = 12;

/** A dozen people who have two files, as it happens in an office; one pair was merged, one found to be two persons. */
export function planDuplicates(play: DemoPlay, active: number, random: DemoRandom): void {
  const records = createRecordService(play);
  const duplicates = createDuplicateService(play);
  const merges = createMergeService(play);
  const pairs = Math.min(PAIRS, Math.floor(active / 20));
  for (let index = 0; index < pairs; index += 1) {
    const by = random.pick(play.team.desk);
    const slip = SLIPS[index % SLIPS.length] ?? (() => ({}));
    const enteredMs = momentOf(random, dayOfPart(play, index + 1, pairs + 2));
    const settledMs = momentOf(random, dayOfPart(play, pairs + 1, pairs + 2));
    let ids: readonly [PartyId, PartyId] | null = null;
    play.at(enteredMs, () => {
      const first = play.partyOf(5 + index * 7, by);
      const party = findParty(play.db, first);
      if (party === undefined || party.kind !== 'person') return;
      const record = recordOf(party);
      const mobile = record.contactPoints[0] ?? plainContact('mobile', '+966508072675');
      const second = records.saveRecord(
        {
          id: null,
          version: null,
          record: {
            ...record,
            ...slip(record),
            idKind: 'none',
            idNumber: '',
            noIdReason: 'لم يحضر البطاقة',
            contactPoints: [{ ...mobile, owner: '' }],
            aliases: [],
            legacyNumbers: [],
            roles: ['applicant'],
          },
        },
        by,
      );
      ids = [first, second.id];
    });
    if (index > 1) continue;
    play.at(settledMs, () => {
      if (ids === null) return;
      const [low, high] = ids[0] < ids[1] ? [ids[0], ids[1]] : [ids[1], ids[0]];
      if (index === 1) {
        if (duplicates.findPair(low, high) !== null)
          duplicates.dismiss(low, high, 'ابنا عم، حضرا معًا ومع كل منهما بطاقته', by);
        return;
      }
      const both = merges.compare(low, high, by);
      const stays = both.stays === 'low' ? both.low : both.high;
      const goes = both.stays === 'low' ? both.high : both.low;
      merges.merge(
        {
          keptId: stays.party.id,
          mergedId: goes.party.id,
          versions: { kept: stays.party.version, merged: goes.party.version },
          choices: sensibleChoices(choosable(stays), choosable(goes)),
          household: 'kept',
          reason: '',
        },
        by,
      );
    });
  }
}

const choosable = (
  side: ReturnType<ReturnType<typeof createMergeService>['compare']>['low'],
): ChoosableRecord => ({
  record: recordOf(side.party),
  fileNumber: side.party.fileNumber,
  updatedAtMs: side.updatedAtMs,
  createdAtMs: side.party.createdAtMs,
  matched: side.matched,
});

import { AppError } from '#shared/app-error.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import type { RequestId } from '#shared/ids.ts';
import { assessNeed, type NeedAssessment } from '#shared/need/assess-need.ts';
import { type Judged, type NeedSetting, needSettingSchema } from '#shared/need/need-criteria.ts';
import type { RecordedNeed } from '#shared/need/need-contract.ts';
import { keptOf } from '#db/duplicates/family.ts';
import { findRecordedNeed, insertNeed } from '#db/need/need-rows.ts';
import { findCaseLine } from '#db/committee/case-lines.ts';
import type { Database } from '#db/open-database.ts';
import { getDeskSetting, setDeskSetting } from '#db/settings/desk-settings.ts';
import type { Reader, WriteTransaction } from '#db/transaction.ts';
import type { Actor } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import type { Clock } from '../ports/clock.ts';
import { requireAct } from '../requests/request-acts.ts';
import { needFactsOf, readHousehold } from './need-facts.ts';

const SETTING = 'need';
export const getNeedSetting = (reader: Reader): NeedSetting =>
  getDeskSetting(reader, SETTING, needSettingSchema);

/** What a person judged when need was last recorded. */
export const judgedOf = (recorded: RecordedNeed | undefined): Judged =>
  Object.fromEntries(
    (recorded?.parts ?? []).flatMap(({ key, found }) =>
      found?.kind === 'judged' ? [[key, found.level]] : [],
    ),
  );

/** Need as the file stands on a day, with what a person last judged. @throws AppError notFound */
export function needOn(reader: Reader, id: RequestId, day: string, judged?: Judged): NeedAssessment {
  const line = findCaseLine(reader, id);
  const person = line && keptOf(reader, line.partyId);
  if (person === undefined) throw new AppError('notFound', { kind: 'request', id });
  const asked = judged ?? judgedOf(findRecordedNeed(reader, id));
  return assessNeed(
    getNeedSetting(reader).criteria,
    needFactsOf(readHousehold(reader, person.id, day), asked),
  );
}

const same = (one: NeedAssessment, other: RecordedNeed | undefined): boolean =>
  other !== undefined && JSON.stringify(one.parts) === JSON.stringify(other.parts);

/**
 * Keeps the need that a decision was taken on, unless it is recorded as it stands; nothing where nothing is known. The act
 * that asks for it writes the log.
 */
export function freezeNeed(
  tx: WriteTransaction,
  id: RequestId,
  day: string,
  actor: Actor,
  nowMs: number,
): void {
  const now = needOn(tx, id, day);
  const { score } = now;
  if (score === null || same(now, findRecordedNeed(tx, id))) return;
  insertNeed(tx, id, { ...now, score }, '', actor.id, nowMs);
}

/** O.1 «تقدير حاجة المستفيد»: by criteria that everybody can follow and settings edit. */
export function createNeedService({ db, clock }: { readonly db: Database; readonly clock: Clock }) {
  return {
    setting: (): NeedSetting => db.snapshot(getNeedSetting),

    saveSetting(setting: NeedSetting, actor: Actor): NeedSetting {
      return db.write((tx) => {
        const nowMs = clock.nowMs();
        setDeskSetting(tx, SETTING, setting, nowMs);
        const weights = Object.fromEntries(setting.criteria.map(({ key, weight }) => [key, weight]));
        tx.audit(auditEntry(actor, nowMs, 'need.settingSaved', { kind: 'setting', id: null }, { weights }));
        return setting;
      });
    },

    /** @throws AppError notFound */
    ofRequest: (id: RequestId): { now: NeedAssessment; recorded: RecordedNeed | null } =>
      db.snapshot((reader) => ({
        now: needOn(reader, id, riyadhDay(clock.nowMs())),
        recorded: findRecordedNeed(reader, id) ?? null,
      })),

    /** @throws AppError notFound, requestForbids, needUnknown */
    record(
      input: { readonly requestId: RequestId; readonly judged: Judged; readonly note: string },
      actor: Actor,
    ): RecordedNeed {
      return db.write((tx) => {
        const { requestId, judged, note } = input;
        requireAct(tx, requestId, 'research');
        const nowMs = clock.nowMs();
        const now = needOn(tx, requestId, riyadhDay(nowMs), judged);
        if (now.score === null) throw new AppError('needUnknown');
        insertNeed(tx, requestId, { ...now, score: now.score }, note, actor.id, nowMs);
        tx.audit(
          auditEntry(actor, nowMs, 'need.recorded', { kind: 'request', id: requestId }, { score: now.score }),
        );
        const recorded = findRecordedNeed(tx, requestId);
        if (recorded === undefined) throw new AppError('internal');
        return recorded;
      });
    },
  };
}

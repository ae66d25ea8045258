import { expect } from 'vitest';
import type { Batch, BatchProgress } from '#shared/batches/batch.ts';
import type { BatchId, PartyId } from '#shared/ids.ts';
import { findCounter } from '#db/registers/register-counter.ts';
import { verifyDatabase } from '#electron/verify/verify-database.ts';
import { batchDraft } from './batch-template.ts';
import { openOffice, type DeskOptions, type TestDesk } from './office.ts';
import { renderTinyLetter, tinyPdf } from './tiny-pdf.ts';

export const NAMES = [
  'أحمد سعيد الحربي',
  'فاطمة علي اللحياني',
  'محمد حسن القرشي',
  'نورة خالد الشريف',
  'سعد مرزوق السلمي',
] as const;

export interface BatchDesk {
  readonly desk: TestDesk;
  /** Told of every page that is being set, in order from 0. */
  onRender: (n: number, job: Parameters<typeof renderTinyLetter>[0]) => void | Promise<void>;
  /** How each long act ended. */
  readonly ends: BatchProgress[];
  /** Persons in the order of `NAMES`; those of the places in `homeless` have no village on record. */
  readonly people: (count?: number, homeless?: readonly number[]) => Promise<PartyId[]>;
  readonly create: (ids: readonly PartyId[]) => Promise<Batch>;
  readonly get: (id: BatchId) => Promise<Batch>;
  /** Issues what was seen, and waits for the end. */
  readonly issue: (batch: Batch, confirmClock?: boolean) => Promise<BatchProgress>;
  /** The register's last number. */
  readonly last: () => number | undefined;
  /** What verification finds wrong; null when nothing is. */
  readonly fault: () => string | null;
}

/** Every letter of a batch with its version, as the screen shows it. */
export const seenOf = (batch: Batch) =>
  batch.persons.flatMap(({ letterId, letterVersion }) =>
    letterId === null || letterVersion === null ? [] : [{ letterId, version: letterVersion }],
  );

export const numbersOf = (batch: Batch): (string | null)[] =>
  batch.persons.map((person) => person.referenceNumber);

/** An office whose letters to many are listened to, and whose pages a test may meddle with. */
export async function openBatchDesk(options: DeskOptions = {}): Promise<BatchDesk> {
  const ends: BatchProgress[] = [];
  const hooks: { onRender: BatchDesk['onRender'] } = { onRender: () => undefined };
  let renders = 0;
  const desk: TestDesk = await openOffice({
    ...options,
    ports: {
      renderer: {
        renderLetter: async (job) => {
          const n = renders;
          renders += 1;
          await hooks.onRender(n, job);
          return renderTinyLetter(job);
        },
        renderRecoverySheet: () => Promise.resolve({ pdf: tinyPdf('') }),
        renderHeadPreview: () => Promise.resolve({ pdf: tinyPdf('') }),
        renderPaper: () => Promise.resolve({ pdf: tinyPdf(''), pages: 1 }),
      },
      batchListener: {
        onBatchProgress: (progress) => {
          if (progress.state === 'done' || progress.state === 'stopped') ends.push(progress);
        },
        onDataChanged: (topics) => desk.changes.push([...topics]),
        onFault: (error) => desk.unexpected.push(error),
      },
      ...options.ports,
    },
  });
  return Object.assign(hooks, {
    desk,
    ends,
    people: async (count: number = NAMES.length, homeless: readonly number[] = []) => {
      const ids: PartyId[] = [];
      for (let n = 0; n < count; n += 1) {
        const party = await desk.call('parties.add', {
          name: NAMES[n] ?? `عبدالله ${'أبتثجحخدذر'[n % 10]}مد رقم${n} العتيبي`,
          idKind: 'none',
          noIdReason: 'لم تُحضر',
          mobile: `05011${String(10_000 + n)}`,
          village: homeless.includes(n) ? '' : 'الصمد',
          sex: n % 2 === 0 ? 'male' : 'female',
        });
        ids.push(party.id);
      }
      return ids;
    },
    create: (ids: readonly PartyId[]) => desk.call('batches.create', batchDraft(ids)),
    get: (id: BatchId) => desk.call('batches.get', { id }),
    issue: async (batch: Batch, confirmClock = false) => {
      const before = ends.length;
      await desk.call('batches.issue', { id: batch.id, seen: seenOf(batch), confirmClock });
      await expect.poll(() => ends.length, { timeout: 10_000, interval: 5 }).toBeGreaterThan(before);
      return ends.at(-1)!;
    },
    last: () => findCounter(desk.office().db, 'outgoing', 1448)?.last,
    fault: () => verifyDatabase(desk.office().db).fault,
  });
}

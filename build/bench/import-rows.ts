import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportState } from '#shared/imports/import.ts';
import { listStaff } from '#db/staff/staff-queries.ts';
import { openDatabase } from '#db/open-database.ts';
import { runDemo, DEMO_UNTIL } from '#electron/demo/demo-command.ts';
import { createImportThread } from '#electron/imports/import-thread.ts';
import { readDatabaseKey } from '#electron/keys/key-file.ts';
import { nameOf } from '../../tests/support/messy-list.ts';
import { idOf, mobileOf, workbook, type Value } from '../../tests/support/workbooks.ts';
import { quantile, rounded, timed, type Row } from './row.ts';

const REGISTER = 100_000;
const ROWS = 10_000;
const SEED = 43;
const TIMES = 3;
const HEADINGS = [
  'الاسم',
  'رقم الهوية',
  'الجوال',
  'تاريخ الميلاد',
  'الجنس',
  'الجنسية',
  'القرية',
  'رقم الملف',
  'ملاحظات',
];

/** Nobody of it is registered: each row is compared with the register and written. */
const listOf = (from: number): Value[][] => [
  HEADINGS,
  ...Array.from({ length: ROWS }, (_, index): Value[] => {
    const n = from + index;
    return [
      nameOf(n),
      idOf(50_000_000 + n),
      index % 3 === 0 ? Number(mobileOf(7_000_000 + n).slice(1)) : mobileOf(7_000_000 + n),
      index % 4 === 0
        ? new Date(Date.UTC(1960 + (n % 50), n % 12, 1 + (n % 28)))
        : `${1350 + (n % 80)}/${1 + (n % 12)}/${1 + (n % 29)}`,
      n % 2 === 0 ? 'ذكر' : 'أنثى',
      'سعودي',
      ['الصمد', 'حدا', 'الجموم'][n % 3] ?? '',
      `${n}/ق`,
      n % 7 === 0 ? '-' : `ملاحظة ${n}`,
    ];
  }),
];

/** A workbook of ten thousand rows into a register of a hundred thousand, from its bytes to the commit on the disk. */
export async function importRows(say: (text: string) => void): Promise<Row[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'wisam-bench-'));
  const dataFolder = join(scratch, 'office');
  try {
    say(`making an office of ${REGISTER} people …`);
    await runDemo({
      people: REGISTER,
      seed: SEED,
      dataFolder,
      recoveryKeyFile: undefined,
      until: DEMO_UNTIL,
      signal: new AbortController().signal,
      onProgress: () => {},
    });
    const key = readDatabaseKey(dataFolder);
    const file = join(dataFolder, 'app.db');
    const db = openDatabase({ file, key });
    const [staff] = listStaff(db);
    if (staff === undefined) throw new Error('an office without staff');
    const parts: Record<'read' | 'check' | 'write', number[]> = { read: [], check: [], write: [] };
    const values: number[] = [];
    let worstAnswer = 0;
    for (let time = 0; time < TIMES; time += 1) {
      const bytes = await workbook(listOf(time * ROWS));
      const thread = createImportThread({
        workerFile: new URL('../../electron/imports/import-worker.ts', import.meta.url),
        file,
        key,
        onProgress: () => {},
      });
      await thread.call('back').catch(() => {});
      // The desk goes on reading meanwhile: how long it waits at worst is told with the figure.
      const desktop = { busy: true };
      const desk = (async () => {
        while (desktop.busy) {
          const took = await timed(() => db.sqlite.prepare('SELECT count(*) FROM visit').get());
          const waited = await timed(() => new Promise((go) => setTimeout(go, 5)));
          worstAnswer = Math.max(worstAnswer, took + waited - 5);
        }
      })();
      let state: ImportState | undefined;
      const read = await timed(async () => {
        state = await thread.call('open', { name: 'list.xlsx', bytes });
      });
      if (state === undefined) throw new Error('nothing was read');
      const { columns, options } = state;
      const nowMs = Date.now();
      const check = await timed(async () => {
        const { counts } = await thread.call('check', {
          columns: columns.map(({ choice }) => choice),
          options,
          nowMs,
        });
        // A few of the register happen to bear one of the numbers.
        if ((counts?.add ?? 0) + (counts?.fill ?? 0) !== ROWS)
          throw new Error(`rows were left out: ${JSON.stringify(counts)}`);
      });
      const write = await timed(() => thread.call('run', { actor: staff, nowMs }));
      desktop.busy = false;
      await desk;
      await thread.close();
      parts.read.push(read);
      parts.check.push(check);
      parts.write.push(write);
      values.push(read + check + write);
    }
    db.close();
    const middle = (of: readonly number[]): number => rounded(quantile(of, 0.5));
    return [
      {
        name: `import of ${ROWS} rows into a register of ${REGISTER}`,
        rival: 'a limit',
        measure: 'ms',
        atMost: 3000,
        values,
        judged: quantile(values, 0.5),
        info: {
          'read ms': middle(parts.read),
          'check and compare ms': middle(parts.check),
          'write ms': middle(parts.write),
          'longest wait of the desk ms': rounded(worstAnswer),
        },
        cause:
          'every row is folded, indexed for the search and written with its contact points in one transaction',
      },
    ];
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

import { addDays } from '#shared/calendar/iso-day.ts';
import { OPEN_PHASES } from '#shared/requests/request-list.ts';
import { stepOfPhase } from '#shared/requests/request-machine.ts';
import { STEP_NUMBERS } from '#shared/requests/request.ts';
import { loadInBulk } from '#db/bulk-load.ts';
import type { Database } from '#db/open-database.ts';
import { insertStaff } from '#db/staff/staff-writes.ts';
import type { SqlValue } from '#db/statement.ts';
import type { WriteTransaction } from '#db/transaction.ts';

export const OPEN_REQUESTS = 20_000;
/** Those that are over, kept beside them. */
export const OVER_REQUESTS = 40_000;
export const REQUESTS_TODAY = '2026-11-22';

const FIRST_MS = Date.UTC(2024, 0, 7, 6);
const OVER = ['closed', 'refused', 'withdrawn'] as const;
const SERVICES = ['سلة غذائية شهرية', 'كسوة', 'إعانة مالية', 'سداد فاتورة كهرباء', 'ترميم منزل'];

/** As the catalogue of a new office asks for them. */
const REQUIREMENTS = [
  { key: 'identity', name: 'هوية أو سجل أسرة' },
  { key: 'housing', name: 'إثبات سكن أو فاتورة كهرباء' },
  { key: 'income', name: 'مشهد دخل لا يتجاوز ثلاثة أشهر' },
  { key: 'iban', name: 'شهادة آيبان' },
  { key: 'circumstance', name: 'إثبات الحالة (وفاة / طلاق / إعالة)' },
  { key: 'reports', name: 'تقرير طبي أو تعريف مدرسي' },
] as const;

function insert(tx: WriteTransaction, table: string, row: Readonly<Record<string, SqlValue>>): number {
  const names = Object.keys(row);
  const sql = `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
  return tx.run({ sql, values: () => Object.values(row) }, {}).id;
}

/** So many open requests, evenly over the phases, and as many again twice over that are over; ten members of staff. */
export const fillRequests = (db: Database): Promise<void> =>
  loadInBulk(db, async () => {
    const staff = db.write((tx) => {
      tx.unaudited();
      return Array.from({ length: 10 }, (_, at) =>
        insertStaff(tx, { name: `موظف ${at}`, jobTitle: '', roles: [], rights: [] }, '$argon2id$x', 1),
      );
    });
    const all = OPEN_REQUESTS + OVER_REQUESTS;
    for (let from = 0; from < all; from += 2000) {
      db.write((tx) => {
        tx.unaudited();
        for (let index = from; index < from + 2000; index += 1) fillOne(tx, index, staff);
      });
      await Promise.resolve();
    }
  });

function fillOne(tx: WriteTransaction, index: number, staff: readonly number[]): void {
  const by = staff[index % staff.length] ?? 1;
  const atMs = FIRST_MS + index * 1_500_000;
  const party = insert(tx, 'party', {
    kind: 'person',
    name: `مستفيد رقم ${index} بن سالم اللحياني`,
    search_name: `مستفيد رقم ${index}`,
    name_key: `مستفيد ${index}`,
    id_kind: 'none',
    no_id_reason: 'تجديد',
    village: 'الصمد',
    created_at_ms: atMs,
    created_by: by,
    updated_at_ms: atMs,
  });
  const open = index % 3 === 0;
  const place = Math.floor(index / 3);
  const phase = open
    ? (OPEN_PHASES[place % OPEN_PHASES.length] ?? 'matching')
    : OVER[index % 3 === 1 ? 0 : place % 3];
  const step = open ? stepOfPhase(phase ?? 'closed') : null;
  const raised = !open || phase === 'committee' || phase === 'registration' || phase === 'service';
  const raisedOn = addDays(REQUESTS_TODAY, -(place % 60));
  const request = insert(tx, 'support_request', {
    party_id: party,
    service: SERVICES[place % SERVICES.length] ?? '',
    need: 'حاجة الأسرة',
    level: place % 40 === 0 ? 'urgent' : 'ordinary',
    current_step: step,
    opened_at_ms: atMs,
    updated_at_ms: atMs + 1000,
    opened_by: by,
    state: open ? 'open' : (phase ?? 'closed'),
    phase: phase ?? 'closed',
    assigned_to: by,
    return_on: open && place % 9 === 0 ? addDays(REQUESTS_TODAY, (place % 11) - 5) : null,
    raised_on: raised ? raisedOn : null,
    not_before: raised ? addDays(raisedOn, 14) : null,
    target_on: raised ? addDays(raisedOn, 30) : null,
    stopped_from: open && place % 50 === 0 ? raisedOn : null,
    version: 1,
  });
  for (const number of STEP_NUMBERS.slice(0, step === null ? 6 : step - 1))
    insert(tx, 'request_step', {
      request_id: request,
      step: number,
      kind: number === 3 ? 'skipped' : 'done',
      at_ms: atMs,
      officer_id: by,
      note: '',
    });
  for (const [position, { key, name }] of REQUIREMENTS.entries())
    insert(tx, 'request_requirement', {
      request_id: request,
      key,
      name,
      position,
      state: position < place % 6 ? 'matched' : 'needed',
    });
}

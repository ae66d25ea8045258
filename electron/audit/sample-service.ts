import type { AuditSample, SampleItem } from '#shared/audit/sample-contract.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import { addDays } from '#shared/calendar/iso-day.ts';
import type { RequestId } from '#shared/ids.ts';
import { LETTER_GRACE_DAYS, letterPath } from '#shared/letters/letter-path.ts';
import { gapCount, requestPath } from '#shared/requests/request-path.ts';
import { auditRepeated } from '#db/audit/audit-queries.ts';
import { drawSample, type Sampled } from '#db/audit/sample-queries.ts';
import { readIncomingPath, readOutgoingPath } from '#db/letters/letter-path-queries.ts';
import type { Database } from '#db/open-database.ts';
import { readPathFacts } from '#db/requests/path-queries.ts';
import type { Reader } from '#db/transaction.ts';
import type { Clock } from '../ports/clock.ts';
import type { Actor } from './actor.ts';
import { auditEntry } from './audit-entry.ts';

export interface SampleOrder {
  readonly seed: string;
  readonly count: number;
  /** ISO day; one to come counts as today. */
  readonly asOf: string;
}

function itemOf(reader: Reader, { register, id }: Sampled, today: string): SampleItem {
  if (register === 'requests') {
    const facts = readPathFacts(reader, id as RequestId);
    const path = requestPath(facts, today);
    const { number, partyName: name, service: subject } = facts;
    return {
      register,
      id,
      number,
      name,
      subject,
      day: riyadhDay(facts.openedAtMs),
      path,
      gaps: gapCount(path),
    };
  }
  const facts = register === 'outgoing' ? readOutgoingPath(reader, id) : readIncomingPath(reader, id);
  const path = letterPath(facts, today, addDays(today, -LETTER_GRACE_DAYS));
  const { number, other: name, subject, day } = facts;
  return { register, id, number, name, subject, day, path, gaps: gapCount(path) };
}

/** What the seed picks of what there was on that day, each with its path as it stands now. */
export function readSample(reader: Reader, { seed, count, asOf }: SampleOrder, nowMs: number): AuditSample {
  const today = riyadhDay(nowMs);
  const until = asOf > today ? today : asOf;
  const { population, picked } = drawSample(reader, {
    seed,
    count,
    untilMs: Date.parse(`${addDays(until, 1)}T00:00:00+03:00`),
  });
  return {
    seed,
    count,
    asOf: until,
    population,
    items: picked.map((one) => itemOf(reader, one, today)),
  };
}

/** What the log keeps of a draw: enough to draw it again. */
export const sampleEntry = (actor: Actor | null, nowMs: number, { seed, count, asOf, items }: AuditSample) =>
  auditEntry(
    actor,
    nowMs,
    'audit.sampled',
    { kind: 'installation', id: 1 },
    {
      seed,
      count,
      asOf,
      picked: items.map(({ register, id }) => `${register}:${id}`),
    },
  );

export type SampleService = ReturnType<typeof createSampleService>;

export function createSampleService({ db, clock }: { readonly db: Database; readonly clock: Clock }) {
  return {
    draw(order: SampleOrder, actor: Actor): AuditSample {
      return db.write((tx) => {
        const nowMs = clock.nowMs();
        const sample = readSample(tx, order, nowMs);
        auditRepeated(tx, sampleEntry(actor, nowMs, sample));
        return sample;
      });
    },
  };
}

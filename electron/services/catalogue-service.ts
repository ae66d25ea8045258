import { AppError } from '#shared/app-error.ts';
import { searchKey } from '#shared/arabic/search-key.ts';
import type { ServiceId } from '#shared/ids.ts';
import type {
  Service,
  ServiceChoice,
  ServiceInput,
  ServiceQuestion,
  ServiceRequirement,
} from '#shared/services/service.ts';
import type { Database } from '#db/open-database.ts';
import { listGeneralRequirements, listServiceChoices, listServices } from '#db/services/service-rows.ts';
import {
  deleteService,
  findServiceVersion,
  insertService,
  placeServices,
  replaceRequirements,
  setServiceActive,
  updateService,
} from '#db/services/service-writes.ts';
import type { Reader, WriteTransaction } from '#db/transaction.ts';
import type { Actor } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import type { Clock } from '../ports/clock.ts';

export type CatalogueService = ReturnType<typeof createCatalogueService>;

/** Gives every new line a key of its own: `q7` after `q6`, whatever was taken out meanwhile. */
function withKeys<T extends { readonly key: string }>(
  lines: readonly T[],
  letter: 'q' | 'r',
  before: readonly { readonly key: string }[],
): T[] {
  const numberOf = ({ key }: { readonly key: string }): number =>
    Number(new RegExp(`^${letter}(\\d+)$`, 'u').exec(key)?.[1] ?? 0);
  let next = Math.max(0, ...[...before, ...lines].map(numberOf));
  const seen = new Set<string>();
  return lines.map((line) => {
    // A line twice under one key is two lines: the second is new.
    if (line.key !== '' && !seen.has(line.key)) {
      seen.add(line.key);
      return line;
    }
    next += 1;
    return { ...line, key: `${letter}${next}` };
  });
}

/** دليل الخدمات: what the office gives. What was asked for once is never removed, only put aside. */
export function createCatalogueService({ db, clock }: { readonly db: Database; readonly clock: Clock }) {
  /** @throws AppError notFound */
  function require(reader: Reader, id: ServiceId): Service {
    const found = listServices(reader).services.find((one) => one.id === id);
    if (found === undefined) throw new AppError('notFound', { kind: 'service', id });
    return found;
  }

  /** Two of one name cannot be told apart in a list. */
  function requireFreeName(reader: Reader, name: string, id: ServiceId | null): void {
    const key = searchKey(name);
    const taken = listServices(reader).services.find(
      (one) => one.id !== id && one.active && searchKey(one.name) === key,
    );
    if (taken !== undefined) throw new AppError('serviceNameTaken', { name: taken.name });
  }

  function act<T>(
    action: string,
    actor: Actor,
    write: (tx: WriteTransaction) => { answer: T; id: number | null },
  ): T {
    return db.write((tx) => {
      const { answer, id } = write(tx);
      tx.audit(auditEntry(actor, clock.nowMs(), `service.${action}`, { kind: 'service', id }));
      return answer as never;
    });
  }

  return {
    choices: (): ServiceChoice[] => db.snapshot((reader) => listServiceChoices(reader)),

    list: (): { services: Service[]; general: ServiceRequirement[] } =>
      db.snapshot((reader) => listServices(reader)),

    /** @throws AppError notFound, conflict, serviceNameTaken { name } */
    save: (
      id: ServiceId | null,
      version: number | null,
      input: ServiceInput,
      actor: Actor,
    ): { id: ServiceId; version: number } =>
      act(id === null ? 'added' : 'changed', actor, (tx) => {
        const before = id === null ? null : require(tx, id);
        if (before !== null && before.version !== version) throw new AppError('conflict', {});
        if (before === null || before.active) requireFreeName(tx, input.name, id);
        const { value, eligibility, ownRequirements, questions, ...rest } = input;
        const { perHeadCeiling, ...asked } = eligibility;
        const fields = {
          ...rest,
          valueHalalas: value,
          eligibility: { ...asked, perHeadCeilingHalalas: perHeadCeiling },
          questions: withKeys<ServiceQuestion>(questions, 'q', before?.questions ?? []),
        };
        const nowMs = clock.nowMs();
        const kept = id ?? insertService(tx, fields, nowMs);
        if (id !== null) updateService(tx, id, fields, nowMs);
        replaceRequirements(
          tx,
          kept,
          withKeys<ServiceRequirement>(ownRequirements ?? [], 'r', before?.ownRequirements ?? []),
        );
        return { answer: { id: kept, version: findServiceVersion(tx, kept) ?? 1 }, id: kept };
      }),

    saveGeneral: (
      requirements: readonly (ServiceRequirement & { readonly key: string })[],
      actor: Actor,
    ): void =>
      act('requirementsChanged', actor, (tx) => {
        const before = listGeneralRequirements(tx);
        replaceRequirements(tx, null, withKeys<ServiceRequirement>(requirements, 'r', before));
        return { answer: undefined, id: null };
      }),

    /** @throws AppError conflict: the list is another by now */
    reorder: (ids: readonly ServiceId[], actor: Actor): void =>
      act('reordered', actor, (tx) => {
        const now = listServices(tx).services.map((one) => one.id);
        if (
          ids.length !== now.length ||
          new Set(ids).size !== ids.length ||
          !now.every((id) => ids.includes(id))
        )
          throw new AppError('conflict', {});
        placeServices(tx, ids);
        return { answer: undefined, id: null };
      }),

    /** @throws AppError notFound, serviceNameTaken { name } */
    setActive: (id: ServiceId, active: boolean, actor: Actor): void =>
      act(active ? 'takenUp' : 'putAside', actor, (tx) => {
        const { name } = require(tx, id);
        if (active) requireFreeName(tx, name, id);
        setServiceActive(tx, id, active);
        return { answer: undefined, id };
      }),

    /** @throws AppError notFound, serviceUsed { name } */
    remove: (id: ServiceId, actor: Actor): void =>
      act('removed', actor, (tx) => {
        const { used, name } = require(tx, id);
        if (used) throw new AppError('serviceUsed', { name });
        deleteService(tx, id);
        return { answer: undefined, id };
      }),
  };
}

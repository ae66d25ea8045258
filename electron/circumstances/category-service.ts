import { AppError } from '#shared/app-error.ts';
import { searchKey } from '#shared/arabic/search-key.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import type { Category, CategoryInput } from '#shared/circumstances/categories.ts';
import type { CategoryId, GivenCategoryId, PartyId } from '#shared/ids.ts';
import {
  deleteCategory,
  findGivenCategory,
  hasCategory,
  insertCategory,
  insertGivenCategory,
  listCategories,
  placeCategories,
  setCategoryActive,
  setGivenCategoryEnd,
  updateCategory,
} from '#db/circumstances/category-rows.ts';
import { findWithdrawable } from '#db/circumstances/circumstance-writes.ts';
import { requireStanding } from '#db/duplicates/family.ts';
import type { Database } from '#db/open-database.ts';
import type { Reader, WriteTransaction } from '#db/transaction.ts';
import type { Actor } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import { invalid, requireCome } from '../households/household-checks.ts';
import type { Clock } from '../ports/clock.ts';

export type CategoryService = ReturnType<typeof createCategoryService>;

/** فئات المستفيدين: the office's own list, and who has which of them since when. */
export function createCategoryService({ db, clock }: { readonly db: Database; readonly clock: Clock }) {
  /** @throws AppError notFound */
  function require(reader: Reader, id: CategoryId): Category {
    const found = listCategories(reader).find((one) => one.id === id);
    if (found === undefined) throw new AppError('notFound', { kind: 'category', id });
    return found;
  }

  function act<T>(
    action: string,
    actor: Actor,
    write: (tx: WriteTransaction) => { answer: T; id: number | null },
  ): T {
    return db.write((tx) => {
      const { answer, id } = write(tx);
      tx.audit(auditEntry(actor, clock.nowMs(), `category.${action}`, { kind: 'category', id }));
      return answer as never;
    });
  }

  return {
    list: (): Category[] => listCategories(db),

    /** @throws AppError notFound, categoryNameTaken { name } */
    save: (id: CategoryId | null, category: CategoryInput, actor: Actor): CategoryId =>
      act(id === null ? 'added' : 'changed', actor, (tx) => {
        const key = searchKey(category.name);
        const taken = listCategories(tx).find((one) => one.id !== id && searchKey(one.name) === key);
        if (taken !== undefined) throw new AppError('categoryNameTaken', { name: taken.name });
        if (id === null) {
          const added = insertCategory(tx, category);
          return { answer: added, id: added };
        }
        require(tx, id);
        updateCategory(tx, id, category);
        return { answer: id, id };
      }),

    /** @throws AppError conflict: the list is another by now */
    reorder: (ids: readonly CategoryId[], actor: Actor): void =>
      act('reordered', actor, (tx) => {
        const now = listCategories(tx).map((one) => one.id);
        if (
          ids.length !== now.length ||
          new Set(ids).size !== ids.length ||
          !now.every((id) => ids.includes(id))
        )
          throw new AppError('conflict', {});
        placeCategories(tx, ids);
        return { answer: undefined, id: null };
      }),

    /** @throws AppError notFound */
    setActive: (id: CategoryId, active: boolean, actor: Actor): void =>
      act(active ? 'takenUp' : 'putAside', actor, (tx) => {
        require(tx, id);
        setCategoryActive(tx, id, active);
        return { answer: undefined, id };
      }),

    /** @throws AppError notFound, categoryGiven { name } */
    remove: (id: CategoryId, actor: Actor): void =>
      act('removed', actor, (tx) => {
        const { given, name } = require(tx, id);
        if (given) throw new AppError('categoryGiven', { name });
        deleteCategory(tx, id);
        return { answer: undefined, id };
      }),

    /** All of them or none. @throws AppError notFound, partyMerged, categoryStands { name }, dayNotCome { day } */
    give(
      partyId: PartyId,
      given: { readonly categoryIds: readonly CategoryId[]; readonly on: string; readonly reason: string },
      actor: Actor,
    ): GivenCategoryId[] {
      return db.write((tx) => {
        const nowMs = clock.nowMs();
        requireStanding(tx, partyId);
        requireCome(given.on, riyadhDay(nowMs));
        const ids = [...new Set(given.categoryIds)].map((categoryId) => {
          const { name } = require(tx, categoryId);
          if (hasCategory(tx, partyId, categoryId)) throw new AppError('categoryStands', { name });
          return insertGivenCategory(tx, partyId, categoryId, given, { by: actor.id, at: nowMs });
        });
        tx.audit(
          auditEntry(
            actor,
            nowMs,
            'category.given',
            { kind: 'party', id: partyId },
            { categoryIds: given.categoryIds.map(String) },
          ),
        );
        return ids;
      });
    },

    /** @throws AppError notFound, dayNotCome { day }, invalidInput, categoryStands { name } */
    end(
      id: GivenCategoryId,
      end: { readonly on: string; readonly reason: string } | null,
      actor: Actor,
    ): void {
      db.write((tx) => {
        const nowMs = clock.nowMs();
        const given = findGivenCategory(tx, id);
        if (given === undefined || findWithdrawable(tx, 'category', id)?.withdrawn === true)
          throw new AppError('notFound', { kind: 'category', id });
        requireCome(end?.on ?? null, riyadhDay(nowMs));
        if (end !== null && end.on < given.since_on) invalid('end.on', 'endBeforeStart');
        if (end === null && hasCategory(tx, given.party_id, given.category_id))
          throw new AppError('categoryStands', { name: given.name });
        setGivenCategoryEnd(tx, id, end);
        const action = end === null ? 'category.resumed' : 'category.ended';
        tx.audit(auditEntry(actor, nowMs, action, { kind: 'party', id: given.party_id }, { id }));
      });
    },
  };
}

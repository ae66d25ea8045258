import type { Draft } from '#shared/drafts/drafts-contract.ts';
import { auditRepeated } from '#db/audit/audit-queries.ts';
import { deleteDraft, listDrafts, saveDraft } from '#db/drafts/draft-rows.ts';
import type { Database } from '#db/open-database.ts';
import type { Actor } from '../audit/actor.ts';
import type { Clock } from '../ports/clock.ts';
import { auditEntry } from '../audit/audit-entry.ts';

export type DraftService = ReturnType<typeof createDraftService>;

/** What was typed and not yet saved, for each person their own. */
export function createDraftService({ db, clock }: { db: Database; clock: Clock }) {
  return {
    listDrafts: (actor: Actor): Draft[] => listDrafts(db, actor.id),

    saveDraft(input: Pick<Draft, 'kind' | 'key' | 'title' | 'data'>, actor: Actor): Draft {
      return db.write((tx) => {
        const nowMs = clock.nowMs();
        const draft = saveDraft(tx, actor.id, input, nowMs);
        auditRepeated(
          tx,
          auditEntry(actor, nowMs, 'draft.saved', { kind: 'draft', id: draft.id }, { of: input.kind }),
        );
        return draft;
      });
    },

    /** Harmless when there is none: a form that was saved discards its draft whether or not it ever had one. */
    discardDraft(input: Pick<Draft, 'kind' | 'key'>, actor: Actor): void {
      db.write((tx) => {
        if (!deleteDraft(tx, actor.id, input)) return tx.unaudited();
        tx.audit(
          auditEntry(
            actor,
            clock.nowMs(),
            'draft.discarded',
            { kind: 'draft', id: null },
            { of: input.kind },
          ),
        );
      });
    },
  };
}

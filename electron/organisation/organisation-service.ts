import type { OrganisationProfile } from '#shared/organisation/profile.ts';
import type { Database } from '#db/open-database.ts';
import { getProfile, updateProfile } from '#db/organisation/organisation-rows.ts';
import type { Actor } from '../audit/actor.ts';
import type { Clock } from '../ports/clock.ts';
import { auditEntry } from '../audit/audit-entry.ts';

export type OrganisationService = ReturnType<typeof createOrganisationService>;

export function createOrganisationService({ db, clock }: { db: Database; clock: Clock }) {
  return {
    getProfile: (): OrganisationProfile => getProfile(db),

    updateProfile(profile: OrganisationProfile, actor: Actor): OrganisationProfile {
      db.write((tx) => {
        const nowMs = clock.nowMs();
        const before = getProfile(tx);
        updateProfile(tx, profile, nowMs);
        tx.audit(
          auditEntry(
            actor,
            nowMs,
            'organisation.updated',
            { kind: 'organisation', id: 1 },
            {
              changed: changedKeys(before, profile),
            },
          ),
        );
      });
      return getProfile(db);
    },
  };
}

/** Which parts changed, as `letterhead.footer`: enough to know what to look at, without the whole profile. */
function changedKeys(before: unknown, after: unknown, path = ''): string[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (!isRecord(before) || !isRecord(after) || path.split('.').length > 2) return [path];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
    changedKeys(before[key], after[key], path === '' ? key : `${path}.${key}`),
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

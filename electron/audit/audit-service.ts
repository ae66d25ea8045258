import type { AuditEvent } from '#shared/audit/audit-contract.ts';
import { listAuditEvents } from '#db/audit/audit-queries.ts';
import type { Database } from '#db/open-database.ts';
import { verifyDatabase } from '../verify/verify-database.ts';

export type AuditService = ReturnType<typeof createAuditService>;

export function createAuditService({ db }: { db: Database }) {
  return {
    list: (beforeSeq: number | null, limit: number): AuditEvent[] => listAuditEvents(db, beforeSeq, limit),

    /** The whole check, on the open desk: first fault named, or none. */
    verify(): { events: number; fault: string | null } {
      const { audit, fault } = verifyDatabase(db);
      return { events: audit.count, fault };
    },
  };
}

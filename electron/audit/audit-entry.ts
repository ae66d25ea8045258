import type { AuditEntry } from '#db/audit/audit-chain.ts';
import type { Actor } from './actor.ts';

/** One event of the log: what an actor did to a subject. `action` is `subject.verbed`. */
export const auditEntry = (
  actor: Actor | null,
  atMs: number,
  action: string,
  subject: { readonly kind: string; readonly id: number | null },
  details: NonNullable<AuditEntry['details']> = {},
): AuditEntry => ({
  atMs,
  actorId: actor?.id ?? null,
  actorName: actor?.name ?? '',
  action,
  subjectKind: subject.kind,
  subjectId: subject.id,
  details,
});

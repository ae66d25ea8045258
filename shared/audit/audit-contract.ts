import { z } from 'zod';
import { defineContract, query } from '../ipc/contract.ts';

export const auditEventSchema = z.object({
  seq: z.int(),
  atMs: z.int(),
  actorName: z.string(),
  action: z.string(),
  subjectKind: z.string(),
  subjectId: z.int().nullable(),
  details: z.record(z.string(), z.unknown()),
});
export type AuditEvent = z.infer<typeof auditEventSchema>;

export const auditContract = defineContract({
  'audit.list': query(
    { roles: ['manager', 'auditor', 'administrator'] },
    z.object({ beforeSeq: z.int().nullable().default(null), limit: z.int().min(1).max(200).default(100) }),
    z.array(auditEventSchema),
  ),
  /** Walks the whole chain and both registers: the first fault named, or none. */
  'audit.verify': query(
    { roles: ['manager', 'auditor', 'administrator'] },
    z.void(),
    z.object({ events: z.int(), fault: z.string().nullable() }),
  ),
});

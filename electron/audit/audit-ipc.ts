import type { auditContract } from '#shared/audit/audit-contract.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import type { AuditService } from './audit-service.ts';

export const auditHandlers = (service: () => AuditService): Handlers<typeof auditContract> => ({
  'audit.list': ({ beforeSeq, limit }) => service().list(beforeSeq, limit),
  'audit.verify': () => service().verify(),
});

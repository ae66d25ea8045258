import { exists } from 'i18next';
import type { AuditEvent } from '#shared/audit/audit-contract.ts';
import { useText } from '#renderer/i18n/use-text.ts';

/** Logged codes in words. An action of a later version than the words is shown as its code, never left out. */
export function useAuditWords(): {
  readonly action: (action: string) => string;
  readonly subject: (event: AuditEvent) => string;
} {
  const { text, digits } = useText();
  const known = (section: string, code: string): string =>
    exists(`${section}.${code}`) ? text(section, code) : code;
  return {
    action: (action) => known('auditAction', action),
    subject: ({ subjectKind, subjectId, details }) => {
      const kind = known('auditSubject', subjectKind);
      const number = details['referenceNumber'] ?? details['number'];
      if (typeof number === 'string') return `${kind} ${digits(number)}`;
      return subjectId === null ? kind : `${kind} ${digits(subjectId)}`;
    },
  };
}

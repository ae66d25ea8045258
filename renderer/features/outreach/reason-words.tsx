import {
  IconAlertTriangle,
  IconClock,
  IconFileAlert,
  IconFileX,
  IconHistory,
  IconId,
  IconPhoneCall,
  IconWritingSign,
  type Icon as TablerIcon,
} from '@tabler/icons-react';
import { assertNever } from '#shared/assert.ts';
import type { OutreachDue, OutreachReason, OutreachRow } from '#shared/outreach/outreach.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Badge, type BadgeKind } from '#renderer/ui/badge.tsx';
import { ShortDate, useToday } from '#renderer/ui/dates.tsx';
import css from './outreach.module.css';

const LOOKS: Readonly<Record<OutreachReason, { kind: BadgeKind; icon: TablerIcon }>> = {
  followUp: { kind: 'warning', icon: IconPhoneCall },
  documentExpired: { kind: 'danger', icon: IconAlertTriangle },
  deedExpiring: { kind: 'warning', icon: IconId },
  copyToDestroy: { kind: 'danger', icon: IconFileX },
  documentExpiring: { kind: 'warning', icon: IconClock },
  agreementEnding: { kind: 'info', icon: IconWritingSign },
  documentMissing: { kind: 'warning', icon: IconFileAlert },
  silent: { kind: 'neutral', icon: IconHistory },
};

export function ReasonBadge({ reason }: { readonly reason: OutreachReason }) {
  const { t } = useText();
  const { kind, icon } = LOOKS[reason];
  return (
    <Badge kind={kind} icon={icon}>
      {t(`outreach.reason.${reason}`)}
    </Badge>
  );
}

const isOf = (due: OutreachDue): boolean => due.documents.length > 0;

/** The documents of a reason by their names. */
export function useDocumentNames(): (due: OutreachDue) => string {
  const { t } = useText();
  return ({ documents }) =>
    documents.map(({ kind, title }) => (title === '' ? t(`documents.kind.${kind}`) : title)).join('، ');
}

/** What a reason is about: which documents, what was promised, and the day it hangs on. */
export function ReasonText({ due }: { readonly due: OutreachDue }) {
  const { t, digits } = useText();
  const today = useToday();
  const names = useDocumentNames();
  const what = isOf(due) ? names(due) : due.text;
  const { reason, on } = due;
  const past = on < today;
  const since =
    reason === 'deedExpiring' && past
      ? t('outreach.since.deedExpired')
      : reason === 'agreementEnding' && past
        ? t('outreach.since.agreementEnded')
        : t(`outreach.since.${reason}`);
  return (
    <>
      {what === '' ? null : <bdi>{digits(what)}</bdi>}{' '}
      <span className={css['since']}>
        {since} <ShortDate iso={on} />
      </span>
    </>
  );
}

/** What the call is about, in words that stand in the contact's record: of the most pressing reason. */
export function useAbout(): (row: OutreachRow) => string {
  const { t } = useText();
  const names = useDocumentNames();
  return ({ due, sex }) => {
    const [first] = due;
    if (first === undefined) return '';
    switch (first.reason) {
      case 'followUp':
        return t('outreach.about.followUp', { text: first.text });
      case 'documentExpired':
      case 'documentExpiring':
      case 'documentMissing': {
        const all = due.filter(({ reason }) => reason.startsWith('document'));
        return t('outreach.about.documents', { names: all.map(names).join('، ') });
      }
      case 'agreementEnding':
        return t('outreach.about.agreementEnding', { text: first.text });
      case 'silent':
        return t(sex === 'female' ? 'outreach.about.silentHer' : 'outreach.about.silent');
      case 'deedExpiring':
        return t('outreach.about.deedExpiring');
      case 'copyToDestroy':
        return t('outreach.about.copyToDestroy');
      default:
        return assertNever(first.reason);
    }
  };
}

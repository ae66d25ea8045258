import {
  IconBrandWhatsapp,
  IconClock,
  IconDeviceMobile,
  IconMail,
  IconPhone,
  IconShieldLock,
  IconUser,
  type Icon as TablerIcon,
} from '@tabler/icons-react';
import {
  type ContactPoint,
  type ContactPointKind,
  isSafeContact,
  type Safety,
} from '#shared/parties/contact-point.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Badge } from './badge.tsx';
import css from './contact-points.module.css';
import { Icon } from './icon.tsx';
import { Phone } from './numbers.tsx';
import { Note } from './states.tsx';

/** The sign of each way to reach somebody; its word stands beside it or is read out. */
export const CONTACT_SIGNS: Readonly<Record<ContactPointKind, TablerIcon>> = {
  mobile: IconDeviceMobile,
  foreignMobile: IconDeviceMobile,
  whatsapp: IconBrandWhatsapp,
  landline: IconPhone,
  email: IconMail,
};

const Value = ({ point }: { readonly point: ContactPoint }) =>
  point.kind === 'email' ? <bdi dir="ltr">{point.value}</bdi> : <Phone value={point.value} />;

/**
 * What makes a contact safe, in words and never by colour alone: whose telephone it is, when one may call, and «لا تُذكر
 * الجمعية» with its shield. Nothing where there is nothing to mind.
 */
export function SafeContact({ point }: { readonly point: Safety & { readonly kind?: ContactPointKind } }) {
  const { t } = useText();
  if (!isSafeContact(point)) return null;
  return (
    <span className={css['safe']}>
      {point.discreet ? (
        <Badge kind="warning" icon={IconShieldLock}>
          {t('partyRecord.contact.discreet')}
        </Badge>
      ) : null}
      {point.owner === '' ? null : (
        <span className={css['mark']}>
          <Icon of={IconUser} size="xs" />
          {t(point.kind === 'email' ? 'partyRecord.contact.emailOf' : 'partyRecord.contact.ownerIs', {
            owner: point.owner,
          })}
        </span>
      )}
      {point.hours === '' ? null : (
        <span className={css['mark']}>
          <Icon of={IconClock} size="xs" />
          {t('partyRecord.contact.hoursAre', { hours: point.hours })}
        </span>
      )}
    </span>
  );
}

/** A telephone number, never without what must be minded before it is called; on one line where a table shows it. */
export function SafePhone({
  value,
  safe,
  line = false,
}: {
  readonly value: string;
  readonly safe: Safety | null;
  readonly line?: boolean;
}) {
  if (safe === null) return <Phone value={value} />;
  return (
    <span className={css[line ? 'oneLine' : 'withSafety']}>
      <Phone value={value} />
      <SafeContact point={safe} />
    </span>
  );
}

/** Every way to reach somebody, in the order in which they are tried, each with what makes it safe. */
export function ContactPoints({ points }: { readonly points: readonly ContactPoint[] }) {
  const { t, text } = useText();
  if (points.length === 0) return <span className={css['none']}>{t('partyRecord.contact.none')}</span>;
  return (
    <ul className={css['list']} aria-label={t('partyRecord.contact.list')}>
      {points.map((point) => (
        <li key={`${point.kind} ${point.value} ${point.owner}`} className={css['point']}>
          <span className={css['line']}>
            <Icon of={CONTACT_SIGNS[point.kind]} size="sm" />
            {/* A Saudi mobile shows what it is; of the others the word says it. */}
            <span className={point.kind === 'mobile' ? 'sr-only' : css['kind']}>
              {text('domain.contactPointKind', point.kind)}
            </span>
            <Value point={point} />
          </span>
          <SafeContact point={point} />
          {point.note === '' ? null : (
            <span className={css['note']} dir="auto">
              {point.note}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Before she calls: what must be minded of these ways to reach somebody. Nothing where there is nothing to mind. */
export function SafeContactWarning({ points }: { readonly points: readonly ContactPoint[] }) {
  const { t } = useText();
  const safe = points.filter(isSafeContact);
  if (safe.length === 0) return null;
  return (
    <Note kind="warning" icon={IconShieldLock}>
      <b>{t('partyRecord.contact.warn')}</b>
      <ContactPoints points={safe} />
    </Note>
  );
}

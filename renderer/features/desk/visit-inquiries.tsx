import {
  IconArrowForwardUp,
  IconCheck,
  IconClock,
  IconMessage2Question,
  IconPencil,
  IconPlus,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { Inquiry, Visit } from '#shared/visits/visit.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { CardSection } from '#renderer/ui/card.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { InquiryForm } from './inquiry-form.tsx';
import css from './desk.module.css';

const LOOK = {
  answered: { kind: 'success', icon: IconCheck },
  referred: { kind: 'info', icon: IconArrowForwardUp },
  open: { kind: 'warning', icon: IconClock },
} as const;

/** What was asked in this visit, and what was answered (S.1, O.3). */
export function VisitInquiries({
  visit,
  asking,
  onAsking,
  mayAsk,
}: {
  readonly visit: Visit;
  /** The form is open: Ctrl+Enter is then its own. */
  readonly asking: boolean;
  readonly onAsking: (asking: boolean) => void;
  readonly mayAsk: boolean;
}) {
  const { t, text } = useText();
  const [edited, setEdited] = useState<Inquiry | null>(null);
  // After the form the focus stands where the next one is opened.
  const [asked, setAsked] = useState(false);
  const ask = (inquiry: Inquiry | null): void => {
    setEdited(inquiry);
    setAsked(true);
    onAsking(true);
  };
  useKey('Ctrl+I', t('desk.inquiries.add'), () => ask(null), { enabled: mayAsk && !asking });
  return (
    <CardSection
      title={t('desk.inquiries.title')}
      actions={
        mayAsk && !asking ? (
          <Button
            kind="quiet"
            size="sm"
            icon={<Icon of={IconPlus} size="sm" />}
            keys="Ctrl+I"
            autoFocus={asked}
            onClick={() => ask(null)}
          >
            {t('desk.inquiries.add')}
          </Button>
        ) : undefined
      }
    >
      {visit.inquiries.length === 0 && !asking ? (
        <p className={css['dim']}>{t('desk.inquiries.empty')}</p>
      ) : null}
      <ul className={css['inquiries']} aria-label={t('desk.inquiries.title')}>
        {visit.inquiries.map((inquiry) => (
          <li key={inquiry.id}>
            <Icon of={IconMessage2Question} mirror />
            <span className={css['grow']}>
              <span className={css['question']}>{inquiry.question}</span>
              <span className={css['answer']}>
                {inquiry.answer !== ''
                  ? inquiry.answer
                  : inquiry.outcome === 'referred'
                    ? t('desk.inquiries.referred')
                    : t('desk.inquiries.noAnswer')}
              </span>
            </span>
            <Badge
              kind={LOOK[inquiry.outcome].kind}
              icon={LOOK[inquiry.outcome].icon}
              mirror={inquiry.outcome === 'referred'}
            >
              {text('domain.inquiryOutcome', inquiry.outcome)}
            </Badge>
            {mayAsk && !asking ? (
              <IconButton
                label={t('desk.inquiries.edit', { question: inquiry.question })}
                icon={<Icon of={IconPencil} size="sm" />}
                onClick={() => ask(inquiry)}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {asking ? (
        <InquiryForm
          key={edited?.id ?? 0}
          visitId={visit.id}
          inquiry={edited}
          onClose={() => onAsking(false)}
        />
      ) : null}
    </CardSection>
  );
}

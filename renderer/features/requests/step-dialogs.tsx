import type { SupportRequest } from '#shared/requests/request.ts';
import { clause } from '#shared/policy/clauses.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { DualDateText, useToday } from '#renderer/ui/dates.tsx';
import { ConfirmWithSecondKey } from '#renderer/ui/dialog.tsx';
import { ErrorBlock } from '#renderer/ui/states.tsx';
import css from './requests.module.css';

/** S.5: raising gives the number and tells the applicant; it is not taken back. */
export function RaiseDialog({
  opened,
  request,
  busy,
  problem,
  onClose,
  onConfirm,
}: {
  readonly opened: boolean;
  readonly request: SupportRequest;
  readonly busy: boolean;
  readonly problem: string | undefined;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}) {
  const { t } = useText();
  const today = useToday();
  return (
    <ConfirmWithSecondKey
      opened={opened}
      onClose={onClose}
      onConfirm={onConfirm}
      title={t('requests.raise.title')}
      summary={[
        { term: t('requests.list.name'), value: request.partyName },
        { term: t('requests.list.service'), value: request.service },
        { term: t('requests.raise.number'), value: t('requests.raise.numberNext') },
        { term: t('date.today'), value: <DualDateText iso={today} /> },
      ]}
      consequence={t('requests.raise.consequence')}
      verb={t('requests.raise.verb')}
      busy={busy}
    >
      <p className={css['clauseInDialog']}>
        <q>{clause('S.5').text}</q>
      </p>
      {problem === undefined ? null : <ErrorBlock text={problem} />}
    </ConfirmWithSecondKey>
  );
}

import { IconCopy } from '@tabler/icons-react';
import type { Party } from '#shared/parties/party.ts';
import { whereaboutsOf } from '#shared/requests/whereabouts.ts';
import type { SupportRequest } from '#shared/requests/request.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { copyText } from '#renderer/ui/copy-text.ts';
import { DualDateText, useToday } from '#renderer/ui/dates.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { Identifier } from '#renderer/ui/numbers.tsx';
import { Note } from '#renderer/ui/states.tsx';
import { SummaryList } from '#renderer/ui/summary-list.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import { useWhereabouts } from './use-whereabouts.ts';
import css from './requests.module.css';

/** «وين وصلت معاملتي؟»: whom to make sure of, the sentence to read out, and the next day. */
export function WhereaboutsDialog({
  request,
  party,
  onClose,
}: {
  readonly request: SupportRequest;
  readonly party: Party | undefined;
  readonly onClose: () => void;
}) {
  const { t, text } = useText();
  const today = useToday();
  const { code, day } = whereaboutsOf(request, today);
  const sentence = useWhereabouts(request);
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('requests.where.title')}
      width="34rem"
      footer={
        <>
          <Button
            icon={<Icon of={IconCopy} />}
            onClick={() => void copyText(sentence).then(() => showToast(t('requests.where.copied')))}
          >
            {t('requests.where.copy')}
          </Button>
          <Button keys="Esc" onClick={onClose}>
            {t('common.close')}
          </Button>
        </>
      }
    >
      <Note>{t('requests.where.check')}</Note>
      <SummaryList
        label={t('requests.where.who')}
        rows={[
          { term: text('sealed.attest.whose', party?.sex ?? 'unknown'), value: request.partyName },
          {
            term: t('requests.page.field.idNumber'),
            value:
              party === undefined || party.idNumber === '' ? (
                <span className={css['dim']}>{t('desk.open.noId')}</span>
              ) : (
                <Identifier value={party.idNumber} />
              ),
          },
          {
            term: t('requests.list.number'),
            value:
              request.number === null ? (
                <span className={css['dim']}>{t('requests.notRaised')}</span>
              ) : (
                <Identifier value={request.number} />
              ),
          },
          ...(day === null ? [] : [{ term: t('requests.where.next'), value: <DualDateText iso={day} /> }]),
        ]}
      />
      <blockquote className={css['says']} aria-label={t('requests.where.read')}>
        {sentence}
      </blockquote>
      {code === 'decided' ? <Note kind="warning">{t('requests.where.decidedHelp')}</Note> : null}
    </Dialog>
  );
}

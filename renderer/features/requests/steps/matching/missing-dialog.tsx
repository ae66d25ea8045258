import { useState } from 'react';
import { addDays } from '#shared/calendar/iso-day.ts';
import type { SupportRequest } from '#shared/requests/request.ts';
import { useChannelCommand } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { useToday } from '#renderer/ui/dates.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { DualDateField } from '#renderer/ui/dual-date-field.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { paths } from '#renderer/ui/paths.ts';
import { ErrorBlock, Note } from '#renderer/ui/states.tsx';
import { countRequirements } from '../../request-facts.ts';
import requestCss from '../../requests.module.css';

/** «بيان النواقص»: what is missing of this request, and the day on which they come back with it. Mounted while it is open. */
export function MissingDialog({
  request,
  onClose,
}: {
  readonly request: SupportRequest;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const say = useErrorText();
  const go = useGo();
  const today = useToday();
  const set = useChannelCommand('requests.setReturnDay');
  const [day, setDay] = useState<string | null>(request.returnOn ?? addDays(today, 7));
  const { missing } = countRequirements(request.requirements);
  const press = async (): Promise<void> => {
    if (missing.length === 0 || set.isPending) return;
    if (day !== request.returnOn) await set.mutateAsync({ id: request.id, day });
    go(
      paths.paper({
        kind: 'missingDocuments',
        partyId: request.partyId,
        requestId: request.id,
        returnDay: day,
      }),
    );
  };
  const verb = t('requestForm.missing.print');
  const run = (): void => void press().catch(() => undefined);
  useKey('Ctrl+Enter', verb, run);
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('requestForm.missing.title')}
      width="38rem"
      footer={
        <>
          <Button kind="filled" keys="Ctrl+Enter" loading={set.isPending} onClick={run}>
            {verb}
          </Button>
          <Button keys="Esc" onClick={onClose}>
            {t('common.back')}
          </Button>
        </>
      }
    >
      {set.error === null ? null : <ErrorBlock text={say(set.error)} />}
      {missing.length === 0 ? (
        <Note>{t('requestForm.missing.none')}</Note>
      ) : (
        <>
          <p className={requestCss['dim']}>{t('requestForm.missing.help')}</p>
          <ul className={requestCss['requirements']}>
            {missing.map((one) => (
              <li key={one.key} data-state="needed">
                {one.name}
              </li>
            ))}
          </ul>
          <DualDateField label={t('requestForm.missing.day')} value={day} onChange={setDay} />
        </>
      )}
    </Dialog>
  );
}

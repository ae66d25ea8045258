import { IconBook2, IconCircleCheck, IconCircleDashed, IconCircleMinus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { clause } from '#shared/policy/clauses.ts';
import { ClockDialog, isClockError } from '#renderer/api/clock-dialog.tsx';
import { type ApiError, call, isApiError } from '#renderer/api/client.ts';
import { useChannelCommand, useChannelQuery } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardFooter } from '#renderer/ui/card.tsx';
import { When } from '#renderer/ui/dates.tsx';
import { TextArea } from '#renderer/ui/fields.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { Identifier } from '#renderer/ui/numbers.tsx';
import { ErrorBlock, Note } from '#renderer/ui/states.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import { countRequirements } from '../../request-facts.ts';
import requestCss from '../../requests.module.css';
import { RequirementMenu } from '../requirement-menu.tsx';
import { RequirementState } from '../requirement-state.tsx';
import type { StepProps } from '../step-props.ts';
import { useRequirements } from '../use-requirements.ts';
import css from './registration.module.css';

const SIGNS = { matched: IconCircleCheck, needed: IconCircleDashed, notNeeded: IconCircleMinus } as const;

/** S.6 «استكمال اجراءات التسجيل مع اكتمال الطلبات»: who received what and when, and the number of the file. */
export function RegistrationStep({ request, party, mayWrite, busy: pageBusy, onDone }: StepProps) {
  const { t } = useText();
  const say = useErrorText();
  const acts = useRequirements(request);
  const complete = useChannelCommand('requests.completeRegistration');
  const form = useChannelQuery('form.ofRequest', { id: request.id });
  const page = useChannelQuery('parties.page', { id: request.partyId });
  const [note, setNote] = useState('');
  const [told, setTold] = useState(false);
  const [clock, setClock] = useState<ApiError | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const { missing } = countRequirements(request.requirements);
  const writes = mayWrite && request.allowed.includes('setRequirement');
  const fileNumber = party?.fileNumber ?? page.data?.party.fileNumber ?? null;
  const verb = t('requestForm.registration.complete');

  const press = async (confirmClock = false): Promise<void> => {
    if (complete.isPending) return;
    if (missing.length > 0) {
      setTold(true);
      list.current?.querySelector<HTMLElement>('[data-state="needed"] button')?.focus();
      return;
    }
    try {
      await complete.mutateAsync({ id: request.id, note, confirmClock });
    } catch (error) {
      if (isApiError(error) && isClockError(error)) setClock(error);
      else if (!isApiError(error)) throw error;
      return;
    }
    setClock(null);
    const number = (await page.refetch()).data?.party.fileNumber ?? '';
    showToast(t('requestForm.registration.done', { number }), () =>
      call('requests.reopenStep', { id: request.id, step: 6 }),
    );
    onDone();
  };
  useKey('Ctrl+Enter', verb, () => void press(), {
    enabled: mayWrite && !pageBusy && clock === null,
  });
  const refused = complete.error !== null && !isClockError(complete.error) ? say(complete.error) : undefined;
  const problem = acts.problem ?? refused;
  const female = party?.sex === 'female';
  return (
    <Card pane={t('requestForm.registration.title')}>
      <div className={requestCss['stepBody']}>
        <h2 className={requestCss['stepTitle']}>{t('requestForm.registration.title')}</h2>
        <p className={requestCss['clause']}>
          <Icon of={IconBook2} size="sm" />
          <q>{clause('S.6').text}</q>
        </p>
        {problem === undefined ? null : <ErrorBlock text={problem} />}
        {told && missing.length > 0 ? (
          <Note kind="warning">
            <b>{t('requestForm.registration.stillTitle')}</b>
            <p>{t('requestForm.registration.still', { names: missing.map((one) => one.name).join('، ') })}</p>
          </Note>
        ) : null}
        <ul className={css['list']} ref={list} aria-label={t('requestForm.registration.rows')}>
          {request.requirements.map((requirement) => (
            <li key={requirement.key} data-state={requirement.state}>
              <Icon of={SIGNS[requirement.state]} />
              <span className={css['name']}>
                {requirement.name}
                <span className={css['who']}>
                  {requirement.state === 'matched' && requirement.officerName !== null ? (
                    <>
                      {t('requestForm.registration.received', { name: requirement.officerName })}
                      {requirement.atMs === null ? null : (
                        <>
                          {t('date.comma')} <When atMs={requirement.atMs} />
                        </>
                      )}
                    </>
                  ) : (
                    t(
                      requirement.state === 'notNeeded'
                        ? 'requestForm.registration.spared'
                        : 'requestForm.registration.waiting',
                    )
                  )}
                </span>
              </span>
              {writes ? (
                <RequirementMenu
                  request={request}
                  requirement={requirement}
                  held={form.data?.requirements.find((one) => one.key === requirement.key)}
                  acts={acts}
                >
                  <RequirementState requirement={requirement} />
                </RequirementMenu>
              ) : (
                <RequirementState requirement={requirement} />
              )}
            </li>
          ))}
        </ul>
        <p className={css['file']}>
          <span className={requestCss['dim']}>{t('requestForm.registration.file')}</span>
          {fileNumber === null ? (
            t('requestForm.registration.fileNew')
          ) : (
            <span>
              <Identifier value={fileNumber} />
              <span className={requestCss['small']}>
                {' '}
                {t(female ? 'requestForm.registration.fileKeptFemale' : 'requestForm.registration.fileKept', {
                  number: fileNumber,
                })}
              </span>
            </span>
          )}
        </p>
        {mayWrite ? (
          <TextArea label={t('requests.page.note')} optional value={note} onChange={setNote} rows={2} />
        ) : null}
      </div>
      {mayWrite ? (
        <CardFooter>
          <Button kind="filled" keys="Ctrl+Enter" loading={complete.isPending} onClick={() => void press()}>
            {verb}
          </Button>
        </CardFooter>
      ) : null}
      <ClockDialog
        error={clock}
        busy={complete.isPending}
        verb={t('requestForm.registration.clock')}
        takes={t('requestForm.registration.takes')}
        onClose={() => setClock(null)}
        onConfirm={() => void press(true)}
      />
    </Card>
  );
}

import type { ReactElement } from 'react';
import type { ApiError, ChannelOutput } from '#renderer/api/client.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Card, CardBody, CardHeader } from '#renderer/ui/card.tsx';
import { ErrorBlock, Note } from '#renderer/ui/states.tsx';
import { IconCheck } from '@tabler/icons-react';
import { riyadhTime } from '#shared/calendar/dual-date.ts';
import { kindOf } from './fault-kind.ts';
import css from './registers.module.css';

type Check = ChannelOutput<'registers.check'>;

/** «فحص السجلات»: what the latest check found; it runs when the screen asks for it. */
export function CheckCard({
  check,
  error,
  running,
}: {
  readonly check: Check | undefined;
  readonly error: ApiError | null;
  readonly running: boolean;
}): ReactElement {
  const { t } = useText();
  const say = useErrorText();
  return (
    <Card pane={t('registers.check.title')}>
      <CardHeader title={t('registers.check.title')} />
      <CardBody>
        <div role="status" className={css['check']}>
          {running || (check === undefined && error === null) ? (
            <p className={css['dim']}>{t(`registers.check.${running ? 'running' : 'never'}`)}</p>
          ) : error !== null ? (
            <ErrorBlock text={say(error)} />
          ) : check === undefined ? null : (
            <Found check={check} />
          )}
        </div>
      </CardBody>
    </Card>
  );
}

function Found({ check }: { readonly check: Check }): ReactElement {
  const { t, digits } = useText();
  const { fault, place } = check;
  const counts = t('registers.check.counts', {
    letters: digits(check.letters),
    incoming: digits(check.incoming),
    reserved: digits(check.reserved),
    files: digits(check.files),
    events: digits(check.events),
    time: digits(riyadhTime(check.checkedAtMs)),
  });
  if (fault === null)
    return (
      <>
        <Note kind="success" icon={IconCheck}>
          {t('registers.check.well')}
        </Note>
        <p className={css['dim']}>{counts}</p>
      </>
    );
  const register = place === null ? '' : t(`registers.name.${place.register as 'outgoing'}`);
  const title =
    place === null
      ? t('registers.check.brokenElse')
      : place.number === null
        ? t('registers.check.brokenYear', { register, year: digits(place.hijriYear) })
        : t('registers.check.broken', {
            register,
            year: digits(place.hijriYear),
            number: digits(place.number),
          });
  const what = t(`registers.check.kind.${kindOf(fault)}`, { fault });
  return (
    <>
      <ErrorBlock title={title} text={t('registers.check.what', { what })} />
      <p>{t('registers.check.todo')}</p>
      <p className={css['dim']}>{counts}</p>
    </>
  );
}

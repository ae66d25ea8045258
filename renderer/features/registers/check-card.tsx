import { useEffect, useState, type ReactElement } from 'react';
import { call, type ApiError, type ChannelOutput } from '#renderer/api/client.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Card, CardBody, CardHeader } from '#renderer/ui/card.tsx';
import { ErrorBlock, Note } from '#renderer/ui/states.tsx';
import { IconCheck } from '@tabler/icons-react';
import { riyadhTime } from '#shared/calendar/dual-date.ts';
import css from './registers.module.css';

type Check = ChannelOutput<'registers.check'>;
type State =
  | { readonly kind: 'never' | 'running' }
  | { readonly kind: 'done'; readonly check: Check }
  | { readonly kind: 'failed'; readonly error: ApiError };

const KINDS = [
  'content',
  'seal',
  'code',
  'pdf',
  'log',
  'chain',
  'missing',
  'void',
  'signing',
  'signed',
  'delivered',
  'delivery',
  'rendering',
  'file',
  'gap',
  'beyond',
  'unknown',
  'head',
  'settled',
  'range',
] as const;
type Kind = (typeof KINDS)[number];

/** `letter.content:outgoing-1448-127` is about the content. */
function kindOf(fault: string): Kind | 'other' {
  const word = /^(?:letter|incoming|paper|register)\.([a-z]+):/iu.exec(fault)?.[1];
  return KINDS.find((kind) => kind === word) ?? 'other';
}

/** «فحص السجلات»: runs each time it is asked, and stays with what it found. */
export function CheckCard({ asked }: { readonly asked: number }): ReactElement {
  const { t } = useText();
  const say = useErrorText();
  const [state, setState] = useState<State>({ kind: 'never' });
  useEffect(() => {
    if (asked === 0) return undefined;
    let left = false;
    setState({ kind: 'running' });
    const set = (next: State): void => {
      if (!left) setState(next);
    };
    call('registers.check').then(
      (check) => set({ kind: 'done', check }),
      (error: unknown) => set({ kind: 'failed', error: error as ApiError }),
    );
    return () => {
      left = true;
    };
  }, [asked]);
  return (
    <Card pane={t('registers.check.title')}>
      <CardHeader title={t('registers.check.title')} />
      <CardBody>
        <div role="status" className={css['check']}>
          {state.kind === 'done' ? (
            <Found check={state.check} />
          ) : state.kind === 'failed' ? (
            <ErrorBlock text={say(state.error)} />
          ) : (
            <p className={css['dim']}>{t(`registers.check.${state.kind}`)}</p>
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

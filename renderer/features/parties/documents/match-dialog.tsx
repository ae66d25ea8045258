import { useEffect, useRef, useState } from 'react';
import {
  type Datum,
  MATCH_SOURCES,
  type MatchSource,
  type ShownDatum,
  SOURCE_DATA,
} from '#shared/documents/matching.ts';
import { assertNever } from '#shared/assert.ts';
import type { PartyId } from '#shared/ids.ts';
import { SOCIAL_STATUSES } from '#shared/circumstances/facts.ts';
import { call } from '#renderer/api/client.ts';
import { useChannelCommand, useChannelQuery } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { AppLink } from '#renderer/ui/app-link.tsx';
import { BirthText } from '#renderer/ui/birth-text.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { CheckField, SelectField } from '#renderer/ui/fields.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { Iban, Identifier, Phone } from '#renderer/ui/numbers.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { ErrorBlock, SkeletonRows } from '#renderer/ui/states.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import css from './documents.module.css';
import { MatchBadge } from './matching-card.tsx';

/**
 * S.2: every value whole beside the original. One key matches all that is shown; what differs is unticked, and corrected
 * in the data. The look is logged, and nothing of it is kept: the lock and Esc take it away. Mounted while it is open.
 */
export function MatchDialog({
  partyId,
  onClose,
}: {
  readonly partyId: PartyId;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const say = useErrorText();
  const session = useChannelQuery('session.current', undefined);
  const locked = session.data?.locked ?? false;
  const sheet = useChannelCommand('matching.sheet');
  const match = useChannelCommand('matching.match');
  const [source, setSource] = useState<MatchSource>('card');
  const [left, setLeft] = useState<ReadonlySet<Datum>>(new Set());
  const [asked, setAsked] = useState(false);
  const looked = useRef(false);
  const look = sheet.mutate;
  useEffect(() => {
    // Once a look: a component that is drawn anew must not log another.
    if (looked.current) return;
    looked.current = true;
    look({ partyId });
  }, [partyId, look]);
  useEffect(() => {
    if (locked) onClose();
  }, [locked, onClose]);

  const written = sheet.data?.find(({ datum }) => datum === 'sex')?.value;
  const sex = written === 'male' || written === 'female' ? written : 'unknown';
  const shown = (sheet.data ?? []).filter(({ datum }) => SOURCE_DATA[source].includes(datum));
  const chosen = shown.filter(({ datum }) => !left.has(datum));
  const verb =
    chosen.length === shown.length && shown.length > 0
      ? t('documents.matching.dialog.all')
      : t('documents.matching.dialog.some', { count: chosen.length });
  const confirm = (): void => {
    setAsked(true);
    if (chosen.length === 0 || match.isPending) return;
    const data = chosen.map(({ datum, seen }) => ({ datum, seen }));
    match.mutate(
      { partyId, against: source, data },
      {
        onSuccess: () => {
          onClose();
          showToast(t('documents.matching.dialog.done'), () =>
            call('matching.withdraw', { partyId, data: data.map(({ datum }) => datum) }),
          );
        },
      },
    );
  };
  useKey('Ctrl+Enter', verb, confirm);
  const error = sheet.error ?? match.error;
  return (
    <Dialog
      opened={!locked}
      onClose={onClose}
      title={t('documents.matching.dialog.title')}
      width="42rem"
      footer={
        <>
          <Button kind="filled" keys="Ctrl+Enter" loading={match.isPending} onClick={confirm}>
            {verb}
          </Button>
          <Button keys="Esc" onClick={onClose}>
            {t('common.back')}
          </Button>
          <AppLink to={paths.beneficiaryEdit(partyId)}>{t('documents.matching.dialog.correct')}</AppLink>
        </>
      }
    >
      <div className={css['stack']}>
        <SelectField
          label={t('documents.matching.dialog.source')}
          value={source}
          onChange={(next) => {
            if (next === null) return;
            setSource(next);
            setLeft(new Set());
          }}
          choices={MATCH_SOURCES.map((value) => ({ value, label: t(`documents.matching.source.${value}`) }))}
          autoFocus
          width="18rem"
        />
        <p className={css['help']}>{t('documents.matching.dialog.hint')}</p>
        {error === null ? null : <ErrorBlock text={say(error)} />}
        {sheet.data === undefined ? (
          sheet.error === null ? (
            <SkeletonRows rows={5} height="2.75rem" />
          ) : null
        ) : shown.length === 0 ? (
          <p>{t('documents.matching.dialog.nothing')}</p>
        ) : (
          <ul className={css['sheet']} aria-label={t('documents.matching.title')}>
            {shown.map((one) => (
              <li key={one.datum}>
                <CheckField
                  label={t(`documents.matching.datum.${one.datum}`)}
                  checked={!left.has(one.datum)}
                  onChange={(on) => {
                    const next = new Set(left);
                    if (on) next.delete(one.datum);
                    else next.add(one.datum);
                    setLeft(next);
                  }}
                />
                <span className={css['value']}>
                  <Value shown={one} sex={sex} />
                </span>
                <MatchBadge state={one.state} />
              </li>
            ))}
          </ul>
        )}
        {asked && chosen.length === 0 && shown.length > 0 ? (
          <p role="alert" className={css['warn']}>
            {t('documents.matching.dialog.none')}
          </p>
        ) : null}
      </div>
    </Dialog>
  );
}

/** As the original prints it. */
function Value({
  shown: { datum, value, calendar },
  sex,
}: {
  readonly shown: ShownDatum;
  readonly sex: 'male' | 'female' | 'unknown';
}) {
  const { t, text } = useText();
  switch (datum) {
    case 'idNumber':
    case 'shortAddress':
      return <Identifier value={value} />;
    case 'mobile':
      return <Phone value={value} />;
    case 'iban':
      return <Iban value={value} />;
    case 'birth':
      return calendar === null ? value : <BirthText birth={{ printed: value, calendar, day: null }} />;
    case 'nationality':
      return text('nationalities', value);
    case 'sex':
      return text('domain.sex', value);
    case 'socialStatus': {
      const status = SOCIAL_STATUSES.find((one) => one === value);
      return status === undefined ? value : t(`circumstances.socialStatus.${status}.${sex}`);
    }
    case 'name':
    case 'village':
      return value;
    default:
      return assertNever(datum);
  }
}

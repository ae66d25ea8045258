import { useEffect, useRef } from 'react';
import type { PartyId } from '#shared/ids.ts';
import type { IdentityCard } from '#shared/parties/profile.ts';
import { useChannelCommand, useChannelQuery } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { BirthText } from '#renderer/ui/birth-text.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Identifier } from '#renderer/ui/numbers.tsx';
import { ErrorBlock, SkeletonRows } from '#renderer/ui/states.tsx';
import css from './compare-dialog.module.css';

/**
 * S.2: the identity whole and large while the officer holds the card beside it. Each opening is a logged look. What it
 * shows is kept nowhere: Esc, leaving the page and the lock take it away, the next look asks (and logs) again.
 */
export function CompareDialog({ id, onClose }: { readonly id: PartyId; readonly onClose: () => void }) {
  const { t } = useText();
  const say = useErrorText();
  const session = useChannelQuery('session.current', undefined);
  const compare = useChannelCommand('parties.compare');
  const asked = useRef(false);
  const { mutate } = compare;
  useEffect(() => {
    // Once a look: a component that is drawn anew must not log another.
    if (asked.current) return;
    asked.current = true;
    mutate({ id });
  }, [id, mutate]);
  const locked = session.data?.locked ?? false;
  useEffect(() => {
    if (locked) onClose();
  }, [locked, onClose]);
  return (
    <Dialog
      opened={!locked}
      onClose={onClose}
      title={t('partyProfile.compare.title')}
      width="36rem"
      footer={
        <Button kind="filled" keys="Esc" autoFocus onClick={onClose}>
          {t('partyProfile.compare.hide')}
        </Button>
      }
    >
      {compare.error === null ? null : <ErrorBlock text={say(compare.error)} />}
      {compare.data === undefined ? (
        compare.error === null ? (
          <SkeletonRows rows={5} height="3rem" />
        ) : null
      ) : (
        <Card card={compare.data} />
      )}
      <p className={css['help']}>{t('partyProfile.compare.help')}</p>
    </Dialog>
  );
}

/** In the order in which the card prints it. */
function Card({ card }: { readonly card: IdentityCard }) {
  const { t, text } = useText();
  const none = <span className={css['none']}>{t('partyProfile.compare.notAsked')}</span>;
  return (
    <dl className={css['card']} aria-label={t('partyProfile.compare.title')}>
      <div>
        <dt>{t('partyProfile.compare.card.name')}</dt>
        <dd className={css['name']}>{card.name}</dd>
        {card.latinName === '' ? null : (
          <dd dir="ltr" className={css['latin']}>
            {card.latinName}
          </dd>
        )}
      </div>
      <div>
        <dt>
          {card.idKind === 'nationalId' || card.idKind === 'none'
            ? t('partyProfile.compare.card.idNumber')
            : text('domain.idKind', card.idKind)}
        </dt>
        <dd className={css['number']}>
          {card.idNumber === '' ? none : <Identifier value={card.idNumber} />}
        </dd>
      </div>
      {card.kind === 'person' ? (
        <>
          <div>
            <dt>{t('partyProfile.compare.card.birth')}</dt>
            <dd className={css['large']}>{card.birth === null ? none : <BirthText birth={card.birth} />}</dd>
          </div>
          <div className={css['pair']}>
            <div>
              <dt>{t('partyProfile.compare.card.nationality')}</dt>
              <dd>{card.nationality === '' ? none : text('nationalities', card.nationality)}</dd>
            </div>
            <div>
              <dt>{t('partyProfile.compare.card.sex')}</dt>
              <dd>{card.sex === null ? none : text('domain.sex', card.sex)}</dd>
            </div>
          </div>
        </>
      ) : null}
    </dl>
  );
}

import { safetyOf } from '#shared/parties/contact-point.ts';
import type { Party, PartyHit } from '#shared/parties/party.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { SafePhone } from './contact-points.tsx';
import { HitReason } from './hit-reason.tsx';
import { Identifier } from './numbers.tsx';
import css from './person.module.css';

type Known = Pick<PartyHit, 'idNumber' | 'mobile' | 'village' | 'fileNumber'>;

/** What tells two people of one name apart, in one line: why they were found, id, mobile, village, file. */
export function PersonMarks({ person }: { readonly person: Known & Pick<PartyHit, 'via' | 'safe'> }) {
  return (
    <>
      <HitReason via={person.via} />
      {person.idNumber === '' ? null : <Identifier value={person.idNumber} />}
      {person.mobile === '' ? null : <SafePhone value={person.mobile} safe={person.safe} />}
      {person.village === '' ? null : <span>{person.village}</span>}
      {person.fileNumber === null ? null : <Identifier value={person.fileNumber} />}
    </>
  );
}

/** The four facts under a person's name. */
export function PersonFacts({ person }: { readonly person: Known & Pick<Party, 'contactPoints'> }) {
  const { t } = useText();
  return (
    <dl className={css['facts']}>
      <div>
        <dt>{t('desk.open.fileNumber')}</dt>
        <dd>
          {person.fileNumber === null ? (
            <span className={css['none']}>{t('desk.open.noFile')}</span>
          ) : (
            <Identifier value={person.fileNumber} />
          )}
        </dd>
      </div>
      <div>
        <dt>{t('desk.open.idNumber')}</dt>
        <dd>
          {person.idNumber === '' ? (
            <span className={css['none']}>{t('desk.open.noId')}</span>
          ) : (
            <Identifier value={person.idNumber} />
          )}
        </dd>
      </div>
      <div>
        <dt>{t('desk.open.mobile')}</dt>
        <dd>
          {person.mobile === '' ? (
            <span className={css['none']}>{t('desk.open.noMobile')}</span>
          ) : (
            <SafePhone value={person.mobile} safe={safetyOf(person.contactPoints, person.mobile)} />
          )}
        </dd>
      </div>
      {person.village === '' ? null : (
        <div>
          <dt>{t('desk.open.village')}</dt>
          <dd>{person.village}</dd>
        </div>
      )}
    </dl>
  );
}

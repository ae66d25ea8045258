import type { ReactElement } from 'react';
import { mayActOn } from '#shared/households/representation.ts';
import type { SupportRequest } from '#shared/requests/request.ts';
import { CASE_ROLES } from '#shared/staff/staff.ts';
import { useHasRole } from '#renderer/api/session.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { AppLink } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { useToday } from '#renderer/ui/dates.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Note } from '#renderer/ui/states.tsx';
import { DeedFails } from '../../deed-fails.tsx';
import css from './attestation.module.css';

/**
 * A deed that was shown when the request was opened may have ended since: before anything is drawn, the place of the signature says
 * so, with both ways on. Null: the applicant signs, or who came may.
 */
export function useDeedRefusal(
  { partyId, representation }: SupportRequest,
  onRepresent: () => void,
): ReactElement | null {
  const { t } = useText();
  const today = useToday();
  const sees = useHasRole(...CASE_ROLES);
  const { data } = useChannelQuery(
    'representatives.ofParty',
    { partyId },
    { enabled: sees && representation !== null },
  );
  if (representation === null || data === undefined) return null;
  const deed = data.by.find(({ id }) => id === representation.id);
  if (deed !== undefined && mayActOn(deed, today)) return null;
  return (
    <div className={css['refused']}>
      <Note kind="warning">{deed === undefined ? t('sealed.refused.deed') : <DeedFails deed={deed} />}</Note>
      <div className={css['ways']}>
        <Button kind="tinted" size="sm" onClick={onRepresent}>
          {t('requests.represent.menu')}
        </Button>
        <AppLink to={paths.beneficiaryPart(partyId, 'household')}>{t('requestForm.open.openDeeds')}</AppLink>
      </div>
    </div>
  );
}

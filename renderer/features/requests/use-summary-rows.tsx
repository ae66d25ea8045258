import { safetyOf } from '#shared/parties/contact-point.ts';
import type { Party } from '#shared/parties/party.ts';
import type { SupportRequest } from '#shared/requests/request.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { SafePhone } from '#renderer/ui/contact-points.tsx';
import { Identifier } from '#renderer/ui/numbers.tsx';
import type { SummaryRow } from '#renderer/ui/summary-list.tsx';
import css from './requests.module.css';

/** The data that the applicant answers for: read out at S.2 and S.4, each with the way to change it. */
export function useSummaryRows(
  request: SupportRequest,
  party: Party | undefined,
  mayWrite: boolean,
  change: { readonly onRequest: () => void; readonly onPerson: () => void },
): readonly SummaryRow[] {
  const { t } = useText();
  const none = (words: string) => <span className={css['dim']}>{words}</span>;
  const ofPerson = mayWrite ? { onChange: change.onPerson } : {};
  const ofRequest = mayWrite ? { onChange: change.onRequest } : {};
  return [
    { term: t('requests.page.field.name'), value: party?.name ?? request.partyName, ...ofPerson },
    {
      term: t('requests.page.field.idNumber'),
      value:
        party === undefined ? null : party.idNumber === '' ? (
          none(t('desk.open.noId'))
        ) : (
          <Identifier value={party.idNumber} />
        ),
      ...ofPerson,
    },
    {
      term: t('requests.page.field.mobile'),
      value:
        party === undefined ? null : party.mobile === '' ? (
          none(t('desk.open.noMobile'))
        ) : (
          <SafePhone value={party.mobile} safe={safetyOf(party.contactPoints, party.mobile)} />
        ),
      ...ofPerson,
    },
    {
      term: t('requests.page.field.village'),
      value:
        party === undefined ? null : party.village === '' ? none(t('parties.page.noVillage')) : party.village,
      ...ofPerson,
    },
    { term: t('requests.page.field.service'), value: request.service, ...ofRequest },
    {
      term: t('requests.page.field.need'),
      value: request.need === '' ? none(t('requests.page.field.noNeed')) : request.need,
      ...ofRequest,
    },
  ];
}

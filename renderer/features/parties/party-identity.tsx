import { riyadhDay } from '#shared/calendar/dual-date.ts';
import type { Party } from '#shared/parties/party.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { ShortDate } from '#renderer/ui/dates.tsx';
import { Identifier, Phone } from '#renderer/ui/numbers.tsx';
import { SummaryList, type SummaryRow } from '#renderer/ui/summary-list.tsx';
import css from './parties.module.css';

/** Who somebody is, as a summary; what may be changed has «تغيير» beside it. */
export function PartyIdentity({
  party,
  onChange,
}: {
  readonly party: Party;
  readonly onChange?: () => void;
}) {
  const { t, text } = useText();
  const none = (words: string) => <span className={css['dim']}>{words}</span>;
  const change = onChange === undefined ? {} : { onChange };
  const rows: SummaryRow[] = [
    { term: t('parties.page.name'), value: party.name, ...change },
    {
      term:
        party.idKind === 'nationalId' || party.idKind === 'none'
          ? t('parties.page.idNumber')
          : text('domain.idKind', party.idKind),
      value:
        party.idKind === 'none' ? (
          none(t('parties.page.noId', { reason: party.noIdReason }))
        ) : (
          <Identifier value={party.idNumber} />
        ),
      ...change,
    },
    {
      term: t('parties.page.mobile'),
      value: party.mobile === '' ? none(t('parties.page.noMobile')) : <Phone value={party.mobile} />,
      ...change,
    },
    {
      term: t('parties.page.village'),
      value: party.village === '' ? none(t('parties.page.noVillage')) : party.village,
      ...change,
    },
    ...(party.kind === 'person'
      ? [
          {
            term: t('parties.page.sex'),
            value: party.sex === null ? none(t('parties.page.noVillage')) : text('domain.sex', party.sex),
            ...change,
          },
        ]
      : [{ term: t('parties.page.kind'), value: text('domain.partyKind', party.kind) }]),
    {
      term: t('parties.page.file'),
      value:
        party.fileNumber === null ? none(t('parties.page.noFile')) : <Identifier value={party.fileNumber} />,
    },
    {
      term: t('parties.page.roles'),
      value: party.roles.map((role) => text('domain.partyRole', role)).join('، '),
      ...change,
    },
    { term: t('parties.page.since'), value: <ShortDate iso={riyadhDay(party.createdAtMs)} /> },
  ];
  return <SummaryList rows={rows} label={t('parties.page.identity')} />;
}

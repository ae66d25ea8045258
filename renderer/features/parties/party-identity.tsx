import { riyadhDay } from '#shared/calendar/dual-date.ts';
import type { Party } from '#shared/parties/party.ts';
import { useRoleWord } from '#renderer/i18n/use-role-word.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { BirthText } from '#renderer/ui/birth-text.tsx';
import { ContactPoints } from '#renderer/ui/contact-points.tsx';
import { ShortDate } from '#renderer/ui/dates.tsx';
import { Identifier } from '#renderer/ui/numbers.tsx';
import { SummaryList, type SummaryRow } from '#renderer/ui/summary-list.tsx';
import css from './parties.module.css';

/** Who somebody is, as a summary: what the desk asks first stands first, what is not known takes no line of its own. */
export function PartyIdentity({ party }: { readonly party: Party }) {
  const { t, text } = useText();
  const roleWord = useRoleWord(party.sex);
  const none = (words: string) => <span className={css['dim']}>{words}</span>;
  const place = [party.village, party.district].filter((part) => part !== '').join('، ');
  const about = [
    party.nationality === '' ? '' : text('nationalities', party.nationality),
    party.sex === null ? '' : text('domain.sex', party.sex),
  ].filter((part) => part !== '');
  const rows: SummaryRow[] = [
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
    },
    ...(party.contactPoints.length === 0
      ? [{ term: t('parties.page.mobile'), value: none(t('parties.page.noMobile')) }]
      : [
          { term: t('partyProfile.identity.contact'), value: <ContactPoints points={party.contactPoints} /> },
        ]),
    {
      term: t('partyProfile.identity.address'),
      value:
        place === '' && party.shortAddress === '' && party.directions === '' ? (
          none(t('parties.page.noVillage'))
        ) : (
          <>
            {place} {party.shortAddress === '' ? null : <Identifier value={party.shortAddress} />}
            {party.directions === '' ? null : (
              <span className={css['under']} dir="auto">
                {party.directions}
              </span>
            )}
          </>
        ),
    },
    ...(party.kind === 'organisation'
      ? [{ term: t('parties.page.kind'), value: text('domain.partyKind', party.kind) }]
      : []),
    ...(party.birth === null
      ? []
      : [{ term: t('partyProfile.identity.birth'), value: <BirthText birth={party.birth} /> }]),
    ...(about.length === 0 ? [] : [{ term: t('partyProfile.identity.about'), value: about.join('، ') }]),
    ...(party.aliases.length === 0
      ? []
      : [{ term: t('partyProfile.identity.aliases'), value: party.aliases.join('، ') }]),
    ...(party.latinName === ''
      ? []
      : [{ term: t('partyProfile.identity.latinName'), value: <bdi dir="ltr">{party.latinName}</bdi> }]),
    {
      term: t('parties.page.file'),
      value:
        party.fileNumber === null ? none(t('parties.page.noFile')) : <Identifier value={party.fileNumber} />,
    },
    ...(party.legacyNumbers.length === 0
      ? []
      : [
          {
            term: t('partyProfile.identity.legacy'),
            value: party.legacyNumbers.map((number) => (
              <bdi key={number} className={css['under']}>
                {number}
              </bdi>
            )),
          },
        ]),
    {
      term: t('parties.page.roles'),
      value: party.roles.map(roleWord).join('، '),
    },
    ...(party.note === '' ? [] : [{ term: t('partyProfile.identity.note'), value: party.note }]),
    { term: t('parties.page.since'), value: <ShortDate iso={riyadhDay(party.createdAtMs)} /> },
  ];
  return <SummaryList rows={rows} label={t('parties.page.identity')} />;
}

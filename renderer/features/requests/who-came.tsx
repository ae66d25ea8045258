import { mayActOn, type Representation, representationOn } from '#shared/households/representation.ts';
import type { RepresentationId } from '#shared/ids.ts';
import type { Party } from '#shared/parties/party.ts';
import { CASE_ROLES } from '#shared/staff/staff.ts';
import { useHasRole } from '#renderer/api/session.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { AppLink } from '#renderer/ui/app-link.tsx';
import { useToday } from '#renderer/ui/dates.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { Note } from '#renderer/ui/states.tsx';
import { DeedFails } from './deed-fails.tsx';
import css from './requests.module.css';

const SELF = 'self';

/**
 * Deeds that could be thought to hold: of who has none that does, the one that ends last. Who stands at the desk with it is told
 * why they are not among the choices.
 */
function failing(deeds: readonly Representation[], today: string): Representation[] {
  const found = new Map<number, Representation>();
  for (const deed of deeds) {
    const { representativeId, expiresOn } = deed;
    if (representationOn(deed, today).state === 'ended') continue;
    if (deeds.some((one) => one.representativeId === representativeId && mayActOn(one, today))) continue;
    const last = found.get(representativeId);
    if (last === undefined || (expiresOn ?? '9') > (last.expiresOn ?? '9')) found.set(representativeId, deed);
  }
  return [...found.values()];
}

/** S.1: the applicant, or who acts for them on a deed that holds today and was held against its original. */
export function WhoCame({
  party,
  value,
  onChange,
}: {
  readonly party: Pick<Party, 'id'>;
  readonly value: RepresentationId | null;
  readonly onChange: (deed: RepresentationId | null) => void;
}) {
  const { t } = useText();
  const today = useToday();
  const sees = useHasRole(...CASE_ROLES);
  const { data } = useChannelQuery('representatives.ofParty', { partyId: party.id }, { enabled: sees });
  const known = data?.by ?? [];
  const deeds = known.filter((deed) => mayActOn(deed, today));
  return (
    <>
      <Segmented
        label={t('requestForm.open.who')}
        value={value === null ? SELF : String(value)}
        onChange={(chosen) => onChange(deeds.find(({ id }) => String(id) === chosen)?.id ?? null)}
        choices={[
          {
            value: SELF,
            label: t('requestForm.open.self'),
          },
          ...deeds.map((deed) => ({
            value: String(deed.id),
            // By its number too: one person may hold two.
            label: [
              t('requestForm.open.by', {
                name: deed.representativeName,
                kind: t(`requestForm.open.deed.${deed.kind}`),
              }),
              deed.deedNumber,
            ]
              .join(' ')
              .trim(),
          })),
        ]}
      />
      {failing(known, today).map((deed) => (
        <Note key={deed.id} kind="warning">
          <DeedFails deed={deed} />
        </Note>
      ))}
      <p className={css['small']}>
        {t('requestForm.open.byAnother')}{' '}
        <AppLink to={paths.beneficiaryPart(party.id, 'household')}>{t('requestForm.open.openDeeds')}</AppLink>
      </p>
    </>
  );
}

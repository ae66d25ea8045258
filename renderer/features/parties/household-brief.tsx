import { IconCoins } from '@tabler/icons-react';
import type { PartyId } from '#shared/ids.ts';
import type { Member } from '#shared/households/household.ts';
import { levelOf, treeOf } from '#shared/households/household-rules.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { AppLink } from '#renderer/ui/app-link.tsx';
import { Card, CardHeader } from '#renderer/ui/card.tsx';
import { useToday } from '#renderer/ui/dates.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { paths } from '#renderer/ui/paths.ts';
import css from './household-brief.module.css';
import { useMemberWords } from '#renderer/api/register/member-words.ts';

/** How many stand on the overview; the whole tree is one key away. */
const SHOWN = 7;

/** شجرة الأسرة, small: who lives with them now, generation under generation. */
export function HouseholdBrief({ partyId }: { readonly partyId: PartyId }) {
  const { t } = useText();
  const today = useToday();
  const { data } = useChannelQuery('households.ofParty', { partyId });
  if (data === undefined) return null;
  const here = (data.household?.members ?? []).filter(({ left }) => left === null);
  // The eldest generation of this household stands at the edge, whoever that is.
  const top = Math.min(...here.map(({ relation }) => levelOf(relation)));
  const members = treeOf(here).flatMap((level) => level.members);
  return (
    <Card pane={t('partyProfile.household.title')}>
      <CardHeader
        title={t('partyProfile.household.title')}
        {...(members.length === 0 ? {} : { count: members.length })}
        actions={
          <AppLink to={paths.beneficiaryPart(partyId, 'household')}>
            {t(members.length > SHOWN ? 'partyProfile.household.all' : 'partyProfile.household.more')}
          </AppLink>
        }
      />
      {members.length === 0 ? (
        <p className={css['none']}>{t('partyProfile.household.none')}</p>
      ) : (
        <ul className={css['tree']} aria-label={t('partyProfile.household.title')}>
          {members.slice(0, SHOWN).map((member) => (
            <MemberLine
              key={member.id}
              member={member}
              self={partyId}
              today={today}
              depth={Math.min(levelOf(member.relation) - top, 3)}
            />
          ))}
          {members.length <= SHOWN ? null : (
            <li className={css['rest']}>
              {t('partyProfile.household.rest', { count: members.length - SHOWN })}
            </li>
          )}
        </ul>
      )}
    </Card>
  );
}

function MemberLine({
  member,
  self,
  today,
  depth,
}: {
  readonly member: Member;
  readonly self: PartyId;
  readonly today: string;
  readonly depth: number;
}) {
  const { digits } = useText();
  const words = useMemberWords();
  const { partyId, name, breadwinner, sex } = member;
  const own = partyId === self;
  return (
    <li data-depth={depth} data-self={own || undefined}>
      <span className={css['name']}>
        {partyId === null || own ? name : <AppLink to={paths.beneficiary(partyId)}>{name}</AppLink>}
        {breadwinner ? (
          <>
            {' '}
            <Icon of={IconCoins} size="xs" />
            <span className="sr-only">{words.breadwinner(sex)}</span>
          </>
        ) : null}
      </span>
      <span className={css['detail']}>
        {[words.relation(member), member.birth === null ? '' : words.age(member, today)]
          .filter((part) => part !== '')
          .map((part) => digits(part))
          .join('، ')}
      </span>
    </li>
  );
}

import { IconArrowUpRight, IconCoins, IconUser } from '@tabler/icons-react';
import type { Member } from '#shared/households/household.ts';
import { isDead, levelOf, treeOf } from '#shared/households/household-rules.ts';
import type { PartyId } from '#shared/ids.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { AppLink } from '#renderer/ui/app-link.tsx';
import { Badge } from '#renderer/ui/badge.tsx';
import { ShortDate } from '#renderer/ui/dates.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { type MenuAct, MoreMenu } from '#renderer/ui/more-menu.tsx';
import css from './household.module.css';
import { useMemberWords } from '#renderer/api/register/member-words.ts';

interface TreeProps {
  readonly members: readonly Member[];
  readonly self: PartyId;
  readonly day: string;
  readonly actsOf: (member: Member) => readonly MenuAct[];
}

/**
 * The household by generations, eldest first, as a list in a list: who reads the screen hears how many stand in each.
 * The dead keep their place; who left otherwise stands beneath.
 */
export function HouseholdTree({ members, self, day, actsOf }: TreeProps) {
  const { t, text } = useText();
  const here = members.filter((member) => member.left === null || isDead(member));
  const former = members.filter((member) => member.left !== null && !isDead(member));
  return (
    <>
      <ol className={css['tree']} aria-label={t('household.tree')}>
        {treeOf(here).map(({ depth, members: level }) => {
          const place = levelOf(level[0]?.relation ?? 'other');
          const herHouse = level.some(({ relation, sex }) => relation === 'head' && sex === 'female');
          const name = text('household.levelOf', `${place}${herHouse ? 'Female' : ''}`);
          return (
            <li key={depth} className={css['level']} data-depth={depth}>
              <h3 className={css['levelName']}>{name}</h3>
              <ul className={css['members']} aria-label={name}>
                {level.map((member) => (
                  <MemberLine key={member.id} member={member} self={self} day={day} acts={actsOf(member)} />
                ))}
              </ul>
            </li>
          );
        })}
      </ol>
      {former.length === 0 ? null : (
        <section className={css['former']}>
          <h3 className={css['levelName']}>{t('household.former')}</h3>
          <ul className={css['members']} aria-label={t('household.former')}>
            {former.map((member) => (
              <MemberLine key={member.id} member={member} self={self} day={day} acts={actsOf(member)} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function MemberLine({
  member,
  self,
  day,
  acts,
}: {
  readonly member: Member;
  readonly self: PartyId;
  readonly day: string;
  readonly acts: readonly MenuAct[];
}) {
  const { t } = useText();
  const words = useMemberWords();
  const { partyId, name, left, sex } = member;
  const isSelf = partyId === self;
  const facts = [words.relation(member), words.age(member, day), member.occupation, member.health].filter(
    (fact) => fact !== '',
  );
  return (
    <li className={css['member']} data-dead={isDead(member) || undefined} data-self={isSelf || undefined}>
      <Icon of={IconUser} />
      <div className={css['who']}>
        <span className={css['name']}>
          {partyId === null || isSelf ? (
            name
          ) : (
            <AppLink to={paths.beneficiary(partyId)} quiet>
              {name}
            </AppLink>
          )}
        </span>
        <span className={css['facts']}>{facts.join('، ')}</span>
        {left === null ? null : (
          <span className={css['facts']}>
            {isDead(member) ? words.dead(sex) : words.left(member)} <ShortDate iso={left.on} />
            {left.note === '' ? null : `، ${left.note}`}
          </span>
        )}
      </div>
      <span className={css['marks']}>
        {member.breadwinner && left === null ? (
          <Badge kind="info" icon={IconCoins}>
            {words.breadwinner(sex)}
          </Badge>
        ) : null}
        {isDead(member) ? <Badge>{words.dead(sex)}</Badge> : null}
        {isSelf ? (
          <Badge kind="success">{t(sex === 'female' ? 'household.selfFemale' : 'household.self')}</Badge>
        ) : partyId === null ? null : (
          <Badge icon={IconArrowUpRight}>
            {t(sex === 'female' ? 'household.hasFileFemale' : 'household.hasFile')}
          </Badge>
        )}
      </span>
      <MoreMenu label={t('household.more', { name })} acts={acts} />
    </li>
  );
}

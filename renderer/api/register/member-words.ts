import type { Member } from '#shared/households/household.ts';
import { ageOn, isDead } from '#shared/households/household-rules.ts';
import { useText } from '#renderer/i18n/use-text.ts';

export type Gender = 'male' | 'female' | 'unknown';
export const genderOf = (sex: 'male' | 'female' | null): Gender => sex ?? 'unknown';

const BOTH: ReadonlySet<string> = new Set(['head', 'fosterChild', 'relative']);

/** What a member is called, how old they are on a day, and what became of them: in the grammar of women and men. */
export function useMemberWords() {
  const { t, text } = useText();
  const age = (member: Member, day: string): string => {
    const { birth } = member;
    const dead = isDead(member);
    const found = birth === null ? null : ageOn(birth, dead ? (member.left?.on ?? day) : day);
    if (found === null) return dead ? '' : t('household.age.unknown');
    const years = t('household.age.years', { count: found.years });
    const said = found.exact || found.years === 0 ? years : t('household.age.about', { age: years });
    return dead ? t('household.age.atDeath', { age: said }) : said;
  };
  return {
    relation: ({ relation, sex }: Pick<Member, 'relation' | 'sex'>): string =>
      text('household.relation', sex === 'female' && BOTH.has(relation) ? `${relation}Female` : relation),
    age,
    breadwinner: (sex: Member['sex']): string => t(`household.breadwinner.${genderOf(sex)}`),
    dead: (sex: Member['sex']): string => t(`household.dead.${genderOf(sex)}`),
    left: (member: Member): string =>
      member.left === null || member.left.reason === 'death'
        ? ''
        : t(`household.left.${member.left.reason}.${genderOf(member.sex)}`),
  };
}

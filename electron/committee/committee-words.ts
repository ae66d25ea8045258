import { arabicPlural } from '#shared/arabic/counted.ts';
import { assertNever } from '#shared/assert.ts';
import { formatAmount } from '#shared/circumstances/money-text.ts';
import { committee as words } from '#shared/locales/ar/committee.ts';
import { circumstances } from '#shared/locales/ar/circumstances.ts';
import type { NeedPart } from '#shared/need/assess-need.ts';
import { clause, CLAUSE_IDS, type ClauseId } from '#shared/policy/clauses.ts';

/** What stands on the committee's papers: Arabic, ASCII digits. */

type Sex = 'male' | 'female' | null;

const isClauseId = (text: string): text is ClauseId => (CLAUSE_IDS as readonly string[]).includes(text);

/** The ground of a refusal: the policy's clause whole, or the office's own rule as it was written. */
export const basisText = (text: string): string => (isClauseId(text) ? `«${clause(text).text}»` : text);

/** The name of a criterion: the office's own one bears its own. */
export const criterionName = ({ key, name }: Pick<NeedPart, 'key' | 'name'>): string =>
  name !== '' ? name : ((words.assess.criterion as Readonly<Record<string, string>>)[key] ?? key);

const coded = (table: Readonly<Record<string, unknown>>, code: string, sex: Sex = null): string => {
  const word = table[code];
  if (typeof word === 'string') return word;
  const bySex = word as Readonly<Record<string, string>> | undefined;
  return bySex?.[sex ?? 'unknown'] ?? code;
};

/** What a criterion found, in words, in the grammar of women and men; of nothing recorded: that it is not. */
export function findingText({ key, found }: Pick<NeedPart, 'key' | 'found'>, sex: Sex): string {
  if (found === null) return words.summary.unknown;
  switch (found.kind) {
    case 'amount':
      return words.assess.amount.replace('{{amount}}', formatAmount(found.halalas));
    case 'count':
      return words.assess[`people_${arabicPlural(found.count)}`].replace('{{count}}', String(found.count));
    case 'judged':
      return coded(words.assess.level, String(found.level));
    case 'code':
      if (key === 'health') return coded(words.assess.health, found.code);
      if (key === 'socialStatus') return coded(circumstances.socialStatus, found.code, sex);
      return coded(key === 'tenure' ? circumstances.tenure : circumstances.housingState, found.code);
    default:
      return assertNever(found);
  }
}

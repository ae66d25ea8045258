import { arabicPlural } from '#shared/arabic/counted.ts';
import { assertNever } from '#shared/assert.ts';
import { formatAmount } from '#shared/circumstances/money-text.ts';
import type { RecordedFact } from '#shared/circumstances/circumstances-contract.ts';
import { maskIdentifier } from '#shared/identifiers/mask.ts';
import { circumstances as words } from '#shared/locales/ar/circumstances.ts';
import type { SummaryFact } from '../pdf/documents/paper-sheets.ts';

type Sex = 'male' | 'female' | null;
type Worded = string | Readonly<Record<'male' | 'female' | 'unknown', string>>;

const said = (word: Worded, sex: Sex): string => (typeof word === 'string' ? word : word[sex ?? 'unknown']);
const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('، ');

/** A dated fact in words for paper, in the grammar of women and men; an IBAN masked. ASCII digits. */
export function factWords(fact: RecordedFact, sex: Sex): SummaryFact {
  const label = words.kind[fact.kind];
  switch (fact.kind) {
    case 'socialStatus':
      return { label, value: joined(said(words.socialStatus[fact.value.status], sex), fact.value.note) };
    case 'education':
      return {
        label,
        value: joined(
          said(words.education[fact.value.level], sex),
          fact.value.studying ? said(words.studying, sex) : '',
          fact.value.place,
        ),
      };
    case 'health':
      return {
        label,
        value: joined(
          said(words.health[fact.value.state], sex),
          fact.value.illness,
          fact.value.disability === 'none' ? '' : words.disability[fact.value.disability],
          fact.value.disabilityNote,
        ),
      };
    case 'work':
      return {
        label,
        value: joined(said(words.work[fact.value.state], sex), fact.value.job, fact.value.employer),
      };
    case 'housing': {
      const { tenure, rentHalalas, state, rooms } = fact.value;
      return {
        label,
        value: joined(
          words.tenure[tenure],
          rentHalalas === null ? '' : words.rentOf.replace('{{amount}}', formatAmount(rentHalalas)),
          words.housingState[state],
          rooms === null ? '' : words[`rooms_${arabicPlural(rooms)}`].replace('{{count}}', String(rooms)),
        ),
      };
    }
    case 'iban':
      return { label, value: maskIdentifier(fact.value.iban), code: true };
    default:
      return assertNever(fact);
  }
}

import type { RecordedFact } from '#shared/circumstances/circumstances-contract.ts';
import { assertNever } from '#shared/assert.ts';
import { formatAmount } from '#shared/circumstances/money-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import type { Gender } from './member-words.ts';

/** Words that are the same for everybody are a text; the others have a form for men and one for women. */
const SAME: ReadonlySet<string> = new Set([
  'education.primary',
  'education.intermediate',
  'education.secondary',
  'education.diploma',
  'education.bachelor',
  'education.postgraduate',
  'health.chronic',
  'work.none',
]);

/** A fact in one line, in the grammar of women and men: «أرملة», «إيجار، إيجار 1,500 ريال في الشهر، …». */
export function useFactWords(gender: Gender) {
  const { t, text } = useText();
  const word = (section: string, code: string): string =>
    text('circumstances', `${section}.${code}${SAME.has(`${section}.${code}`) ? '' : `.${gender}`}`);
  const joined = (parts: readonly (string | null)[]): string =>
    parts.filter((part) => part !== null && part !== '').join('، ');

  const say = (fact: RecordedFact): string => {
    switch (fact.kind) {
      case 'socialStatus':
        return joined([word('socialStatus', fact.value.status), fact.value.note]);
      case 'education':
        return joined([
          word('education', fact.value.level),
          fact.value.studying ? t(`circumstances.studying.${gender}`) : null,
          fact.value.place,
        ]);
      case 'health':
        return joined([
          word('health', fact.value.state),
          fact.value.illness,
          fact.value.disability === 'none' ? null : text('circumstances.disability', fact.value.disability),
          fact.value.disabilityNote,
        ]);
      case 'work':
        return joined([word('work', fact.value.state), fact.value.job, fact.value.employer]);
      case 'housing':
        return joined([
          text('circumstances.tenure', fact.value.tenure),
          fact.value.rentHalalas === null
            ? null
            : t('circumstances.rentOf', { amount: formatAmount(fact.value.rentHalalas) }),
          t('circumstances.stateOf', { state: text('circumstances.housingState', fact.value.state) }),
          fact.value.rooms === null ? null : t('circumstances.rooms', { count: fact.value.rooms }),
          fact.value.note,
        ]);
      case 'iban':
        // The number itself is shown beside it, left to right.
        return joined([
          fact.bank === null ? t('circumstances.unknownBank') : text('circumstances.bank', fact.bank),
          t('circumstances.holder', { name: fact.value.holder }),
        ]);
      default:
        return assertNever(fact);
    }
  };
  return { say, word };
}

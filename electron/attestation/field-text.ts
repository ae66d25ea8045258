import { arabicPlural, counted } from '#shared/arabic/counted.ts';
import { assertNever } from '#shared/assert.ts';
import { dualDate, formatHijri } from '#shared/calendar/dual-date.ts';
import { formatAmount } from '#shared/circumstances/money-text.ts';
import { ageOn } from '#shared/households/household-rules.ts';
import { formatPhone } from '#shared/identifiers/mobile.ts';
import { attestationPaper as words } from '#shared/locales/ar/attestation-paper.ts';
import { circumstances } from '#shared/locales/ar/circumstances.ts';
import { household as householdWords } from '#shared/locales/ar/household.ts';
import { money } from '#shared/locales/ar/money.ts';
import { nationalities } from '#shared/locales/ar/nationalities.ts';
import { formatBirth } from '#shared/parties/birth-date.ts';
import type { Party } from '#shared/parties/party.ts';
import type { FormAmount, FormValue, FormValueOf } from '#shared/requests/form-values.ts';

type Sex = 'male' | 'female' | null;
type Worded = string | Readonly<Record<'male' | 'female' | 'unknown', string>>;

const PERSON = {
  gender: 'masculine',
  singular: 'فرد',
  dual: 'فردان',
  dualOblique: 'فردين',
  plural: 'أفراد',
  accusative: 'فردًا',
} as const;
/** Who is under this age is told apart: they are somebody's to care for. */
const OF_AGE = 18;

const said = (word: Worded, sex: Sex): string => (typeof word === 'string' ? word : word[sex ?? 'unknown']);
const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('، ');

/** «رقم الهوية», or the question itself. */
export const fieldLabel = (value: FormValue): string =>
  value.field === 'answer' ? value.question : words.field[value.field];

/** What is counted in `fieldText`, one by one: everybody of the household. Empty: the text says it all. */
export const fieldDetail = (value: FormValue, applicant: Pick<Party, 'name' | 'sex'>): string =>
  value.field === 'household'
    ? value.members
        .map(({ name, relation }) => {
          // The form keeps no sex of its members: the applicant's own is known.
          const hers = relation === 'head' && name === applicant.name && applicant.sex === 'female';
          return `${name} (${householdWords.relation[hers ? 'headFemale' : relation]})`;
        })
        .join('، ')
    : '';

/**
 * What a field says, in Arabic words for paper and for reading out: identity and IBAN whole, ASCII digits, grammar of the
 * applicant's sex. Ages and sums are those of `day`. Never empty: what is not there is said not to be.
 */
export function fieldText(value: FormValue, sex: Sex, day: string): string {
  const text = textOf(value, sex, day);
  return text === '' ? words.none[value.field] : text;
}

function textOf(value: FormValue, sex: Sex, day: string): string {
  switch (value.field) {
    case 'name':
    case 'service':
    case 'need':
      return value.text;
    case 'idNumber':
      return value.idKind === 'none'
        ? value.noIdReason === ''
          ? ''
          : `${words.noId}: ${value.noIdReason}`
        : ltr(value.number);
    case 'birth':
      return value.birth === null ? '' : formatBirth(value.birth);
    case 'nationality':
      return Object.entries(nationalities).find(([code]) => code === value.code)?.[1] ?? value.code;
    case 'socialStatus':
      return value.status === null ? '' : said(circumstances.socialStatus[value.status], sex);
    case 'mobile':
      return value.mobile === '' ? '' : ltr(formatPhone(value.mobile));
    case 'housing':
      return housingText(value);
    case 'household':
      return householdText(value, day);
    case 'income':
    case 'expenses':
      return amountsText(value.amounts, day);
    case 'work':
      return value.state === null
        ? ''
        : joined(said(circumstances.work[value.state], sex), value.job, value.employer);
    case 'health':
      return value.state === null
        ? ''
        : joined(
            said(circumstances.health[value.state], sex),
            value.illness,
            value.disability === null || value.disability === 'none'
              ? ''
              : circumstances.disability[value.disability],
          );
    case 'iban':
      return value.iban === '' ? '' : joined(ltr(value.iban.replace(/(.{4})(?=.)/gu, '$1 ')), value.holder);
    case 'representation':
      return value.by === null ? '' : representationText(value.by);
    case 'answer':
      return value.answer;
    default:
      return assertNever(value);
  }
}

const ltr = (text: string): string => `\u2066${text}\u2069`;

function housingText({
  village,
  district,
  shortAddress,
  directions,
  tenure,
  rentHalalas,
}: FormValueOf<'housing'>): string {
  return joined(
    village,
    district,
    directions,
    shortAddress === '' ? '' : ltr(shortAddress),
    // The rent says that it is rented.
    tenure === null || rentHalalas !== null ? '' : circumstances.tenure[tenure],
    rentHalalas === null ? '' : circumstances.rentOf.replace('{{amount}}', formatAmount(rentHalalas)),
  );
}

/** «5 أفراد، منهم 3 تحت الثامنة عشرة». */
function householdText({ members }: FormValueOf<'household'>, day: string): string {
  if (members.length === 0) return '';
  const young = members.filter(({ birth }) => {
    const age = birth === null ? null : ageOn(birth, day);
    return age !== null && age.years < OF_AGE;
  }).length;
  const all = counted(members.length, PERSON, { digits: 'latin' });
  const under = young === 0 ? '' : words[`young_${arabicPlural(young)}`].replace('{{count}}', String(young));
  return joined(all, under);
}

/** The sum of a month, and of what it is made up; what has ended by then is not told. */
function amountsText(amounts: readonly FormAmount[], day: string): string {
  const now = amounts.filter(({ untilOn }) => untilOn === null || untilOn >= day);
  if (now.length === 0) return '';
  const sum = now.reduce((total, { monthlyHalalas }) => total + monthlyHalalas, 0);
  const parts = now.map(({ category, detail, monthlyHalalas }) => {
    const name = detail === '' ? money.category[category] : `${money.category[category]} (${detail})`;
    return now.length === 1 ? name : `${name} ${formatAmount(monthlyHalalas)}`;
  });
  return joined(money.amount.replace('{{amount}}', formatAmount(sum)), ...parts);
}

function representationText({
  name,
  kind,
  deedNumber,
  expiresOn,
}: NonNullable<FormValueOf<'representation'>['by']>): string {
  return joined(
    name,
    words.representation[kind],
    deedNumber === '' ? '' : words.deed.replace('{{number}}', ltr(deedNumber)),
    expiresOn === null ? '' : words.deedUntil.replace('{{day}}', formatHijri(dualDate(expiresOn).hijri)),
  );
}

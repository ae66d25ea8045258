import type { SimilarParty } from '#shared/duplicates/duplicates-contract.ts';
import type { Likeness } from '#shared/duplicates/likeness.ts';
import type { SimilarityPart } from '#shared/duplicates/similarity.ts';
import { maskIdentifier } from '#shared/identifiers/mask.ts';
import type { ComparedParty } from '#db/duplicates/likeness-rows.ts';

/** Each part with the found record's own value, as everybody at the desk may see it: ids by their last four digits. */
export function shownParts(
  parts: readonly SimilarityPart[],
  party: ComparedParty,
  other: Likeness,
): SimilarParty['parts'] {
  const phone =
    party.phones.find(({ value }) => other.phones.some((theirs) => theirs.value === value)) ??
    party.phones[0];
  const values: Readonly<Record<SimilarityPart['field'], string>> = {
    idNumber: party.id === null ? '' : maskIdentifier(party.id.number),
    phone: phone?.value ?? '',
    name: party.name,
    alias: '',
    birth: party.shown.birth,
    latinName: party.shown.latinName,
    village: party.shown.village,
    sex: party.sex ?? '',
    kind: party.kind,
  };
  return parts.map((part) => ({ ...part, value: values[part.field] }));
}

import { assertNever } from '#shared/assert.ts';
import type { ComparedSide, Comparison } from '#shared/duplicates/merge-contract.ts';
import {
  MERGE_FIELDS,
  sensibleChoices,
  type ChoosableRecord,
  type MergeField,
  type Side,
} from '#shared/duplicates/merge-choices.ts';
import { recordOf } from '#shared/parties/party-record.ts';

/** The columns of the comparison: the lower id first, whichever of them stays. */
export type ColumnName = 'low' | 'high';
export const COLUMNS = ['low', 'high'] as const;
export const otherColumn = (column: ColumnName): ColumnName => (column === 'low' ? 'high' : 'low');

/** What a row of the comparison chooses. */
export type ChoiceField = MergeField | 'household';
export type Choices = Readonly<Record<ChoiceField, ColumnName>>;

const choosable = (side: ComparedSide): ChoosableRecord => ({
  record: recordOf(side.party),
  fileNumber: side.party.fileNumber,
  updatedAtMs: side.updatedAtMs,
  createdAtMs: side.party.createdAtMs,
  matched: side.matched,
});

/** What a careful person would choose, by column, when `stays` is the record that stays. */
export function choicesFor(comparison: Comparison, stays: ColumnName): Choices {
  const gone = otherColumn(stays);
  const sides = sensibleChoices(choosable(comparison[stays]), choosable(comparison[gone]));
  const column = (side: Side): ColumnName => (side === 'kept' ? stays : gone);
  return {
    ...(Object.fromEntries(MERGE_FIELDS.map((field) => [field, column(sides[field])])) as Record<
      MergeField,
      ColumnName
    >),
    household: comparison[stays].household === null ? gone : stays,
  };
}

/** What both say of a field, to be compared: empty where nothing was written. */
export function plainValue(side: ComparedSide, field: ChoiceField): string {
  const { party } = side;
  switch (field) {
    case 'identity':
      return party.idKind === 'none' ? party.noIdReason : `${party.idKind} ${party.idNumber}`;
    case 'birth':
      return party.birth === null ? '' : `${party.birth.calendar} ${party.birth.printed}`;
    case 'contactPoints':
      return party.contactPoints[0]?.value ?? '';
    case 'fileNumber':
      return party.fileNumber ?? '';
    case 'household':
      return side.household === null ? '' : String(side.household.id);
    case 'sex':
      return party.sex ?? '';
    case 'name':
    case 'latinName':
    case 'nationality':
    case 'village':
    case 'district':
    case 'shortAddress':
    case 'directions':
    case 'note':
      return party[field];
    default:
      return assertNever(field);
  }
}

export interface CompareRow {
  readonly field: ChoiceField;
  readonly differs: boolean;
  /** Whether one of the two is chosen: a household of one record alone stays, whoever merges. */
  readonly chosen: boolean;
}

/** Fields of which at least one record says something; those that differ can be chosen. */
export const compareRows = ({ low, high }: Comparison): CompareRow[] =>
  [...MERGE_FIELDS, 'household' as const]
    .map((field) => ({ field, values: [plainValue(low, field), plainValue(high, field)] }))
    .filter(({ values }) => values.some((value) => value !== ''))
    .map(({ field, values }) => {
      const differs = values[0] !== values[1];
      return {
        field,
        differs,
        chosen: differs && (field !== 'household' || values.every((value) => value !== '')),
      };
    });

/** The choices as the main process wants them: by side of the merge, only what differs. */
export function mergeChoices(
  rows: readonly CompareRow[],
  choices: Choices,
  stays: ColumnName,
): Partial<Record<MergeField, Side>> {
  const side = (column: ColumnName): Side => (column === stays ? 'kept' : 'merged');
  return Object.fromEntries(
    rows
      .filter(({ field, differs }) => differs && field !== 'household')
      .map(({ field }) => [field, side(choices[field])]),
  );
}

import { assertNever } from '../assert.ts';
import type { PartyRecord } from '../parties/party-record.ts';

/** What is chosen between two records, one field at a time. Lists (roles, telephones, شهرة, paper numbers) are joined. */
export const MERGE_FIELDS = [
  'name',
  'identity',
  'birth',
  'contactPoints',
  'latinName',
  'nationality',
  'sex',
  'village',
  'district',
  'shortAddress',
  'directions',
  'note',
  'fileNumber',
] as const;
export type MergeField = (typeof MERGE_FIELDS)[number];
export type Side = 'kept' | 'merged';
export type MergeChoices = Readonly<Partial<Record<MergeField, Side>>>;

const FIELDS_OF: Readonly<
  Record<Exclude<MergeField, 'fileNumber' | 'contactPoints'>, readonly (keyof PartyRecord)[]>
> = {
  name: ['name'],
  identity: ['idKind', 'idNumber', 'noIdReason'],
  birth: ['birth'],
  latinName: ['latinName'],
  nationality: ['nationality'],
  sex: ['sex'],
  village: ['village'],
  district: ['district'],
  shortAddress: ['shortAddress'],
  directions: ['directions'],
  note: ['note'],
};

const unlike = <T>(rows: readonly T[], key: (row: T) => string): T[] => {
  const seen = new Set<string>();
  return rows.filter((row) => !seen.has(key(row)) && seen.add(key(row)));
};

/**
 * The record that stays after a merge: each field from the side that was chosen (`kept` where nothing was), lists
 * joined; of the telephones the chosen side's come first.
 */
export function mergedRecord(kept: PartyRecord, merged: PartyRecord, choices: MergeChoices): PartyRecord {
  const taken = Object.entries(FIELDS_OF)
    .filter(([field]) => choices[field as MergeField] === 'merged')
    .flatMap(([, fields]) => fields)
    .map((field) => [field, merged[field]] as const);
  const [first, second] = choices.contactPoints === 'merged' ? [merged, kept] : [kept, merged];
  return {
    ...kept,
    ...Object.fromEntries(taken),
    aliases: [...new Set([...kept.aliases, ...merged.aliases])],
    legacyNumbers: [...new Set([...kept.legacyNumbers, ...merged.legacyNumbers])],
    roles: [...new Set([...kept.roles, ...merged.roles])],
    contactPoints: unlike(
      [...first.contactPoints, ...second.contactPoints],
      ({ kind, value }) => `${kind} ${value}`,
    ),
  };
}

export interface ChoosableRecord {
  readonly record: PartyRecord;
  readonly fileNumber: string | null;
  readonly updatedAtMs: number;
  readonly createdAtMs: number;
  /** Data that were matched to an original and stand: name, idNumber, birth … */
  readonly matched: readonly string[];
}

/** Whether a side has anything to say of a field. */
const said = (side: ChoosableRecord, field: MergeField): string => {
  const { record } = side;
  switch (field) {
    case 'fileNumber':
      return side.fileNumber ?? '';
    case 'identity':
      return record.idNumber;
    case 'birth':
      return record.birth?.printed ?? '';
    case 'contactPoints':
      return record.contactPoints.map(({ value }) => value).join(' ');
    case 'sex':
      return record.sex ?? '';
    case 'name':
    case 'latinName':
    case 'nationality':
    case 'village':
    case 'district':
    case 'shortAddress':
    case 'directions':
    case 'note':
      return record[field];
    default:
      return assertNever(field);
  }
};

const MATCHED_AS: Readonly<Partial<Record<MergeField, string>>> = {
  name: 'name',
  identity: 'idNumber',
  birth: 'birth',
  contactPoints: 'mobile',
};

/**
 * What a careful person would choose: what was matched to its original, then what is there at all, then the fuller (a
 * four-part name, a whole date), then the newer.
 */
export function sensibleChoices(kept: ChoosableRecord, merged: ChoosableRecord): Record<MergeField, Side> {
  const newer: Side = merged.updatedAtMs > kept.updatedAtMs ? 'merged' : 'kept';
  const choose = (field: MergeField): Side => {
    const [mine, theirs] = [said(kept, field), said(merged, field)];
    if (mine === theirs) return 'kept';
    const datum = MATCHED_AS[field];
    if (datum !== undefined) {
      const [one, other] = [kept.matched.includes(datum), merged.matched.includes(datum)];
      if (one !== other) return one ? 'kept' : 'merged';
    }
    if (mine === '' || theirs === '') return mine === '' ? 'merged' : 'kept';
    // A file number is on papers already: the one of the record that stays goes on.
    if (field === 'fileNumber') return 'kept';
    if (field === 'name' || field === 'latinName') {
      const [few, many] = [mine.split(/\s+/u).length, theirs.split(/\s+/u).length];
      if (few !== many) return few > many ? 'kept' : 'merged';
    }
    if (field === 'birth' && mine.length !== theirs.length)
      return mine.length > theirs.length ? 'kept' : 'merged';
    if (field === 'directions' || field === 'note') return mine.length >= theirs.length ? 'kept' : 'merged';
    return newer;
  };
  return Object.fromEntries(MERGE_FIELDS.map((field) => [field, choose(field)])) as Record<MergeField, Side>;
}

/** Which of two records stays: the one with a file number, then the older. */
export const whichStays = (low: ChoosableRecord, high: ChoosableRecord): 'low' | 'high' => {
  if ((low.fileNumber === null) !== (high.fileNumber === null))
    return low.fileNumber === null ? 'high' : 'low';
  return high.createdAtMs < low.createdAtMs ? 'high' : 'low';
};

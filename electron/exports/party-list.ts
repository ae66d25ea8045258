import { FACT_VALUES } from '#shared/circumstances/facts.ts';
import { circumstances as facts } from '#shared/locales/ar/circumstances.ts';
import { domain } from '#shared/locales/ar/domain.ts';
import { exportWords } from '#shared/locales/ar/exports.ts';
import { nationalities } from '#shared/locales/ar/nationalities.ts';
import { partyFilterSchema, type PartyFilter } from '#shared/parties/party-list.ts';
import { countParties, type PartyExportRow, sliceParties } from '#db/exports/party-export.ts';
import { yearNumber } from '#db/registers/register-counter.ts';
import { type ExportColumn, defineExportList, type ExportListOf } from './export-list.ts';

type Sex = 'male' | 'female' | 'unknown';
const sexOf = ({ sex }: PartyExportRow): Sex => (sex === 'male' || sex === 'female' ? sex : 'unknown');
const said = (word: string | Readonly<Record<Sex, string>>, sex: Sex): string =>
  typeof word === 'string' ? word : word[sex];
const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('، ');
/** A code's word; a code of a later Wisam leaves as it is. */
const wordOf = (words: Readonly<Record<string, string>>, code: string): string => words[code] ?? code;

function healthOf(row: PartyExportRow): string | null {
  if (row.health_json === null) return null;
  const { state, illness, disability, disabilityNote } = FACT_VALUES.health.parse(
    JSON.parse(row.health_json),
  );
  return joined(
    said(facts.health[state], sexOf(row)),
    illness,
    disability === 'none' ? '' : facts.disability[disability],
    disabilityNote,
  );
}

function statusOf(row: PartyExportRow): string | null {
  if (row.status_json === null) return null;
  const { status, note } = FACT_VALUES.socialStatus.parse(JSON.parse(row.status_json));
  return joined(said(facts.socialStatus[status], sexOf(row)), note);
}

/** As printed, with its calendar: 1380/07/01 هـ. */
const birthOf = ({ birth_printed, birth_calendar }: PartyExportRow): string | null =>
  birth_printed === ''
    ? null
    : `${birth_printed.replaceAll('-', '/')} ${birth_calendar === 'hijri' ? 'هـ' : 'م'}`;

const COLUMNS: readonly ExportColumn<PartyExportRow>[] = [
  { key: 'name', kind: 'text', sensitivity: 'name', width: 34, value: (row) => row.name },
  {
    key: 'fileNumber',
    kind: 'id',
    sensitivity: 'plain',
    width: 13,
    value: (row) =>
      row.file_year === null || row.file_number === null ? null : yearNumber(row.file_year, row.file_number),
  },
  { key: 'legacyNumbers', kind: 'id', sensitivity: 'plain', width: 14, value: (row) => row.legacy },
  {
    key: 'roles',
    kind: 'text',
    sensitivity: 'plain',
    value: (row) =>
      (row.roles ?? '')
        .split(',')
        .filter((role) => role !== '')
        .map((role) => wordOf(domain.partyRole, role))
        .join('، '),
  },
  {
    key: 'kind',
    kind: 'text',
    sensitivity: 'plain',
    width: 8,
    value: (row) => wordOf(domain.partyKind, row.kind),
  },
  { key: 'idKind', kind: 'text', sensitivity: 'plain', value: (row) => wordOf(domain.idKind, row.id_kind) },
  { key: 'idNumber', kind: 'id', sensitivity: 'identity', value: (row) => row.id_number },
  { key: 'mobile', kind: 'phone', sensitivity: 'reach', value: (row) => row.mobile },
  // Whoever is handed the list must not betray somebody by calling in the association's name.
  {
    key: 'discreet',
    kind: 'text',
    sensitivity: 'reach',
    width: 14,
    value: (row) => (row.discreet === 1 ? exportWords.yes : null),
  },
  { key: 'village', kind: 'text', sensitivity: 'plain', value: (row) => row.village },
  { key: 'district', kind: 'text', sensitivity: 'reach', value: (row) => row.district },
  { key: 'shortAddress', kind: 'id', sensitivity: 'reach', value: (row) => row.short_address },
  {
    key: 'sex',
    kind: 'text',
    sensitivity: 'plain',
    width: 8,
    value: (row) => (row.sex === null ? null : wordOf(domain.sex, row.sex)),
  },
  {
    key: 'nationality',
    kind: 'text',
    sensitivity: 'plain',
    width: 12,
    value: (row) => (row.nationality === '' ? null : wordOf(nationalities, row.nationality)),
  },
  { key: 'birth', kind: 'text', sensitivity: 'identity', value: birthOf },
  { key: 'latinName', kind: 'text', sensitivity: 'name', width: 30, value: (row) => row.latin_name },
  { key: 'aliases', kind: 'text', sensitivity: 'name', value: (row) => row.aliases },
  { key: 'categories', kind: 'text', sensitivity: 'circumstance', value: (row) => row.categories },
  { key: 'socialStatus', kind: 'text', sensitivity: 'circumstance', value: statusOf },
  { key: 'health', kind: 'text', sensitivity: 'circumstance', width: 28, value: healthOf },
  { key: 'income', kind: 'money', sensitivity: 'circumstance', value: (row) => row.income },
  {
    key: 'iban',
    kind: 'id',
    sensitivity: 'identity',
    width: 28,
    value: (row) => (row.iban_json === null ? null : FACT_VALUES.iban.parse(JSON.parse(row.iban_json)).iban),
  },
  { key: 'registered', kind: 'moment', sensitivity: 'plain', value: (row) => row.created_at_ms },
];

const base: Omit<ExportListOf<PartyFilter, PartyExportRow>, 'columns'> = {
  filter: partyFilterSchema,
  count: (reader, filter, { today }) => countParties(reader, filter, today),
  slice: (reader, filter, after, limit, { today }) => {
    const cursor = after === null ? null : { name: String(after[0]), id: Number(after[1]) };
    const { rows, next } = sliceParties(reader, filter, cursor, limit, today);
    return { rows, next: next === null ? null : [next.name, next.id] };
  },
};

/** المستفيدون, with the filters of its screen. */
export const partyList = defineExportList<PartyFilter, PartyExportRow>({ ...base, columns: COLUMNS });

const OF_OTHERS: ReadonlySet<string> = new Set([
  'name',
  'roles',
  'kind',
  'idKind',
  'idNumber',
  'mobile',
  'village',
  'nationality',
  'registered',
]);

/** المتطوعون والداعمون والمناديب and partner bodies: nobody asks how they live. */
export const otherPartyList = defineExportList<PartyFilter, PartyExportRow>({
  ...base,
  columns: COLUMNS.filter(({ key }) => OF_OTHERS.has(key)),
});

import { z } from 'zod';
import type { Role } from '../staff/staff.ts';

/** The lists that can be taken out of the office. Each has its columns and its reads in `electron/exports/lists.ts`. */
export const EXPORT_LISTS = [
  'parties',
  'otherParties',
  'visits',
  'contacts',
  'requests',
  'outgoing',
  'incoming',
  'agreements',
  'duplicates',
  'outreach',
  'deliveries',
  'decisions',
] as const;
export const exportListSchema = z.enum(EXPORT_LISTS);
export type ExportListId = z.infer<typeof exportListSchema>;

export const EXPORT_FORMATS = ['xlsx', 'csv'] as const;
export const exportFormatSchema = z.enum(EXPORT_FORMATS);
export type ExportFormat = z.infer<typeof exportFormatSchema>;

/** What a person chose the last time they took a list out. */
export const exportChoiceSchema = z.object({
  /** Null: nothing was chosen yet. */
  columns: z.array(z.string()).nullable().default(null),
  format: exportFormatSchema.default('xlsx'),
});

/** What a list is taken out for (PDPL: a disclosure has a purpose). `other` is told in words. */
export const EXPORT_PURPOSES = [
  'officeWork',
  'boardReport',
  'supervisingBody',
  'partnerBody',
  'dataSubject',
  'review',
  'other',
] as const;
export const exportPurposeSchema = z.enum(EXPORT_PURPOSES);
export type ExportPurpose = z.infer<typeof exportPurposeSchema>;

/**
 * What a column tells of a person, which decides who gets it whole:
 * `plain` of nobody in particular (numbers, days, states, kinds); `name` who somebody is; `reach` how and where to reach
 * them; `words` what was typed freely and may tell anything; `identity` an identity number or an IBAN; `circumstance`
 * health, income, debts, needs.
 */
export const SENSITIVITIES = ['plain', 'name', 'reach', 'words', 'identity', 'circumstance'] as const;
export type Sensitivity = (typeof SENSITIVITIES)[number];

/** `masked`: an identifier by its last four, anything else by dots alone. `withheld`: the column is not in the file. */
export const TREATMENTS = ['whole', 'masked', 'withheld'] as const;
export const treatmentSchema = z.enum(TREATMENTS);
export type Treatment = z.infer<typeof treatmentSchema>;

const DESK: Readonly<Record<Sensitivity, Treatment>> = {
  plain: 'whole',
  name: 'whole',
  reach: 'whole',
  words: 'whole',
  identity: 'masked',
  circumstance: 'masked',
};
const NAMELESS: Readonly<Record<Sensitivity, Treatment>> = {
  plain: 'whole',
  name: 'withheld',
  reach: 'withheld',
  words: 'withheld',
  identity: 'withheld',
  circumstance: 'withheld',
};

/** docs/decisions/exports.md says why. */
const RULE: Readonly<Record<Role, Readonly<Record<Sensitivity, Treatment>>>> = {
  receptionist: DESK,
  beneficiaryRelationsOfficer: DESK,
  socialResearchOfficer: DESK,
  committeeMember: { ...DESK, reach: 'withheld', words: 'withheld' },
  manager: { ...DESK, identity: 'whole', circumstance: 'whole' },
  // Numbers, days and states tell whether the work was done as it should be; whose it was is looked up by file number.
  auditor: NAMELESS,
  administrator: NAMELESS,
};

/** What somebody with these roles gets of a column: of several roles, the one that gives most. */
export const treatmentOf = (sensitivity: Sensitivity, roles: readonly Role[]): Treatment =>
  TREATMENTS.find((treatment) => roles.some((role) => RULE[role][sensitivity] === treatment)) ?? 'withheld';

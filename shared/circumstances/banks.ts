/** Banks of the kingdom by the two digits of an IBAN that follow its check digits (the codes that SAMA gave for cheque clearing). */
export const BANKS = {
  '05': 'inma',
  '10': 'snb',
  '15': 'albilad',
  '20': 'riyad',
  '30': 'anb',
  '40': 'samba',
  '45': 'sab',
  '50': 'alawwal',
  '55': 'bsf',
  '60': 'jazira',
  '65': 'saib',
  '71': 'bahrain',
  '75': 'kuwait',
  '76': 'muscat',
  '80': 'rajhi',
  '81': 'deutsche',
  '82': 'pakistan',
  '84': 'ziraat',
  '85': 'bnp',
  '86': 'jpmorgan',
  '90': 'gulf',
  '95': 'emirates',
} as const;
export type Bank = (typeof BANKS)[keyof typeof BANKS];

const byCode: ReadonlyMap<string, Bank> = new Map(Object.entries(BANKS));

/** Which bank a whole IBAN belongs to; null for a code that is not in the list. */
export const bankOf = (iban: string): Bank | null => byCode.get(iban.slice(4, 6)) ?? null;

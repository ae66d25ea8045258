import type { PaperWish } from '#shared/papers/papers-contract.ts';

/** Where screens live, so that one feature leads to another without knowing its inside. */
export const paths = {
  desk: '/desk',
  newVisit: '/visits/new',
  visits: '/visits',
  visit: (id: number) => `/visits/${id}`,
  beneficiaries: '/beneficiaries',
  beneficiary: (id: number) => `/beneficiaries/${id}`,
  newBeneficiary: '/beneficiaries/new',
  /** household, circumstances, documents, agreements or history of a file. */
  beneficiaryPart: (id: number, part: string) => `/beneficiaries/${id}/${part}`,
  beneficiaryEdit: (id: number) => `/beneficiaries/${id}/edit`,
  outreach: '/beneficiaries/outreach',
  duplicates: '/beneficiaries/duplicates',
  /** Two records side by side, the lower id first. */
  duplicatePair: (low: number, high: number) => `/beneficiaries/duplicates/${low}/${high}`,
  importPeople: '/beneficiaries/import',
  /** المتطوعون والداعمون والمناديب and partner bodies. */
  otherParties: '/parties',
  agreements: '/parties/agreements',
  newAgreement: '/parties/agreements/new',
  agreement: (id: number) => `/parties/agreements/${id}`,
  editAgreement: (id: number) => `/parties/agreements/${id}/edit`,
  requests: '/requests',
  newRequest: '/requests/new',
  request: (id: number) => `/requests/${id}`,
  /** مراجعة وإقرار, again after S.4 is behind. */
  requestCheck: (id: number) => `/requests/${id}/check`,
  /** Who did what under which clause, on what evidence. */
  requestPath: (id: number) => `/requests/${id}/path`,
  committee: '/committee',
  /** A whole session from its signed minutes. */
  committeePaper: '/committee/paper',
  committeeSession: (id: number) => `/committee/${id}`,
  /** البحث الاجتماعي: what was referred; one of them open. */
  researchDesk: '/research',
  research: (referral: number) => `/research?referral=${referral}`,
  studies: '/research/studies',
  study: (id: number) => `/research/studies/${id}`,
  /** تسليم يوم (S.7); `day` in the query. */
  deliveries: '/deliveries',
  contacts: '/contacts',
  newContact: '/contacts/new',
  letters: '/letters',
  newLetter: '/letters/new',
  letter: (id: number) => `/letters/${id}`,
  registers: '/letters/registers',
  /** Entering what was written by hand under a number that was kept for paper. */
  enterPaper: (register: 'outgoing' | 'incoming', year: number, number: number) =>
    `/letters/registers/${register}/${year}/${number}`,
  verifyLetter: '/letters/verify',
  incoming: '/letters/incoming',
  newIncoming: '/letters/incoming/new',
  incomingLetter: (id: number) => `/letters/incoming/${id}`,
  newBatch: '/letters/batches/new',
  batch: (id: number) => `/letters/batches/${id}`,
  /** Any paper of the desk, looked at before it is printed. */
  paper: (wish: PaperWish) => withQuery('/papers', { wish: JSON.stringify(wish) }),
  letterTemplates: '/letters/templates',
  letterTemplate: (ref: string) => `/letters/templates/${ref}`,
  guides: '/guides',
  audit: '/audit',
  auditSample: '/audit/sample',
  settings: '/settings',
  settingsOf: (section: string) => `/settings/${section}`,
} as const;

/** A path with its query: `withQuery(paths.newVisit, { text: '0508072675' })`; empty values are left out. */
export function withQuery(
  path: string,
  query: Readonly<Record<string, string | number | null | undefined>>,
): string {
  const given = Object.entries(query).filter(
    ([, value]) => value !== null && value !== undefined && value !== '',
  );
  if (given.length === 0) return path;
  return `${path}?${new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()}`;
}

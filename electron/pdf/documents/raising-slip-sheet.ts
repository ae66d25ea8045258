import type { ToldDays } from '#shared/reply/told-days.ts';
import type { PaperHead } from './paper-sheets.ts';

/** What an applicant takes home at the raising (S.5), to be frozen; in Arabic, ASCII digits. */
export interface RaisingSlip extends PaperHead {
  readonly code: string;
  /** `1448-0317` */
  readonly requestNumber: string;
  /** First and last name alone: whoever finds the slip learns no more. */
  readonly shortName: string;
  /** ISO day of the raising. */
  readonly raisedOn: string;
  readonly days: ToldDays;
  readonly told: string;
  /** The policy's sentence, whole. */
  readonly clause: string;
  readonly officerName: string;
  /** The how-many-eth «بدل فاقد», and the ISO day on which it was made; null of the first slip. */
  readonly replacement: { readonly number: number; readonly madeOn: string } | null;
}

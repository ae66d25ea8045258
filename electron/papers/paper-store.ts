import { randomBytes } from 'node:crypto';
import { AppError } from '#shared/app-error.ts';
import type { StaffId } from '#shared/ids.ts';
import type { PaperKind } from '#shared/papers/papers-contract.ts';
import type { PrintMedia } from '../ports/printer.ts';
import type { PaperPlan } from './paper-makers.ts';

/** A person looks at one paper and has perhaps another beside it; a book of a year is 5 MB. */
const MOST_PAPERS = 8;
const MOST_BYTES = 128 * 1024 * 1024;

export interface MadePaper extends Omit<PaperPlan, 'paper'> {
  readonly kind: PaperKind;
  /** Null: A4. */
  readonly media: PrintMedia | null;
  readonly pdf: Uint8Array;
  readonly pages: number;
}

/** The papers that were made last, for those who look at them: what is printed is what was looked at. */
export interface PaperStore {
  readonly keep: (paper: MadePaper, staffId: StaffId) => string;
  /** @throws AppError paperGone: made too long ago, or for somebody else */
  readonly get: (token: string, staffId: StaffId) => MadePaper;
  readonly clear: () => void;
}

export function createPaperStore(): PaperStore {
  const kept = new Map<string, { readonly paper: MadePaper; readonly staffId: StaffId }>();
  const total = (): number => [...kept.values()].reduce((sum, { paper }) => sum + paper.pdf.length, 0);
  return {
    keep(paper, staffId) {
      const token = randomBytes(16).toString('hex');
      kept.set(token, { paper, staffId });
      for (const oldest of kept.keys()) {
        if (oldest === token || (kept.size <= MOST_PAPERS && total() <= MOST_BYTES)) break;
        kept.delete(oldest);
      }
      return token;
    },
    get(token, staffId) {
      const found = kept.get(token);
      if (found === undefined || found.staffId !== staffId) throw new AppError('paperGone');
      return found.paper;
    },
    clear: () => kept.clear(),
  };
}

import type { CaseLine, CommitteeMember } from '#shared/committee/committee.ts';
import type { FileRef } from '#shared/files/stored-file.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { asksEarly, type DecisionDraft, missingFields } from './decision-model.ts';
import { standingOn } from './case-marks.tsx';

/** What keeps paper minutes from being recorded, in words: who came, the scan, and the decision of each case. */
export function usePaperMissing({
  cases,
  present,
  scan,
  day,
}: {
  readonly cases: readonly { readonly line: CaseLine; readonly draft: DecisionDraft }[];
  readonly present: readonly CommitteeMember[];
  readonly scan: FileRef | null;
  readonly day: string | null;
}): string[] {
  const { t } = useText();
  const missing: string[] = [];
  if (present.length === 0) missing.push(t('committee.paper.nobody'));
  if (scan === null) missing.push(t('committee.paper.noScan'));
  if (cases.length === 0) missing.push(t('committee.paper.noDecision'));
  if (cases.some(({ draft }) => draft.kind === null)) missing.push(t('committee.paper.noKind'));
  for (const { line, draft } of cases) {
    const early = day !== null && asksEarly(draft.kind, standingOn(line, day));
    if (missingFields(draft, { early, conflict: false }).length > 0) missing.push(line.partyName);
  }
  return missing;
}

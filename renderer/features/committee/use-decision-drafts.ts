import { useEffect, useState } from 'react';
import type { CommitteeSession } from '#shared/committee/committee.ts';
import { isOpenSession } from '#shared/committee/session-rules.ts';
import type { RequestId } from '#shared/ids.ts';
import { useDraft } from '#renderer/api/use-draft.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { type DecisionDraft, EMPTY_DRAFT, isBegun, keptDraft } from './decision-model.ts';

/**
 * What is being written of the cases of a session, case by case: kept as a draft of the signed-in person, and there again
 * after a power cut or another screen. A case that was decided leaves it.
 */
export function useDecisionDrafts(session: CommitteeSession) {
  const { t, digits } = useText();
  const [drafts, setDrafts] = useState<Readonly<Record<number, DecisionDraft>>>({});
  const open = isOpenSession(session.state);
  const left = Object.fromEntries(
    session.agenda.flatMap(({ requestId, decision }) => {
      const draft = drafts[requestId];
      return decision !== null || draft === undefined || !isBegun(draft) ? [] : [[requestId, draft]];
    }),
  );
  const begun = open && Object.keys(left).length > 0;
  const { found, discard, flush } = useDraft(
    {
      kind: 'committee',
      key: `session:${session.id}`,
      title: digits(t('committee.page.session', { number: session.number, year: session.hijriYear })),
      data: left,
    },
    begun,
  );
  // Until something is typed here: what was kept may be saved a moment after this screen was left and opened again.
  const untouched = Object.keys(drafts).length === 0;
  const kept = Object.entries(found?.data ?? {});
  if (open && untouched && kept.length > 0)
    setDrafts(Object.fromEntries(kept.map(([id, draft]) => [id, keptDraft(draft)])));
  // Nothing is left to be written: neither on the list of drafts.
  const empty = found !== null && found !== undefined && !begun && (!open || !untouched);
  useEffect(() => {
    if (empty) void discard();
  }, [empty, discard]);
  return {
    flush,
    of: (id: RequestId): DecisionDraft => drafts[id] ?? EMPTY_DRAFT,
    change: (id: RequestId, part: Partial<DecisionDraft>): void =>
      setDrafts((before) => ({ ...before, [id]: { ...(before[id] ?? EMPTY_DRAFT), ...part } })),
  };
}

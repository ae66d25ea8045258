import { z } from 'zod';
import type { Attendance, CaseLine } from '#shared/committee/committee.ts';
import { attendanceSchema } from '#shared/committee/committee.ts';
import { type FileRef, fileRefSchema } from '#shared/files/stored-file.ts';
import { requestIdSchema } from '#shared/ids.ts';
import { useRecoverableDraft } from '#renderer/api/use-recoverable-draft.tsx';
import { useText } from '#renderer/i18n/use-text.ts';
import { useQueryParam } from '#renderer/ui/use-route.ts';
import { type DecisionDraft, keptDraft } from './decision-model.ts';

export interface PaperCaseDraft {
  readonly line: CaseLine;
  readonly draft: DecisionDraft;
}

export interface PaperDraft {
  readonly day: string | null;
  readonly number: string;
  readonly place: string | null;
  readonly scan: FileRef | null;
  readonly attendance: readonly Attendance[];
  readonly cases: readonly PaperCaseDraft[];
}

const keptSchema = z.object({
  day: z.string().nullable(),
  number: z.string(),
  place: z.string().nullable(),
  scan: fileRefSchema.nullable(),
  attendance: z.array(attendanceSchema),
  cases: z.array(z.object({ requestId: requestIdSchema, draft: z.unknown() })),
});

/**
 * What was typed off paper minutes: an hour's work, offered again after a power cut. A case that was decided elsewhere
 * meanwhile is left out.
 */
export function usePaperDraft(
  typed: PaperDraft,
  waiting: readonly CaseLine[],
  restore: (draft: PaperDraft) => void,
  busy: boolean,
) {
  const { t } = useText();
  const fromDrafts = useQueryParam('draft') !== undefined;
  const { cases, ...head } = typed;
  const begun =
    cases.length > 0 ||
    head.scan !== null ||
    head.number !== '' ||
    head.attendance.some(({ present }) => present);
  return useRecoverableDraft(
    {
      kind: 'committee',
      key: 'paper',
      title: t('committee.paper.draftTitle'),
      data: { ...head, cases: cases.map(({ line, draft }) => ({ requestId: line.requestId, draft })) },
    },
    begun && !busy,
    (data) => {
      const kept = keptSchema.safeParse(data);
      if (!kept.success) return;
      restore({
        ...kept.data,
        cases: kept.data.cases.flatMap(({ requestId, draft }) => {
          const line = waiting.find((one) => one.requestId === requestId);
          return line === undefined ? [] : [{ line, draft: keptDraft(draft) }];
        }),
      });
    },
    // The cases are found among those that wait: not before these are known.
    fromDrafts && waiting.length > 0,
  );
}

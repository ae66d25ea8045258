import { z } from 'zod';
import type { CommitteeCase } from '#shared/committee/committee-contract.ts';
import { isJudged, rejudge } from '#shared/need/assess-need.ts';
import { JUDGED_MOST, type Judged } from '#shared/need/need-criteria.ts';
import { call } from '#renderer/api/client.ts';
import { FormDialog } from '#renderer/api/form-dialog.tsx';
import { useText } from '#renderer/i18n/use-text.ts';
import { FormArea } from '#renderer/ui/form.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { Note } from '#renderer/ui/states.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import { useZodForm } from '#renderer/ui/use-zod-form.ts';
import { NeedWorking, useNeedWords } from './need-working.tsx';
import need from './need.module.css';

const UNJUDGED = 'none';
const LEVELS = Array.from({ length: JUDGED_MOST + 1 }, (_, level) => String(level));

const formSchema = z.object({
  levels: z.record(z.string(), z.string()),
  note: z.string().trim().max(500, { message: 'tooLong' }),
});

const judgedOf = (levels: Readonly<Record<string, string>>): Judged =>
  Object.fromEntries(
    Object.entries(levels).flatMap(([key, level]) => (level === UNJUDGED ? [] : [[key, Number(level)]])),
  );

/** What only a person can judge of a case, with the score that it gives and why, as it is judged (O.1). */
export function NeedDialog({
  found,
  onClose,
}: {
  readonly found: CommitteeCase;
  readonly onClose: () => void;
}) {
  const { t, text, digits } = useText();
  const words = useNeedWords();
  const own = found.needNow.parts.filter(isJudged);
  const form = useZodForm(formSchema, {
    levels: Object.fromEntries(
      own.map(({ key, found: finding }) => [
        key,
        finding?.kind === 'judged' ? String(finding.level) : UNJUDGED,
      ]),
    ),
    note: found.needRecorded?.note ?? '',
  });
  const levels = form.watch('levels');
  const needNow = rejudge(found.needNow, judgedOf(levels));
  return (
    <FormDialog
      form={form}
      title={`${t('committee.assess.judge')}: ${found.partyName}`}
      verb={t('committee.assess.record')}
      width="44rem"
      onClose={onClose}
      save={async ({ levels: typed, note }) => {
        const { score } = await call('need.record', {
          requestId: found.requestId,
          judged: judgedOf(typed),
          note,
        });
        showToast(digits(t('committee.assess.done', { score })));
      }}
    >
      <Note kind="neutral">
        {t(own.length === 0 ? 'committee.assess.noneJudged' : 'committee.assess.judgeHelp')}
      </Note>
      {own.map((part) => (
        <Segmented
          key={part.key}
          label={words.name(part)}
          value={levels[part.key] ?? UNJUDGED}
          onChange={(level) => form.setValue('levels', { ...levels, [part.key]: level })}
          choices={[
            { value: UNJUDGED, label: t('committee.assess.unjudged') },
            ...LEVELS.map((value) => ({ value, label: text('committee.assess.level', value) })),
          ]}
        />
      ))}
      <FormArea
        name="note"
        label={t('committee.assess.note')}
        placeholder={t('committee.assess.noteHelp')}
        optional
        rows={2}
      />
      <div className={need['working']} aria-live="polite">
        <NeedWorking of={{ ...found, needNow }} label={t('committee.assess.asJudged')} />
      </div>
    </FormDialog>
  );
}

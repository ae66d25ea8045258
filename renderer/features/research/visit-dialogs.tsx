import { useWatch } from 'react-hook-form';
import type { FieldVisit, Research } from '#shared/research/research.ts';
import { visitPlanSchema, visitRecordSchema } from '#shared/research/research-contract.ts';
import { call } from '#renderer/api/client.ts';
import { FormDialog } from '#renderer/api/form-dialog.tsx';
import { useActs } from '#renderer/api/use-acts.ts';
import { useChannelCommand } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useToday } from '#renderer/ui/dates.tsx';
import { FieldRow, FormArea, FormChoice, FormDate, FormText } from '#renderer/ui/form.tsx';
import { useZodForm } from '#renderer/ui/use-zod-form.ts';

/** Where and when: a new visit, or one that is still planned. */
export function VisitPlanDialog({
  research,
  visit,
  village,
  onClose,
}: {
  readonly research: Research;
  readonly visit: FieldVisit | null;
  readonly village: string;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const today = useToday();
  const plan = useChannelCommand('research.planVisit');
  const edit = useChannelCommand('research.editVisit');
  const acts = useActs();
  const form = useZodForm(visitPlanSchema, {
    plannedOn: visit?.plannedOn ?? today,
    plannedTime: visit?.plannedTime ?? '',
    place: visit?.place ?? village,
    directions: visit?.directions ?? research.visits.at(-1)?.directions ?? '',
  });
  return (
    <FormDialog
      form={form}
      title={t(visit === null ? 'research.visit.planTitle' : 'research.visit.editTitle')}
      verb={t('research.visit.verb')}
      onClose={onClose}
      save={async (values) => {
        if (visit !== null) {
          const { plannedOn, plannedTime, place, directions } = visit;
          await edit.mutateAsync({ id: visit.id, ...values });
          acts.tell(t('research.toast.visitEdited'), () =>
            call('research.editVisit', { id: visit.id, plannedOn, plannedTime, place, directions }),
          );
          return;
        }
        const before = new Set(research.visits.map(({ id }) => id));
        const { visits } = await plan.mutateAsync({ id: research.id, ...values });
        const added = visits.find(({ id }) => !before.has(id));
        if (added === undefined) return;
        acts.tell(t('research.toast.visitPlanned'), () =>
          call('research.recordVisit', {
            id: added.id,
            record: { state: 'cancelled', findings: t('research.toast.undoReason') },
          }),
        );
      }}
    >
      <FormDate name="plannedOn" label={t('research.visit.day')} required autoFocus />
      <FieldRow>
        <FormText
          name="place"
          label={t('research.visit.place')}
          help={t('research.visit.placeHelp')}
          required
        />
        <FormText
          name="plannedTime"
          label={t('research.visit.time')}
          help={t('research.visit.timeHelp')}
          ltr
          optional
        />
      </FieldRow>
      <FormArea
        name="directions"
        label={t('research.visit.directions')}
        help={t('research.visit.directionsHelp')}
        rows={2}
        optional
      />
    </FormDialog>
  );
}

const BECAME = ['done', 'failed', 'cancelled'] as const;

/** What became of a planned visit; of one that was not made, why. */
export function RecordVisitDialog({
  visit,
  onClose,
}: {
  readonly visit: FieldVisit;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const today = useToday();
  const record = useChannelCommand('research.recordVisit');
  const acts = useActs();
  const form = useZodForm(visitRecordSchema, {
    state: 'done',
    visitedOn: visit.plannedOn <= today ? visit.plannedOn : today,
    present: '',
    findings: '',
  });
  const state = useWatch({ control: form.control, name: 'state' });
  const done = state === 'done';
  return (
    <FormDialog
      form={form}
      title={t('research.visit.recordTitle')}
      verb={t('research.visit.recordVerb')}
      onClose={onClose}
      save={async (values) => {
        await record.mutateAsync({ id: visit.id, record: values });
        acts.tell(t('research.toast.visitRecorded'), () => call('research.reopenVisit', { id: visit.id }));
      }}
    >
      <FormChoice
        name="state"
        label={t('research.visit.became')}
        choices={BECAME.map((value) => ({ value, label: t(`research.visit.state.${value}`) }))}
      />
      {done ? (
        <>
          <FormDate name="visitedOn" label={t('research.visit.visitedOn')} required />
          <FormText
            name="present"
            label={t('research.visit.present')}
            help={t('research.visit.presentHelp')}
            optional
          />
        </>
      ) : null}
      <FormArea
        name="findings"
        label={t(done ? 'research.visit.findings' : 'research.visit.why')}
        help={t(done ? 'research.visit.findingsHelp' : 'research.visit.whyHelp')}
        rows={4}
        required
        autoFocus
      />
    </FormDialog>
  );
}

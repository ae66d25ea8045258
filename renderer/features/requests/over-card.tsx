import { IconArchive, IconArrowForwardUp } from '@tabler/icons-react';
import { useState } from 'react';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardFooter } from '#renderer/ui/card.tsx';
import { DualDateText } from '#renderer/ui/dates.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { Note } from '#renderer/ui/states.tsx';
import { SummaryList } from '#renderer/ui/summary-list.tsx';
import { CourseDialog } from './course-dialog.tsx';
import type { StepProps } from './steps/step-props.ts';
import css from './requests.module.css';

/** A withdrawn request: why, who wrote it down and when, and that it can be reopened. */
export function OverCard({ request, mayWrite }: StepProps) {
  const { t } = useText();
  const [reopening, setReopening] = useState(false);
  const end = request.events.find(({ kind }) => kind === 'withdrawn');
  return (
    <Card pane={t('requests.page.stepCard')}>
      <div className={css['stepBody']}>
        <h2 className={css['stepTitle']} data-over="withdrawn">
          <Icon of={IconArchive} /> {t('requests.over.title')}
        </h2>
        <SummaryList
          label={request.partyName}
          rows={[
            { term: t('requests.page.field.service'), value: request.service },
            ...(end === undefined
              ? []
              : [
                  { term: t('requests.over.on'), value: <DualDateText iso={riyadhDay(end.atMs)} /> },
                  { term: t('requests.over.by'), value: end.officerName },
                  { term: t('requests.over.reason'), value: end.text },
                ]),
          ]}
        />
        <Note>{t('requests.over.help')}</Note>
      </div>
      {mayWrite && request.allowed.includes('reopen') ? (
        <CardFooter>
          <Button icon={<Icon of={IconArrowForwardUp} mirror />} onClick={() => setReopening(true)}>
            {t('requests.course.reopen.menu')}
          </Button>
        </CardFooter>
      ) : null}
      {reopening ? <CourseDialog request={request} act="reopen" onClose={() => setReopening(false)} /> : null}
    </Card>
  );
}

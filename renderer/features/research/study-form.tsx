import { useState } from 'react';
import { RESEARCH_ROLES } from '#shared/referrals/referrals-contract.ts';
import { RECOMMENDATIONS, type Recommendation, type Research } from '#shared/research/research.ts';
import { call } from '#renderer/api/client.ts';
import { FileChip } from '#renderer/api/file-chip.tsx';
import { useHasRole } from '#renderer/api/session.ts';
import { useActs } from '#renderer/api/use-acts.ts';
import { useAutosave } from '#renderer/api/use-autosave.ts';
import { useErrorText, useValidationText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardBody, CardFooter } from '#renderer/ui/card.tsx';
import { DualDateText, When } from '#renderer/ui/dates.tsx';
import { DraftSaved } from '#renderer/ui/draft-saved.tsx';
import { TextArea } from '#renderer/ui/fields.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { ErrorBlock, Note } from '#renderer/ui/states.tsx';
import { SummaryList } from '#renderer/ui/summary-list.tsx';
import css from './research.module.css';

/** What the study is for, its findings, and what it recommends: typed and kept, then finished for the committee. */
export function StudyForm({
  research,
  busy,
  serves,
  onEnter,
}: {
  readonly research: Research;
  /** A dialog of the page has the keys. */
  readonly busy: boolean;
  readonly serves: boolean;
  readonly onEnter: () => void;
}) {
  const { t } = useText();
  const say = useErrorText();
  const sayField = useValidationText();
  const acts = useActs();
  const takes = research.state === 'open' && research.request.ended === null;
  const writes = useHasRole(...RESEARCH_ROLES) && takes;
  const [findings, setFindings] = useState(research.findings);
  const [recommendation, setRecommendation] = useState<Recommendation | null>(research.recommendation);
  const [reason, setReason] = useState(research.recommendationReason);
  const [tried, setTried] = useState(false);
  const { id, version } = research;
  const text = { findings, recommendation, recommendationReason: reason };
  const draft = useAutosave(
    text,
    async (study) => (await call('research.saveText', { id, ...study })).savedAtMs,
    { enabled: writes },
  );
  const wants = [
    { field: 'study-findings', empty: findings.trim() === '' },
    { field: 'study-recommendation', empty: recommendation === null },
    { field: 'study-reason', empty: reason.trim() === '' },
  ];
  const missing = (field: string): string | undefined =>
    tried && wants.some((one) => one.field === field && one.empty) ? sayField('required') : undefined;
  const finish = async (): Promise<void> => {
    setTried(true);
    const first = wants.find(({ empty }) => empty);
    if (first !== undefined || recommendation === null) {
      document.getElementById(first?.field ?? '')?.focus();
      return;
    }
    await draft.cancel();
    await acts.run(
      () => call('research.finish', { id, version, findings, recommendation, recommendationReason: reason }),
      t('research.toast.finished'),
      () => call('research.reopen', { id }),
    );
  };
  const press = (): void => void finish();
  useKey('Ctrl+Enter', t('research.page.finish'), press, { enabled: writes && !busy });
  useKey('Ctrl+S', t('keys.saveDraft'), () => void draft.flush(), { enabled: writes && !busy });
  return (
    <Card pane={t('research.page.pane')}>
      <CardBody scroll>
        <div className={css['body']}>
          {acts.error === null ? null : <ErrorBlock text={say(acts.error)} />}
          <SummaryList
            label={t('research.one')}
            rows={[
              {
                term: t('research.page.purpose'),
                value: research.purpose === '' ? t('research.page.noPurpose') : research.purpose,
              },
              {
                term: t('research.page.researcher'),
                value: research.researcher?.name ?? t('research.list.anybody'),
              },
              {
                term: t('research.page.due'),
                value:
                  research.dueOn === null ? t('research.list.noDue') : <DualDateText iso={research.dueOn} />,
              },
            ]}
          />
          {writes ? (
            <div className={css['writing']}>
              <TextArea
                id="study-findings"
                label={t('research.page.findings')}
                help={t('research.page.findingsHelp')}
                required
                rows={5}
                value={findings}
                onChange={setFindings}
                error={missing('study-findings')}
              />
              <Segmented
                id="study-recommendation"
                label={t('research.page.recommendation')}
                value={recommendation}
                onChange={setRecommendation}
                choices={RECOMMENDATIONS.map((value) => ({
                  value,
                  label: t(`research.recommendation.${value}`),
                }))}
                error={missing('study-recommendation')}
              />
              <TextArea
                id="study-reason"
                label={t('research.page.reason')}
                help={t('research.page.reasonHelp')}
                required
                rows={3}
                value={reason}
                onChange={setReason}
                error={missing('study-reason')}
              />
              <p className={css['dim']}>
                {t('research.page.draft')} <DraftSaved state={draft.state} savedAtMs={draft.savedAtMs} />
              </p>
            </div>
          ) : (
            <StudyText research={research} />
          )}
          <Note>{t('research.page.apart')}</Note>
        </div>
      </CardBody>
      {takes && serves ? (
        <CardFooter>
          {writes ? (
            <Button kind="filled" keys="Ctrl+Enter" loading={acts.busy} onClick={press}>
              {t('research.page.finish')}
            </Button>
          ) : null}
          <Button onClick={onEnter}>{t('research.page.enter')}</Button>
        </CardFooter>
      ) : null}
    </Card>
  );
}

/** As it was finished, to be read. */
function StudyText({ research }: { readonly research: Research }) {
  const { t } = useText();
  const { finishedAtMs, recommendation, cancelled } = research;
  const [before = '', after = ''] = t('research.page.finishedBy', {
    name: research.finishedByName ?? '',
    when: '\u0000',
  }).split('\u0000');
  return (
    <div className={css['writing']}>
      {cancelled === null ? null : (
        <Note kind="warning">
          {t('research.cancel.reason')}: {cancelled.reason}
        </Note>
      )}
      {research.findings === '' ? null : (
        <section>
          <h2>{t('research.page.findings')}</h2>
          <p className={css['text']}>{research.findings}</p>
        </section>
      )}
      {recommendation === null ? null : (
        <section>
          <h2>
            {t('research.page.recommendation')}: {t(`research.recommendation.${recommendation}`)}
          </h2>
          <p className={css['text']}>{research.recommendationReason}</p>
        </section>
      )}
      {finishedAtMs === null ? null : (
        <p className={css['dim']}>
          {before}
          <When atMs={finishedAtMs} />
          {after}
          {research.enteredByName === null
            ? null
            : ` · ${t('research.page.enteredBy', { name: research.enteredByName })}`}
        </p>
      )}
      {research.paper === null ? null : <FileChip file={research.paper} />}
    </div>
  );
}

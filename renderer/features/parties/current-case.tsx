import { IconArrowRight, IconFileAlert } from '@tabler/icons-react';
import { useState } from 'react';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import type { OpenCase } from '#shared/parties/profile.ts';
import { useText, type Translate } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { ShortDate } from '#renderer/ui/dates.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { Identifier } from '#renderer/ui/numbers.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { LevelBadge, useStepWords } from '#renderer/ui/request-marks.tsx';
import { StepBars } from '#renderer/ui/spine.tsx';
import css from './current-case.module.css';

/** How many missing requirements are named; of the others only the number is told. */
const NAMED = 2;

const missingWords = (t: Translate, missing: readonly string[]): string => {
  const list = missing.slice(0, NAMED).join('، ');
  const more = missing.length - NAMED;
  return more <= 0
    ? t('partyProfile.case.missing', { list })
    : t('partyProfile.case.missingMore', { list, more: t('partyProfile.case.more', { count: more }) });
};

/**
 * المعاملة الحالية, on top of the page: the open request with its step and what it still needs; Ctrl+Enter goes on with it.
 * With several the most urgent stands here, and F3 turns to the next.
 */
export function CurrentCase({
  cases,
  mayWrite,
}: {
  readonly cases: readonly OpenCase[];
  readonly mayWrite: boolean;
}) {
  const { t } = useText();
  const go = useGo();
  const words = useStepWords();
  const [at, setAt] = useState(0);
  const index = Math.min(at, cases.length - 1);
  const shown = cases[index];
  const next = (): void => setAt((index + 1) % cases.length);
  const follow = (): void => (shown === undefined ? undefined : go(paths.request(shown.request.id)));
  useKey('Ctrl+Enter', t('partyProfile.case.follow'), follow, { enabled: mayWrite && shown !== undefined });
  useKey('F3', t('partyProfile.case.next'), next, { enabled: cases.length > 1 });
  if (shown === undefined) return null;
  const { request, missing } = shown;
  const place = t('partyProfile.case.place', { at: index + 1, count: cases.length });
  return (
    <Card pane={t('partyProfile.case.title')}>
      <div className={css['case']}>
        <div className={css['what']}>
          <h2 className={css['title']}>
            <span className={css['name']}>{t('partyProfile.case.title')}</span>
            <span className={css['service']}>{request.service}</span>
            {request.number === null ? null : <Identifier value={request.number} />}
            {request.level === 'ordinary' ? null : <LevelBadge level={request.level} />}
          </h2>
          <div className={css['bars']}>
            <StepBars states={request.steps.map((step) => step.state)} />
          </div>
          <p className={css['step']}>
            <b>{words(request)}</b>
            <span>
              {t('partyProfile.case.since')} <ShortDate iso={riyadhDay(request.openedAtMs)} />
            </span>
            {missing === null ? null : missing.length === 0 ? (
              <span>{t('partyProfile.case.complete')}</span>
            ) : (
              <Badge kind="warning" icon={IconFileAlert}>
                {missingWords(t, missing)}
              </Badge>
            )}
          </p>
        </div>
        <div className={css['acts']}>
          {cases.length > 1 ? (
            <Button kind="quiet" keys="F3" label={`${place}، ${t('partyProfile.case.next')}`} onClick={next}>
              {place}
            </Button>
          ) : null}
          <Button
            kind={mayWrite ? 'filled' : 'outline'}
            icon={<Icon of={IconArrowRight} mirror />}
            onClick={follow}
            {...(mayWrite ? { keys: 'Ctrl+Enter' } : {})}
          >
            {t('partyProfile.case.follow')}
          </Button>
        </div>
      </div>
    </Card>
  );
}

import { useState } from 'react';
import type { Circumstances, RecordedFact } from '#shared/circumstances/circumstances-contract.ts';
import { FACT_KINDS, factsOn, historyOf } from '#shared/circumstances/facts.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DualDateField } from '#renderer/ui/dual-date-field.tsx';
import { ShortDate, useToday, When } from '#renderer/ui/dates.tsx';
import { SideDrawer } from '#renderer/ui/dialog.tsx';
import css from './circumstances.module.css';
import { FactValue } from './facts-card.tsx';

/** Everything that was ever known, newest first; a day may be chosen: what stood on it is marked. */
export function HistoryDrawer({
  data,
  onWithdraw,
  onClose,
}: {
  readonly data: Circumstances;
  readonly onWithdraw: ((fact: RecordedFact) => void) | null;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const today = useToday();
  const [day, setDay] = useState<string | null>(today);
  const stood = factsOn(data.facts, day ?? today);
  const kinds = FACT_KINDS.filter((kind) => historyOf(data.facts, kind).length > 0);
  return (
    <SideDrawer opened onClose={onClose} title={t('circumstances.historyTitle')}>
      <DualDateField
        label={t('circumstances.asOn')}
        help={t('circumstances.asOnHelp')}
        value={day}
        onChange={setDay}
      />
      {kinds.length === 0 ? <p className={css['dim']}>{t('circumstances.historyEmpty')}</p> : null}
      {kinds.map((kind) => (
        <section key={kind} className={css['history']}>
          <h3>{t(`circumstances.kind.${kind}`)}</h3>
          <ol aria-label={t('circumstances.historyOf', { kind: t(`circumstances.kind.${kind}`) })}>
            {historyOf(data.facts, kind).map((fact) => (
              <li
                key={fact.id}
                data-withdrawn={fact.withdrawn !== null || undefined}
                data-stood={stood.get(kind)?.id === fact.id || undefined}
                aria-current={stood.get(kind)?.id === fact.id ? 'date' : undefined}
              >
                <span className={css['past']}>
                  <FactValue fact={fact} sex={data.person.sex} />
                </span>
                <span className={css['small']}>
                  {t('circumstances.known')} <ShortDate iso={fact.knownOn} />،{' '}
                  {t('circumstances.by', { name: fact.recordedBy })} <When atMs={fact.recordedAtMs} />
                  {fact.source === '' ? null : `، ${fact.source}`}
                </span>
                {fact.withdrawn === null ? (
                  onWithdraw === null ? null : (
                    <Button size="sm" kind="quiet" onClick={() => onWithdraw(fact)}>
                      {t('circumstances.withdraw')}
                    </Button>
                  )
                ) : (
                  <span className={css['small']}>
                    {fact.withdrawn.reason === ''
                      ? t('circumstances.withdrawnUndo', { name: fact.withdrawn.by })
                      : t('circumstances.withdrawn', {
                          reason: fact.withdrawn.reason,
                          name: fact.withdrawn.by,
                        })}
                  </span>
                )}
              </li>
            ))}
          </ol>
        </section>
      ))}
    </SideDrawer>
  );
}

import { IconHistory } from '@tabler/icons-react';
import type { Circumstances, RecordedFact } from '#shared/circumstances/circumstances-contract.ts';
import { FACT_KINDS, type FactKind, factsOn } from '#shared/circumstances/facts.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardBody, CardHeader } from '#renderer/ui/card.tsx';
import { ShortDate, useToday } from '#renderer/ui/dates.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { Identifier } from '#renderer/ui/numbers.tsx';
import { genderOf } from '#renderer/api/register/member-words.ts';
import css from './circumstances.module.css';
import { useFactWords } from '#renderer/api/register/fact-words.ts';

/** What is known today, since when and by whom, each with its «تغيير»; the whole history is one key away. */
export function FactsCard({
  data,
  mayWrite,
  onRecord,
  onHistory,
}: {
  readonly data: Circumstances;
  readonly mayWrite: boolean;
  readonly onRecord: (kind: FactKind) => void;
  readonly onHistory: () => void;
}) {
  const { t } = useText();
  const known = factsOn(data.facts, useToday());
  return (
    <Card pane={t('circumstances.factsTitle')}>
      <CardHeader
        title={t('circumstances.factsTitle')}
        actions={
          <Button
            size="sm"
            kind="quiet"
            keys="F7"
            icon={<Icon of={IconHistory} size="sm" />}
            onClick={onHistory}
          >
            {t('circumstances.history')}
          </Button>
        }
      />
      <CardBody scroll flush>
        <dl className={css['facts']}>
          {FACT_KINDS.map((kind) => (
            <Fact
              key={kind}
              kind={kind}
              fact={known.get(kind)}
              sex={data.person.sex}
              onRecord={mayWrite ? () => onRecord(kind) : null}
            />
          ))}
        </dl>
      </CardBody>
    </Card>
  );
}

function Fact({
  kind,
  fact,
  sex,
  onRecord,
}: {
  readonly kind: FactKind;
  readonly fact: RecordedFact | undefined;
  readonly sex: Circumstances['person']['sex'];
  readonly onRecord: (() => void) | null;
}) {
  const { t } = useText();
  const name = t(`circumstances.kind.${kind}`);
  const verb = fact === undefined ? t('circumstances.record') : t('common.edit');
  return (
    <div className={css['fact']}>
      <dt>{name}</dt>
      <dd>
        {fact === undefined ? (
          <span className={css['dim']}>{t('circumstances.unknown')}</span>
        ) : (
          <>
            <FactValue fact={fact} sex={sex} />
            <span className={css['small']}>
              {t('circumstances.known')} <ShortDate iso={fact.knownOn} />،{' '}
              {t('circumstances.by', { name: fact.recordedBy })}
              {fact.source === '' ? null : `، ${fact.source}`}
            </span>
          </>
        )}
      </dd>
      {onRecord === null ? null : (
        <dd>
          <Button size="sm" kind="quiet" label={`${verb}: ${name}`} onClick={onRecord}>
            {verb}
          </Button>
        </dd>
      )}
    </div>
  );
}

/** One fact in words; an IBAN's number stands apart, left to right. */
export function FactValue({
  fact,
  sex,
}: {
  readonly fact: RecordedFact;
  readonly sex: Circumstances['person']['sex'];
}) {
  const { say } = useFactWords(genderOf(sex));
  return (
    <span>
      {fact.kind === 'iban' ? (
        <>
          <Identifier value={fact.value.iban} />
          {'، '}
        </>
      ) : null}
      {say(fact)}
    </span>
  );
}

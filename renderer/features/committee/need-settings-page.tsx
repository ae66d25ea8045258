import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import {
  DEFAULT_NEED_CRITERIA,
  type NeedBand,
  type NeedCriterion,
  needSettingSchema,
} from '#shared/need/need-criteria.ts';
import { toAsciiDigits } from '#shared/arabic/digits.ts';
import { call } from '#renderer/api/client.ts';
import { QueryView } from '#renderer/api/query-view.tsx';
import { useHasRole } from '#renderer/api/session.ts';
import { useActs } from '#renderer/api/use-acts.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useErrorText, useValidationText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { Card, CardBody, CardFooter, CardHeader } from '#renderer/ui/card.tsx';
import { TextField } from '#renderer/ui/fields.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { ErrorBlock, Note } from '#renderer/ui/states.tsx';
import { useNeedWords } from './need-working.tsx';
import css from './committee.module.css';
import need from './need.module.css';

const HALALAS = 100;

/** معايير تقدير الحاجة (O.1): the weights, and what each thing that is found gives of them. */
export function NeedSettingsPage() {
  const setting = useChannelQuery('need.setting', undefined);
  const { t } = useText();
  return (
    <Card pane={t('committee.settings.needTitle')}>
      <CardHeader title={t('committee.settings.needTitle')} />
      <QueryView query={setting} rows={8}>
        {({ criteria }) => <Criteria key={JSON.stringify(criteria)} saved={criteria} />}
      </QueryView>
    </Card>
  );
}

function Criteria({ saved }: { readonly saved: readonly NeedCriterion[] }) {
  const { t, digits } = useText();
  const say = useErrorText();
  const check = useValidationText();
  const acts = useActs();
  const mayChange = useHasRole('manager', 'administrator');
  const [criteria, setCriteria] = useState<readonly NeedCriterion[]>(saved);
  const [problem, setProblem] = useState<string | undefined>();
  const change = (key: string, next: NeedCriterion): void => {
    setProblem(undefined);
    setCriteria((all) => all.map((one) => (one.key === key ? next : one)));
  };
  const addOwn = (): void => {
    const taken = new Set(criteria.map(({ key }) => key));
    let index = 1;
    while (taken.has(`own${index}`)) index += 1;
    setCriteria((all) => [...all, { by: 'judged', key: `own${index}`, name: '', weight: 10 }]);
  };
  const save = (): void => {
    const parsed = needSettingSchema.safeParse({ criteria });
    if (!parsed.success) {
      setProblem(check(parsed.error.issues[0]?.message));
      return;
    }
    void acts.run(
      () => call('need.saveSetting', parsed.data),
      t('committee.settings.needSaved'),
      () => call('need.saveSetting', { criteria: [...saved] }),
    );
  };
  useKey('Ctrl+Enter', t('committee.settings.save'), save, { enabled: mayChange });
  const sum = criteria.reduce((total, { weight }) => total + weight, 0);
  return (
    <>
      {acts.error === null ? null : <ErrorBlock text={say(acts.error)} />}
      {problem === undefined ? null : <ErrorBlock text={problem} />}
      <CardBody scroll flush>
        <p className={css['help']}>
          {t('committee.settings.needHelp')} <b>{digits(t('committee.settings.weights', { sum }))}</b>
        </p>
        <fieldset disabled={!mayChange} style={{ border: 0, margin: 0, padding: 0 }}>
          {criteria.map((criterion) => (
            <Criterion
              key={criterion.key}
              criterion={criterion}
              change={(next) => change(criterion.key, next)}
              onRemove={() => setCriteria((all) => all.filter(({ key }) => key !== criterion.key))}
            />
          ))}
        </fieldset>
      </CardBody>
      {mayChange ? (
        <CardFooter
          end={
            <Button kind="quiet" onClick={() => setCriteria(DEFAULT_NEED_CRITERIA)}>
              {t('committee.settings.reset')}
            </Button>
          }
        >
          <Button kind="filled" keys="Ctrl+Enter" loading={acts.busy} onClick={save}>
            {t('committee.settings.save')}
          </Button>
          <Button icon={<Icon of={IconPlus} size="sm" />} onClick={addOwn}>
            {t('committee.settings.addOwn')}
          </Button>
        </CardFooter>
      ) : (
        <CardFooter>
          <Note kind="neutral">{t('settings.readOnly')}</Note>
        </CardFooter>
      )}
    </>
  );
}

/** A whole number as it is typed, in either digit system; what is none is 0. */
const wholeOf = (typed: string): number => {
  const found = /^-?\d{1,9}$/u.exec(toAsciiDigits(typed).trim());
  return found === null ? 0 : Number(found[0]);
};

function Whole({
  label,
  value,
  onChange,
  wide = false,
}: {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly wide?: boolean;
}) {
  const { digits } = useText();
  return (
    <input
      inputMode="numeric"
      aria-label={label}
      className={wide ? need['wide'] : undefined}
      value={digits(value)}
      onChange={(event) => onChange(wholeOf(event.currentTarget.value))}
    />
  );
}

function Criterion({
  criterion,
  change,
  onRemove,
}: {
  readonly criterion: NeedCriterion;
  readonly change: (next: NeedCriterion) => void;
  readonly onRemove: () => void;
}) {
  const { t } = useText();
  const words = useNeedWords();
  const name = words.name({ key: criterion.key, name: criterion.by === 'judged' ? criterion.name : '' });
  return (
    <div className={need['criterion']} role="group" aria-label={name}>
      {criterion.by === 'judged' ? (
        <TextField
          label={t('committee.settings.ownName')}
          help={t('committee.settings.ownHelp')}
          value={criterion.name}
          onChange={(next) => change({ ...criterion, name: next })}
          maxLength={80}
        />
      ) : (
        <span className={need['criterionName']}>{name}</span>
      )}
      <label className={need['weight']}>
        <span className={css['dim']}>{t('committee.settings.weight')} </span>
        <Whole
          label={`${t('committee.settings.weight')}: ${name}`}
          value={criterion.weight}
          onChange={(weight) => change({ ...criterion, weight })}
        />
      </label>
      {criterion.by === 'judged' ? (
        <IconButton
          label={t('committee.settings.removeOwn', { name })}
          icon={<Icon of={IconTrash} size="sm" />}
          onClick={onRemove}
        />
      ) : criterion.by === 'code' ? (
        <div className={need['shares']}>
          {Object.entries(criterion.shares).map(([code, share]) => {
            const label = words.found({ key: criterion.key, found: { kind: 'code', code } }, 'unknown');
            return (
              <span key={code} className={need['share']}>
                {label}
                <Whole
                  label={`${name}: ${label}`}
                  value={share}
                  onChange={(next) => change({ ...criterion, shares: { ...criterion.shares, [code]: next } })}
                />
                %
              </span>
            );
          })}
        </div>
      ) : (
        <Bands
          name={name}
          money={criterion.by === 'amount'}
          bands={criterion.bands}
          onChange={(bands) => change({ ...criterion, bands: [...bands] })}
        />
      )}
    </div>
  );
}

/** Up to each value its share; the last one takes whatever is above. Riyals on screen, halalas within. */
function Bands({
  name,
  money,
  bands,
  onChange,
}: {
  readonly name: string;
  readonly money: boolean;
  readonly bands: readonly NeedBand[];
  readonly onChange: (bands: readonly NeedBand[]) => void;
}) {
  const { t } = useText();
  const unit = money ? HALALAS : 1;
  const set = (index: number, part: Partial<NeedBand>): void =>
    onChange(bands.map((band, at) => (at === index ? { ...band, ...part } : band)));
  return (
    <div className={need['shares']}>
      {bands.map((band, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a band is its place
        <span key={index} className={need['share']}>
          {band.upTo === null ? (
            t('committee.settings.above')
          ) : (
            <>
              {t('committee.settings.upTo')}
              <Whole
                wide
                label={`${name}: ${t('committee.settings.upTo')}`}
                value={Math.round(band.upTo / unit)}
                onChange={(next) => set(index, { upTo: next * unit })}
              />
              {t(money ? 'committee.settings.riyals' : 'committee.settings.persons')}
            </>
          )}
          <Whole
            label={`${name}: ${t('committee.settings.share')}`}
            value={band.share}
            onChange={(share) => set(index, { share })}
          />
          %
        </span>
      ))}
    </div>
  );
}

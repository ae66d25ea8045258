import { useState } from 'react';
import { DOCUMENT_KINDS, type DocumentKind } from '#shared/documents/document.ts';
import { type DocumentSetting, documentSettingSchema } from '#shared/documents/document-setting.ts';
import { QueryView } from '#renderer/api/query-view.tsx';
import { useHasRole } from '#renderer/api/session.ts';
import { call } from '#renderer/api/client.ts';
import { useChannelCommand, useChannelQuery } from '#renderer/api/use-channel.ts';
import { useErrorText, useValidationText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Card, CardBody, CardHeader } from '#renderer/ui/card.tsx';
import { CheckField, DigitsInput } from '#renderer/ui/fields.tsx';
import { FieldRow, FormSection } from '#renderer/ui/form.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { ErrorBlock } from '#renderer/ui/states.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import css from './documents-page.module.css';
import { SaveBar } from './save-bar.tsx';

const TIMES = ['expiringDays', 'silentMonths', 'noAnswerDays'] as const;
type Times = Readonly<Record<(typeof TIMES)[number], string>>;
const WHOM = ['everybody', 'categories', 'nobody'] as const;
type Whom = (typeof WHOM)[number];
type Expected = DocumentSetting['expected'];

const timesOf = (setting: DocumentSetting): Times => ({
  expiringDays: String(setting.expiringDays),
  silentMonths: String(setting.silentMonths),
  noAnswerDays: String(setting.noAnswerDays),
});

/** Which documents are asked of whom (S.6), and when the desk reaches out by itself (G.1). */
export function DocumentsPage() {
  const setting = useChannelQuery('documents.setting', undefined);
  return (
    <QueryView query={setting}>
      {(data) => <SettingForm key={JSON.stringify(data)} setting={data} />}
    </QueryView>
  );
}

function SettingForm({ setting }: { readonly setting: DocumentSetting }) {
  const { t, text } = useText();
  const say = useErrorText();
  const validation = useValidationText();
  const mayChange = useHasRole('manager', 'administrator');
  const categories = useChannelQuery('categories.list', undefined);
  const update = useChannelCommand('documents.saveSetting');
  const [expected, setExpected] = useState<Expected>(setting.expected);
  const [times, setTimes] = useState(timesOf(setting));
  // A kind of which "some categories" was chosen and none ticked yet.
  const [opened, setOpened] = useState<ReadonlySet<DocumentKind>>(new Set());
  const [asked, setAsked] = useState(false);
  const parsed = documentSettingSchema.safeParse({
    expected,
    ...Object.fromEntries(
      TIMES.map((key) => [key, /^\d+$/u.test(times[key]) ? Number(times[key]) : times[key]]),
    ),
  });
  const problem = (key: (typeof TIMES)[number]): string | undefined =>
    asked && !parsed.success
      ? validation(parsed.error.issues.find(({ path }) => path[0] === key)?.message)
      : undefined;
  const reset = (): void => {
    setExpected(setting.expected);
    setTimes(timesOf(setting));
    setOpened(new Set());
    setAsked(false);
  };
  const save = (): void => {
    setAsked(true);
    if (!parsed.success) {
      document.getElementById(`times-${String(parsed.error.issues[0]?.path[0] ?? '')}`)?.focus();
      return;
    }
    if (update.isPending) return;
    update.mutate(parsed.data, {
      onSuccess: () => showToast(t('documents.settings.saved'), () => call('documents.saveSetting', setting)),
    });
  };
  useKey('Ctrl+Enter', t('common.saveChanges'), save, { enabled: mayChange });
  useKey('Ctrl+S', t('common.saveChanges'), save, { enabled: mayChange });

  const whomOf = (kind: DocumentKind): Whom => {
    const own = expected.filter((one) => one.kind === kind);
    if (own.some(({ categoryId }) => categoryId === null)) return 'everybody';
    return own.length > 0 || opened.has(kind) ? 'categories' : 'nobody';
  };
  const choose = (kind: DocumentKind, whom: Whom): void => {
    const others = expected.filter((one) => one.kind !== kind);
    setExpected(whom === 'everybody' ? [...others, { kind, categoryId: null }] : others);
    const next = new Set(opened);
    if (whom === 'categories') next.add(kind);
    else next.delete(kind);
    setOpened(next);
  };
  const tick = (kind: DocumentKind, categoryId: number, on: boolean): void => {
    const others = expected.filter((one) => one.kind !== kind || one.categoryId !== categoryId);
    setExpected(on ? [...others, { kind, categoryId }] : others);
  };
  return (
    <Card pane={t('documents.settings.title')} grow>
      <CardHeader title={t('documents.settings.title')} />
      <CardBody scroll>
        <fieldset disabled={!mayChange} className={css['form']}>
          {update.error === null ? null : <ErrorBlock text={say(update.error)} />}
          <FormSection title={t('documents.settings.expected')} help={t('documents.settings.expectedHelp')}>
            <ul className={css['kinds']}>
              {DOCUMENT_KINDS.filter((kind) => kind !== 'other').map((kind) => {
                const whom = whomOf(kind);
                return (
                  <li key={kind}>
                    <span className={css['name']}>{t(`documents.kind.${kind}`)}</span>
                    <Segmented
                      label={t('documents.settings.of', { document: t(`documents.kind.${kind}`) })}
                      hideLabel
                      compact
                      value={whom}
                      onChange={(next) => choose(kind, next)}
                      choices={WHOM.map((value) => ({ value, label: t(`documents.settings.${value}`) }))}
                    />
                    {whom === 'categories' ? (
                      <div className={css['categories']}>
                        {(categories.data ?? [])
                          .filter(
                            ({ id, active }) =>
                              active || expected.some((one) => one.kind === kind && one.categoryId === id),
                          )
                          .map(({ id, name }) => (
                            <CheckField
                              key={id}
                              label={name}
                              checked={expected.some((one) => one.kind === kind && one.categoryId === id)}
                              onChange={(on) => tick(kind, id, on)}
                            />
                          ))}
                      </div>
                    ) : null}
                  </li>
                );
              })}
            </ul>
          </FormSection>
          <FormSection title={t('documents.settings.times')}>
            <FieldRow columns={3}>
              {TIMES.map((key) => (
                <DigitsInput
                  key={key}
                  id={`times-${key}`}
                  label={t(`documents.settings.${key}`)}
                  help={text('documents.settings', `${key}Help`)}
                  width="8rem"
                  maxLength={3}
                  value={times[key]}
                  onChange={(value) => setTimes({ ...times, [key]: value })}
                  error={problem(key)}
                />
              ))}
            </FieldRow>
          </FormSection>
        </fieldset>
      </CardBody>
      <SaveBar mayChange={mayChange} busy={update.isPending} onSave={save} onReset={reset} />
    </Card>
  );
}

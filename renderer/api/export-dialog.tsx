import { IconTableExport } from '@tabler/icons-react';
import { useRef, useState, type ReactElement } from 'react';
import {
  EXPORT_FORMATS,
  EXPORT_PURPOSES,
  type ExportFormat,
  type ExportListId,
  type ExportPurpose,
} from '#shared/exports/export.ts';
import type { ExportPlan } from '#shared/exports/exports-contract.ts';
import { useErrorText, useValidationText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { CheckField, SelectField, TextField } from '#renderer/ui/fields.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { ErrorBlock, Note, SkeletonRows } from '#renderer/ui/states.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import { useOnce } from '#renderer/ui/use-once.ts';
import css from './export-dialog.module.css';
import { useChannelCommand, useChannelQuery } from './use-channel.ts';

/** A list and the filter that its screen shows: whoever sees it may take out what their role allows. */
interface ExportProps {
  readonly list: ExportListId;
  readonly filter?: Readonly<Record<string, unknown>>;
}
interface ButtonProps extends ExportProps {
  /** Of a list that is not the one beside the button: what it takes out. */
  readonly word?: string;
}

/** «تصدير»: opens the dialog over the list as it is filtered now. Reached by Tab and by Ctrl+E. */
export function ExportButton({ list, filter = {}, word }: ButtonProps): ReactElement {
  const { t, text } = useText();
  const [open, setOpen] = useState(false);
  const label = word ?? t('exports.buttonOf', { list: text('exports.lists', list) });
  useKey('Ctrl+E', label, () => setOpen(true));
  return (
    <>
      <Button keys="Ctrl+E" icon={<Icon of={IconTableExport} />} onClick={() => setOpen(true)}>
        {word ?? t('exports.button')}
      </Button>
      {open ? <ExportDialog list={list} filter={filter} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function ExportDialog({
  list,
  filter,
  onClose,
}: Required<ExportProps> & { readonly onClose: () => void }): ReactElement {
  const { t, text } = useText();
  const say = useErrorText();
  const plan = useChannelQuery('exports.plan', { list, filter }, { fresh: true });
  const title = t('exports.title', { list: text('exports.lists', list) });
  if (plan.data !== undefined)
    return <ExportForm list={list} filter={filter} plan={plan.data} title={title} onClose={onClose} />;
  return (
    <Dialog opened onClose={onClose} title={title} width="42rem">
      {plan.error === null ? <SkeletonRows rows={6} /> : <ErrorBlock text={say(plan.error)} />}
    </Dialog>
  );
}

function ExportForm({
  list,
  filter,
  plan,
  title,
  onClose,
}: Required<ExportProps> & {
  readonly plan: ExportPlan;
  readonly title: string;
  readonly onClose: () => void;
}): ReactElement {
  const { t, text } = useText();
  const say = useErrorText();
  const validation = useValidationText();
  const [columns, setColumns] = useState<readonly string[]>(plan.chosen);
  const [format, setFormat] = useState<ExportFormat>(plan.tooLongForExcel ? 'csv' : plan.format);
  const [purpose, setPurpose] = useState<ExportPurpose | null>(null);
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const run = useChannelCommand('exports.run');
  const stop = useChannelCommand('exports.cancel');
  const stopped = useRef(false);
  const runOnce = useOnce();
  const noteMissing = purpose === 'other' && note.trim() === '';

  const save = (): void => {
    setAsked(true);
    if (run.isPending || columns.length === 0 || purpose === null || noteMissing) return;
    void runOnce(async () => {
      try {
        const saved = await run.mutateAsync({
          list,
          filter,
          columns: [...columns],
          format,
          purpose,
          purposeNote: note,
        });
        if (saved === null) {
          if (stopped.current) showToast(t('exports.cancelled'));
          stopped.current = false;
          return false;
        }
        showToast(t('exports.done', { count: saved.rows, path: saved.path }));
        onClose();
        return true;
      } catch {
        // Said above the button by `run.error`.
        return false;
      }
    });
  };
  useKey('Ctrl+Enter', t('exports.verb'), save);
  const close = (): void => {
    if (!run.isPending) {
      onClose();
      return;
    }
    stopped.current = true;
    stop.mutate(undefined);
  };

  return (
    <Dialog
      opened
      onClose={close}
      width="42rem"
      title={title}
      footer={
        <>
          <Button kind="filled" keys="Ctrl+Enter" loading={run.isPending} onClick={save}>
            {t('exports.verb')}
          </Button>
          <Button keys="Esc" onClick={close}>
            {t(run.isPending ? 'exports.cancel' : 'common.back')}
          </Button>
        </>
      }
    >
      <p className={css['count']}>
        {plan.more
          ? t('exports.moreRows', { rows: plan.rows.toLocaleString('en') })
          : t('exports.rows', { count: plan.rows })}
      </p>
      <div className={css['pair']}>
        <SelectField
          label={t('exports.purpose')}
          required
          autoFocus
          value={purpose}
          onChange={setPurpose}
          choices={EXPORT_PURPOSES.map((value) => ({ value, label: text('exports.purposes', value) }))}
          error={asked && purpose === null ? validation('exportPurpose.choose') : undefined}
        />
        <Segmented
          label={t('exports.format')}
          value={format}
          onChange={setFormat}
          disabled={plan.tooLongForExcel}
          choices={EXPORT_FORMATS.map((value) => ({ value, label: t(`exports.formats.${value}`) }))}
        />
      </div>
      {plan.tooLongForExcel || format === 'csv' ? (
        <Note>{t(plan.tooLongForExcel ? 'exports.tooLong' : 'exports.csvHelp')}</Note>
      ) : null}
      {purpose === null ? null : (
        <TextField
          label={t('exports.purposeNote')}
          help={t('exports.purposeNoteHelp')}
          required={purpose === 'other'}
          optional={purpose !== 'other'}
          maxLength={120}
          value={note}
          onChange={setNote}
          error={asked && noteMissing ? validation('exportPurpose.required') : undefined}
        />
      )}
      <Columns
        plan={plan}
        value={columns}
        onChange={setColumns}
        error={asked && columns.length === 0 ? validation('exportColumns.required') : undefined}
      />
      {run.isPending ? <Progress total={plan.rows} /> : <p className={css['note']}>{t('exports.logged')}</p>}
      {run.error === null ? null : <ErrorBlock text={say(run.error)} />}
    </Dialog>
  );
}

/** In the list's order, in columns read downwards; what is withheld is told of and cannot be chosen. */
function Columns({
  plan,
  value,
  onChange,
  error,
}: {
  readonly plan: ExportPlan;
  readonly value: readonly string[];
  readonly onChange: (keys: readonly string[]) => void;
  readonly error: string | undefined;
}): ReactElement {
  const { t, text } = useText();
  const mine = plan.columns.filter(({ treatment }) => treatment !== 'withheld');
  const labelOf = ({ key, treatment }: ExportPlan['columns'][number]): string =>
    treatment === 'whole'
      ? text('exports.columns', key)
      : `${text('exports.columns', key)} (${t(`exports.${treatment}`)})`;
  return (
    <fieldset className={css['columns']}>
      <legend>
        {t('exports.columnsLabel')}
        <span className={css['chosen']}>
          {t('exports.chosen', { chosen: value.length, all: mine.length })}
        </span>
      </legend>
      <div className={css['bulk']}>
        <Button kind="quiet" size="sm" onClick={() => onChange(mine.map(({ key }) => key))}>
          {t('exports.all')}
        </Button>
        <Button kind="quiet" size="sm" onClick={() => onChange([])}>
          {t('exports.none')}
        </Button>
      </div>
      <div className={css['grid']}>
        {plan.columns.map(({ key, treatment }) => (
          <CheckField
            key={key}
            label={labelOf({ key, treatment })}
            disabled={treatment === 'withheld'}
            checked={value.includes(key)}
            onChange={(checked) =>
              onChange(
                plan.columns
                  .map((column) => column.key)
                  .filter((one) => (one === key ? checked : value.includes(one))),
              )
            }
          />
        ))}
      </div>
      {plan.columns.some(({ treatment }) => treatment === 'masked') ? (
        <p className={css['note']}>{t('exports.maskedNote')}</p>
      ) : null}
      {error === undefined ? null : (
        <p className={css['error']} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}

/** Asked for a few times a second: the bar moves without a word from the main process for each slice. */
const EVERY_MS = 250;

function Progress({ total }: { readonly total: number }): ReactElement {
  const { t } = useText();
  const { data } = useChannelQuery('exports.progress', undefined, { fresh: true, refetchEvery: EVERY_MS });
  const done = data?.done ?? 0;
  const all = Math.max(data?.total ?? total, 1);
  const percent = Math.min(100, Math.floor((done / all) * 100));
  return (
    <div className={css['progress']}>
      <div
        role="progressbar"
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-label={t('exports.running', { done, total: all })}
        className={css['bar']}
      >
        <i style={{ inlineSize: `${percent}%` }} />
      </div>
      <span>{t('exports.running', { done, total: all })}</span>
    </div>
  );
}

import { IconEye } from '@tabler/icons-react';
import { useState, type ReactElement, type ReactNode } from 'react';
import { useText } from '#renderer/i18n/use-text.ts';
import { parsePageRange, type PageRange } from '#shared/printing/page-range.ts';
import { MAX_COPIES, RENDERINGS, type Rendering } from '#shared/printing/print-choice.ts';
import { VIEWER } from '#shared/printing/print-setting.ts';
import type { PrinterInfo } from '#shared/printing/printing-contract.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { CheckField, DigitsInput, SelectField } from './fields.tsx';
import { FieldRow } from './form.tsx';
import { Icon } from './icon.tsx';
import { useKey } from './keys.ts';
import css from './print-dialog.module.css';
import { Segmented } from './segmented.tsx';
import { Note } from './states.tsx';

export interface PrintDialogChoice {
  /** One of the list, or `viewer`. */
  readonly printer: string;
  readonly copies: number;
  /** `1-3,5`; null is every page. */
  readonly pageRange: string | null;
  readonly rendering: Rendering;
  /** F9 prints there from now on. */
  readonly remember: boolean;
}

export interface PrintDialogStart {
  readonly printer: string | null;
  readonly copies?: number;
  readonly pageRange?: string | null;
  readonly rendering: Rendering;
}

interface PrintDialogProps {
  /** What is printed: a number or a name. */
  readonly title: string;
  /** Null: not known before it is made; then every page is printed. */
  readonly pages: number | null;
  readonly printers: readonly PrinterInfo[];
  /** Where F9 prints now. */
  readonly remembered: string | null;
  readonly start: PrintDialogStart;
  /** Whether the paper has a rendering for pre-printed sheets. */
  readonly choosesPaper: boolean;
  /** Said above the fields: why this is asked. */
  readonly reason?: string | undefined;
  /** What the last try was refused with. */
  readonly problem: ReactNode;
  readonly busy: boolean;
  readonly onPrint: (choice: PrintDialogChoice) => void;
  readonly onClose: () => void;
}

/** Shift+F9: where, how many, which pages, on which paper. Works without a mouse; Enter or Ctrl+Enter prints. */
export function PrintDialog(props: PrintDialogProps): ReactElement {
  const { title, pages, printers, remembered, start, choosesPaper, reason, problem, busy, onClose } = props;
  const { t, digits } = useText();
  const usable = printers.some(({ name }) => name === start.printer) ? start.printer : printers[0]?.name;
  const [printer, setPrinter] = useState<string | null>(usable ?? null);
  const [copies, setCopies] = useState(String(start.copies ?? 1));
  const [range, setRange] = useState(start.pageRange ?? '');
  const [rendering, setRendering] = useState<Rendering>(start.rendering);
  const [remember, setRemember] = useState(remembered === null);
  const [asked, setAsked] = useState(false);

  const number = /^\d+$/u.test(copies) ? Number(copies) : 0;
  const copiesWrong = number < 1 || number > MAX_COPIES;
  const chosen: PageRange =
    pages === null ? { ok: true, range: null, pages: [] } : parsePageRange(range, pages);
  const rangeProblem = (): string | undefined => {
    if (chosen.ok || pages === null) return undefined;
    return chosen.problem === 'shape'
      ? t('printing.dialog.pagesShape')
      : t('printing.dialog.pagesBeyond', { pages: digits(pages) });
  };

  const print = (): void => {
    if (busy) return;
    setAsked(true);
    if (printer === null || copiesWrong || !chosen.ok) return;
    // Already there: nothing to remember anew.
    const remembers = remember && printer !== remembered;
    props.onPrint({ printer, copies: number, pageRange: chosen.range, rendering, remember: remembers });
  };
  const view = (): void => {
    if (!busy) props.onPrint({ printer: VIEWER, copies: 1, pageRange: null, rendering, remember: false });
  };
  const confirm = printer === null ? view : print;
  // F9 too: the screen beneath must not print behind the dialog, and the finger is there already.
  useKey('Ctrl+Enter', t('printing.dialog.confirm'), confirm);
  useKey('F9', t('printing.dialog.confirm'), confirm);
  useKey('Shift+F9', t('printing.dialog.confirm'), confirm);

  const againStands = start.pageRange !== undefined && start.pageRange !== null;
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('printing.dialog.title', { title })}
      footer={
        <>
          {printer === null ? null : (
            <Button kind="filled" keys="Ctrl+Enter" loading={busy} onClick={print}>
              {t('printing.dialog.confirm')}
            </Button>
          )}
          <Button
            kind={printer === null ? 'filled' : 'outline'}
            icon={<Icon of={IconEye} size="sm" />}
            onClick={view}
            {...(printer === null ? { keys: 'Ctrl+Enter', loading: busy, autoFocus: true } : {})}
          >
            {t('printing.dialog.view')}
          </Button>
          <Button keys="Esc" onClick={onClose}>
            {t('common.back')}
          </Button>
        </>
      }
    >
      <form
        className={css['form']}
        noValidate
        aria-label={t('printing.dialog.title', { title })}
        onSubmit={(event) => {
          event.preventDefault();
          print();
        }}
      >
        {problem}
        {reason === undefined ? null : <Note kind="info">{reason}</Note>}
        {printers.length === 0 ? (
          <Note kind="warning">{t('printing.dialog.noPrinter')}</Note>
        ) : (
          <SelectField
            label={t('printing.dialog.printer')}
            value={printer}
            onChange={setPrinter}
            choices={printers.map(({ name, label, state }) => ({
              value: name,
              label: state === 'ready' ? label : t('printing.dialog.stopped', { printer: label }),
            }))}
          />
        )}
        {printers.length === 0 ? null : (
          <>
            <FieldRow>
              <DigitsInput
                label={t('printing.dialog.copies')}
                autoFocus={!againStands}
                width="8rem"
                value={copies}
                onChange={setCopies}
                error={asked && copiesWrong ? t('printing.dialog.copiesRange') : undefined}
              />
              {pages === null || pages === 1 ? null : (
                <DigitsInput
                  label={t('printing.dialog.pages')}
                  autoFocus={againStands}
                  width="12rem"
                  placeholder={t('printing.dialog.pagesAll', { pages: digits(pages) })}
                  value={range}
                  onChange={setRange}
                  error={asked ? rangeProblem() : undefined}
                />
              )}
            </FieldRow>
            {choosesPaper ? (
              <Segmented
                label={t('printing.dialog.paper')}
                value={rendering}
                onChange={setRendering}
                choices={RENDERINGS.map((value) => ({
                  value,
                  label: t(`printing.dialog.paperValue.${value}`),
                }))}
              />
            ) : null}
            {printer === remembered ? null : (
              <CheckField label={t('printing.dialog.remember')} checked={remember} onChange={setRemember} />
            )}
          </>
        )}
        {/* Enter in a field prints: a form of several fields needs a button for that. */}
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </form>
    </Dialog>
  );
}

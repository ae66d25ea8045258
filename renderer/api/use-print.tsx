import { IconEye, IconRefresh } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import type { PrintDialogStart } from '#renderer/ui/print-dialog.tsx';
import { VIEWER } from '#shared/printing/print-setting.ts';
import { call, isApiError } from './client.ts';
import { PrintProblem } from './print-problem.tsx';
import { setPrintState, usePrintState, type Printable } from './print-store.ts';
import { useSendPrint, type SendOptions } from './send-print.ts';
import css from './use-print.module.css';

export interface PrintHook {
  /**
   * F9: silently to the remembered printer. Where none is remembered the only one is taken, and among several the dialog
   * asks, once. True when a printer has it; false leaves `notice` to say why, or the dialog was closed.
   */
  readonly print: (job: Printable, options?: Pick<SendOptions, 'said'>) => Promise<boolean>;
  /** Shift+F9: printer, copies, pages, paper. */
  readonly choose: (job: Printable) => void;
  readonly busy: boolean;
  /** What failed, where the work is: try again, another printer, or the viewer. Null when nothing did. */
  readonly notice: ReactNode;
}

/** What is on its way to a printer: F9 pressed again before it is there would print it twice. */
const underWay = new Set<string>();

/**
 * Printing, for every screen. `shown` is the key of what the screen shows: a print of it that failed is told there, on
 * whichever screen it is by then (a letter that is issued and not printed changes its screen between the two).
 */
export function usePrint(shown: string | null): PrintHook {
  const { t } = useText();
  const send = useSendPrint();
  const { failed } = usePrintState();
  const [busy, setBusy] = useState(false);

  const ask = (job: Printable, start: PrintDialogStart, remembered: string | null, reason?: string) =>
    new Promise<boolean>((closed) => {
      underWay.delete(job.key);
      const request = { job, start, remembered, closed, ...(reason === undefined ? {} : { reason }) };
      setPrintState({ request, failed: null });
    });

  const attempt = async (
    job: Printable,
    start: PrintDialogStart & { readonly printer: string },
    options: SendOptions = {},
  ): Promise<boolean> => {
    setBusy(true);
    try {
      const { printer, rendering, copies = 1, pageRange = null } = start;
      await send(job, { printer, rendering, copies, pageRange }, options);
      return true;
    } catch (error) {
      if (!isApiError(error)) throw error;
      // Unplugged or renamed since: one is chosen once more, and remembered.
      if (error.code === 'printerMissing' && start.printer !== VIEWER)
        return ask(
          job,
          { ...start, printer: null },
          null,
          t('printing.dialog.gone', { printer: start.printer }),
        );
      setPrintState({ failed: { job, start, error } });
      return false;
    } finally {
      setBusy(false);
    }
  };

  const settingFor = async (job: Printable) => {
    const { printer, preprinted } = await call('printing.getSetting');
    const onPaper = job.sendPreprinted !== undefined && preprinted.on;
    return { remembered: printer, rendering: onPaper ? ('preprinted' as const) : ('full' as const) };
  };

  const guarded = async (job: Printable, act: () => Promise<boolean>): Promise<boolean> => {
    if (underWay.has(job.key)) return false;
    underWay.add(job.key);
    setPrintState({ failed: null });
    try {
      return await act();
    } catch (error) {
      if (!isApiError(error)) throw error;
      setPrintState({ failed: { job, start: { printer: null, rendering: 'full' }, error } });
      return false;
    } finally {
      underWay.delete(job.key);
    }
  };

  const print: PrintHook['print'] = (job, options = {}) =>
    guarded(job, async () => {
      const { remembered, rendering } = await settingFor(job);
      if (remembered !== null) return attempt(job, { printer: remembered, rendering }, options);
      const printers = await call('printing.printers');
      const [only] = printers;
      return only !== undefined && printers.length === 1
        ? attempt(job, { printer: only.name, rendering }, options)
        : ask(job, { printer: null, rendering }, null);
    });

  const choose = (job: Printable): void =>
    void guarded(job, async () => {
      const { remembered, rendering } = await settingFor(job);
      return ask(job, { printer: remembered, rendering }, remembered);
    });

  const mine = failed !== null && failed.job.key === shown ? failed : null;
  const again = (printer: string): void => {
    if (mine !== null && !busy) void attempt(mine.job, { ...mine.start, printer }, { retried: true });
  };
  const notice =
    mine === null ? null : (
      <div className={css['notice']}>
        <PrintProblem
          error={mine.error}
          registered={mine.job.registered === true}
          actions={
            <>
              {mine.start.printer === null ? null : (
                <Button
                  size="sm"
                  icon={<Icon of={IconRefresh} size="sm" />}
                  loading={busy}
                  onClick={() => again(mine.start.printer ?? '')}
                >
                  {t('printing.failed.retry')}
                </Button>
              )}
              <Button size="sm" disabled={busy} onClick={() => choose(mine.job)}>
                {t('printing.failed.other')}
              </Button>
              <Button
                size="sm"
                icon={<Icon of={IconEye} size="sm" />}
                disabled={busy}
                onClick={() => again(VIEWER)}
              >
                {t('printing.dialog.view')}
              </Button>
            </>
          }
        />
      </div>
    );
  return { print, choose, busy, notice };
}

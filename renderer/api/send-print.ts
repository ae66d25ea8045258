import { useCallback } from 'react';
import { useText } from '#renderer/i18n/use-text.ts';
import type { PrintDialogStart } from '#renderer/ui/print-dialog.tsx';
import { askInToast, showToast } from '#renderer/ui/toast.tsx';
import { pagesOfRange, remainingRange } from '#shared/printing/page-range.ts';
import type { Rendering } from '#shared/printing/print-choice.ts';
import { VIEWER } from '#shared/printing/print-setting.ts';
import { call } from './client.ts';
import { setPrintState, type Printable } from './print-store.ts';

export interface SendChoice {
  readonly printer: string;
  readonly copies: number;
  readonly pageRange: string | null;
  readonly rendering: Rendering;
}

export interface SendOptions {
  /** It failed before: whether all of it came out is then asked for certain. */
  readonly retried?: boolean;
  /** The print whose missing pages these are. */
  readonly again?: { readonly jobId: number } | undefined;
  /** In place of «طُبع … على …». */
  readonly said?: ((printer: string) => string) | undefined;
}

/** Prints, says so, and asks about long or doubtful prints whether every page came out. Throws the ApiError of a refusal. */
export function useSendPrint(): (job: Printable, choice: SendChoice, options?: SendOptions) => Promise<void> {
  const { t } = useText();
  return useCallback(
    async (job, choice, { retried = false, again, said } = {}) => {
      const { rendering, ...printChoice } = choice;
      const toPrinter = rendering === 'preprinted' ? (job.sendPreprinted ?? job.send) : job.send;
      const done = await toPrinter(printChoice);
      setPrintState({ failed: null });
      if (again !== undefined) {
        const [from = null] = pagesOfRange(choice.pageRange, job.pages ?? 1);
        await call('printing.cameOut', { ...again, complete: false, from }).catch(() => undefined);
      }
      const { title } = job;
      const { printer, jobId } = done;
      if (printer === VIEWER) return showToast(t('printing.opened', { title }));
      const words =
        said?.(printer) ?? t(done.finished ? 'printing.done' : 'printing.going', { title, printer });
      const sheets = choice.copies * pagesOfRange(choice.pageRange, job.pages ?? 1).length;
      const { askCameOut } = await call('printing.getSetting').catch(() => ({ askCameOut: false }));
      if (!askCameOut && sheets <= 1 && !retried && done.finished) return showToast(words);
      askInToast(words, {
        text: t('printing.ask.question'),
        yes: {
          word: t('printing.ask.yes'),
          label: t('printing.ask.yesKey'),
          keys: 'F7',
          // The paper is in her hand: an answer that could not be kept is not worth a message.
          run: () => void call('printing.cameOut', { jobId, complete: true }).catch(() => undefined),
        },
        no: {
          word: t('printing.ask.no'),
          label: t('printing.ask.noKey'),
          keys: 'Shift+F7',
          run: () => {
            void call('printing.cameOut', { jobId, complete: false }).catch(() => undefined);
            setPrintState({
              request: {
                job,
                start: startAgain(job, choice),
                remembered: choice.printer,
                reason: t('printing.dialog.again'),
                again: { jobId },
                closed: () => undefined,
              },
            });
          },
        },
      });
    },
    [t],
  );
}

/** A printer that stops early has given the first sheet: the rest is what is most likely missing. */
function startAgain(job: Printable, choice: SendChoice): PrintDialogStart {
  const { printer, rendering, pageRange } = choice;
  const pages = pagesOfRange(pageRange, job.pages ?? 1);
  const [first = 1, second = first] = pages;
  const rest = job.pages === null ? null : remainingRange(pageRange, job.pages, second);
  return { printer, rendering, copies: 1, pageRange: rest };
}

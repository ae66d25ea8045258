import { useState, type ReactElement } from 'react';
import { PrintDialog, type PrintDialogChoice } from '#renderer/ui/print-dialog.tsx';
import { VIEWER } from '#shared/printing/print-setting.ts';
import { call, isApiError, type ApiError } from './client.ts';
import { PrintProblem } from './print-problem.tsx';
import { setPrintState, usePrintState, type PrintRequest } from './print-store.ts';
import { useSendPrint } from './send-print.ts';
import { useChannelQuery } from './use-channel.ts';

/** The print dialog of every screen, once, beside the toasts: a question that outlives its screen can open it too. */
export function PrintDesk(): ReactElement | null {
  const { request } = usePrintState();
  return request === null ? null : <AskedPrint request={request} />;
}

function AskedPrint({ request }: { readonly request: PrintRequest }): ReactElement | null {
  const printers = useChannelQuery('printing.printers', undefined, { fresh: true });
  // It stands once the printers are known: what is chosen first is one of them.
  if (printers.isPending) return null;
  const close = (printed: boolean): void => {
    setPrintState({ request: null });
    request.closed(printed);
  };
  return <OpenPrintDialog request={request} printers={printers.data ?? []} close={close} />;
}

function OpenPrintDialog({
  request,
  printers,
  close,
}: {
  readonly request: PrintRequest;
  readonly printers: Parameters<typeof PrintDialog>[0]['printers'];
  readonly close: (printed: boolean) => void;
}): ReactElement {
  const { job, start, remembered, reason, again } = request;
  const send = useSendPrint();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const print = async ({ remember, ...choice }: PrintDialogChoice): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await send(job, choice, { retried: error !== null || again !== undefined, again });
      if (remember && choice.printer !== VIEWER) await call('printing.remember', { printer: choice.printer });
      close(true);
    } catch (caught) {
      if (!isApiError(caught)) throw caught;
      setError(caught);
    } finally {
      setBusy(false);
    }
  };
  return (
    <PrintDialog
      title={job.title}
      pages={job.pages}
      printers={printers}
      remembered={remembered}
      start={start}
      choosesPaper={job.sendPreprinted !== undefined}
      reason={reason}
      problem={error === null ? null : <PrintProblem error={error} registered={job.registered === true} />}
      busy={busy}
      onPrint={(choice) => void print(choice)}
      onClose={() => close(false)}
    />
  );
}

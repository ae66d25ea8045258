import { IconAlertTriangle, IconPrinter, IconRefresh, IconStar } from '@tabler/icons-react';
import { useState } from 'react';
import type { PrinterInfo } from '#shared/printing/printing-contract.ts';
import { call, isApiError, type ApiError } from '#renderer/api/client.ts';
import { PrintProblem } from '#renderer/api/print-problem.tsx';
import { QueryView } from '#renderer/api/query-view.tsx';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardBody, CardHeader } from '#renderer/ui/card.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { LineList } from '#renderer/ui/line-list.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import css from './printing-page.module.css';

/** The system's printers: which of them F9 uses, which are stopped, and a test page for each. */
export function PrintersCard({ remembered }: { readonly remembered: string | null }) {
  const { t } = useText();
  const printers = useChannelQuery('printing.printers', undefined, { fresh: true });
  const [testing, setTesting] = useState<string | null>(null);
  const [problem, setProblem] = useState<ApiError | null>(null);

  const attempt = async (act: () => Promise<unknown>): Promise<void> => {
    setProblem(null);
    try {
      await act();
    } catch (error) {
      if (!isApiError(error)) throw error;
      setProblem(error);
    }
  };
  const test = async ({ name, label }: PrinterInfo): Promise<void> => {
    if (testing !== null) return;
    setTesting(name);
    await attempt(async () => {
      await call('printing.testPage', { printer: name });
      showToast(t('printing.settings.tested', { printer: label }));
    });
    setTesting(null);
  };
  const remember = ({ name }: PrinterInfo): Promise<void> =>
    attempt(async () => {
      await call('printing.remember', { printer: name });
      showToast(t('printing.settings.saved'), () => call('printing.remember', { printer: remembered }));
    });
  const first = printers.data?.[0];
  useKey('F9', t('printing.settings.test'), () => void (first === undefined ? undefined : test(first)), {
    enabled: first !== undefined,
  });

  return (
    <Card pane={t('printing.settings.printers')}>
      <CardHeader
        title={t('printing.settings.printers')}
        aside={t('settings.thisSeat')}
        actions={
          <Button
            size="sm"
            kind="quiet"
            icon={<Icon of={IconRefresh} size="sm" />}
            onClick={() => void printers.refetch()}
          >
            {t('printing.settings.refresh')}
          </Button>
        }
      />
      {problem === null ? null : (
        <div className={css['problem']}>
          <PrintProblem error={problem} />
        </div>
      )}
      <CardBody flush>
        <QueryView query={printers} rows={2}>
          {(all) =>
            all.length === 0 ? (
              <EmptyState icon={IconPrinter} text={t('printing.settings.empty')} />
            ) : (
              <LineList
                label={t('printing.settings.printers')}
                lines={all.map((printer, index) => ({
                  key: printer.name,
                  icon: IconPrinter,
                  text: printer.label,
                  detail: t(
                    printer.state === 'stopped'
                      ? 'printing.settings.stopped'
                      : printer.usual
                        ? 'printing.settings.usual'
                        : 'printing.settings.ready',
                  ),
                  end: (
                    <span className={css['acts']}>
                      {printer.state === 'stopped' ? (
                        <Badge kind="danger" icon={IconAlertTriangle}>
                          {t('printing.settings.stopped')}
                        </Badge>
                      ) : null}
                      {printer.name === remembered ? (
                        <Badge kind="success" icon={IconStar}>
                          {t('printing.settings.remembered')}
                        </Badge>
                      ) : (
                        <Button size="sm" onClick={() => void remember(printer)}>
                          {t('printing.settings.choose')}
                        </Button>
                      )}
                      <Button
                        size="sm"
                        {...(index === 0 ? { keys: 'F9' } : {})}
                        loading={testing === printer.name}
                        onClick={() => void test(printer)}
                      >
                        {t('printing.settings.test')}
                      </Button>
                    </span>
                  ),
                }))}
              />
            )
          }
        </QueryView>
        {remembered === null && printers.data !== undefined && printers.data.length > 1 ? (
          <p className={css['none']}>{t('printing.settings.none')}</p>
        ) : null}
      </CardBody>
    </Card>
  );
}

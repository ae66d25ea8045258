import type { ReactElement, ReactNode } from 'react';
import { FileChips } from '#renderer/api/file-chip.tsx';
import { FilePicker } from '#renderer/api/file-picker.tsx';
import { ScanView } from '#renderer/api/scan-view.tsx';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardFooter, CardStack, SplitPane } from '#renderer/ui/card.tsx';
import type { FileRef } from '#shared/files/stored-file.ts';
import css from './registers.module.css';

/** The fields beside the scan that they are read from; one key enters them. */
export function PaperFrame({
  children,
  scan,
  onScan,
  scanError,
  scanRequired,
  busy,
  onEnter,
}: {
  readonly children: ReactNode;
  readonly scan: FileRef | null;
  readonly onScan: (scan: FileRef | null) => void;
  readonly scanError?: string | undefined;
  readonly scanRequired: boolean;
  readonly busy: boolean;
  readonly onEnter: () => void;
}): ReactElement {
  const { t } = useText();
  return (
    <SplitPane columns="minmax(0, 1fr) min(31rem, 44%)">
      <Card pane={t('registers.enter.label')} grow>
        <div className={css['form']}>{children}</div>
        <CardFooter>
          <Button kind="filled" keys="Ctrl+Enter" loading={busy} onClick={onEnter}>
            {t('registers.enter.save')}
          </Button>
        </CardFooter>
      </Card>
      <CardStack>
        <Card pane={t('registers.enter.scan')}>
          <div className={css['pad']}>
            <FilePicker
              label={t('registers.enter.scan')}
              accept="scan"
              help={t('registers.enter.scanHelp')}
              error={scanError}
              required={scanRequired}
              onFile={({ sha256, name }) => onScan({ sha256, name })}
            >
              <FileChips files={scan === null ? [] : [scan]} onRemove={() => onScan(null)} />
            </FilePicker>
          </div>
        </Card>
        {scan === null ? null : <ScanView key={scan.sha256} file={scan} title={t('registers.enter.scan')} />}
      </CardStack>
    </SplitPane>
  );
}

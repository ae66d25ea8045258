import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import { hasSignaturesPage, type SealedDocument } from '#shared/sealed/sealed-document.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { PaperStage } from '#renderer/ui/pdf-stage.tsx';
import { ErrorBlock } from '#renderer/ui/states.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import { call } from './client.ts';
import type { Printable } from './print-store.ts';
import { QueryView } from './query-view.tsx';
import css from './sealed-view.module.css';
import { useChannelQuery } from './use-channel.ts';
import { usePrint } from './use-print.tsx';

export const sealedKey = (id: number): string => `sealed ${id}`;

/** A frozen paper as something that is printed: always its sealed pages, and what was signed on the screen behind them. */
export const printableSealed = (
  paper: Pick<SealedDocument, 'id' | 'kind' | 'title' | 'pages' | 'signatures'>,
): Printable => ({
  key: sealedKey(paper.id),
  title: paper.title,
  // How many the signatures take is known once they are set.
  pages: hasSignaturesPage(paper) ? null : paper.pages,
  registered: true,
  send: (choice) => call('sealed.print', { id: paper.id, ...choice }),
});

/** A frozen paper on its table, in a dialog: looked at, printed again, saved as a copy. */
export function SealedView({
  paper,
  onClose,
}: {
  readonly paper: SealedDocument;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useText();
  const say = useErrorText();
  const printing = usePrint(sealedKey(paper.id));
  const query = useChannelQuery('sealed.pdf', { id: paper.id });
  const [problem, setProblem] = useState<unknown>(null);
  const save = async (): Promise<void> => {
    setProblem(null);
    try {
      const saved = await call('sealed.save', { id: paper.id });
      if (saved !== null) showToast(t('files.savedTo', { path: saved.path }));
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={paper.title}
      width="52rem"
      footer={
        <>
          <Button
            icon={<Icon of={IconPrinter} />}
            loading={printing.busy}
            onClick={() => void printing.print(printableSealed(paper))}
          >
            {t('sealed.view.print')}
          </Button>
          <Button icon={<Icon of={IconDownload} />} onClick={() => void save()}>
            {t('files.saveCopy')}
          </Button>
          <Button keys="Esc" onClick={onClose}>
            {t('common.back')}
          </Button>
        </>
      }
    >
      {problem === null ? null : <ErrorBlock text={say(problem)} />}
      {printing.notice}
      <div className={css['stage']}>
        <QueryView query={query} rows={8}>
          {({ pdf }) => (
            <PaperStage
              title={t('sealed.view.title')}
              pdf={pdf}
              {...(paper.voided === null ? {} : { ribbon: t('sealed.view.voided') })}
            />
          )}
        </QueryView>
      </div>
    </Dialog>
  );
}

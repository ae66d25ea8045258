import { IconClock, IconFileCheck, IconScan, IconSignature } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import type { DayClosing } from '#shared/deliveries/day-closing.ts';
import type { FileRef } from '#shared/files/stored-file.ts';
import { call } from '#renderer/api/client.ts';
import { QueryView } from '#renderer/api/query-view.tsx';
import { ScanView } from '#renderer/api/scan-view.tsx';
import { useStaff } from '#renderer/api/session.ts';
import { SignedSheetDialog } from '#renderer/api/signed-sheet-dialog.tsx';
import { useActs } from '#renderer/api/use-acts.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { When } from '#renderer/ui/dates.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { ErrorBlock } from '#renderer/ui/states.tsx';
import css from './deliveries.module.css';

type Closed = NonNullable<DayClosing['closed']>;

/** The signature under the page of the day: by the account of who closed it, or the signed sheet that comes back. */
export function ClosingSignature({ closed }: { readonly closed: Closed }): ReactElement {
  const { t } = useText();
  const say = useErrorText();
  const staff = useStaff();
  const acts = useActs();
  const [open, setOpen] = useState<'scan' | 'view' | null>(null);
  const { documentId, signature, closerId, by: name } = closed;

  /** @throws ApiError */
  const add = async (mode: 'account' | 'paper', file: FileRef | null) => {
    const { signatures } = await call('signatures.add', {
      documentId,
      signatures: [{ signer: 'officer', mode, file }],
    });
    return signatures.find((one) => one.signer === 'officer' && one.withdrawn === null)?.id;
  };
  type Given = Awaited<ReturnType<typeof add>>;
  const takeBack = async (id: Given): Promise<void> => {
    if (id !== undefined) await call('signatures.withdraw', { id, reason: t('sealed.undoReason') });
  };
  const signAsMyself = (): void => {
    let given: Given;
    void acts.run(
      async () => {
        given = await add('account', null);
      },
      t('deliveries.closing.signedToast'),
      () => takeBack(given),
    );
  };
  if (signature !== null)
    return (
      <div className={css['signature']}>
        <Badge kind="success" icon={IconSignature}>
          {t(
            signature.mode === 'account'
              ? 'deliveries.closing.signedAccount'
              : 'deliveries.closing.signedPaper',
            {
              name,
            },
          )}
        </Badge>
        <span className={css['small']}>
          <When atMs={signature.atMs} />
        </span>
        {signature.file === null ? null : (
          <Button
            kind="quiet"
            size="sm"
            icon={<Icon of={IconScan} size="sm" />}
            onClick={() => setOpen('view')}
          >
            {t('deliveries.closing.signedSheet')}
          </Button>
        )}
        {open === 'view' && signature.file !== null ? (
          <Dialog
            opened
            onClose={() => setOpen(null)}
            title={t('deliveries.closing.signedSheet')}
            width="48rem"
          >
            <ScanView file={signature.file} title={t('deliveries.closing.signedSheet')} />
          </Dialog>
        ) : null}
      </div>
    );
  return (
    <div className={css['signature']}>
      <Badge kind="warning" icon={IconClock}>
        {t('deliveries.closing.unsigned', { name })}
      </Badge>
      {acts.error === null ? null : <ErrorBlock text={say(acts.error)} />}
      {staff.id === closerId ? (
        <div className={css['ways']}>
          <Button
            kind="tinted"
            size="sm"
            icon={<Icon of={IconFileCheck} size="sm" />}
            loading={acts.busy}
            onClick={signAsMyself}
          >
            {t('deliveries.closing.signAs', { name })}
          </Button>
          <Button size="sm" icon={<Icon of={IconScan} size="sm" />} onClick={() => setOpen('scan')}>
            {t('deliveries.closing.scan')}
          </Button>
        </div>
      ) : null}
      {open === 'scan' ? (
        <ScanDialog
          documentId={documentId}
          onSheet={async (file) => {
            const given = await add('paper', file);
            acts.tell(t('deliveries.closing.signedToast'), () => takeBack(given));
            setOpen(null);
          }}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </div>
  );
}

function ScanDialog({
  documentId,
  onSheet,
  onClose,
}: {
  readonly documentId: Closed['documentId'];
  readonly onSheet: (file: FileRef) => Promise<void>;
  readonly onClose: () => void;
}): ReactElement {
  const query = useChannelQuery('sealed.get', { id: documentId });
  return (
    <QueryView query={query} rows={1}>
      {(paper) => <SignedSheetDialog paper={paper} onSheet={onSheet} onClose={onClose} />}
    </QueryView>
  );
}

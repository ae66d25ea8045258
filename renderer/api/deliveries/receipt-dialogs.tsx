import { useState, type ReactElement } from 'react';
import type { FileRef } from '#shared/files/stored-file.ts';
import type { SealedDocumentId } from '#shared/ids.ts';
import type { SealedDocument } from '#shared/sealed/sealed-document.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { showToast } from '#renderer/ui/toast.tsx';
import { useChannelQuery } from '../use-channel.ts';
import { call } from '../client.ts';
import { SealedView } from '../sealed-view.tsx';
import { SignatureDialog } from '../signature-dialog.tsx';
import { SignedSheetDialog, ThumbDialog } from '../signed-sheet-dialog.tsx';

/** What is done with a receipt: signed on the screen, its signed sheet filed, a thumb before two witnesses, looked at. */
export interface ReceiptWish {
  readonly is: 'screen' | 'paper' | 'thumb' | 'view';
  readonly receiptId: SealedDocumentId;
  readonly receiverName: string;
}

/** سند الاستلام in the hands of who received. Mounted while it is open; nothing until the paper is known. */
export function ReceiptDialogs({
  wish,
  onClose,
}: {
  readonly wish: ReceiptWish;
  readonly onClose: () => void;
}): ReactElement | null {
  const { data } = useChannelQuery('sealed.get', { id: wish.receiptId });
  return data === undefined ? null : <OfPaper paper={data} wish={wish} onClose={onClose} />;
}

function OfPaper({
  paper,
  wish: { is, receiverName },
  onClose,
}: {
  readonly paper: SealedDocument;
  readonly wish: ReceiptWish;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useText();
  const [done, setDone] = useState(false);
  const receiver = { signer: 'receiver', name: receiverName, representationId: null } as const;
  const sign = async (
    signatures: Parameters<typeof call<'signatures.add'>>[1]['signatures'],
  ): Promise<void> => {
    await call('signatures.add', { documentId: paper.id, signatures });
    if (!done) showToast(t('deliveries.receipt.signed', { name: receiverName }));
    setDone(true);
  };
  const drawn = async (mode: 'screen' | 'paper', file: FileRef): Promise<void> => {
    await sign([{ ...receiver, mode, file }]);
    onClose();
  };
  switch (is) {
    case 'view':
      return <SealedView paper={paper} onClose={onClose} />;
    case 'screen':
      return (
        <SignatureDialog
          title={t('deliveries.receipt.padTitle')}
          label={t('deliveries.receipt.padLabel', { name: receiverName })}
          onSigned={(file) => drawn('screen', file)}
          onClose={onClose}
        >
          <p style={{ margin: 0 }}>{t('deliveries.receipt.statement')}</p>
        </SignatureDialog>
      );
    case 'paper':
      return <SignedSheetDialog paper={paper} onSheet={(sheet) => drawn('paper', sheet)} onClose={onClose} />;
    case 'thumb':
      return <ThumbDialog paper={paper} signer={receiver} onSigned={(all) => sign(all)} onClose={onClose} />;
    default:
      return is satisfies never;
  }
}

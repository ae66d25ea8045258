import { useState, type ReactElement } from 'react';
import { assertNever } from '#shared/assert.ts';
import type { FileRef } from '#shared/files/stored-file.ts';
import type { RepresentationId } from '#shared/ids.ts';
import type { DocumentSignature, SealedDocument } from '#shared/sealed/sealed-document.ts';
import { SignatureDialog } from '#renderer/api/signature-dialog.tsx';
import { SignedSheetDialog, ThumbDialog } from '#renderer/api/signed-sheet-dialog.tsx';
import { useChannelCommand } from '#renderer/api/use-channel.ts';
import { WithdrawSignature } from '#renderer/api/withdraw-signature.tsx';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { ReasonDialog } from '#renderer/ui/reason-dialog.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import css from './attestation.module.css';
import type { AttestationActs } from './use-attestation.ts';

/** What is asked for in a dialog: a signature in one of its three ways, or why one or all of them fall. */
export type Taking =
  | { readonly is: 'paper' | 'screen' | 'thumb'; readonly paper: SealedDocument }
  | { readonly is: 'withdraw'; readonly signature: DocumentSignature }
  | { readonly is: 'void'; readonly paper: SealedDocument };

/** Who signs: the applicant, or who came for them on a deed. */
export interface Signing {
  readonly title: string;
  readonly name: string;
  readonly representationId: RepresentationId | null;
}

export function TakingDialogs({
  taking,
  who,
  declaration,
  acts,
  onClose,
}: {
  readonly taking: Taking;
  readonly who: Signing;
  readonly declaration: string;
  readonly acts: AttestationActs;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useText();
  const said = t('sealed.attest.signedApplicant', { name: who.name });
  const applicant = {
    signer: 'applicant',
    name: '',
    representationId: who.representationId,
  } as const;
  if (taking.is === 'withdraw') return <WithdrawSignature signature={taking.signature} onClose={onClose} />;
  if (taking.is === 'void') return <VoidDialog paper={taking.paper} onClose={onClose} />;
  const { paper } = taking;
  const drawn = async (mode: 'paper' | 'screen', file: FileRef): Promise<void> => {
    await acts.sign(paper.id, [{ ...applicant, mode, file, idNumber: '', memberId: null }], said);
    onClose();
  };
  switch (taking.is) {
    case 'screen':
      return (
        <SignatureDialog
          title={t('sealed.attest.padTitle')}
          label={`${who.title}: ${who.name}`}
          onSigned={(file) => drawn('screen', file)}
          onClose={onClose}
        >
          <p className={css['statement']}>{declaration}</p>
        </SignatureDialog>
      );
    case 'paper':
      return <SignedSheetDialog paper={paper} onSheet={(sheet) => drawn('paper', sheet)} onClose={onClose} />;
    case 'thumb':
      return (
        <ThumbDialog
          paper={paper}
          signer={applicant}
          onSigned={(signatures) => acts.sign(paper.id, signatures, said)}
          onClose={onClose}
        />
      );
    default:
      return assertNever(taking);
  }
}

function VoidDialog({
  paper,
  onClose,
}: {
  readonly paper: SealedDocument;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useText();
  const say = useErrorText();
  const annul = useChannelCommand('sealed.void');
  const [problem, setProblem] = useState<string | undefined>();
  const run = async (reason: string): Promise<void> => {
    try {
      await annul.mutateAsync({ id: paper.id, reason });
      showToast(t('sealed.void.done'));
      onClose();
    } catch (error) {
      setProblem(say(error));
    }
  };
  return (
    <ReasonDialog
      opened
      danger
      title={t('sealed.void.title')}
      summary={[{ term: t('sealed.view.title'), value: paper.title }]}
      consequence={t('sealed.void.consequence')}
      verb={t('sealed.void.verb')}
      field={{
        label: t('sealed.void.reason'),
        help: t('sealed.void.help'),
        missing: t('sealed.void.missing'),
      }}
      problem={problem}
      busy={annul.isPending}
      onConfirm={(reason) => void run(reason)}
      onClose={onClose}
    />
  );
}

import { useState, type ReactElement, type ReactNode } from 'react';
import type { FileRef } from '#shared/files/stored-file.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { SignaturePad, signaturePng } from '#renderer/ui/signature-pad.tsx';
import { isSigned, type Stroke } from '#renderer/ui/signature-strokes.ts';
import { ErrorBlock } from '#renderer/ui/states.tsx';
import { call } from './client.ts';

interface SignatureDialogProps {
  readonly title: string;
  /** Whose: a sentence that a screen reader says of the field. */
  readonly label: string;
  /** What is signed, above the field, to be read out. */
  readonly children: ReactNode;
  /** The drawing is kept: writes the signature down. What it throws is said in the dialog, and the drawing stays. */
  readonly onSigned: (file: FileRef) => Promise<void>;
  readonly onClose: () => void;
}

/** على اللوح: signed with mouse, finger or pen; the picture is kept, and handed on. Mounted while it is open. */
export function SignatureDialog({
  title,
  label,
  children,
  onSigned,
  onClose,
}: SignatureDialogProps): ReactElement {
  const { t } = useText();
  return (
    <Dialog opened onClose={onClose} title={title} width="40rem">
      <Signing label={label} onSigned={onSigned} onClose={onClose} verb={t('sealed.pad.sign')}>
        {children}
      </Signing>
    </Dialog>
  );
}

function Signing({
  label,
  verb,
  children,
  onSigned,
  onClose,
}: Omit<SignatureDialogProps, 'title'> & { readonly verb: string }): ReactElement {
  const { t } = useText();
  const say = useErrorText();
  const [strokes, setStrokes] = useState<readonly Stroke[]>([]);
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const missing = asked && !isSigned(strokes);
  const sign = async (): Promise<void> => {
    setAsked(true);
    if (busy || !isSigned(strokes)) return;
    setBusy(true);
    setProblem(null);
    try {
      const bytes = await signaturePng(strokes);
      if (bytes === null) return;
      const { sha256, name } = await call('files.put', { name: 'signature.png', bytes, accept: 'picture' });
      await onSigned({ sha256, name });
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  };
  useKey('Ctrl+Enter', verb, () => void sign());
  return (
    <>
      {problem === null ? null : <ErrorBlock text={say(problem)} />}
      {children}
      <SignaturePad
        label={label}
        strokes={strokes}
        onChange={setStrokes}
        error={missing ? t('sealed.pad.missing') : undefined}
      />
      <div style={{ display: 'flex', gap: 'var(--w-sp-2)' }}>
        <Button kind="filled" keys="Ctrl+Enter" loading={busy} onClick={() => void sign()}>
          {verb}
        </Button>
        <Button keys="Esc" onClick={onClose}>
          {t('common.back')}
        </Button>
      </div>
    </>
  );
}

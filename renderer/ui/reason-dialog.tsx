import { useRef, useState } from 'react';
import { ConfirmWithSecondKey, type ConfirmProps } from './dialog.tsx';
import { TextArea } from './fields.tsx';
import { ErrorBlock } from './states.tsx';

/** `ConfirmWithSecondKey` that asks why (a void, a return): without a reason the focus goes to its field, which says so. */
export function ReasonDialog({
  field,
  problem,
  onConfirm,
  ...dialog
}: Omit<ConfirmProps, 'onConfirm' | 'asks' | 'children'> & {
  readonly field: {
    readonly label: string;
    readonly help?: string;
    /** What is said when it is empty: what to do, with an example. */
    readonly missing: string;
  };
  /** What the main process refused, in words. */
  readonly problem?: string | undefined;
  /** The reason, without the blanks around it. */
  readonly onConfirm: (reason: string) => void;
}) {
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const written = reason.trim();
  return (
    <ConfirmWithSecondKey
      {...dialog}
      asks
      onConfirm={() => {
        setAsked(true);
        if (written === '') area.current?.focus();
        else onConfirm(written);
      }}
    >
      <TextArea
        ref={area}
        label={field.label}
        required
        autoFocus
        help={field.help}
        value={reason}
        onChange={setReason}
        rows={2}
        error={asked && written === '' ? field.missing : undefined}
      />
      {problem === undefined ? null : <ErrorBlock text={problem} />}
    </ConfirmWithSecondKey>
  );
}

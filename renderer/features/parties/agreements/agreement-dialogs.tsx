import { useState } from 'react';
import {
  AGREEMENT_EVENT_KINDS,
  type AgreementEvent,
  type AgreementEventInput,
  type AgreementEventKind,
} from '#shared/agreements/agreement.ts';
import type { ApiError } from '#renderer/api/client.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useToday } from '#renderer/ui/dates.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { DualDateField } from '#renderer/ui/dual-date-field.tsx';
import { TextArea } from '#renderer/ui/fields.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { ErrorBlock } from '#renderer/ui/states.tsx';

interface DialogProps {
  readonly busy: boolean;
  readonly error: ApiError | null;
  readonly onClose: () => void;
}

function Buttons({
  verb,
  busy,
  onConfirm,
  onClose,
}: {
  readonly verb: string;
  readonly busy: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  useKey('Ctrl+Enter', verb, onConfirm);
  return (
    <>
      <Button kind="filled" keys="Ctrl+Enter" loading={busy} onClick={onConfirm}>
        {verb}
      </Button>
      <Button keys="Esc" onClick={onClose}>
        {t('common.back')}
      </Button>
    </>
  );
}

/** On which day it ends, and why. Mounted while it is open, as all of these. */
export function EndDialog({
  busy,
  error,
  onConfirm,
  onClose,
}: DialogProps & { readonly onConfirm: (end: { endedOn: string; reason: string }) => void }) {
  const { t } = useText();
  const say = useErrorText();
  const today = useToday();
  const [on, setOn] = useState<string | null>(today);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const confirm = (): void => {
    setAsked(true);
    if (!busy && on !== null && reason.trim() !== '') onConfirm({ endedOn: on, reason: reason.trim() });
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('agreements.end.title')}
      footer={<Buttons verb={t('agreements.end.verb')} busy={busy} onConfirm={confirm} onClose={onClose} />}
    >
      <TextArea
        label={t('agreements.end.reason')}
        help={t('agreements.end.reasonHelp')}
        required
        autoFocus
        rows={2}
        value={reason}
        onChange={setReason}
        error={asked && reason.trim() === '' ? t('agreements.end.reasonMissing') : undefined}
      />
      <DualDateField
        label={t('agreements.end.on')}
        required
        value={on}
        onChange={setOn}
        onUnfinished={() => setOn(null)}
        error={asked && on === null ? t('agreements.end.onMissing') : undefined}
      />
      {error === null ? null : <ErrorBlock text={say(error)} />}
    </Dialog>
  );
}

/** A breach, a dispute or a note: what, when, by whom. */
export function EventDialog({
  busy,
  error,
  onConfirm,
  onClose,
}: DialogProps & { readonly onConfirm: (event: AgreementEventInput) => void }) {
  const { t } = useText();
  const say = useErrorText();
  const today = useToday();
  const [kind, setKind] = useState<AgreementEventKind>('breach');
  const [byWhom, setByWhom] = useState<'us' | 'them' | null>(null);
  const [on, setOn] = useState<string | null>(today);
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(false);
  const nobody = kind === 'breach' && byWhom === null;
  const confirm = (): void => {
    setAsked(true);
    if (busy || on === null || text.trim() === '' || nobody) return;
    onConfirm({ kind, onDay: on, byWhom: kind === 'breach' ? (byWhom ?? '') : '', text: text.trim() });
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('agreements.event.title')}
      footer={<Buttons verb={t('agreements.event.verb')} busy={busy} onConfirm={confirm} onClose={onClose} />}
    >
      <Segmented
        label={t('agreements.event.kind')}
        value={kind}
        onChange={setKind}
        choices={AGREEMENT_EVENT_KINDS.map((value) => ({
          value,
          label: t(`agreements.event.kinds.${value}`),
        }))}
      />
      {kind === 'breach' ? (
        <Segmented
          label={t('agreements.event.byWhom')}
          required
          value={byWhom}
          onChange={setByWhom}
          choices={(['us', 'them'] as const).map((value) => ({
            value,
            label: t(`agreements.side.${value}`),
          }))}
          error={asked && nobody ? t('agreements.event.byWhomMissing') : undefined}
        />
      ) : null}
      <TextArea
        label={t('agreements.event.text')}
        help={t('agreements.event.textHelp')}
        required
        autoFocus
        value={text}
        onChange={setText}
        error={asked && text.trim() === '' ? t('agreements.event.textMissing') : undefined}
      />
      <DualDateField
        label={t('agreements.event.on')}
        required
        value={on}
        onChange={setOn}
        onUnfinished={() => setOn(null)}
        error={asked && on === null ? t('agreements.event.onMissing') : undefined}
      />
      {error === null ? null : <ErrorBlock text={say(error)} />}
    </Dialog>
  );
}

/** How a breach or a dispute was settled (طريقة تسوية الخلافات). */
export function SettleDialog({
  event,
  busy,
  error,
  onConfirm,
  onClose,
}: DialogProps & {
  readonly event: AgreementEvent;
  readonly onConfirm: (settled: { settledOn: string; settlement: string }) => void;
}) {
  const { t } = useText();
  const say = useErrorText();
  const today = useToday();
  const [on, setOn] = useState<string | null>(today);
  const [how, setHow] = useState('');
  const [asked, setAsked] = useState(false);
  const confirm = (): void => {
    setAsked(true);
    if (!busy && on !== null && how.trim() !== '') onConfirm({ settledOn: on, settlement: how.trim() });
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('agreements.settle.title')}
      footer={
        <Buttons verb={t('agreements.settle.verb')} busy={busy} onConfirm={confirm} onClose={onClose} />
      }
    >
      <p>{event.text}</p>
      <TextArea
        label={t('agreements.settle.how')}
        help={t('agreements.settle.howHelp')}
        required
        autoFocus
        value={how}
        onChange={setHow}
        error={asked && how.trim() === '' ? t('agreements.settle.howMissing') : undefined}
      />
      <DualDateField
        label={t('agreements.settle.on')}
        required
        value={on}
        onChange={setOn}
        onUnfinished={() => setOn(null)}
        error={asked && on === null ? t('agreements.settle.onMissing') : undefined}
      />
      {error === null ? null : <ErrorBlock text={say(error)} />}
    </Dialog>
  );
}

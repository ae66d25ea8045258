import {
  IconCheck,
  IconClock,
  IconFileCheck,
  IconFingerprint,
  IconScan,
  IconSignature,
} from '@tabler/icons-react';
import { useState, type ReactElement, type ReactNode, type Ref } from 'react';
import type { DocumentSignature } from '#shared/sealed/sealed-document.ts';
import type { FileRef } from '#shared/files/stored-file.ts';
import { DESK_ROLES } from '#shared/staff/staff.ts';
import { ScanView } from '#renderer/api/scan-view.tsx';
import { useHasRole } from '#renderer/api/session.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { When } from '#renderer/ui/dates.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import css from './attestation.module.css';

export const APPLICANT_MODES = ['paper', 'screen', 'thumb'] as const;
export type ApplicantMode = (typeof APPLICANT_MODES)[number];

const ACTION = {
  paper: { icon: IconScan, word: 'sealed.scan.attach' },
  screen: { icon: IconSignature, word: 'sealed.attest.pad' },
  thumb: { icon: IconFingerprint, word: 'sealed.thumb.button' },
} as const;

/** A place to sign: dashed while it waits, at rest once it is signed. */
function Box({
  title,
  signed,
  children,
}: {
  readonly title: string;
  readonly signed: boolean;
  readonly children: ReactNode;
}): ReactElement {
  const { t } = useText();
  return (
    <section className={css['box']} data-signed={signed || undefined} aria-label={title}>
      <header>
        <h3>{title}</h3>
        {signed ? (
          <Badge kind="success" icon={IconCheck}>
            {t('sealed.state.signed')}
          </Badge>
        ) : (
          <Badge kind="warning" icon={IconClock}>
            {t('sealed.state.waiting')}
          </Badge>
        )}
      </header>
      {children}
    </section>
  );
}

/** The drawing or the scan, looked at in a dialog. */
function SignatureFile({ file }: { readonly file: FileRef }): ReactElement {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="quiet" size="sm" label={t('sealed.view.file')} onClick={() => setOpen(true)}>
        {t('sealed.view.show')}
      </Button>
      <Dialog opened={open} onClose={() => setOpen(false)} title={t('sealed.view.file')} width="48rem">
        <div className={css['file']}>
          <ScanView file={file} title={t('sealed.view.file')} />
        </div>
      </Dialog>
    </>
  );
}

function Signed({
  signature,
  onWithdraw,
}: {
  readonly signature: DocumentSignature;
  readonly onWithdraw: (() => void) | undefined;
}): ReactElement {
  const { t } = useText();
  // The sheet that was signed bears the identity whole; what was drawn on the screen is a name.
  const holdsCard = useHasRole(...DESK_ROLES);
  const seesFile = signature.mode === 'screen' || holdsCard;
  return (
    <div className={css['signed']}>
      <span>
        {signature.mode === 'account' ? signature.name : t(`sealed.mode.${signature.mode}`)}
        {t('date.comma')} <When atMs={signature.atMs} />
      </span>
      {signature.file === null || !seesFile ? null : <SignatureFile file={signature.file} />}
      {onWithdraw === undefined ? null : (
        <Button
          kind="quiet"
          size="sm"
          label={t('sealed.withdraw.of', { name: signature.name })}
          onClick={onWithdraw}
        >
          {t('sealed.withdraw.button')}
        </Button>
      )}
    </div>
  );
}

export function ApplicantBox({
  title,
  signature,
  mayWrite,
  refused,
  onTake,
  onWithdraw,
  ways,
}: {
  readonly title: string;
  readonly signature: DocumentSignature | undefined;
  readonly mayWrite: boolean;
  /** Around the ways to sign. */
  readonly ways: Ref<HTMLDivElement>;
  /** Why nobody may sign here today, and what to do; null: they may. */
  readonly refused: ReactNode;
  readonly onTake: (mode: ApplicantMode) => void;
  readonly onWithdraw: ((signature: DocumentSignature) => void) | undefined;
}): ReactElement {
  const { t } = useText();
  const [mode, setMode] = useState<ApplicantMode>('paper');
  const action = ACTION[mode];
  return (
    <Box title={title} signed={signature !== undefined}>
      {signature === undefined ? (
        !mayWrite ? null : refused !== null ? (
          refused
        ) : (
          <div className={css['ways']} ref={ways}>
            <Segmented
              label={t('sealed.attest.modeLabel')}
              hideLabel
              compact
              value={mode}
              onChange={setMode}
              choices={APPLICANT_MODES.map((one) => ({ value: one, label: t(`sealed.mode.${one}`) }))}
            />
            <Button
              kind="tinted"
              size="sm"
              icon={<Icon of={action.icon} size="sm" />}
              onClick={() => onTake(mode)}
            >
              {t(action.word)}
            </Button>
          </div>
        )
      ) : (
        <Signed
          signature={signature}
          onWithdraw={onWithdraw === undefined ? undefined : () => onWithdraw(signature)}
        />
      )}
    </Box>
  );
}

export function OfficerBox({
  signature,
  officerName,
  mayWrite,
  onSign,
  onWithdraw,
  ref,
}: {
  readonly signature: DocumentSignature | undefined;
  readonly officerName: string;
  readonly mayWrite: boolean;
  readonly onSign: () => void;
  readonly onWithdraw: ((signature: DocumentSignature) => void) | undefined;
  readonly ref: Ref<HTMLButtonElement>;
}): ReactElement {
  const { t } = useText();
  return (
    <Box title={t('sealed.attest.officerBox')} signed={signature !== undefined}>
      {signature === undefined ? (
        mayWrite ? (
          <div className={css['ways']}>
            <Button
              ref={ref}
              kind="tinted"
              size="sm"
              icon={<Icon of={IconFileCheck} size="sm" />}
              onClick={onSign}
            >
              {t('sealed.attest.officerSign', { name: officerName })}
            </Button>
          </div>
        ) : null
      ) : (
        <Signed
          signature={signature}
          onWithdraw={onWithdraw === undefined ? undefined : () => onWithdraw(signature)}
        />
      )}
    </Box>
  );
}

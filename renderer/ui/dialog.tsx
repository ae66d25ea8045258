import { Drawer as MantineDrawer, Modal } from '@mantine/core';
import type { CSSProperties, ReactNode } from 'react';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from './button.tsx';
import css from './dialog.module.css';
import { holdFirstFocus } from './first-focus.ts';
import { useKey } from './keys.ts';
import { SummaryList, type SummaryRow } from './summary-list.tsx';
import { useFocusBack } from './use-focus-back.ts';
import type { KeyCombo } from './key-cap.tsx';

/** What Mantine limits to the window's height: head and foot stay, the middle scrolls. */
function Frame({ children, style }: { readonly children?: ReactNode; readonly style?: CSSProperties }) {
  return (
    <div className={css['frame']} style={style}>
      {children}
    </div>
  );
}

/** A dialog of 480 px; Esc closes, the focus stays within and returns to where it was. */
export function Dialog({
  opened,
  onClose,
  title,
  children,
  footer,
  width = '30rem',
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  readonly width?: string;
}) {
  const { t } = useText();
  useFocusBack(opened);
  return (
    <Modal.Root opened={opened} onClose={onClose} size={width} yOffset="4rem" scrollAreaComponent={Frame}>
      <Modal.Overlay />
      <Modal.Content ref={holdFirstFocus}>
        <div className={css['header']}>
          <Modal.Title className={css['title']}>{title}</Modal.Title>
          <Modal.CloseButton aria-label={t('common.close')} />
        </div>
        <Modal.Body className={css['body']}>
          <div className={css['main']}>{children}</div>
          {footer === undefined ? null : <div className={css['footer']}>{footer}</div>}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

/** A drawer of 420 px from the end of the line (the left, in Arabic). */
export function SideDrawer({
  opened,
  onClose,
  title,
  children,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
}) {
  const { t } = useText();
  useFocusBack(opened);
  return (
    <MantineDrawer.Root
      opened={opened}
      onClose={onClose}
      size="26.25rem"
      position="right"
      scrollAreaComponent={Frame}
    >
      <MantineDrawer.Overlay />
      <MantineDrawer.Content ref={holdFirstFocus}>
        <div className={css['header']}>
          <MantineDrawer.Title className={css['title']}>{title}</MantineDrawer.Title>
          <MantineDrawer.CloseButton aria-label={t('common.close')} />
        </div>
        <MantineDrawer.Body className={css['body']}>
          <div className={css['main']}>{children}</div>
        </MantineDrawer.Body>
      </MantineDrawer.Content>
    </MantineDrawer.Root>
  );
}

/** Bound only while the dialog is open: Mantine mounts what is inside with it. */
function SecondKey({
  combo,
  label,
  run,
}: {
  readonly combo: KeyCombo;
  readonly label: string;
  readonly run: () => void;
}) {
  useKey(combo, label, run);
  return null;
}

export interface ConfirmProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
  readonly title: string;
  /** What the act will hold, as rows. */
  readonly summary: readonly SummaryRow[];
  /** What follows and cannot be taken back. */
  readonly consequence: string;
  /** In place of «لا يُرجَع عن هذا العمل»: a merge has a way back of its own. */
  readonly hint?: string;
  /** «إصدار الخطاب» */
  readonly verb: string;
  /** Not the key that opened the dialog: F8 by default. */
  readonly secondKey?: KeyCombo;
  readonly danger?: boolean;
  readonly busy?: boolean;
  /** A field inside takes the focus (`autoFocus`); without one it stands on «رجوع». */
  readonly asks?: boolean;
  /** A field that the act needs (the reason of a void), or an error. */
  readonly children?: ReactNode;
}

/**
 * Before an act that cannot be undone (issue, raise, freeze, void): a summary, the consequence, and a second key that
 * differs from the first, so that Ctrl+Enter pressed twice does nothing. Enter stands on «رجوع».
 */
export function ConfirmWithSecondKey({
  opened,
  onClose,
  onConfirm,
  title,
  summary,
  consequence,
  hint,
  verb,
  secondKey = 'F8',
  danger = false,
  busy = false,
  asks = false,
  children,
}: ConfirmProps) {
  const { t } = useText();
  const confirm = (): void => {
    // A dialog on its way out still hears its key: a second press in a hurry must not do the act again.
    if (opened && !busy) onConfirm();
  };
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button kind={danger ? 'dangerFilled' : 'filled'} keys={secondKey} loading={busy} onClick={confirm}>
            {verb}
          </Button>
          <Button kind="outline" keys="Esc" autoFocus={!asks} onClick={onClose}>
            {t('common.back')}
          </Button>
        </>
      }
    >
      <SecondKey combo={secondKey} label={verb} run={confirm} />
      {summary.length === 0 ? null : <SummaryList rows={summary} />}
      {children}
      <p className={css['consequence']}>{consequence}</p>
      <p className={css['hint']}>{hint ?? t('confirm.secondKey', { key: secondKey })}</p>
    </Dialog>
  );
}

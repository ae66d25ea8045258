import { Drawer as MantineDrawer, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from './button.tsx';
import css from './dialog.module.css';
import { useKey } from './keys.ts';
import { SummaryList, type SummaryRow } from './summary-list.tsx';
import type { KeyCombo } from './key-cap.tsx';

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
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={width}
      yOffset="6rem"
      closeButtonProps={{ 'aria-label': t('common.close') }}
      classNames={{
        header: css['header'] ?? '',
        title: css['title'] ?? '',
        body: css['body'] ?? '',
        content: css['content'] ?? '',
      }}
    >
      <div className={css['main']}>{children}</div>
      {footer === undefined ? null : <div className={css['footer']}>{footer}</div>}
    </Modal>
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
  return (
    <MantineDrawer
      opened={opened}
      onClose={onClose}
      title={title}
      size="26.25rem"
      position="right"
      closeButtonProps={{ 'aria-label': t('common.close') }}
      classNames={{ header: css['header'] ?? '', title: css['title'] ?? '', body: css['body'] ?? '' }}
    >
      {children}
    </MantineDrawer>
  );
}

function ConfirmBody({
  onConfirm,
  onClose,
  summary,
  consequence,
  verb,
  secondKey,
  danger,
  busy,
  children,
}: Required<Pick<ConfirmProps, 'secondKey' | 'danger' | 'busy'>> &
  Pick<ConfirmProps, 'onConfirm' | 'onClose' | 'summary' | 'consequence' | 'verb' | 'children'>) {
  const { t } = useText();
  useKey(secondKey, verb, () => {
    if (!busy) onConfirm();
  });
  return (
    <>
      <div className={css['main']}>
        {summary.length === 0 ? null : <SummaryList rows={summary} />}
        {children}
        <p className={css['consequence']}>{consequence}</p>
        <p className={css['hint']}>{t('confirm.secondKey', { key: secondKey })}</p>
      </div>
      <div className={css['footer']}>
        <Button kind={danger ? 'dangerFilled' : 'filled'} keys={secondKey} loading={busy} onClick={onConfirm}>
          {verb}
        </Button>
        <Button kind="outline" keys="Esc" autoFocus onClick={onClose}>
          {t('common.back')}
        </Button>
      </div>
    </>
  );
}

interface ConfirmProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
  readonly title: string;
  /** What the act will hold, as rows. */
  readonly summary: readonly SummaryRow[];
  /** What follows and cannot be taken back. */
  readonly consequence: string;
  /** «إصدار الخطاب» */
  readonly verb: string;
  /** Not the key that opened the dialog: F8 by default. */
  readonly secondKey?: KeyCombo;
  readonly danger?: boolean;
  readonly busy?: boolean;
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
  title,
  secondKey = 'F8',
  danger = false,
  busy = false,
  ...rest
}: ConfirmProps) {
  return (
    <Dialog opened={opened} onClose={onClose} title={title}>
      <ConfirmBody onClose={onClose} secondKey={secondKey} danger={danger} busy={busy} {...rest} />
    </Dialog>
  );
}

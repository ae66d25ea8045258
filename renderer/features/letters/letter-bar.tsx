import { IconArrowBackUp, IconPrinter, IconTemplate, IconTrash } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { CardFooter } from '#renderer/ui/card.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { nextLetterState } from '#shared/letters/letter-rules.ts';
import type { LetterState } from '#shared/letters/letter.ts';
import type { LetterRights, PrimaryAct } from './letter-acts.ts';
import css from './letters.module.css';

export const PRIMARY_VERBS = {
  submit: 'letters.actions.submit',
  approve: 'letters.actions.approve',
  issue: 'letters.actions.issueAndPrint',
} as const;

/** The action bar of a letter that is not yet issued: primary, print, then what is seldom done at the far end. */
export function LetterBar({
  state,
  rights,
  primary,
  busy,
  canDiscard,
  onPrimary,
  onReturn,
  onPrint,
  onDiscard,
  onTemplate,
}: {
  readonly state: LetterState;
  readonly rights: LetterRights;
  readonly primary: PrimaryAct | null;
  readonly busy: boolean;
  readonly canDiscard: boolean;
  readonly onPrimary: () => void;
  readonly onReturn: () => void;
  readonly onPrint: () => void;
  readonly onDiscard: () => void;
  /** «من قالب»; null while the text cannot be written. */
  readonly onTemplate: (() => void) | null;
}): ReactElement {
  const { t } = useText();
  return (
    <CardFooter
      end={
        canDiscard ? (
          <IconButton
            label={t('letters.actions.discard')}
            icon={<Icon of={IconTrash} />}
            onClick={onDiscard}
          />
        ) : undefined
      }
    >
      {primary === null ? (
        <span className={css['quiet']}>
          {t(state === 'approved' ? 'letters.actions.waitingIssue' : 'letters.actions.waitingApproval')}
        </span>
      ) : (
        <Button kind="filled" keys="Ctrl+Enter" loading={busy} onClick={onPrimary}>
          {t(PRIMARY_VERBS[primary])}
        </Button>
      )}
      <Button keys="F9" icon={<Icon of={IconPrinter} />} onClick={onPrint}>
        {t('letters.actions.proofPrint')}
      </Button>
      {onTemplate === null ? null : (
        <Button keys="F7" icon={<Icon of={IconTemplate} />} onClick={onTemplate}>
          {t('templates.dialog.open')}
        </Button>
      )}
      {rights.approve && nextLetterState(state, 'return') !== null ? (
        <Button icon={<Icon of={IconArrowBackUp} mirror />} onClick={onReturn}>
          {t('letters.actions.return')}
        </Button>
      ) : null}
    </CardFooter>
  );
}

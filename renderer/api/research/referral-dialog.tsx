import { useState } from 'react';
import type { Referral } from '#shared/referrals/referral.ts';
import { DESK_ROLES } from '#shared/staff/staff.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { paths } from '#renderer/ui/paths.ts';
import { ErrorBlock, Note } from '#renderer/ui/states.tsx';
import { useHasRole } from '../session.ts';
import { ReferralModes, type ReferralMode } from './referral-modes.tsx';
import { ReferralView } from './referral-view.tsx';
import { useReferralActs } from './use-referral-acts.ts';

/** One referral over whatever screen it was met on: read, and taken back to the desk once it is answered. */
export function ReferralDialog({
  referral,
  onClose,
}: {
  readonly referral: Referral;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const go = useGo();
  const serves = useHasRole(...DESK_ROLES);
  const acts = useReferralActs();
  const [mode, setMode] = useState<ReferralMode | null>(null);
  const answered = referral.state === 'answered';
  const waits = referral.state === 'open' || answered;
  const back = async (): Promise<void> => {
    if (await acts.giveBack(referral)) onClose();
  };
  const press = (): void => void back();
  useKey('Ctrl+Enter', t('referrals.act.return'), press, { enabled: answered && serves && mode === null });
  if (mode !== null) return <ReferralModes referral={referral} mode={mode} onClose={onClose} />;
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('referrals.page.pane')}
      width="42rem"
      footer={
        <>
          {answered && serves ? (
            <Button kind="filled" keys="Ctrl+Enter" loading={acts.busy} onClick={press}>
              {t('referrals.act.return')}
            </Button>
          ) : null}
          {referral.state === 'open' && serves ? (
            <Button onClick={() => setMode('enter')}>{t('referrals.act.enter')}</Button>
          ) : null}
          {waits ? (
            <Button onClick={() => go(paths.research(referral.id))}>{t('referrals.title')}</Button>
          ) : null}
          {waits && serves ? (
            <Button kind="danger" onClick={() => setMode('cancel')}>
              {t('referrals.act.cancel')}
            </Button>
          ) : null}
          <Button keys="Esc" onClick={onClose}>
            {t('common.back')}
          </Button>
        </>
      }
    >
      {acts.problem === undefined ? null : <ErrorBlock text={acts.problem} />}
      <ReferralView referral={referral} badge />
      {waits && referral.visit !== null ? <Note>{t('referrals.page.keepsPlace')}</Note> : null}
    </Dialog>
  );
}

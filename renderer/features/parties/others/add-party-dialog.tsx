import { useState } from 'react';
import type { PartyHit, PartyRole } from '#shared/parties/party.ts';
import { call, isApiError, type ApiError } from '#renderer/api/client.ts';
import { PersonPicker } from '#renderer/api/person-picker.tsx';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { paths, withQuery } from '#renderer/ui/paths.ts';
import { ErrorBlock } from '#renderer/ui/states.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import { useOnce } from '#renderer/ui/use-once.ts';

/**
 * Search first (P.1: a party once): somebody who is known gets the role on the record that stands; only who is not found
 * is written down anew. Mounted while it is open.
 */
export function AddPartyDialog({
  role,
  onAdded,
  onClose,
}: {
  readonly role: PartyRole;
  readonly onAdded: () => void;
  readonly onClose: () => void;
}) {
  const { t, text } = useText();
  const go = useGo();
  const say = useErrorText();
  const once = useOnce();
  const [error, setError] = useState<ApiError | null>(null);
  const word = text('domain.partyRole', role);
  const organisation = role === 'partnerBody';
  const anew = (): void =>
    go(withQuery(paths.newBeneficiary, { role, kind: organisation ? 'organisation' : null }));
  useKey('Ctrl+Enter', t('otherParties.anew', { role: word }), anew);

  const take = (hit: PartyHit): void =>
    void once(async () => {
      setError(null);
      if (hit.roles.includes(role)) {
        go(paths.beneficiary(hit.id));
        return true;
      }
      try {
        await call('parties.addRole', { id: hit.id, role });
      } catch (problem) {
        if (!isApiError(problem)) throw problem;
        setError(problem);
        return false;
      }
      showToast(t('otherParties.given', { name: hit.name, role: word }), async () => {
        await call('parties.removeRole', { id: hit.id, role });
      });
      onAdded();
      return true;
    });

  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('otherParties.add', { role: word })}
      width="36rem"
      footer={
        <>
          <Button kind="tinted" keys="Ctrl+Enter" onClick={anew}>
            {t('otherParties.anew', { role: word })}
          </Button>
          <Button keys="Esc" onClick={onClose}>
            {t('common.back')}
          </Button>
        </>
      }
    >
      <p>{t('otherParties.searchFirst', { role: word })}</p>
      <PersonPicker label={t('otherParties.search')} nobody={t('otherParties.nobody')} onPick={take} />
      {error === null ? null : <ErrorBlock text={say(error)} />}
    </Dialog>
  );
}

import { useState, type ReactElement } from 'react';
import type { RepresentationId } from '#shared/ids.ts';
import type { Party } from '#shared/parties/party.ts';
import type { SupportRequest } from '#shared/requests/request.ts';
import { call } from '#renderer/api/client.ts';
import { useChannelCommand } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { ErrorBlock } from '#renderer/ui/states.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import { WhoCame } from './who-came.tsx';

/** S.1: somebody comes for the applicant in the middle of the way, or the applicant comes now. Mounted while it is open. */
export function RepresentDialog({
  request,
  party,
  onClose,
}: {
  readonly request: SupportRequest;
  readonly party: Pick<Party, 'id' | 'sex'>;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useText();
  const say = useErrorText();
  const represent = useChannelCommand('requests.represent');
  const before = request.representation?.id ?? null;
  const [deed, setDeed] = useState<RepresentationId | null>(before);
  const { id } = request;
  const save = async (): Promise<void> => {
    if (represent.isPending) return;
    if (deed === before) {
      onClose();
      return;
    }
    const { representation } = await represent.mutateAsync({ id, representationId: deed });
    showToast(
      representation === null
        ? t('requests.represent.doneSelf')
        : t('requests.represent.done', { name: representation.name }),
      () => call('requests.represent', { id, representationId: before }),
    );
    onClose();
  };
  // What was refused stands in `represent.error`, and the dialog stays.
  const press = (): void => void save().catch(() => undefined);
  useKey('Ctrl+Enter', t('requests.represent.verb'), press);
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('requests.represent.title')}
      width="36rem"
      footer={
        <>
          <Button kind="filled" keys="Ctrl+Enter" loading={represent.isPending} onClick={press}>
            {t('requests.represent.verb')}
          </Button>
          <Button keys="Esc" onClick={onClose}>
            {t('common.back')}
          </Button>
        </>
      }
    >
      <p>{t('requests.represent.about')}</p>
      {represent.error === null ? null : <ErrorBlock text={say(represent.error)} />}
      <WhoCame party={party} value={deed} onChange={setDeed} />
    </Dialog>
  );
}

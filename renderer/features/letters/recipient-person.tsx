import { IconUserSearch } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import { call } from '#renderer/api/client.ts';
import { PersonPicker } from '#renderer/api/person-picker.tsx';
import { useText } from '#renderer/i18n/use-text.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import type { PartyId } from '#shared/ids.ts';
import { honorificFor } from '#shared/letters/honorifics.ts';
import type { Recipient } from '#shared/letters/letter.ts';
import css from './letters.module.css';

/** Chooses the addressee among who has a file: the name, with the honorific and the prayer that fit. */
export function RecipientPerson({
  onPick,
}: {
  readonly onPick: (recipient: Recipient, id: PartyId) => void;
}): ReactElement {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  const pick = async (id: PartyId): Promise<void> => {
    // The file is opened for its sex and kind: the log tells who read it.
    const { party } = await call('parties.page', { id });
    setOpen(false);
    onPick({ name: party.name, title: '', organisation: '', ...honorificFor(party) }, id);
  };
  return (
    <>
      <button
        type="button"
        className={css['inField']}
        aria-label={t('letters.form.recipientPick')}
        title={t('letters.form.recipientPick')}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <Icon of={IconUserSearch} size="sm" />
      </button>
      {open ? (
        <Dialog opened onClose={() => setOpen(false)} title={t('letters.form.recipientPick')}>
          <PersonPicker
            label={t('letters.form.recipient')}
            nobody={t('letters.form.recipientNobody')}
            onPick={(hit) => void pick(hit.id)}
          />
        </Dialog>
      ) : null}
    </>
  );
}

import { IconId, IconPencil } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import type { PartyPage } from '#shared/parties/profile.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardBody, CardFooter, CardHeader } from '#renderer/ui/card.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { CompareDialog } from './compare-dialog.tsx';
import { PartyIdentity } from './party-identity.tsx';

/** Who they are, masked; whole it is shown only while it is compared with the card. */
export function IdentityPane({
  page: { party },
  mayWrite,
  onEdit,
}: {
  readonly page: PartyPage;
  readonly mayWrite: boolean;
  readonly onEdit: () => void;
}) {
  const { t } = useText();
  const [comparing, setComparing] = useState(false);
  const open = (): void => setComparing(true);
  const hide = useCallback(() => setComparing(false), []);
  useKey('Ctrl+I', t('partyProfile.compare.act'), open, { enabled: mayWrite && !comparing });
  return (
    <Card pane={t('parties.page.identity')}>
      <CardHeader
        title={t('parties.page.identity')}
        actions={
          mayWrite ? (
            <Button kind="quiet" size="sm" icon={<Icon of={IconPencil} size="sm" />} onClick={onEdit}>
              {t('parties.page.edit')}
            </Button>
          ) : null
        }
      />
      <CardBody scroll>
        <PartyIdentity party={party} />
      </CardBody>
      {mayWrite ? (
        <CardFooter>
          <Button kind="tinted" keys="Ctrl+I" icon={<Icon of={IconId} size="sm" />} onClick={open}>
            {t('partyProfile.compare.act')}
          </Button>
        </CardFooter>
      ) : null}
      {comparing ? <CompareDialog id={party.id} onClose={hide} /> : null}
    </Card>
  );
}

import { IconUserSearch } from '@tabler/icons-react';
import type { PartyId } from '#shared/ids.ts';
import type { VisitPurpose } from '#shared/visits/visit.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardFooter } from '#renderer/ui/card.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { PersonFacts } from '#renderer/ui/person.tsx';
import { ErrorBlock } from '#renderer/ui/states.tsx';
import { PurposeChooser } from './purpose-chooser.tsx';
import { StartButtons } from './start-buttons.tsx';
import css from './visits.module.css';

/** Somebody with a file: who they are, why they came, and in. */
export function ChosenVisitor({
  id,
  name,
  purpose,
  onPurpose,
  tickets,
  busy,
  problem,
  onBack,
  onStart,
}: {
  readonly id: PartyId;
  readonly name: string;
  readonly purpose: VisitPurpose;
  readonly onPurpose: (purpose: VisitPurpose) => void;
  readonly tickets: boolean;
  readonly busy: boolean;
  readonly problem: string | undefined;
  readonly onBack: () => void;
  readonly onStart: (serve: boolean) => Promise<void>;
}) {
  const { t } = useText();
  const page = useChannelQuery('parties.page', { id });
  return (
    <Card pane={t('visits.new.person')}>
      <div className={css['searchCard']}>
        {problem === undefined ? null : <ErrorBlock text={problem} />}
        <div className={css['chosen']}>
          <h2>{name}</h2>
          <Button size="sm" kind="quiet" icon={<Icon of={IconUserSearch} size="sm" />} onClick={onBack}>
            {t('visits.new.change')}
          </Button>
        </div>
        {page.data === undefined ? null : <PersonFacts person={page.data.party} />}
        <PurposeChooser value={purpose} onChange={onPurpose} autoFocus />
      </div>
      <CardFooter>
        <StartButtons
          tickets={tickets}
          busy={busy}
          onStart={(serve) => void onStart(serve).catch(() => undefined)}
        />
      </CardFooter>
    </Card>
  );
}

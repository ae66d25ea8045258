import { IconBan, IconCheck, IconClock } from '@tabler/icons-react';
import type { LetterSummary } from '#shared/letters/letter.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Badge } from '#renderer/ui/badge.tsx';
import { Card, CardHeader } from '#renderer/ui/card.tsx';
import { LineList } from '#renderer/ui/line-list.tsx';
import { Ref } from '#renderer/ui/numbers.tsx';
import { paths } from '#renderer/ui/paths.ts';

/** How many stand here; the rest are in the timeline. */
const SHOWN = 4;

const isUndelivered = ({ state, delivered }: LetterSummary): boolean => state === 'issued' && !delivered;

/** Letters of a person and whether they reached them: what still has to be delivered first. */
export function PartyLetters({ letters }: { readonly letters: readonly LetterSummary[] }) {
  const { t } = useText();
  const go = useGo();
  if (letters.length === 0) return null;
  const first = [...letters.filter(isUndelivered), ...letters.filter((letter) => !isUndelivered(letter))];
  return (
    <Card pane={t('partyProfile.letters.title')}>
      <CardHeader title={t('partyProfile.letters.title')} count={letters.length} />
      <LineList
        label={t('partyProfile.letters.title')}
        lines={first.slice(0, SHOWN).map((letter) => ({
          key: letter.id,
          text: letter.subject,
          detail: letter.referenceNumber === null ? undefined : <Ref value={letter.referenceNumber} />,
          end: <DeliveryBadge letter={letter} />,
          onOpen: () => go(paths.letter(letter.id)),
        }))}
      />
    </Card>
  );
}

function DeliveryBadge({ letter }: { readonly letter: LetterSummary }) {
  const { t, text } = useText();
  if (letter.state === 'voided')
    return (
      <Badge kind="danger" icon={IconBan}>
        {t('partyProfile.letters.voided')}
      </Badge>
    );
  if (letter.state !== 'issued') return <Badge>{text('domain.letterState', letter.state)}</Badge>;
  return letter.delivered ? (
    <Badge kind="success" icon={IconCheck}>
      {t('partyProfile.letters.delivered')}
    </Badge>
  ) : (
    <Badge kind="warning" icon={IconClock}>
      {t('partyProfile.letters.undelivered')}
    </Badge>
  );
}

import { IconClipboardList, IconMail, IconUser, type Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { PaletteHit } from '#shared/desk/desk-contract.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import type { KeyCombo } from '#renderer/ui/key-cap.tsx';
import { HitReason } from '#renderer/ui/hit-reason.tsx';
import { SafePhone } from '#renderer/ui/contact-points.tsx';
import { Identifier, Ref } from '#renderer/ui/numbers.tsx';
import { paths } from '#renderer/ui/paths.ts';

export interface PaletteEntry {
  readonly key: string;
  readonly icon: Icon;
  readonly mirror?: boolean;
  readonly text: ReactNode;
  readonly detail?: ReactNode;
  readonly keys?: KeyCombo;
  readonly run: () => void;
}

export interface PaletteGroup {
  readonly name: string;
  readonly entries: readonly PaletteEntry[];
}

/** What was found, in groups: people, requests, letters. */
export function usePaletteHits(hits: readonly PaletteHit[]): readonly PaletteGroup[] {
  const { t, text } = useText();
  const go = useGo();
  const people: PaletteEntry[] = [];
  const letters: PaletteEntry[] = [];
  const requests: PaletteEntry[] = [];
  for (const hit of hits) {
    if (hit.kind === 'party') {
      const { party } = hit;
      people.push({
        key: `party-${party.id}`,
        icon: IconUser,
        text: party.name,
        detail: (
          <>
            <HitReason via={party.via} />
            {party.fileNumber === null ? null : <Identifier value={party.fileNumber} />}
            {party.idNumber === '' ? null : <Identifier value={party.idNumber} />}
            {party.mobile === '' ? null : <SafePhone value={party.mobile} safe={party.safe} />}
          </>
        ),
        run: () => go(paths.beneficiary(party.id)),
      });
    } else if (hit.kind === 'letter') {
      const { letter } = hit;
      letters.push({
        key: `letter-${letter.id}`,
        icon: IconMail,
        text: letter.subject,
        detail:
          letter.referenceNumber === null ? (
            text('domain.letterState', letter.state)
          ) : (
            <Ref value={letter.referenceNumber} />
          ),
        run: () => go(paths.letter(letter.id)),
      });
    } else {
      const { request } = hit;
      requests.push({
        key: `request-${request.id}`,
        icon: IconClipboardList,
        mirror: true,
        text: `${request.partyName}، ${request.service}`,
        detail: request.number === null ? t('palette.requestNew') : <Identifier value={request.number} />,
        run: () => go(paths.request(request.id)),
      });
    }
  }
  return [
    { name: t('palette.people'), entries: people },
    { name: t('palette.requests'), entries: requests },
    { name: t('palette.letters'), entries: letters },
  ];
}

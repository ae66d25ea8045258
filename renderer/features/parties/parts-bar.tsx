import { useRef, type KeyboardEvent } from 'react';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { paths } from '#renderer/ui/paths.ts';
import css from './parts-bar.module.css';
import type { PartyPart } from './party-parts.ts';

/** نظرة عامة · الأسرة · …: one stop of the Tab key, arrows move within; Ctrl+1… opens a part from anywhere on the page. */
export function PartsBar({
  id,
  parts,
  current,
}: {
  readonly id: number;
  readonly parts: readonly PartyPart[];
  readonly current: PartyPart;
}) {
  const { t } = useText();
  const go = useGo();
  const bar = useRef<HTMLElement>(null);
  const pathOf = (part: PartyPart): string =>
    part === 'overview' ? paths.beneficiary(id) : paths.beneficiaryPart(id, part);
  const onKeyDown = (event: KeyboardEvent, at: number): void => {
    const forwards = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const backwards = forwards === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
    const to =
      event.key === forwards
        ? at + 1
        : event.key === backwards
          ? at - 1
          : event.key === 'Home'
            ? 0
            : event.key === 'End'
              ? -1
              : null;
    if (to === null) return;
    event.preventDefault();
    const links = Array.from(bar.current?.querySelectorAll<HTMLElement>('a') ?? []);
    links.at(to % links.length)?.focus();
  };
  return (
    <nav ref={bar} className={css['parts']} aria-label={t('partyProfile.parts.label')}>
      {parts.map((part, index) => (
        <a
          key={part}
          href={`#${pathOf(part)}`}
          aria-current={part === current ? 'page' : undefined}
          aria-keyshortcuts={`Control+${index + 1}`}
          tabIndex={part === current ? 0 : -1}
          onKeyDown={(event) => onKeyDown(event, index)}
          onClick={(event) => {
            event.preventDefault();
            go(pathOf(part));
          }}
        >
          {t(`partyProfile.parts.${part}`)}
          <PartKey
            combo={`Ctrl+${index + 1}`}
            label={t(`partyProfile.parts.${part}`)}
            run={() => go(pathOf(part))}
          />
        </a>
      ))}
    </nav>
  );
}

function PartKey({
  combo,
  label,
  run,
}: {
  readonly combo: string;
  readonly label: string;
  readonly run: () => void;
}) {
  useKey(combo, label, run);
  return null;
}

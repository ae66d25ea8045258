import { IconUser, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import type { PartyHit } from '#shared/parties/party.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { PersonMarks } from '#renderer/ui/person.tsx';
import { SearchBox } from '#renderer/ui/search-box.tsx';
import { Note } from '#renderer/ui/states.tsx';
import { usePersonSearch } from './use-person-search.ts';

/** Chooses one person who has a file, by any fragment: for a contact, a request. */
export function PersonPicker({
  label,
  nobody,
  onPick,
}: {
  readonly label: string;
  /** When nobody fits: what to do. */
  readonly nobody: string;
  readonly onPick: (hit: PartyHit) => void;
}) {
  const { t } = useText();
  const [text, setText] = useState('');
  const search = usePersonSearch(text);
  const missed = text.trim() !== '' && search.settled && search.hits.length === 0;
  return (
    <SearchBox
      label={label}
      help={t('visits.new.searchHelp')}
      placeholder={t('visits.new.placeholder')}
      value={text}
      onChange={setText}
      options={search.hits.map((hit) => ({
        key: String(hit.id),
        icon: hit.kind === 'person' ? IconUser : IconUsersGroup,
        text: hit.name,
        detail: <PersonMarks person={hit} />,
      }))}
      settled={search.settled}
      listLabel={t('visits.new.results')}
      onPick={(key) => {
        const hit = search.hits.find((one) => String(one.id) === key);
        if (hit !== undefined) onPick(hit);
      }}
      note={
        missed ? (
          <Note kind="warning">{nobody}</Note>
        ) : search.meant === null ? null : (
          <Note kind="neutral">{t('visits.new.layout', { text: search.meant })}</Note>
        )
      }
      autoFocus
    />
  );
}

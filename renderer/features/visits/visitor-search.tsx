import { IconUser, IconUserPlus, IconUsersGroup } from '@tabler/icons-react';
import { fixLayout } from '#shared/arabic/keyboard-layout.ts';
import type { PartyHit } from '#shared/parties/party.ts';
import { usePersonSearch } from '#renderer/api/use-person-search.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Card, CardBody } from '#renderer/ui/card.tsx';
import { PersonMarks } from '#renderer/ui/person.tsx';
import { SearchBox, type FoundOption } from '#renderer/ui/search-box.tsx';
import { EmptyState, Note } from '#renderer/ui/states.tsx';
import { kindOf } from './typed-text.ts';
import css from './visits.module.css';

/** One field for whatever the person holds out: a card, a phone, a paper, a name. */
export function VisitorSearch({
  text,
  onText,
  onHit,
  onMiss,
}: {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onHit: (hit: PartyHit) => void;
  /** With what was typed, or what its keys meant. */
  readonly onMiss: (text: string) => void;
}) {
  const { t, digits } = useText();
  const search = usePersonSearch(text);
  const typed = text.trim();
  const fixed = fixLayout(typed);
  const register = (words: string): FoundOption => ({
    key: `new:${words}`,
    icon: IconUserPlus,
    text: (
      <>
        {t(`visits.new.registerAs.${kindOf(words)}`)}{' '}
        <bdi dir={kindOf(words) === 'name' ? 'auto' : 'ltr'}>{digits(words)}</bdi>
      </>
    ),
    detail: t('visits.new.registerHint'),
    apart: true,
  });
  const options: FoundOption[] =
    typed === ''
      ? []
      : [
          ...search.hits.map((hit): FoundOption => ({
            key: `hit:${hit.id}`,
            icon: hit.kind === 'person' ? IconUser : IconUsersGroup,
            text: hit.name,
            detail: <PersonMarks person={hit} />,
          })),
          ...(fixed === typed ? [] : [register(fixed)]),
          register(typed),
        ];
  const pick = (key: string): void => {
    const hit = search.hits.find((one) => `hit:${one.id}` === key);
    if (hit !== undefined) onHit(hit);
    else onMiss(key.slice('new:'.length));
  };
  return (
    <Card pane={t('visits.new.search')}>
      <div className={css['searchCard']}>
        <SearchBox
          label={t('visits.new.search')}
          help={t('visits.new.searchHelp')}
          placeholder={digits(t('visits.new.placeholder'))}
          value={text}
          onChange={onText}
          options={options}
          settled={search.settled}
          listLabel={t('visits.new.results')}
          onPick={pick}
          autoFocus
          note={
            search.meant === null ? null : (
              <Note kind="neutral">{t('visits.new.layout', { text: search.meant })}</Note>
            )
          }
        />
        {typed === '' ? (
          <CardBody flush>
            <EmptyState icon={IconUser} text={t('visits.new.shortcut')} />
          </CardBody>
        ) : null}
      </div>
    </Card>
  );
}

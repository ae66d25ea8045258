import { useId, type KeyboardEvent } from 'react';
import { PARTY_SORTS, PARTY_STATES, type PartyFilter } from '#shared/parties/party-list.ts';
import { PARTY_ROLES } from '#shared/parties/party.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { SelectField, TextField } from '#renderer/ui/fields.tsx';
import css from './parties.module.css';

/** Search, role, category, village, state and order: what the list shows. */
export function PartyFilters({
  filter,
  onChange,
  onOpenFirst,
  onToList,
  busy,
}: {
  readonly filter: PartyFilter;
  readonly onChange: (change: Partial<PartyFilter>) => void;
  /** Enter in the search field. */
  readonly onOpenFirst: () => void;
  /** The arrow down from the search field. */
  readonly onToList: () => void;
  /** The list does not yet answer what stands in the field. */
  readonly busy: boolean;
}) {
  const { t, text: words, digits } = useText();
  const searchId = useId();
  const choices = useChannelQuery('parties.choices', undefined).data;
  const onKeyDown = (event: KeyboardEvent): void => {
    if ((event.target as Element).id !== searchId || event.ctrlKey) return;
    if (event.key !== 'Enter' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    if (event.key === 'Enter') onOpenFirst();
    else onToList();
  };
  const categories = choices?.categories ?? [];
  const villages = choices?.villages ?? [];
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys are the search field's, which lies within
    <div className={css['filters']} role="search" aria-busy={busy} onKeyDown={onKeyDown}>
      <TextField
        id={searchId}
        label={t('parties.list.search')}
        placeholder={t('find.searchHint')}
        value={filter.text}
        onChange={(text) => onChange({ text })}
        width="23rem"
        autoFocus
      />
      <SelectField
        label={t('parties.list.role')}
        value={filter.role}
        onChange={(role) => onChange({ role })}
        choices={PARTY_ROLES.map((value) => ({ value, label: words('domain.partyRole', value) }))}
        placeholder={t('parties.list.allRoles')}
        clearable
        width="9rem"
      />
      {categories.length === 0 ? null : (
        <SelectField
          label={t('find.category')}
          value={filter.categoryId === null ? null : String(filter.categoryId)}
          onChange={(id) => onChange({ categoryId: id === null ? null : Number(id) })}
          choices={categories.map(({ id, name }) => ({ value: String(id), label: digits(name) }))}
          placeholder={t('find.allCategories')}
          searchable
          clearable
          width="10rem"
        />
      )}
      {villages.length === 0 ? null : (
        <SelectField
          label={t('parties.list.village')}
          value={filter.village}
          onChange={(village) => onChange({ village })}
          choices={villages.map((village) => ({ value: village, label: digits(village) }))}
          placeholder={t('find.allVillages')}
          searchable
          clearable
          width="9rem"
        />
      )}
      <SelectField
        label={t('find.state')}
        value={filter.state}
        onChange={(state) => onChange({ state })}
        choices={PARTY_STATES.map((value) => ({ value, label: t(`find.states.${value}`) }))}
        placeholder={t('find.anyState')}
        clearable
        width="9rem"
      />
      <SelectField
        label={t('find.sort')}
        value={filter.sort}
        onChange={(sort) => onChange({ sort: sort ?? 'name' })}
        choices={PARTY_SORTS.map((value) => ({ value, label: t(`find.sorts.${value}`) }))}
        width="7rem"
        // What a text finds stands best first.
        disabled={filter.text.trim() !== ''}
      />
    </div>
  );
}

import { IconCheck, IconUsers } from '@tabler/icons-react';
import { useRef, type KeyboardEvent, type ReactElement } from 'react';
import { MOST_PERSONS, type PersonFilter } from '#shared/batches/batch.ts';
import type { PartyId } from '#shared/ids.ts';
import { PARTY_ROLES, type PartyHit } from '#shared/parties/party.ts';
import { STEP_NUMBERS } from '#shared/requests/request.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardFooter, CardHeader } from '#renderer/ui/card.tsx';
import { SelectField, TextField } from '#renderer/ui/fields.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { Identifier } from '#renderer/ui/numbers.tsx';
import { stepName } from '#renderer/ui/request-marks.tsx';
import { EmptyState, ErrorBlock, SkeletonRows } from '#renderer/ui/states.tsx';
import { Table, type Column } from '#renderer/ui/table.tsx';
import { useDebounced } from '#renderer/ui/use-debounced.ts';
import { isUnfiltered } from './batch-draft-model.ts';
import css from './batches.module.css';

const TYPING_MS = 120;

/** Step two: who gets a letter. Arrows move, Space or Enter chooses; «all» means all that the filters show. */
export function PersonsPane({
  filter,
  onFilter,
  chosen,
  onChosen,
  missing,
}: {
  readonly filter: PersonFilter;
  readonly onFilter: (filter: PersonFilter) => void;
  readonly chosen: ReadonlySet<PartyId>;
  readonly onChosen: (chosen: ReadonlySet<PartyId>) => void;
  readonly missing: boolean;
}): ReactElement {
  const { t, text } = useText();
  const say = useErrorText();
  const asked = useDebounced(filter, TYPING_MS);
  const villages = useChannelQuery('batches.villages', undefined);
  const list = useChannelQuery('batches.choose', { filter: asked }, { keepPrevious: true });
  const rows = list.data?.rows ?? [];
  const total = list.data?.total ?? 0;
  const all = list.data?.ids ?? [];
  const at = useRef<PartyId | null>(null);

  const toggle = (id: PartyId): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChosen(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.target instanceof HTMLElement) || event.target.role !== 'grid') return;
    if (event.code === 'KeyA' && event.ctrlKey) {
      event.preventDefault();
      onChosen(new Set([...chosen, ...all]));
    }
    if (event.key !== ' ') return;
    event.preventDefault();
    const row = rows.find((one) => one.id === at.current) ?? rows[0];
    if (row !== undefined) toggle(row.id);
  };
  const set = (part: Partial<PersonFilter>): void => onFilter({ ...filter, ...part });
  const requests = [
    { value: 'open', label: t('batches.choice.requestOpen') },
    { value: 'finished', label: t('batches.choice.requestFinished') },
    ...STEP_NUMBERS.map((step) => ({
      value: String(step),
      label: t('batches.choice.requestStep', { step, name: stepName(step) }),
    })),
  ];
  const columns: Column<PartyHit>[] = [
    {
      key: 'tick',
      title: t('batches.choice.chosen'),
      width: '3.25rem',
      cell: (row) => (
        <span className={css['tick']} data-on={chosen.has(row.id) || undefined}>
          {chosen.has(row.id) ? <Icon of={IconCheck} size="xs" /> : null}
        </span>
      ),
    },
    { key: 'name', title: t('batches.choice.name'), cell: (row) => row.name },
    {
      key: 'file',
      title: t('batches.choice.file'),
      width: '6.5rem',
      cell: (row) => (row.fileNumber === null ? null : <Identifier value={row.fileNumber} />),
    },
    { key: 'village', title: t('batches.choice.villageColumn'), width: '7rem', cell: (row) => row.village },
  ];
  return (
    <Card pane={t('batches.step.persons')} grow>
      <CardHeader
        title={t('batches.step.persons')}
        aside={<span role="status">{t('batches.choice.chosenOf', { chosen: chosen.size, total })}</span>}
      />
      <div className={css['filters']}>
        <TextField
          label={t('batches.choice.search')}
          value={filter.text}
          onChange={(typed) => set({ text: typed })}
        />
        <SelectField
          label={t('batches.choice.village')}
          value={filter.village}
          onChange={(village) => set({ village })}
          choices={(villages.data ?? []).map(({ village }) => ({ value: village, label: village }))}
          placeholder={t('batches.choice.allVillages')}
          clearable
          searchable
        />
        <SelectField
          label={t('batches.choice.role')}
          value={filter.role}
          onChange={(role) => set({ role })}
          choices={PARTY_ROLES.map((role) => ({ value: role, label: text('domain.partyRole', role) }))}
          placeholder={t('batches.choice.allRoles')}
          clearable
        />
        <SelectField
          label={t('batches.choice.request')}
          value={filter.request === null ? null : String(filter.request)}
          onChange={(value) =>
            set({
              request:
                value === 'open' || value === 'finished'
                  ? value
                  : (STEP_NUMBERS.find((step) => String(step) === value) ?? null),
            })
          }
          choices={requests}
          placeholder={t('batches.choice.anyRequest')}
          clearable
        />
      </div>
      {list.error !== null ? (
        <ErrorBlock text={say(list.error)} />
      ) : list.data === undefined ? (
        <SkeletonRows rows={10} height="2rem" />
      ) : rows.length === 0 ? (
        <div className={css['grid']}>
          <EmptyState
            icon={IconUsers}
            text={t(isUnfiltered(asked) ? 'batches.choice.nobody' : 'batches.choice.noHits')}
          />
        </div>
      ) : (
        <div className={css['grid']} onKeyDown={onKeyDown}>
          <Table
            label={t('batches.choice.label')}
            columns={columns}
            rows={rows}
            dense
            rowKey={(row) => row.id}
            rowLabel={(row) => (chosen.has(row.id) ? `${row.name}، ${t('batches.choice.chosen')}` : row.name)}
            onSelect={(row) => {
              at.current = row.id;
            }}
            onOpen={(row) => toggle(row.id)}
          />
        </div>
      )}
      <CardFooter
        end={
          chosen.size === 0 ? undefined : (
            <Button kind="quiet" onClick={() => onChosen(new Set())}>
              {t('batches.choice.none')}
            </Button>
          )
        }
      >
        <Button disabled={all.length === 0} onClick={() => onChosen(new Set([...chosen, ...all]))}>
          {t('batches.choice.all')}
        </Button>
        <span
          className={css['hint']}
          role={missing ? 'alert' : undefined}
          data-missing={missing || undefined}
        >
          {missing
            ? t('batches.check.missingPersons')
            : chosen.size > MOST_PERSONS || total > MOST_PERSONS
              ? t('batches.choice.tooMany', { most: MOST_PERSONS })
              : t('batches.choice.keys')}
        </span>
      </CardFooter>
    </Card>
  );
}

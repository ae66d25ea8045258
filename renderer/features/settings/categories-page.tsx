import {
  IconArchive,
  IconArrowDown,
  IconArrowUp,
  IconPencil,
  IconPlus,
  IconRestore,
  IconTags,
} from '@tabler/icons-react';
import { useState, type KeyboardEvent } from 'react';
import { type Category, categoryInputSchema } from '#shared/circumstances/categories.ts';
import type { CategoryId } from '#shared/ids.ts';
import { call } from '#renderer/api/client.ts';
import { FormDialog } from '#renderer/api/form-dialog.tsx';
import { QueryView } from '#renderer/api/query-view.tsx';
import { useHasRole } from '#renderer/api/session.ts';
import { type Acts, useActs } from '#renderer/api/use-acts.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { Card, CardBody, CardFooter, CardHeader } from '#renderer/ui/card.tsx';
import { FormText } from '#renderer/ui/form.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { EmptyState, ErrorBlock } from '#renderer/ui/states.tsx';
import { useZodForm } from '#renderer/ui/use-zod-form.ts';
import css from './categories-page.module.css';

/** فئات المستفيدين: added, renamed, put in order, put aside. What was given to somebody is never deleted. */
export function CategoriesPage() {
  const { t } = useText();
  const say = useErrorText();
  const acts = useActs();
  const mayChange = useHasRole('manager', 'administrator');
  const list = useChannelQuery('categories.list', undefined);
  const [editing, setEditing] = useState<Category | 'new' | null>(null);
  const add = (): void => setEditing('new');
  useKey('Ctrl+Enter', t('categories.settings.add'), add, { enabled: mayChange && editing === null });
  return (
    <Card pane={t('categories.settings.title')}>
      <CardHeader title={t('categories.settings.title')} />
      {acts.error === null ? null : <ErrorBlock text={say(acts.error)} />}
      <CardBody scroll flush>
        <p className={css['help']}>
          {t('categories.settings.help')} {mayChange ? t('categories.settings.keys') : null}
        </p>
        <QueryView query={list} rows={6}>
          {(all) =>
            all.length === 0 ? (
              <EmptyState icon={IconTags} text={t('categories.settings.empty')} />
            ) : (
              <Categories all={all} acts={acts} mayChange={mayChange} onEdit={setEditing} />
            )
          }
        </QueryView>
      </CardBody>
      {mayChange ? (
        <CardFooter>
          <Button kind="filled" keys="Ctrl+Enter" icon={<Icon of={IconPlus} size="sm" />} onClick={add}>
            {t('categories.settings.add')}
          </Button>
        </CardFooter>
      ) : null}
      {editing === null ? null : (
        <CategoryDialog
          category={editing === 'new' ? null : editing}
          acts={acts}
          onClose={() => setEditing(null)}
        />
      )}
    </Card>
  );
}

function Categories({
  all,
  acts,
  mayChange,
  onEdit,
}: {
  readonly all: readonly Category[];
  readonly acts: Acts;
  readonly mayChange: boolean;
  readonly onEdit: (category: Category) => void;
}) {
  const { t } = useText();
  const move = async (category: Category, step: -1 | 1): Promise<void> => {
    const before = all.map(({ id }) => id);
    const from = before.indexOf(category.id);
    const to = from + step;
    const other = before[to];
    if (other === undefined) return;
    const ids: CategoryId[] = [...before];
    ids[from] = other;
    ids[to] = category.id;
    await acts.run(
      () => call('categories.reorder', { ids }),
      t('categories.settings.done.moved', { name: category.name }),
      () => call('categories.reorder', { ids: before }),
    );
  };
  const onKeyDown = (event: KeyboardEvent, category: Category): void => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
    if (!event.altKey || step === null || !mayChange) return;
    event.preventDefault();
    void move(category, step);
  };
  return (
    <ul className={css['list']} aria-label={t('categories.settings.title')}>
      {all.map((category, index) => {
        const { id, name, active } = category;
        return (
          <li
            key={id}
            className={css['line']}
            data-aside={!active || undefined}
            onKeyDown={(event) => onKeyDown(event, category)}
          >
            <span className={css['what']}>
              <span className={css['name']}>{name}</span>
              {category.description === '' ? null : (
                <span className={css['small']}>{category.description}</span>
              )}
            </span>
            <span className={css['acts']}>
              <span className={css['small']}>
                {t('categories.settings.standing', { count: category.standing })}
              </span>
              {active ? null : <Badge icon={IconArchive}>{t('categories.settings.isAside')}</Badge>}
            </span>
            {mayChange ? (
              <span className={css['acts']}>
                <IconButton
                  label={t('categories.settings.edit', { name })}
                  icon={<Icon of={IconPencil} size="sm" />}
                  onClick={() => onEdit(category)}
                />
                {index === 0 ? null : (
                  <IconButton
                    label={t('categories.settings.up', { name })}
                    icon={<Icon of={IconArrowUp} size="sm" />}
                    onClick={() => void move(category, -1)}
                  />
                )}
                {index === all.length - 1 ? null : (
                  <IconButton
                    label={t('categories.settings.down', { name })}
                    icon={<Icon of={IconArrowDown} size="sm" />}
                    onClick={() => void move(category, 1)}
                  />
                )}
                <IconButton
                  label={t(active ? 'categories.settings.aside' : 'categories.settings.back', { name })}
                  icon={<Icon of={active ? IconArchive : IconRestore} size="sm" />}
                  onClick={() =>
                    void acts.run(
                      () => call('categories.setActive', { id, active: !active }),
                      t(active ? 'categories.settings.done.aside' : 'categories.settings.done.back', {
                        name,
                      }),
                      () => call('categories.setActive', { id, active }),
                    )
                  }
                />
              </span>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

function CategoryDialog({
  category,
  acts,
  onClose,
}: {
  /** Null: a new one. */
  readonly category: Category | null;
  readonly acts: Acts;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const before = { name: category?.name ?? '', description: category?.description ?? '' };
  const form = useZodForm(categoryInputSchema, before);
  return (
    <FormDialog
      form={form}
      title={
        category === null
          ? t('categories.settings.add')
          : t('categories.settings.editTitle', { name: category.name })
      }
      verb={t('categories.settings.save')}
      onClose={onClose}
      save={async (typed) => {
        const { id } = await call('categories.save', { id: category?.id ?? null, category: typed });
        const { name } = typed;
        if (category === null)
          acts.tell(t('categories.settings.done.added', { name }), () => call('categories.remove', { id }));
        else
          acts.tell(t('categories.settings.done.changed', { name }), () =>
            call('categories.save', { id, category: before }),
          );
      }}
    >
      <FormText
        name="name"
        label={t('categories.settings.name')}
        help={t('categories.settings.nameHelp')}
        required
        autoFocus
        maxLength={60}
      />
      <FormText name="description" label={t('categories.settings.description')} optional maxLength={200} />
    </FormDialog>
  );
}

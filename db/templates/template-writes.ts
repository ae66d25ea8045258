import type { LetterTemplate } from '#shared/letters/templates/template.ts';
import { queries, statement, type SqlValue } from '../statement.ts';
import type { WriteTransaction } from '../transaction.ts';
import { templateColumns } from './template-rows.ts';

type Columns = Readonly<Record<keyof ReturnType<typeof templateColumns>, SqlValue>>;

const insert = statement<Columns & { key: string | null; at: number; by: number }>()((param) =>
  queries.insertInto('letter_template').values({
    built_in_key: param('key'),
    name: param('name') as string,
    name_key: param('name_key') as string,
    category: param('category') as string,
    template_json: param('template_json') as string,
    version: 1,
    created_at_ms: param('at'),
    updated_at_ms: param('at'),
    updated_by: param('by'),
    removed_at_ms: null,
  }),
);
const save = statement<Columns & { id: number; version: number; at: number; by: number }>()((param) =>
  queries
    .updateTable('letter_template')
    .set((eb) => ({
      name: param('name') as string,
      name_key: param('name_key') as string,
      category: param('category') as string,
      template_json: param('template_json') as string,
      version: eb('version', '+', 1),
      updated_at_ms: param('at'),
      updated_by: param('by'),
    }))
    .where('id', '=', param('id'))
    .where('version', '=', param('version'))
    .where('removed_at_ms', 'is', null),
);
const remove = statement<{ id: number; removed: number | null }>()((param) =>
  queries
    .updateTable('letter_template')
    .set({ removed_at_ms: param('removed') })
    .where('id', '=', param('id')),
);
const insertPhrase = statement<{ group: string; text: string; at: number; by: number }>()((param) =>
  queries.insertInto('letter_phrase').values({
    phrase_group: param('group'),
    text: param('text'),
    position: 0,
    updated_at_ms: param('at'),
    updated_by: param('by'),
    removed_at_ms: null,
  }),
);
const savePhrase = statement<{ id: number; group: string; text: string; at: number; by: number }>()((param) =>
  queries
    .updateTable('letter_phrase')
    .set({
      phrase_group: param('group'),
      text: param('text'),
      updated_at_ms: param('at'),
      updated_by: param('by'),
    })
    .where('id', '=', param('id')),
);
const removePhrase = statement<{ id: number; removed: number | null }>()((param) =>
  queries
    .updateTable('letter_phrase')
    .set({ removed_at_ms: param('removed') })
    .where('id', '=', param('id')),
);

/** @param builtInKey whose place it takes; null for one of the office's own */
export const insertTemplate = (
  tx: WriteTransaction,
  template: LetterTemplate,
  builtInKey: string | null,
  by: number,
  at: number,
): number => tx.run(insert, { ...templateColumns(template), key: builtInKey, by, at }).id;

/** False when a newer edition is there. */
export const updateTemplate = (
  tx: WriteTransaction,
  row: { readonly id: number; readonly version: number },
  template: LetterTemplate,
  by: number,
  at: number,
): boolean =>
  tx.run(save, { ...templateColumns(template), id: row.id, version: row.version, by, at }).changes === 1;

export const setTemplateRemoved = (tx: WriteTransaction, id: number, removedAtMs: number | null): boolean =>
  tx.run(remove, { id, removed: removedAtMs }).changes === 1;

export const insertOfficePhrase = (
  tx: WriteTransaction,
  group: string,
  text: string,
  by: number,
  at: number,
): number => tx.run(insertPhrase, { group, text, by, at }).id;

export const updateOfficePhrase = (
  tx: WriteTransaction,
  phrase: { readonly id: number; readonly group: string; readonly text: string },
  by: number,
  at: number,
): boolean => tx.run(savePhrase, { ...phrase, by, at }).changes === 1;

export const setPhraseRemoved = (tx: WriteTransaction, id: number, removedAtMs: number | null): boolean =>
  tx.run(removePhrase, { id, removed: removedAtMs }).changes === 1;

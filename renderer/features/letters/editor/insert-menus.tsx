import { Menu } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import type { ReactElement } from 'react';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { fieldText } from '#shared/letters/templates/merge-fields.ts';
import { BUILT_IN_PHRASES, PHRASE_GROUP_IDS } from '#shared/letters/templates/phrases.ts';
import { BY_SEX_SAMPLE, FieldMenuItems } from './field-menu-items.tsx';

const insert = (editor: Editor, text: string): void => {
  editor.view.focus();
  editor.chain().insertContent(text).run();
};

/** A phrase that ends no sentence is gone on with: a space stands ready. */
const goneOn = (phrase: string): string => (/[\s.،؛:!؟]$/u.test(phrase) ? phrase : `${phrase} `);

/** عبارة جاهزة: Wisam's and the office's, by what they are for. */
export function PhraseMenu({
  editor,
  children,
}: {
  readonly editor: Editor;
  readonly children: ReactElement;
}): ReactElement {
  const { t } = useText();
  const phrases = useChannelQuery('phrases.list', undefined);
  const inGroup = (group: (typeof PHRASE_GROUP_IDS)[number]): readonly string[] =>
    phrases.data === undefined
      ? BUILT_IN_PHRASES[group]
      : phrases.data.filter((one) => one.group === group).map((one) => one.text);
  return (
    <Menu position="bottom-end" width={360} returnFocus={false}>
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown className="letter-phrases">
        {PHRASE_GROUP_IDS.map((group) => (
          <div key={group} role="group" aria-label={t(`letters.tools.phraseGroup.${group}`)}>
            <Menu.Label>{t(`letters.tools.phraseGroup.${group}`)}</Menu.Label>
            {inGroup(group).map((phrase) => (
              <Menu.Item key={phrase} lang="ar" dir="rtl" onClick={() => insert(editor, goneOn(phrase))}>
                {phrase.trim()}
              </Menu.Item>
            ))}
          </div>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** حقل: puts a merge field where the cursor stands. */
export function FieldMenu({
  editor,
  children,
}: {
  readonly editor: Editor;
  readonly children: ReactElement;
}): ReactElement {
  return (
    <Menu position="bottom-end" width={240} returnFocus={false}>
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown className="letter-phrases">
        <FieldMenuItems
          onPick={(id) => insert(editor, fieldText(id))}
          onPickBySex={() => insert(editor, BY_SEX_SAMPLE)}
        />
      </Menu.Dropdown>
    </Menu>
  );
}

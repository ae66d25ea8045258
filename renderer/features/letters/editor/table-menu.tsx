import { Menu } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import type { ReactElement } from 'react';
import { useText } from '#renderer/i18n/use-text.ts';

type Chain = ReturnType<Editor['chain']>;
const EDITS = [
  ['rowAfter', (chain: Chain) => chain.addRowAfter()],
  ['rowBefore', (chain: Chain) => chain.addRowBefore()],
  ['columnAfter', (chain: Chain) => chain.addColumnAfter()],
  ['columnBefore', (chain: Chain) => chain.addColumnBefore()],
  ['merge', (chain: Chain) => chain.mergeOrSplit()],
  ['headerRow', (chain: Chain) => chain.toggleHeaderRow()],
  ['deleteRow', (chain: Chain) => chain.deleteRow()],
  ['deleteColumn', (chain: Chain) => chain.deleteColumn()],
  ['deleteTable', (chain: Chain) => chain.deleteTable()],
] as const;

const inText = (editor: Editor): Chain => {
  editor.view.focus();
  return editor.chain();
};

/** Outside a table: puts one in. Inside: its rows, columns and cells. */
export function TableMenu({
  editor,
  inTable,
  children,
}: {
  readonly editor: Editor;
  readonly inTable: boolean;
  readonly children: ReactElement;
}): ReactElement {
  const { t } = useText();
  return (
    <Menu position="bottom-start" returnFocus={false}>
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown>
        {inTable ? (
          EDITS.map(([name, edit]) => (
            <Menu.Item key={name} onClick={() => edit(inText(editor)).run()}>
              {t(`letters.tools.${name}`)}
            </Menu.Item>
          ))
        ) : (
          <Menu.Item
            onClick={() => inText(editor).insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()}
          >
            {t('letters.tools.insertTable')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

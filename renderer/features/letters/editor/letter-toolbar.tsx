import { Menu } from '@mantine/core';
import {
  IconAlignCenter,
  IconBraces,
  IconCalendarPlus,
  IconChevronDown,
  IconList,
  IconTable,
  IconTemplate,
} from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import type { ButtonHTMLAttributes, ReactElement, ReactNode, Ref } from 'react';
import { useText } from '#renderer/i18n/use-text.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { FieldMenu, PhraseMenu } from './insert-menus.tsx';
import type { TextKind } from './marked-text.ts';
import { RovingToolbar } from './roving-toolbar.tsx';
import { TableMenu } from './table-menu.tsx';

const STYLES = ['paragraph', 'heading1', 'heading2', 'heading3', 'quote'] as const;
type StyleName = (typeof STYLES)[number];
const ALIGNMENTS = [
  ['alignPaper', null],
  ['alignRight', 'right'],
  ['alignCenter', 'center'],
  ['alignLeft', 'left'],
] as const;

interface ToolProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** What stands on the toolbar's arrow path. */
  readonly name: string;
  readonly label: string;
  readonly keys?: string;
  readonly pressed?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly children: ReactNode;
}

/** A button of the bar. Pressing it leaves the text's selection where it is. */
function Tool({ name, label, keys, pressed, children, className, ...rest }: ToolProps): ReactElement {
  return (
    <button
      {...rest}
      type="button"
      data-tool={name}
      className={`letter-tool${className === undefined ? '' : ` ${className}`}`}
      aria-label={label}
      title={keys === undefined ? label : `${label} (${keys.replace('Control', 'Ctrl')})`}
      aria-keyshortcuts={keys}
      aria-pressed={pressed}
      onMouseDown={(event) => event.preventDefault()}
    >
      {children}
    </button>
  );
}

/** Back in the text at once: the editor's own `focus` waits for a frame, and what is typed meanwhile would be lost. */
function chainInText(editor: Editor): ReturnType<Editor['chain']> {
  editor.view.focus();
  return editor.chain();
}

function styleOf(editor: Editor): StyleName {
  if (editor.isActive('blockquote')) return 'quote';
  for (const level of [1, 2, 3] as const) if (editor.isActive('heading', { level })) return `heading${level}`;
  return 'paragraph';
}

function setStyle(editor: Editor, style: StyleName): void {
  const chain = chainInText(editor);
  if (editor.isActive('blockquote')) chain.lift('blockquote');
  if (style === 'quote') chain.setParagraph().wrapIn('blockquote');
  else if (style === 'paragraph') chain.setParagraph();
  else chain.setHeading({ level: Number(style.at(-1)) as 1 | 2 | 3 });
  chain.run();
}

/** The tools above the text. «غ» and «ت», not B and U. */
export function LetterToolbar({
  editor,
  controls,
  kind,
  todayText,
}: {
  readonly editor: Editor;
  readonly controls: string;
  /** A template's text takes merge fields. */
  readonly kind: TextKind;
  /** Today as the paper words it; asked for when the button is pressed, since a desk stays open over midnight. */
  readonly todayText: () => string;
}): ReactElement {
  const { t } = useText();
  const now = useEditorState({
    editor,
    selector: ({ editor: current }) => ({
      style: styleOf(current),
      bold: current.isActive('bold'),
      underline: current.isActive('underline'),
      bullets: current.isActive('bulletList'),
      numbers: current.isActive('orderedList'),
      align:
        ALIGNMENTS.find(([, align]) => align !== null && current.isActive({ textAlign: align }))?.[0] ??
        'alignPaper',
      table: current.isActive('table'),
    }),
  });
  const focused = (): ReturnType<Editor['chain']> => chainInText(editor);

  return (
    <RovingToolbar label={t('letters.tools.label')} controls={controls} onLeave={() => editor.view.focus()}>
      {(tabIndex) => (
        <>
          <Menu position="bottom-start" returnFocus={false}>
            <Menu.Target>
              <Tool
                name="style"
                label={`${t('letters.tools.style')}: ${t(`letters.tools.${now.style}`)}`}
                tabIndex={tabIndex('style')}
                className="letter-tool-wide"
              >
                <span>{t(`letters.tools.${now.style}`)}</span>
                <Icon of={IconChevronDown} size="xs" />
              </Tool>
            </Menu.Target>
            <Menu.Dropdown>
              {STYLES.map((style) => (
                <Menu.Item
                  key={style}
                  className={`letter-style-${style}`}
                  aria-current={style === now.style ? 'true' : undefined}
                  onClick={() => setStyle(editor, style)}
                >
                  {t(`letters.tools.${style}`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
          <Tool
            name="bold"
            label={t('letters.tools.bold')}
            keys="Control+B"
            pressed={now.bold}
            tabIndex={tabIndex('bold')}
            className="letter-tool-bold"
            onClick={() => focused().toggleBold().run()}
          >
            {t('letters.tools.boldGlyph')}
          </Tool>
          <Tool
            name="underline"
            label={t('letters.tools.underline')}
            keys="Control+U"
            pressed={now.underline}
            tabIndex={tabIndex('underline')}
            className="letter-tool-underline"
            onClick={() => focused().toggleUnderline().run()}
          >
            {t('letters.tools.underlineGlyph')}
          </Tool>
          <Tool
            name="bullets"
            label={t('letters.tools.bullets')}
            pressed={now.bullets}
            tabIndex={tabIndex('bullets')}
            onClick={() => focused().toggleBulletList().run()}
          >
            <Icon of={IconList} mirror />
          </Tool>
          <Tool
            name="numbers"
            label={t('letters.tools.numbers')}
            pressed={now.numbers}
            tabIndex={tabIndex('numbers')}
            onClick={() => focused().toggleOrderedList().run()}
          >
            <span className="letter-tool-numbers" aria-hidden />
          </Tool>
          <Menu position="bottom-start" returnFocus={false}>
            <Menu.Target>
              <Tool
                name="align"
                label={`${t('letters.tools.align')}: ${t(`letters.tools.${now.align}`)}`}
                tabIndex={tabIndex('align')}
              >
                <Icon of={IconAlignCenter} />
              </Tool>
            </Menu.Target>
            <Menu.Dropdown>
              {ALIGNMENTS.map(([name, align]) => (
                <Menu.Item
                  key={name}
                  aria-current={name === now.align ? 'true' : undefined}
                  onClick={() => focused().setLetterAlignment(align).run()}
                >
                  {t(`letters.tools.${name}`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
          <TableMenu editor={editor} inTable={now.table}>
            <Tool
              name="table"
              label={t('letters.tools.table')}
              pressed={now.table}
              tabIndex={tabIndex('table')}
            >
              <Icon of={IconTable} />
            </Tool>
          </TableMenu>
          <hr aria-hidden />
          <Tool
            name="date"
            label={t('letters.tools.dateHint')}
            keys="Control+D"
            tabIndex={tabIndex('date')}
            className="letter-tool-wide"
            onClick={() => focused().insertContent(todayText()).run()}
          >
            <Icon of={IconCalendarPlus} size="sm" />
            <span>{t('letters.tools.date')}</span>
          </Tool>
          <PhraseMenu editor={editor}>
            <Tool
              name="phrase"
              label={t('letters.tools.phrase')}
              tabIndex={tabIndex('phrase')}
              className="letter-tool-wide"
            >
              <Icon of={IconTemplate} size="sm" />
              <span>{t('letters.tools.phrase')}</span>
            </Tool>
          </PhraseMenu>
          {kind === 'template' ? (
            <FieldMenu editor={editor}>
              <Tool
                name="field"
                label={t('templates.insertField')}
                tabIndex={tabIndex('field')}
                className="letter-tool-wide"
              >
                <Icon of={IconBraces} size="sm" />
                <span>{t('templates.field')}</span>
              </Tool>
            </FieldMenu>
          ) : null}
        </>
      )}
    </RovingToolbar>
  );
}

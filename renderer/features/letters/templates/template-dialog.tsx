import { useId, useState, type ReactElement } from 'react';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import type { TemplateRef } from '#shared/templates/templates-contract.ts';
import { TemplateAsks, type FilledLetter, type TemplateLinks } from './template-asks.tsx';
import { TemplateList } from './template-list.tsx';
import css from './templates.module.css';

/** «من قالب»: a template is chosen, what it asks for is asked, and the letter is written. */
export function TemplateDialog({
  opened,
  first,
  links,
  replaces,
  onFilled,
  onClose,
}: {
  readonly opened: boolean;
  /** Chosen already, in the library. */
  readonly first: TemplateRef | null;
  readonly links: TemplateLinks;
  /** Something is written, which the template will replace. */
  readonly replaces: boolean;
  readonly onFilled: (filled: FilledLetter) => void;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useText();
  const formId = useId();
  const [chosen, setChosen] = useState<TemplateRef | null>(first);
  const [taken, setTaken] = useState(first !== null);
  const list = useChannelQuery('templates.list', undefined, { enabled: opened });
  const detail = useChannelQuery(
    'templates.get',
    { ref: chosen ?? 'acceptance' },
    { enabled: opened && taken && chosen !== null },
  );
  const take = (ref: TemplateRef): void => {
    setChosen(ref);
    setTaken(true);
  };
  const asking = taken && detail.data !== undefined && detail.data.ref === chosen;
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      width="38rem"
      title={asking ? detail.data.name : t('templates.dialog.title')}
      footer={
        asking ? (
          <>
            <Button
              kind="filled"
              keys="Ctrl+Enter"
              onClick={() => {
                const form = document.getElementById(formId);
                if (form instanceof HTMLFormElement) form.requestSubmit();
              }}
            >
              {t('templates.dialog.confirm')}
            </Button>
            <Button onClick={() => setTaken(false)}>{t('templates.dialog.back')}</Button>
            {replaces ? <span className={css['quiet']}>{t('templates.dialog.replaces')}</span> : null}
          </>
        ) : undefined
      }
    >
      {asking ? (
        <TemplateAsks
          key={detail.data.ref}
          detail={detail.data}
          links={links}
          formId={formId}
          onFilled={onFilled}
        />
      ) : (
        <div className={css['inDialog']}>
          {/* The field is there before the list is: what is typed at once is not lost. */}
          <TemplateList rows={list.data ?? []} chosen={chosen} onChoose={setChosen} onOpen={take} autoFocus />
        </div>
      )}
    </Dialog>
  );
}

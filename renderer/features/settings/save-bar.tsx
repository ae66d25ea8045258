import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { CardFooter } from '#renderer/ui/card.tsx';
import { Note } from '#renderer/ui/states.tsx';

/** The bar under a page of the settings; who may not change them is told so. */
export function SaveBar({
  mayChange,
  busy,
  onSave,
  onReset,
}: {
  readonly mayChange: boolean;
  readonly busy: boolean;
  readonly onSave: () => void;
  readonly onReset: () => void;
}) {
  const { t } = useText();
  return (
    <CardFooter
      end={
        mayChange ? (
          <Button kind="quiet" onClick={onReset}>
            {t('common.cancel')}
          </Button>
        ) : undefined
      }
    >
      {mayChange ? (
        <Button kind="filled" keys="Ctrl+Enter" loading={busy} onClick={onSave}>
          {t('common.saveChanges')}
        </Button>
      ) : (
        <Note kind="neutral">{t('settings.readOnly')}</Note>
      )}
    </CardFooter>
  );
}

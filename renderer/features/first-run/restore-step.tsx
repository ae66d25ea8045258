import { useRestore } from '#renderer/api/use-restore.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { RestoreForm } from '#renderer/ui/restore-form.tsx';
import css from './first-run.module.css';

/** On a new computer: the archive and the printed key, nothing else. */
export function RestoreStep({ onBack }: { readonly onBack: () => void }) {
  const { t } = useText();
  const restore = useRestore();
  useKey('Esc', t('common.back'), onBack, { enabled: !restore.busy });
  return (
    <div className={css['step']}>
      <section className={css['card']}>
        <div className={css['scroll']}>
          <h1>{t('firstRun.restore')}</h1>
          <p className={css['text']}>{t('firstRun.restoreText')}</p>
          <RestoreForm {...restore} />
        </div>
        <footer className={css['footer']}>
          <span className={css['spring']} />
          <Button kind="quiet" keys="Esc" disabled={restore.busy} onClick={onBack}>
            {t('common.back')}
          </Button>
        </footer>
      </section>
    </div>
  );
}

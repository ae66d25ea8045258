import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from './button.tsx';
import { TextArea } from './fields.tsx';
import css from './restore-form.module.css';
import { ErrorBlock } from './states.tsx';

/** The archive and the printed key: what a restore takes, on a new computer and in recovery alike. */
export function RestoreForm({
  archive,
  recoveryKey,
  onChooseArchive,
  onKey,
  onRestore,
  busy,
  progress,
  problem,
  keyError,
}: {
  readonly archive: string | null;
  readonly recoveryKey: string;
  readonly onChooseArchive: () => void;
  readonly onKey: (text: string) => void;
  readonly onRestore: () => void;
  readonly busy: boolean;
  readonly progress?: string | undefined;
  readonly problem?: string | undefined;
  readonly keyError?: string | undefined;
}) {
  const { t } = useText();
  return (
    <form
      className={css['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onRestore();
      }}
    >
      {problem === undefined ? null : <ErrorBlock text={problem} />}
      <div className={css['archive']}>
        <span className={css['label']}>{t('recovery.archive')}</span>
        <div className={css['choose']}>
          <Button onClick={onChooseArchive} disabled={busy}>
            {t('recovery.chooseArchive')}
          </Button>
          {archive === null ? (
            <span className={css['none']}>{t('recovery.noArchive')}</span>
          ) : (
            <bdi dir="ltr" className={css['path']}>
              {archive}
            </bdi>
          )}
        </div>
      </div>
      <TextArea
        label={t('recovery.key')}
        help={t('recovery.keyHelp')}
        value={recoveryKey}
        onChange={onKey}
        rows={2}
        error={keyError}
        disabled={busy}
        ltr
      />
      <div>
        <Button kind="filled" type="submit" keys="Ctrl+Enter" loading={busy}>
          {t('recovery.restore')}
        </Button>
      </div>
      {progress === undefined ? null : <p role="status">{progress}</p>}
    </form>
  );
}

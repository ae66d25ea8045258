import { IconEye } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { Note } from '#renderer/ui/states.tsx';
import type { StyleFix, StyleWarning, TextChange } from '#shared/letters/style-warning.ts';
import css from './letters.module.css';

const FIX_KEYS = ['Ctrl+1', 'Ctrl+2', 'Ctrl+3'] as const;

/** What a fix's button says: what will stand in the text. */
function useFixWords(): (fix: StyleFix) => string {
  const { t } = useText();
  return (fix) => t(`letters.warning.fix.${fix.name}`, { value: fix.value });
}

/**
 * Slips in the text: they warn, they do not block. Each is shown at its place by the eye, and put right by its button or,
 * for the first in the list, by Ctrl+1…3.
 */
export function StyleNotice({
  warnings,
  onFix,
  onShow,
}: {
  readonly warnings: readonly StyleWarning[];
  /** Null while the text cannot be edited. */
  readonly onFix: ((changes: readonly TextChange[]) => void) | null;
  readonly onShow: (text: string, start: number) => void;
}): ReactElement {
  const { t } = useText();
  const words = useFixWords();
  const first = onFix === null ? undefined : warnings.find((warning) => warning.fixes.length > 0);
  const press = (index: number): void => {
    const fix = first?.fixes[index];
    if (fix !== undefined) onFix?.(fix.changes);
  };
  const label = (index: number): string => {
    const fix = first?.fixes[index];
    return fix === undefined ? '' : words(fix);
  };
  useKey('Ctrl+1', label(0), () => press(0), { enabled: first?.fixes[0] !== undefined });
  useKey('Ctrl+2', label(1), () => press(1), { enabled: first?.fixes[1] !== undefined });
  useKey('Ctrl+3', label(2), () => press(2), { enabled: first?.fixes[2] !== undefined });
  return (
    <Note kind="warning">
      <b>{t('letters.warning.title')}</b>
      <ul className={css['remarks']}>
        {warnings.map((warning) => (
          <li key={`${warning.kind} ${warning.start} ${warning.text}`} className={css['noticeRow']}>
            <span>
              <bdi lang="ar">«{warning.text}»</bdi>{' '}
              {t(`letters.warning.${warning.kind}`, { value: warning.value, other: warning.other })}
            </span>
            {warning.start < 0 ? null : (
              <IconButton
                label={t('letters.warning.show')}
                icon={<Icon of={IconEye} size="sm" />}
                onClick={() => onShow(warning.text, warning.start)}
              />
            )}
            {onFix === null
              ? null
              : warning.fixes.map((fix, index) => (
                  <Button
                    key={`${fix.name} ${fix.value}`}
                    size="sm"
                    {...(warning === first && FIX_KEYS[index] !== undefined ? { keys: FIX_KEYS[index] } : {})}
                    onClick={() => onFix(fix.changes)}
                  >
                    {words(fix)}
                  </Button>
                ))}
          </li>
        ))}
      </ul>
    </Note>
  );
}

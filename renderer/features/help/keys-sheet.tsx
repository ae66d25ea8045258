import { useState } from 'react';
import { useText } from '#renderer/i18n/use-text.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { KeyCap } from '#renderer/ui/key-cap.tsx';
import { boundKeys, type KeyBinding } from '#renderer/ui/keys.ts';
import css from './keys-sheet.module.css';

function KeyRows({ title, keys }: { readonly title: string; readonly keys: readonly KeyBinding[] }) {
  if (keys.length === 0) return null;
  return (
    <section className={css['group']}>
      <h3>{title}</h3>
      <dl>
        {keys.map((key) => (
          <div key={key.combo}>
            <dt>{key.label}</dt>
            <dd>
              <KeyCap keys={key.combo} />
              <span className="sr-only">{key.combo}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** F1: what each key does now, on this screen. */
export function KeysSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useText();
  // Read once: the sheet itself binds nothing, and must not list what closing it would bind.
  const [keys] = useState(boundKeys);
  return (
    <Dialog opened onClose={onClose} title={t('keys.title')} width="40rem">
      <div className={css['sheet']} tabIndex={0} role="group" aria-label={t('keys.title')}>
        <KeyRows title={t('keys.screen')} keys={keys.filter(({ scope }) => scope === 'screen')} />
        <KeyRows title={t('keys.everywhere')} keys={keys.filter(({ scope }) => scope === 'global')} />
      </div>
    </Dialog>
  );
}

import { Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

export interface MenuAct {
  readonly key: string;
  readonly word: string;
  readonly run: () => void;
}

/** «المزيد» of one line: its rarer acts, named by whose they are. */
export function MoreMenu({ label, acts }: { readonly label: string; readonly acts: readonly MenuAct[] }) {
  const { t } = useText();
  if (acts.length === 0) return null;
  return (
    <Menu position="bottom-end" width="15rem">
      <Menu.Target>
        <Button kind="quiet" size="sm" label={label} icon={<Icon of={IconDots} size="sm" />}>
          {t('common.more')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {acts.map((act) => (
          <Menu.Item key={act.key} onClick={act.run}>
            {act.word}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

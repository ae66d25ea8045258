import { Menu, type App, type MenuItemConstructorOptions } from 'electron';
import type { AppEvents } from '#shared/ipc/events.ts';
import { native } from '#shared/locales/ar/native.ts';

type DeskCommand = AppEvents['desk.command']['command'];

/**
 * The menu in Arabic. Its entries tell the desk what the person wishes; the keys themselves belong to the desk's
 * screens, so that a key is never heard twice.
 */
export function setMenu(app: App, tell: (command: DeskCommand) => void): void {
  const words = native.menu;
  const command = (id: DeskCommand): MenuItemConstructorOptions => ({
    id,
    label: words[id],
    click: () => tell(id),
  });
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        label: words.file,
        submenu: [
          command('newVisit'),
          command('print'),
          command('lock'),
          { type: 'separator' },
          { id: 'quit', label: words.quit, click: () => app.quit() },
        ],
      },
      {
        label: words.edit,
        submenu: [
          { role: 'undo', label: words.undo },
          { role: 'redo', label: words.redo },
          { type: 'separator' },
          { role: 'cut', label: words.cut },
          { role: 'copy', label: words.copy },
          { role: 'paste', label: words.paste },
          { role: 'selectAll', label: words.selectAll },
        ],
      },
    ]),
  );
}

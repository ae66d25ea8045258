import { join } from 'node:path';
import { app, dialog, type BaseWindow } from 'electron';
import type { Dialogs, FileKind } from '../ports/dialogs.ts';

const filter = ({ name, extensions }: FileKind): { name: string; extensions: string[] } => ({
  name,
  extensions: [...extensions],
});

/** The system's own dialogs, over the desk's window. */
export const createDialogs = (window: () => BaseWindow | undefined): Dialogs => {
  const over = <O, R>(
    plain: (options: O) => Promise<R>,
    above: (parent: BaseWindow, options: O) => Promise<R>,
    options: O,
  ): Promise<R> => {
    const parent = window();
    return parent === undefined ? plain(options) : above(parent, options);
  };
  const open = async (options: Electron.OpenDialogOptions): Promise<string | null> => {
    const answer = await over(
      (given: Electron.OpenDialogOptions) => dialog.showOpenDialog(given),
      (parent, given) => dialog.showOpenDialog(parent, given),
      options,
    );
    return answer.canceled ? null : (answer.filePaths[0] ?? null);
  };
  return {
    chooseFolder: (title) => open({ title, properties: ['openDirectory', 'createDirectory'] }),
    chooseFile: (title, kind) => open({ title, properties: ['openFile'], filters: [filter(kind)] }),
    async chooseSaveFile(title, suggestedName, kind) {
      const answer = await over(
        (given: Electron.SaveDialogOptions) => dialog.showSaveDialog(given),
        (parent, given) => dialog.showSaveDialog(parent, given),
        { title, defaultPath: join(app.getPath('documents'), suggestedName), filters: [filter(kind)] },
      );
      return answer.canceled || answer.filePath === '' ? null : answer.filePath;
    },
  };
};

/** The words of the system's own parts: the menu and the dialogs over the desk. */
export const native = {
  menu: {
    file: 'File',
    newVisit: 'Register a visit',
    print: 'Print',
    lock: 'Lock the screen',
    quit: 'Quit Wisam',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
  },
  dialogs: {
    backupFolder: 'Folder for the backup',
    backupArchive: 'Backup file',
    saveLetter: 'Save a copy of the letter',
    archives: 'Backups',
    pdf: 'PDF documents',
    saveFile: 'Save a copy of the file',
    files: 'Files',
  },
};

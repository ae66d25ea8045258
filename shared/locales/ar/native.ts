/** The words of the system's own parts: the menu and the dialogs over the desk. */
export const native = {
  menu: {
    file: 'ملف',
    newVisit: 'تسجيل زيارة',
    print: 'طباعة',
    lock: 'قفل الشاشة',
    quit: 'إغلاق وسام',
    edit: 'تحرير',
    undo: 'تراجع',
    redo: 'إعادة',
    cut: 'قص',
    copy: 'نسخ',
    paste: 'لصق',
    selectAll: 'تحديد الكل',
  },
  dialogs: {
    backupFolder: 'مجلد النسخة الاحتياطية',
    backupArchive: 'ملف النسخة الاحتياطية',
    saveLetter: 'حفظ نسخة من الخطاب',
    archives: 'نسخ احتياطية',
    pdf: 'مستندات PDF',
    saveFile: 'حفظ نسخة من الملف',
    files: 'ملفات',
  },
};

/** The list of outgoing letters: search, filters, marks. */
export const letterList = {
  search: 'رقم أو تاريخ أو مرسل إليه أو كلمات من النص',
  from: 'من تاريخ',
  to: 'إلى تاريخ',
  dateWrong: 'اكتب يومًا أو شهرًا أو سنة بأي التقويمين، مثل 12/6/1448 أو رجب 1448 أو 2026',
  datesTurned: 'تاريخ البداية بعد تاريخ النهاية: بدّل بينهما',
  unsigned: 'لم يُوقَّع',
  undelivered: 'لم يُسلَّم',
  waitingLabel: 'ما ينتظر توقيعًا أو تسليمًا',
  fromPaper: 'كُتب باليد',
  signed: 'وُقّع',
  delivered: 'سُلّم',
  clear: 'كل الخطابات',
  more: 'أكثر من {{total}} خطاب',
  meant: 'عُرضت نتائج «{{text}}»: كُتب البحث بلوحة المفاتيح الإنجليزية',
  hint: {
    number: 'الخطاب رقم {{number}}',
    numberOf: 'الخطاب رقم {{number}} لسنة {{year}} هـ',
    days: 'خطابات {{days}}',
    both: '{{one}}، و{{other}}',
  },
};

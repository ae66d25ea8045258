/** تقديم الخدمة (S.7, O.4): plans, deliveries, the day's list and its closing, the rating. */
export const deliveries = {
  /** Why a delivery does not take an act now, by its state: what to do. */
  refused: {
    planned: 'لم يُسلَّم هذا بعد: سجّل تسليمه أولًا',
    delivered: 'سُلّم هذا من قبل: إن كان خطأ فألغِ تسليمه بسبب',
    failed: 'سُجّل أن هذا التسليم لم يتم: جدوله من جديد ليوم آخر',
    cancelled: 'أُنهي جدول هذا التسليم: أعد الجدول أو جدول تسليمًا جديدًا',
    voided: 'أُلغي هذا التسليم: جدوله من جديد إن بقي مستحقًا',
    receipt: 'لهذا التسليم سند استلام محفوظ: ألغِ التسليم بسبب بدل التراجع عنه',
  },
};

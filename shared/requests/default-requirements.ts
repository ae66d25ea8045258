/**
 * What S.6 asks for until the settings say otherwise, each «where the category needs it». The (٦) of the clause may be
 * a page, an item, a form or a count: it is never printed as «six requirements», and this list may grow or shrink.
 */
export const DEFAULT_REQUIREMENTS = [
  { key: 'identity', name: 'هوية أو سجل أسرة' },
  { key: 'housing', name: 'إثبات سكن أو فاتورة كهرباء' },
  { key: 'income', name: 'مشهد دخل لا يتجاوز ثلاثة أشهر' },
  { key: 'iban', name: 'شهادة آيبان' },
  { key: 'circumstance', name: 'إثبات الحالة (وفاة / طلاق / إعالة)' },
  { key: 'reports', name: 'تقرير طبي أو تعريف مدرسي' },
] as const satisfies readonly { readonly key: string; readonly name: string }[];

/** نموذج الاستيراد: headings as offices write them, each with how its cells are written. */
export const TEMPLATE_COLUMNS: readonly { readonly heading: string; readonly example: string }[] = [
  { heading: 'الاسم', example: 'نورة سليمان محمد اللحياني' },
  { heading: 'رقم الهوية', example: '1058529940' },
  { heading: 'الجوال', example: '0508072675' },
  { heading: 'تاريخ الميلاد', example: '1400/07/15' },
  { heading: 'الجنس', example: 'أنثى' },
  { heading: 'الجنسية', example: 'سعودية' },
  { heading: 'القرية', example: 'الصمد' },
  { heading: 'الحي', example: 'حي المسجد' },
  { heading: 'رقم الملف', example: '17/ب' },
  { heading: 'الحالة الاجتماعية', example: 'أرملة' },
  { heading: 'الفئة', example: 'أرملة' },
  { heading: 'الآيبان', example: 'SA4980000324608010160967' },
  { heading: 'عدد أفراد الأسرة', example: '6' },
  { heading: 'ملاحظات', example: '' },
];

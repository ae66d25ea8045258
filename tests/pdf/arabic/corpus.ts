import { isolateLatinPieces, ltr, ltrGroups, rtlDate, rtlSlashed } from '#electron/pdf/arabic/content.ts';

/** Lines as an office writes them: what the layer must set exactly as a browser does. */
export const CORPUS: readonly string[] = [
  // plain Arabic
  'تضع جمعية التنمية الأهلية بالحميمة السياسات والإجراءات التي تنظم علاقتها بجميع الأطراف',
  'من مستفيدين وداعمين ومتطوعين وخلافه، بما يكفل حقوق الجمعية وكافة هذه الأطراف.',
  'لا إله إلا الله، لأن الإسلام لآلئ، الآن، الأول؛ أليس كذلك؟',
  'التطويل: مـــحـــمـــد، ســــلام.',
  'سعادة مدير مركز التنمية الاجتماعية بالجموم حفظه الله',
  // vocalised
  'بِسْمِ اللَّهِ الرَّحْمَٰنِ الرَّحِيمِ',
  'الحَمْدُ لِلَّهِ رَبِّ العَالَمِينَ، والصَّلَاةُ والسَّلَامُ عَلَى مُحَمَّدٍ ﷺ',
  'إِنَّ اللَّهَ يُحِبُّ المُتَصَدِّقِينَ وَيُجْزِلُ لَهُمُ الأَجْرَ',
  'شَدَّة مع ضمّة: أُمُّهُ، ومع كسرة: عَلِّمِ، ومع تنوين: حَقًّا وحَقٌّ وحَقٍّ',
  // digits of both systems
  'وقد أقرّت لجنة البحث دعم ٤٨ أسرة تضم ٢١٣ فردًا في ٧ قرى',
  'وقد أقرت لجنة البحث دعم 48 أسرة تضم 213 فردا في 7 قرى',
  'المبلغ ١٢٬٥٠٠٫٧٥ ريالًا، منه ٥٠٪ نقدًا',
  'المبلغ 12,500.75 ريالا، منه 50% نقدا',
  'نسبة الإنجاز 75% والعجز -5% والزيادة +3%',
  'من ١ إلى ١٠، ومن 1 إلى 10، ومن 1-10 ومن ١-١٠',
  'الغرفة رقم ١٢/أ والشقة 12/أ والدور 3ب',
  // dates as typed: UAX#9 as it is
  'بتاريخ ٠٣/٠٢/١٤٤٦هـ الموافق 2024/08/07م',
  'بتاريخ: ٠٣ / ٠٢ / ١٤٤٦ هـ الموافق: ٠٧ / ٠٨ / ٢٠٢٤ م',
  'في 03/02/1446هـ الموافق 07-08-2024م الساعة 10:30 صباحًا',
  'في ٠٣-٠٢-١٤٤٦هـ الساعة ١٠:٣٠ صباحًا',
  // dates and numbers as the app writes them
  `التاريخ : ${rtlDate({ day: '١٢', month: '٠٦', year: '١٤٤٨', era: 'هـ' })}`,
  `الموافق : ${rtlDate({ day: '22', month: '11', year: '2026', era: 'م' }, 'apart')}`,
  `الرقم : ${rtlSlashed(['١٢٧', 'ص', '١٤٤٨'])} وتاريخه ${rtlDate({ day: '٠٣', month: '٠٢', year: '١٤٤٦', era: 'هـ' })}`,
  `إلحاقًا لخطابنا رقم ${rtlSlashed(['127', 'ص', '1448'])} المؤرخ ${rtlDate({ day: '12', month: '06', year: '1448', era: 'هـ' })}`,
  // brackets and quotation marks
  'جمعية التنمية الأهلية بالحميمة (مسجلة برقم 4215) [نسخة] {مسودة}',
  'القرار رقم (١٢/أ) نافذ، والجلسة (الثامنة) في موعدها (٠٨).',
  'قال: «نعم» ثم كتب "approved" و"معتمد" ثم ‹وقّع›',
  'إن كان (أ < ب) و(ج > د) فإن {س = ص} صحيح',
  'قوس مفتوح (وحده، وقوس) مغلق، و[(متداخل)] و((مزدوج))',
  // Latin inside Arabic
  'كتب المبرمج Hello World ثم عاد إلى العربية',
  'منصة X (تويتر سابقًا) و WhatsApp Business و YouTube',
  'تقرير PDF/A-3b الإصدار 1.7 من ISO 19005-3',
  'C++ و C# و .NET و Node.js 24',
  'شركة Al-Rajhi Bank، الرياض (Riyadh)، ص.ب. 1234',
  // what UAX#9 tears apart, isolated
  isolateLatinPieces('للتواصل: Tnmiahomima@gmail.com أو @alhom233 أو cutt.us/WdvzG'),
  isolateLatinPieces('الجوال +966 50 807 2675 والهاتف 0508072675'),
  isolateLatinPieces('الآيبان SA49 8000 0324 6080 1016 0967 لدى مصرف الراجحي'),
  isolateLatinPieces('الموقع https://www.example.org/ar/page?id=12&x=y-z، ثم النص'),
  isolateLatinPieces('درجة الحرارة -5 والنسبة -5% والربح +12.5%'),
  `الحساب (${ltrGroups('SA49 8000 0324 6080 1016 0967')}) والحساب ${ltr('@alhom233')}.`,
  // the same, left to UAX#9
  'الجوال +966 50 807 2675 والحساب @alhom233 والبريد a.b-c@d.org',
  'الآيبان SA4980000324608010160967 والهوية 1058529940',
  // Arabic inside Latin order, punctuation at the ends
  'English first, ثم العربية, then English again (و قوس).',
  '123 عربي 456 English ٧٨٩',
  '… ثم ماذا؟! لا شيء — انتهى.',
  '* بند أول - بند ثانٍ / بند ثالث \\ بند رابع | بند خامس',
  '3 × 4 = 12 و ٣ + ٤ = ٧ و 10 ÷ 2 = 5',
  'عبدالرحمن بن محمد الحميدي، رئيس مجلس الإدارة',
  'المساهمة في السلال الغذائية للأسر المستفيدة بـ ٤٨ سلة',
  'كلمة\u200cمفصولة بفاصل صفري، ولفظ الجلالة ﷲ',
];

/** A table with spans in both directions, its first row a header. */
export const SPANNING_ROWS = [
  [
    { text: 'البيان', rowSpan: 2 },
    { text: 'المبلغ (ريال)', colSpan: 2 },
    { text: 'ملاحظات', rowSpan: 2 },
  ],
  [{ text: 'نقدًا' }, { text: 'عينًا' }],
  [
    { text: 'أسرة محمد (٥ أفراد)' },
    { text: '١٬٥٠٠' },
    { text: '2,250.50' },
    { text: 'هوية 1058529940', rowSpan: 2 },
  ],
  [{ text: 'أسرة نورة' }, { text: '-٥٪', colSpan: 2 }],
  [{ text: 'الإجمالي (SAR)', colSpan: 3 }, { text: '٣٬٧٥٠٫٥٠' }],
] as const;

export interface SpanningCell {
  readonly text: string;
  readonly rowSpan?: number;
  readonly colSpan?: number;
}

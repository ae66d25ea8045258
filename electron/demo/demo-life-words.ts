import type { DeliveryMethod } from '#shared/letters/letter-life.ts';
import { letterBody } from '#shared/letters/templates/letter-body.ts';
import type { LetterTemplate } from '#shared/letters/templates/template.ts';

/** What becomes of the demo office's letters, in the words of its people: believable, and about nobody. */

export const DEMO_RETURN_REMARKS = [
  'يُذكر عدد الأسر في الفقرة الأولى بالأرقام والحروف، ثم يُعاد للعرض.',
  'تُختصر الفقرة الثانية، ويُحدد الموعد المطلوب للرد.',
] as const;

export const DEMO_VOID_REASONS = [
  'ورد عدد الأسر خطأً في الفقرة الأولى، وصدر خطاب إلحاقي بالصواب.',
  'كُتبت صفة المخاطب ناقصة، وأُعيد إصداره بخطاب إلحاقي.',
  'سقطت من المرفقات صورة القرار، وصدر خطاب إلحاقي كامل المرفقات.',
] as const;

export const DEMO_CORRECTION =
  'نفيدكم بأن خطابنا المشار إليه صدر وفيه سهو فأُلغي، ونأمل اعتماد هذا الخطاب بدلًا عنه:';

interface DemoDelivery {
  readonly method: DeliveryMethod;
  /** Empty: the addressee in person. */
  readonly receiver: string;
  readonly note: string;
}

export const DEMO_DELIVERIES_TO_BODIES: readonly DemoDelivery[] = [
  { method: 'delegate', receiver: 'موظف الاتصالات الإدارية: سعيد اللحياني', note: '' },
  { method: 'delegate', receiver: 'سكرتير المدير: ماجد الصبحي', note: 'سُلّم مع صورة للختم على الأصل.' },
  { method: 'post', receiver: 'مكتب البريد بالجموم', note: 'أُرسل مسجلًا بعلم الوصول.' },
  { method: 'courier', receiver: 'قسم الوارد: نايف العتيبي', note: '' },
  { method: 'email', receiver: 'البريد الرسمي للجهة', note: 'وصل إشعار بالاستلام.' },
  { method: 'website', receiver: 'منصة المراسلات الحكومية', note: '' },
];

export const DEMO_DELIVERIES_TO_PERSONS: readonly DemoDelivery[] = [
  { method: 'byHand', receiver: '', note: 'سُلّم في مقر الجمعية.' },
  { method: 'byHand', receiver: '', note: '' },
  { method: 'delegate', receiver: 'ابنه، بعد الاتصال بصاحب الخطاب', note: '' },
  { method: 'post', receiver: 'مكتب البريد بالجموم', note: '' },
];

/** Why numbers were taken along for paper, and what became of one of them. */
export const DEMO_PAPER = {
  reserved: 'انقطاع الكهرباء عن المقر لصيانة المحول، والخطابات تُكتب باليد حتى تعود.',
  written: 'كُتب باليد أثناء انقطاع الكهرباء.',
  spoiled: 'تلف الورق قبل التوقيع، ولم يخرج بهذا الرقم خطاب.',
} as const;

/** The office's own templates; the first one is what its letter to many was made from. */
export const DEMO_INVITATION: LetterTemplate = {
  name: 'دعوة لاستلام كسوة الشتاء',
  category: 'beneficiaries',
  recipient: {
    honorific: '{لقب المستفيد}',
    name: '{اسم المستفيد}',
    title: '',
    organisation: '',
    closingHonorific: '{المحترم|المحترمة}',
  },
  subject: 'استلام كسوة الشتاء لأفراد الأسرة',
  inReplyTo: '',
  body: letterBody(
    'يسر {اسم الجمعية} إفادتكم بأن كسوة الشتاء المقررة لأسرتكم أصبحت جاهزة، ونأمل حضوركم لاستلامها في {المكان} خلال الفترة {الوقت}.',
    'ونأمل إحضار أصل الهوية، ويمكن أن يستلمها من تفوضونه كتابةً. وللاستفسار يسعدنا تواصلكم على الرقم {هاتف الجمعية}.',
  ),
  copies: [],
};
export const DEMO_INVITATION_VALUES = {
  place: 'مقر الجمعية بقرية الصمد',
  hour: 'من التاسعة صباحًا إلى الواحدة ظهرًا',
} as const;

export const DEMO_DISCOUNT_REQUEST: LetterTemplate = {
  name: 'طلب سعر خاص من مورد',
  category: 'correspondence',
  recipient: {
    honorific: 'السادة',
    name: '',
    title: '',
    organisation: '{الجهة}',
    closingHonorific: 'المحترمين',
  },
  subject: 'طلب سعر خاص: {الموضوع}',
  inReplyTo: '',
  body: letterBody(
    'تعتزم {اسم الجمعية} توفير ما يأتي لأسرها المستفيدة:',
    '{البنود}',
    'ونأمل منكم تزويدنا بأفضل سعر تقدمونه للجمعيات الأهلية، على أن يصلنا عرضكم قبل {آخر موعد}.',
  ),
  copies: ['الشؤون المالية'],
};

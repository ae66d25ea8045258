import type { AgreementKind } from '#shared/agreements/agreement.ts';
import type { PartyRole } from '#shared/parties/party.ts';

/** The other sides of the association's work, as such bodies and people are called. */
export interface DemoSide {
  readonly name: string;
  readonly kind: 'person' | 'organisation';
  readonly role: PartyRole;
  readonly sex: 'male' | 'female' | null;
  readonly village: string;
}

const body = (name: string, role: PartyRole, village = 'الجموم'): DemoSide => ({
  name,
  kind: 'organisation',
  role,
  sex: null,
  village,
});
const person = (name: string, role: PartyRole, sex: 'male' | 'female', village: string): DemoSide => ({
  name,
  kind: 'person',
  role,
  sex,
  village,
});

export const DEMO_SIDES: readonly DemoSide[] = [
  body('بنك الطعام بوادي فاطمة', 'partnerBody'),
  body('مركز الرعاية الصحية الأولية بالصمد', 'partnerBody', 'الصمد'),
  body('مدرسة حدا الابتدائية للبنات', 'partnerBody', 'حدا'),
  body('جمعية البر بالجموم', 'partnerBody'),
  body('مؤسسة وادي الزهور للتموين', 'partnerBody'),
  body('مغسلة الصفا للملابس', 'partnerBody'),
  body('وقف آل راجح الخيري', 'donor', 'مكة المكرمة'),
  body('شركة ركن البناء للمقاولات', 'donor', 'جدة'),
  person('عبد الرحمن بن صالح المعبدي', 'donor', 'male', 'مكة المكرمة'),
  person('هيفاء بنت عبد العزيز الشريف', 'donor', 'female', 'جدة'),
  person('سلطان بن مساعد اللحياني', 'volunteer', 'male', 'الصمد'),
  person('ريم بنت حمدان البشري', 'volunteer', 'female', 'حدا'),
  person('أنس بن يحيى الصحفي', 'volunteer', 'male', 'الجموم'),
  person('جواهر بنت ناصر القرشي', 'volunteer', 'female', 'الجموم'),
  person('محسن بن عايض العتيبي', 'delegate', 'male', 'الحميمة'),
  person('ماجد بن دخيل الله الهذلي', 'delegate', 'male', 'حدا'),
];

/** One agreement with the side of that place; days from the last day of the demo. */
export interface DemoAgreement {
  readonly side: number;
  readonly kind: AgreementKind;
  readonly title: string;
  readonly number: string;
  /** Null: drawn up and not signed yet. */
  readonly signed: number | null;
  readonly starts: number;
  readonly ends: number | null;
  readonly ours: string;
  readonly theirs: string;
  readonly liability: string;
  /** What went wrong, and how it was settled; null: it waits. */
  readonly cases?: readonly {
    readonly kind: 'breach' | 'dispute';
    readonly by: 'us' | 'them' | '';
    readonly on: number;
    readonly text: string;
    readonly settled: { readonly on: number; readonly how: string } | null;
  }[];
  readonly ended?: { readonly on: number; readonly reason: string };
}

const LIABILITY = 'من قصّر في التزامه نُبّه كتابةً، فإن لم يُصلح خلال خمسة عشر يومًا جاز للطرف الآخر إنهاء الاتفاقية.';

export const DEMO_AGREEMENTS: readonly DemoAgreement[] = [
  {
    side: 0,
    kind: 'partnership',
    title: 'اتفاقية شراكة لتوزيع السلال الغذائية',
    number: '14/ش/1447',
    signed: -330,
    starts: -325,
    ends: 40,
    ours: 'حصر الأسر المستحقة وتحديث بياناتها قبل كل توزيع.\nاستلام السلال وتسليمها لأصحابها بكشف موقّع.',
    theirs: 'توريد مئة سلة في مطلع كل شهر هجري إلى مقر الجمعية.\nاستبدال ما تلف منها خلال ثلاثة أيام.',
    liability: LIABILITY,
    cases: [
      {
        kind: 'breach',
        by: 'them',
        on: -120,
        text: 'وصلت سلال الشهر ناقصة ثماني عشرة سلة، ولم تُستبدل في الموعد.',
        settled: { on: -98, how: 'اجتمع الطرفان، وعُوّض النقص مع سلال الشهر التالي، ووُقّع محضر بذلك.' },
      },
    ],
  },
  {
    side: 1,
    kind: 'service',
    title: 'اتفاقية كشف طبي دوري لكبار السن',
    number: '7/ص/1448',
    signed: -150,
    starts: -148,
    ends: 217,
    ours: 'ترتيب المواعيد ونقل المستفيدين من القرى إلى المركز.',
    theirs: 'كشف شهري مجاني لعشرين مستفيدًا، وتقرير مختصر لكل حالة.',
    liability: '',
  },
  {
    side: 2,
    kind: 'partnership',
    title: 'اتفاقية الحقيبة المدرسية',
    number: '',
    signed: -95,
    starts: -92,
    ends: 18,
    ours: 'تأمين مئة وعشرين حقيبة قبل بدء العام الدراسي.',
    theirs: 'ترشيح الطالبات الأشد حاجة، وتسليم الحقائب دون إحراج.',
    liability: '',
  },
  {
    side: 3,
    kind: 'partnership',
    title: 'مذكرة تعاون لتبادل حصر الأسر',
    number: '3/م/1446',
    signed: -700,
    starts: -700,
    ends: -335,
    ours: 'مشاركة أعداد الأسر المستفيدة دون أسماء.',
    theirs: 'مشاركة أعداد الأسر المستفيدة دون أسماء.',
    liability: '',
  },
  {
    side: 4,
    kind: 'supply',
    title: 'عقد توريد مواد تموينية لشهر رمضان',
    number: '22/ت/1448',
    signed: -60,
    starts: -55,
    ends: 120,
    ours: 'سداد قيمة كل دفعة خلال عشرة أيام من استلامها.',
    theirs: 'توريد المواد بالمواصفات المتفق عليها وبتاريخ صلاحية لا يقل عن ستة أشهر.',
    liability: LIABILITY,
    cases: [
      {
        kind: 'breach',
        by: 'them',
        on: -9,
        text: 'وردت خمسون عبوة زيت لم يبق من صلاحيتها إلا شهران.',
        settled: null,
      },
    ],
  },
  {
    side: 5,
    kind: 'service',
    title: 'اتفاقية غسيل كسوة الشتاء',
    number: '',
    signed: -400,
    starts: -400,
    ends: null,
    ours: 'تسليم الملابس مفروزة أسبوعيًا.',
    theirs: 'غسيل الملابس وتغليفها مجانًا.',
    liability: '',
    ended: { on: -30, reason: 'أغلقت المغسلة فرعها في الجموم' },
  },
  {
    side: 6,
    kind: 'donation',
    title: 'اتفاقية دعم كفالة خمسين يتيمًا',
    number: '1/د/1448',
    signed: -20,
    starts: -15,
    ends: 350,
    ours: 'صرف الكفالة شهريًا، ورفع تقرير نصف سنوي بالأعداد دون أسماء.',
    theirs: 'تحويل مبلغ الكفالة في أول كل شهر ميلادي.',
    liability: '',
  },
  {
    side: 7,
    kind: 'donation',
    title: 'اتفاقية ترميم عشرة منازل',
    number: '',
    signed: null,
    starts: 30,
    ends: 240,
    ours: 'ترشيح المنازل بعد بحث ميداني واعتماد لجنة البحث.',
    theirs: 'ترميم المنازل على نفقة الشركة وضمان الأعمال سنة.',
    liability: 'تتحمل الشركة سلامة العاملين والسكان مدة الترميم.',
  },
  {
    side: 10,
    kind: 'volunteering',
    title: 'اتفاقية تطوع في توصيل السلال',
    number: 'ت-12',
    signed: -70,
    starts: -70,
    ends: 25,
    ours: 'تأمين الوقود وبطاقة تعريف المتطوع.',
    theirs: 'التوصيل يوم السبت من كل أسبوع، وحفظ خصوصية البيوت.',
    liability: '',
  },
  {
    side: 11,
    kind: 'volunteering',
    title: 'اتفاقية تطوع في تعليم الكبيرات',
    number: 'ت-15',
    signed: -12,
    starts: 6,
    ends: 130,
    ours: 'تهيئة القاعة وتوفير الكتب.',
    theirs: 'درسان في الأسبوع لمدة فصل دراسي.',
    liability: '',
  },
  {
    side: 14,
    kind: 'delegation',
    title: 'تفويض مندوب مكتب الحميمة',
    number: '2/ف/1447',
    signed: -380,
    starts: -380,
    ends: 340,
    ours: 'تزويد المندوب بالنماذج وختم الاستلام.',
    theirs: 'استقبال طلبات القرية يوم الثلاثاء، وإيصال أوراقها إلى المقر خلال يومين.',
    liability: 'لا يتعهد المندوب بقبول أي طلب: القبول للجنة البحث.',
    cases: [
      {
        kind: 'dispute',
        by: '',
        on: -210,
        text: 'اختُلف في بدل التنقل بعد ارتفاع أجرة النقل.',
        settled: { on: -190, how: 'رُفع البدل بقرار من المدير، وأُرفق القرار بالتفويض.' },
      },
    ],
  },
  {
    side: 15,
    kind: 'delegation',
    title: 'تفويض مندوب قرية حدا',
    number: '3/ف/1448',
    signed: -45,
    starts: -45,
    ends: null,
    ours: 'تزويد المندوب بالنماذج وختم الاستلام.',
    theirs: 'إيصال الخطابات إلى أصحابها وأخذ توقيعهم بالاستلام.',
    liability: '',
  },
];

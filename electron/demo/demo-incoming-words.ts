import type { ReceivedBy, Sender } from '#shared/incoming/incoming.ts';

/** A letter that the demo office receives now and then, and how it is answered or laid down. */
export interface DemoIncomingKind {
  readonly sender: Sender;
  /** How they number: `{number}` and `{year}` (Hijri) are filled in; empty for people, who do not. */
  readonly numbered: string;
  readonly subject: string;
  /** What stands on their sheet. */
  readonly text: string;
  readonly receivedBy: readonly ReceivedBy[];
  readonly sheets: number;
  /** It is about somebody who has a file here. */
  readonly aboutPerson: boolean;
  readonly answer: {
    readonly honorific: string;
    readonly closingHonorific: string;
    readonly subject: string;
    readonly paragraphs: readonly string[];
  };
  /** Why it needed no answer, where it got none. */
  readonly closeNote: string;
}

const sender = (organisation: string, title: string, name = ''): Sender => ({ organisation, title, name });

export const DEMO_INCOMING: readonly DemoIncomingKind[] = [
  {
    sender: sender('مركز التنمية الاجتماعية بالجموم', 'مدير المركز'),
    numbered: '{number}/{year}',
    subject: 'طلب بيان الأسر المستفيدة خلال الربع',
    text: 'نأمل تزويدنا ببيان أعداد الأسر المستفيدة خلال الربع المنصرم موزعة على القرى والخدمات، دون أسماء، خلال أسبوع من تاريخه.',
    receivedBy: ['email', 'delegate'],
    sheets: 1,
    aboutPerson: false,
    answer: {
      honorific: 'سعادة',
      closingHonorific: 'حفظه الله',
      subject: 'بيان الأسر المستفيدة خلال الربع',
      paragraphs: [
        'نفيد سعادتكم بأن الجمعية خدمت خلال الربع المنصرم ١٦٢ أسرة في قرى الصمد والحميمة وحدا، ونرفق بيان أعدادها موزعة على الخدمات.',
        'وتسعد الجمعية بتزويدكم بما يلزم من إيضاح.',
      ],
    },
    closeNote: 'أُرسل البيان عبر المنصة، ولا يلزم رد ورقي.',
  },
  {
    sender: sender('محافظة الجموم', 'وكيل المحافظة'),
    numbered: '{number}/م/{year}',
    subject: 'بحث حالة أسرة متضررة من السيول',
    text: 'نحيل إليكم حالة أسرة تضرر منزلها من السيول الأخيرة، ونأمل بحثها وإفادتنا بما يتم حيالها.',
    receivedBy: ['delegate', 'byHand'],
    sheets: 2,
    aboutPerson: true,
    answer: {
      honorific: 'سعادة',
      closingHonorific: 'حفظه الله',
      subject: 'نتيجة بحث حالة الأسرة المحالة إلى الجمعية',
      paragraphs: [
        'نفيد سعادتكم بأن الباحث الاجتماعي زار الأسرة في منزلها ووقف على الضرر، ورُفعت حالتها إلى لجنة البحث وفق سياسة الجمعية المعتمدة.',
        'وقد صُرف للأسرة دعم عاجل من السلال والأجهزة حتى يكتمل ترميم المنزل.',
      ],
    },
    closeNote: 'للأسرة طلب قائم في الجمعية، وأُبلغ وكيل المحافظة بذلك هاتفيًا.',
  },
  {
    sender: sender('مدرسة الحميمة الابتدائية', 'مدير المدرسة'),
    numbered: '{number}',
    subject: 'ترشيح طلاب لمستلزمات العام الدراسي',
    text: 'نرشح لكم طلابًا من أسر محدودة الدخل لصرف المستلزمات المدرسية، وكشفهم مرفق مع موافقات أولياء أمورهم.',
    receivedBy: ['byHand', 'email'],
    sheets: 3,
    aboutPerson: false,
    answer: {
      honorific: 'سعادة',
      closingHonorific: 'المحترم',
      subject: 'صرف المستلزمات المدرسية للطلاب المرشحين',
      paragraphs: [
        'نفيدكم بأن الجمعية طابقت كشف الطلاب المرشحين على ملفات أسرهم، واعتُمد الصرف لمن انطبقت عليهم الشروط.',
        'وتُسلَّم المستلزمات لأولياء الأمور في مقر الجمعية، ونشكر لكم حسن تعاونكم.',
      ],
    },
    closeNote: 'أُضيفت الأسماء إلى قائمة الصرف، وأُشعر مدير المدرسة.',
  },
  {
    sender: sender('الشركة السعودية للكهرباء، فرع الجموم', 'مدير خدمات المشتركين'),
    numbered: 'خ م/{number}/{year}',
    subject: 'الموافقة على تقسيط فاتورة متراكمة',
    text: 'نفيدكم بالموافقة على تقسيط الفاتورة المتراكمة على أحد مستفيديكم على ستة أشهر، على أن يُسدد القسط الأول خلال خمسة عشر يومًا.',
    receivedBy: ['email', 'post'],
    sheets: 0,
    aboutPerson: true,
    answer: {
      honorific: 'المكرم',
      closingHonorific: 'المحترم',
      subject: 'سداد القسط الأول من الفاتورة المتراكمة',
      paragraphs: [
        'نفيدكم بأن الجمعية سددت القسط الأول من الفاتورة، ونرفق صورة إيصال السداد.',
        'ونشكر لكم تعاونكم مع الأسر المستفيدة.',
      ],
    },
    closeNote: 'أُبلغ المستفيد بالموافقة، وحُفظ في ملفه.',
  },
  {
    sender: sender('مؤسسة وادي فاطمة الوقفية', 'الأمين العام', 'د. طلال الشريف'),
    numbered: 'و/{number}/{year}',
    subject: 'عرض تمويل مئة سلة غذائية',
    text: 'يسر المؤسسة أن تعرض على جمعيتكم تمويل مئة سلة غذائية للأسر الأشد حاجة، ونأمل إفادتنا بأعداد المستحقين وآلية التسليم.',
    receivedBy: ['email', 'courier'],
    sheets: 1,
    aboutPerson: false,
    answer: {
      honorific: 'سعادة',
      closingHonorific: 'وفقه الله',
      subject: 'قبول عرض تمويل السلال الغذائية',
      paragraphs: [
        'تثمّن الجمعية عرضكم الكريم، وتفيدكم بأن عدد الأسر المستحقة ١١٨ أسرة، تُسلَّم سلالها بموجب كشوف موقعة ومحضر تسليم.',
        'ونسعد بحضور من ترونه يوم التسليم.',
      ],
    },
    closeNote: 'قُدم الطلب في بوابة المؤسسة، ورقمه محفوظ مع الخطاب.',
  },
  {
    sender: sender('', '', 'عبد الرحيم بن سالم الحتيرشي'),
    numbered: '',
    subject: 'تبرع بأجهزة منزلية مستعملة',
    text: 'لدي أجهزة منزلية بحالة جيدة أرغب في التبرع بها للأسر المستفيدة، وآمل تحديد موعد لاستلامها من منزلي.',
    receivedBy: ['byHand', 'website'],
    sheets: 0,
    aboutPerson: false,
    answer: {
      honorific: 'المكرم',
      closingHonorific: 'وفقه الله',
      subject: 'شكر على التبرع بأجهزة منزلية',
      paragraphs: [
        'تشكر لكم الجمعية مبادرتكم الكريمة، ويتواصل معكم فريق الجمعية لتحديد موعد الاستلام بما يناسبكم.',
        'جعل الله ما قدمتم في ميزان حسناتكم.',
      ],
    },
    closeNote: 'استُلمت الأجهزة، وسُلّم المتبرع سند استلام.',
  },
  {
    sender: sender('المركز الوطني لتنمية القطاع غير الربحي', 'مدير عام الإشراف والامتثال'),
    numbered: '{number}/{year}',
    subject: 'تحديث بيانات الجمعية وسياساتها المعتمدة',
    text: 'نأمل تحديث بيانات الجمعية في المنصة، وإرفاق سياساتها المعتمدة من مجلس الإدارة، قبل نهاية الشهر.',
    receivedBy: ['website', 'email'],
    sheets: 0,
    aboutPerson: false,
    answer: {
      honorific: 'سعادة',
      closingHonorific: 'حفظه الله',
      subject: 'استكمال تحديث بيانات الجمعية',
      paragraphs: [
        'نفيد سعادتكم بأن بيانات الجمعية حُدّثت في المنصة، وأُرفقت سياساتها المعتمدة بعد اعتمادها من مجلس الإدارة.',
        'ونأمل إفادتنا بما ترونه من ملاحظات.',
      ],
    },
    closeNote: 'حُدّثت البيانات في المنصة، ووصل إشعار بقبولها.',
  },
];

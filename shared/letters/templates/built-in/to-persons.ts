import type { Recipient } from '../../letter.ts';
import { letterBody } from '../letter-body.ts';
import type { BuiltInTemplate } from '../template.ts';

/**
 * Letters to beneficiaries, donors and volunteers. Words agree with the person's sex by `{masculine|feminine}`; the paper
 * itself adds بسملة, greeting and closing.
 */

const PERSON: Recipient = {
  honorific: '{لقب المستفيد}',
  name: '{اسم المستفيد}',
  title: '',
  organisation: '',
  closingHonorific: '{المحترم|المحترمة}',
};
const DONOR: Recipient = {
  honorific: 'سعادة',
  name: '{اسم الداعم}',
  title: '',
  organisation: '',
  closingHonorific: '{وفقه الله|وفقها الله}',
};
const WHOM_IT_MAY_CONCERN: Recipient = {
  honorific: '',
  name: 'إلى من يهمه الأمر',
  title: '',
  organisation: '',
  closingHonorific: '',
};

const REQUEST =
  'إشارة إلى طلب الدعم المقدم منكم برقم {رقم الطلب} وتاريخ {تاريخ الطلب} بشأن ({الخدمة})، نفيدكم ';
const STUDIED = `${REQUEST}بأن لجنة البحث بالجمعية درست الطلب، وانتهت إلى `;
const REFUSED = `${STUDIED}**الاعتذار عن عدم قبوله**؛ للسبب الآتي: {سبب الرفض}.`;
const WOULD_CHANGE = 'ويمكن أن يُعاد النظر في الطلب عند: {ما يغيّر القرار}.';
const APPEAL = 'ولكم حق التظلّم إلى {جهة التظلّم} بخطاب مسبَّب يُقدَّم إلى الجمعية.';
const COME =
  'وعليه نأمل منكم مراجعة الجمعية خلال أوقات الدوام الرسمي لاستكمال إجراءات التسجيل وتقديم الخدمة اللازمة، مع إحضار أصل الهوية.';
const CONTACT = 'وللاستفسار يسعدنا تواصلكم مع موظف علاقات المستفيدين بالجمعية على الرقم {هاتف الجمعية}.';
/** Nobody in particular is thanked for their cooperation: the paper's own closing stays away (letter-document.ts). */
const END_OF_CERTIFICATE = 'والله الموفق،،';
const rest: { readonly inReplyTo: string; readonly copies: string[] } = { inReplyTo: '', copies: [] };

export const TEMPLATES_TO_PERSONS: readonly BuiltInTemplate[] = [
  {
    key: 'requestReceived',
    version: 1,
    template: {
      ...rest,
      name: 'إشعار برفع طلب دعم إلى لجنة البحث',
      category: 'beneficiaries',
      recipient: PERSON,
      subject: 'رفع طلب الدعم رقم {رقم الطلب} إلى لجنة البحث',
      body: letterBody(
        `${REQUEST}بأن الطلب استُكملت متطلباته، ورُفع إلى لجنة البحث لدراسته والرد عليه بشأن قبوله أو رفضه خلال مدة لا تقل عن أسبوعين.`,
        CONTACT,
      ),
    },
  },
  {
    key: 'acceptance',
    version: 2,
    template: {
      ...rest,
      name: 'قبول طلب دعم',
      category: 'beneficiaries',
      recipient: PERSON,
      subject: 'الموافقة على طلب الدعم رقم {رقم الطلب}',
      body: letterBody(`${STUDIED}**الموافقة عليه**، وتقرر لكم: {المقرر صرفه}.`, COME, CONTACT),
    },
  },
  {
    key: 'acceptanceOnAppeal',
    version: 1,
    template: {
      ...rest,
      name: 'قبول التظلّم من رفض الطلب',
      category: 'beneficiaries',
      recipient: PERSON,
      subject: 'الموافقة بعد التظلّم على طلب الدعم رقم {رقم الطلب}',
      body: letterBody(
        `${REQUEST}بأنه نُظر في تظلّمكم المرفوع إلى {جهة التظلّم} من قرار لجنة البحث، وتقرر **قبول الطلب**، والمقرر لكم: {المقرر صرفه}.`,
        COME,
        CONTACT,
      ),
    },
  },
  {
    key: 'refusal',
    version: 2,
    template: {
      ...rest,
      name: 'رفض طلب دعم مع السبب والبند',
      category: 'beneficiaries',
      recipient: PERSON,
      subject: 'الاعتذار عن عدم قبول طلب الدعم رقم {رقم الطلب}',
      body: letterBody(
        REFUSED,
        'استنادًا إلى سياسة تنظيم العلاقة مع المستفيدين، ونص البند:',
        { quote: '«{البند}»' },
        `${WOULD_CHANGE} ${APPEAL}`,
      ),
    },
  },
  {
    key: 'refusalByRule',
    version: 1,
    template: {
      ...rest,
      name: 'رفض طلب دعم وفق قاعدة الجمعية',
      category: 'beneficiaries',
      recipient: PERSON,
      subject: 'الاعتذار عن عدم قبول طلب الدعم رقم {رقم الطلب}',
      body: letterBody(REFUSED, 'وذلك استنادًا إلى: {سند القرار}.', `${WOULD_CHANGE} ${APPEAL}`),
    },
  },
  {
    key: 'committeeCompletion',
    version: 1,
    template: {
      ...rest,
      name: 'طلب لجنة البحث استكمال نواقص',
      category: 'beneficiaries',
      recipient: PERSON,
      subject: 'استكمال نواقص طلب الدعم رقم {رقم الطلب}',
      body: letterBody(
        `${REQUEST}بأن لجنة البحث بالجمعية رأت قبل البتّ في الطلب استكمال ما يأتي:`,
        '{النواقص}',
        'وتتوقف مدة الرد حتى يُستكمل ذلك؛ فنأمل تقديمه إلى الجمعية في أقرب وقت، ليُعاد عرض الطلب على اللجنة.',
      ),
    },
  },
  {
    key: 'missingDocuments',
    version: 1,
    template: {
      ...rest,
      name: 'طلب استكمال نواقص',
      category: 'beneficiaries',
      recipient: PERSON,
      subject: 'استكمال نواقص طلب الدعم رقم {رقم الطلب}',
      body: letterBody(
        `${REQUEST}بأنه تبيّن عند مراجعة الطلب ومطابقة بياناته أنه ينقصه ما يأتي:`,
        '{النواقص}',
        'ونأمل منكم استكمال ما ذُكر وتقديمه إلى الجمعية في موعد أقصاه يوم {آخر موعد}؛ ليتسنى رفع الطلب إلى لجنة البحث لدراسته.',
      ),
    },
  },
  {
    key: 'fileDocuments',
    version: 1,
    template: {
      ...rest,
      name: 'طلب مستندات الملف',
      category: 'beneficiaries',
      recipient: PERSON,
      subject: 'استكمال مستندات الملف',
      body: letterBody(
        'نفيدكم بأن المستندات الآتية من ملفكم لدى الجمعية لم تُقدَّم أو انتهت صلاحيتها:',
        '{النواقص}',
        'ونأمل منكم إحضار أصولها إلى مقر الجمعية في موعد أقصاه يوم {آخر موعد}؛ لمطابقتها وإعادتها إليكم.',
        CONTACT,
      ),
    },
  },
  {
    key: 'beneficiaryCertificate',
    version: 1,
    template: {
      ...rest,
      name: 'إفادة لمستفيد',
      category: 'beneficiaries',
      recipient: WHOM_IT_MAY_CONCERN,
      subject: 'إفادة',
      body: letterBody(
        'تفيد {اسم الجمعية}، المسجلة لدى المركز الوطني لتنمية القطاع غير الربحي برقم ({رقم الترخيص})، بأن {المستفيد|المستفيدة}: **{اسم المستفيد}**، رقم الهوية ({رقم الهوية})، {المقيم|المقيمة} بقرية {القرية}، {مسجل|مسجلة} لديها ضمن المستفيدين من خدماتها برقم الملف ({رقم الملف}).',
        'وقد أُعطيت هذه الإفادة بناءً على {طلبه|طلبها} لغرض {الغرض}، دون أدنى مسؤولية على الجمعية.',
        { centre: END_OF_CERTIFICATE },
      ),
    },
  },
  {
    key: 'donorThanks',
    version: 1,
    template: {
      ...rest,
      name: 'شكر لداعم',
      category: 'donors',
      recipient: DONOR,
      subject: 'شكر وتقدير على دعمكم الكريم',
      body: letterBody(
        'يسر {اسم الجمعية} أن تتقدم إليكم بخالص الشكر والتقدير على دعمكم الكريم المتمثل في {التبرع}، وما له من أثر في خدمة الأسر المستفيدة.',
        'وستوجّه الجمعية هذا الدعم إلى مستحقيه وفق سياساتها المعتمدة، سائلين الله تعالى أن يجزل لكم الأجر والمثوبة، وأن يبارك لكم فيما قدمتم.',
      ),
    },
  },
  {
    key: 'donationReceived',
    version: 1,
    template: {
      ...rest,
      name: 'إفادة باستلام تبرع نقدي',
      category: 'donors',
      recipient: DONOR,
      subject: 'إفادة باستلام تبرعكم',
      body: letterBody(
        'تتقدم إليكم {اسم الجمعية} بخالص الشكر والتقدير، وتفيدكم باستلام تبرعكم البالغ قدره ({المبلغ}) ريال: {المبلغ كتابةً}، المودع في حسابها رقم ({آيبان الجمعية}) لغرض {الغرض}.',
        'سائلين الله تعالى أن يتقبل منكم، وأن يجزل لكم الأجر والمثوبة.',
      ),
    },
  },
  {
    key: 'volunteerCertificate',
    version: 1,
    template: {
      ...rest,
      name: 'شهادة متطوع',
      category: 'volunteers',
      recipient: WHOM_IT_MAY_CONCERN,
      subject: 'شهادة تطوع',
      body: letterBody(
        'تشهد {اسم الجمعية} بأن {المتطوع|المتطوعة}: **{اسم المتطوع}**، رقم الهوية ({رقم الهوية})، {شارك|شاركت} في {العمل} خلال المدة من {من تاريخ} إلى {إلى تاريخ}، بمجموع {ساعات التطوع} من العمل التطوعي.',
        'وقد {أبدى|أبدت} خلالها من الالتزام وحسن التعاون ما {يُشكر|تُشكر} عليه.',
        'وأُعطيت هذه الشهادة بناءً على {طلبه|طلبها} دون أدنى مسؤولية على الجمعية.',
        { centre: END_OF_CERTIFICATE },
      ),
    },
  },
];

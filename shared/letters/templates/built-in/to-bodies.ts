import type { Recipient } from '../../letter.ts';
import { letterBody } from '../letter-body.ts';
import type { BuiltInTemplate } from '../template.ts';

/** Letters to official bodies and banks, and what answers, corrects or invites. */

const OPEN: Recipient = {
  honorific: 'سعادة',
  name: '',
  title: '',
  organisation: '',
  closingHonorific: 'حفظه الله',
};
const rest: { readonly inReplyTo: string; readonly copies: string[] } = { inReplyTo: '', copies: [] };

export const TEMPLATES_TO_BODIES: readonly BuiltInTemplate[] = [
  {
    key: 'government',
    version: 1,
    template: {
      ...rest,
      name: 'خطاب إلى جهة حكومية',
      category: 'government',
      recipient: { ...OPEN, title: 'مدير {الجهة}' },
      subject: '{الموضوع}',
      body: letterBody(
        'تهدي {اسم الجمعية} سعادتكم أطيب تحياتها، ونفيد سعادتكم {التفصيل}.',
        'وعليه نأمل من سعادتكم الاطلاع والتوجيه بما ترونه مناسبًا، ويسعدنا تزويدكم بما يلزم من بيانات أو مستندات.',
      ),
    },
  },
  {
    key: 'nationalCentre',
    version: 1,
    template: {
      ...rest,
      name: 'خطاب إلى المركز الوطني لتنمية القطاع غير الربحي',
      category: 'government',
      recipient: {
        ...OPEN,
        title: 'الرئيس التنفيذي',
        organisation: 'للمركز الوطني لتنمية القطاع غير الربحي',
      },
      subject: '{الموضوع}',
      body: letterBody(
        'نفيد سعادتكم {التفصيل}، علمًا بأن {اسم الجمعية} مسجلة لدى المركز برقم ({رقم الترخيص}).',
        'ونرفق لسعادتكم ما يأتي:',
        '{البنود}',
        'ونأمل من سعادتكم الاطلاع والتوجيه بما يلزم، مقدّرين للمركز جهوده في تنمية القطاع غير الربحي وتمكينه.',
      ),
    },
  },
  {
    key: 'bankTransfer',
    version: 1,
    template: {
      ...rest,
      name: 'طلب تحويل من بنك',
      category: 'banks',
      recipient: { ...OPEN, title: 'مدير فرع {اسم البنك}' },
      subject: 'طلب تحويل مبلغ من حساب الجمعية',
      body: letterBody(
        'نأمل من سعادتكم تحويل مبلغ قدره ({المبلغ}) ريال: **{المبلغ كتابةً}**، من حساب {اسم الجمعية} لديكم إلى الحساب الموضحة بياناته أدناه:',
        {
          rows: [
            ['حساب الجمعية', '{آيبان الجمعية}'],
            ['اسم المحوَّل إليه', '{اسم المستفيد}'],
            ['رقم الآيبان', '{الآيبان}'],
            ['الغرض من التحويل', '{الغرض}'],
          ],
        },
        'ونأمل تزويدنا بما يفيد إتمام التحويل.',
      ),
    },
  },
  {
    key: 'answer',
    version: 1,
    template: {
      ...rest,
      name: 'رد على خطاب وارد',
      category: 'correspondence',
      recipient: OPEN,
      subject: 'الرد على خطابكم بشأن {الموضوع}',
      inReplyTo: 'إشارة إلى خطابكم رقم {رقم خطابكم} وتاريخ {تاريخ خطابكم}',
      body: letterBody(
        'إشارة إلى خطابكم المشار إليه أعلاه بشأن {الموضوع}، نفيد سعادتكم {التفصيل}.',
        'ونأمل من سعادتكم الاطلاع، ويسعدنا تزويدكم بما يلزم من بيانات.',
      ),
    },
  },
  {
    key: 'correction',
    version: 1,
    template: {
      ...rest,
      name: 'تصحيح خطاب سابق (إلحاقًا)',
      category: 'correspondence',
      recipient: OPEN,
      subject: 'تصحيح ما ورد في خطابنا رقم {رقم خطابنا}',
      body: letterBody(
        'إلحاقًا لخطابنا رقم {رقم خطابنا} وتاريخ {تاريخ خطابنا} بشأن {الموضوع}، نفيد سعادتكم بأنه ورد فيه: «{الوارد خطأً}»، والصواب: **«{الصواب}»**.',
        'ونأمل اعتماد ما ورد في هذا الخطاب، وعدّه مكملًا لخطابنا المشار إليه.',
      ),
    },
  },
  {
    key: 'invitation',
    version: 1,
    template: {
      ...rest,
      name: 'دعوة لحضور مناسبة',
      category: 'correspondence',
      recipient: OPEN,
      subject: 'دعوة لحضور {المناسبة}',
      body: letterBody(
        'يسر {اسم الجمعية} دعوة سعادتكم لحضور {المناسبة}، وذلك بمشيئة الله تعالى يوم {تاريخ المناسبة}، الساعة {الوقت}، في {المكان}.',
        'ونسعد بتشريفكم، ونأمل تأكيد الحضور على الرقم {هاتف الجمعية}.',
      ),
    },
  },
];

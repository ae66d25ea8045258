/**
 * Ready wordings of official letters, as the office would type them. They are letter text, not words of the screen, so
 * they stay Arabic whatever the language of the desk. An office adds its own beside them.
 */
export const PHRASE_GROUP_IDS = ['opening', 'request', 'beneficiary', 'thanks', 'contact'] as const;
export type PhraseGroupId = (typeof PHRASE_GROUP_IDS)[number];

export const BUILT_IN_PHRASES: Readonly<Record<PhraseGroupId, readonly string[]>> = {
  opening: [
    'نفيد سعادتكم بأن ',
    'إشارة إلى خطابكم المشار إليه أعلاه، نفيد سعادتكم بأن ',
    'إلحاقًا لخطابنا السابق بشأن الموضوع أعلاه، نفيد سعادتكم بأن ',
    'بناءً على ما تقتضيه سياسة الجمعية المعتمدة في تنظيم العلاقة مع المستفيدين، ',
  ],
  request: [
    'وعليه نأمل من سعادتكم الموافقة على ',
    'نأمل من سعادتكم الاطلاع والتوجيه بما ترونه مناسبًا.',
    'نأمل التكرم بإفادتنا في أقرب وقت ممكن.',
    'ونرفق لسعادتكم ما يلزم من المستندات للاطلاع.',
  ],
  beneficiary: [
    'نفيدكم بأنه تم استلام طلب الدعم المقدم منكم، وسيُرفع إلى لجنة البحث لدراسته والرد عليه.',
    'نأمل منكم استكمال المتطلبات الموضحة أدناه ومراجعة الجمعية خلال أوقات الدوام الرسمي.',
    'ولكم حق التظلّم من هذا القرار بخطاب يُقدَّم إلى الجمعية تُبيَّن فيه أسباب التظلّم.',
    'وقد أُعطي هذا الخطاب بناءً على طلبه دون أدنى مسؤولية على الجمعية.',
  ],
  thanks: [
    'يسر الجمعية أن تتقدم إليكم بخالص الشكر والتقدير على ',
    'سائلين الله تعالى أن يجزل لكم الأجر والمثوبة.',
  ],
  contact: [
    'وللتنسيق يسعدنا تواصلكم مع موظف علاقات المستفيدين بالجمعية.',
    'ونقدّر لكم تعاونكم الدائم مع الجمعية ومستفيديها.',
  ],
};

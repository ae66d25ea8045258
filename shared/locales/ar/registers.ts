/** The registers: the tabs of the letters' section, numbers kept for paper, the check, the year's book. */
export const registers = {
  tabs: {
    label: 'أقسام الخطابات',
    outgoing: 'صادر',
    incoming: 'وارد',
    templates: 'القوالب',
    registers: 'السجلات',
    verify: 'التحقق',
  },
};

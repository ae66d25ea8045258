/** How a try to tell a decision stands in the contact register: the register is kept in Arabic, whatever the screen speaks. */
export const noticeContact = {
  about: {
    accepted: 'إبلاغ قرار لجنة البحث على الطلب {{number}}: القبول',
    refused: 'إبلاغ قرار لجنة البحث على الطلب {{number}}: الرفض',
    moreInformation: 'إبلاغ طلب لجنة البحث على الطلب {{number}}: استكمال نواقص',
  },
  told: 'أُبلغ القرار.',
  again: 'محاولة أخرى لإبلاغ القرار على الطلب {{number}}',
} as const;

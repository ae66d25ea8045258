const H = 'ab'.repeat(32);

/** One row of each table of 0070 that may change, written by hand. Requests 11 to 17 are the test's own. */
export const STEP_ROWS = `
INSERT INTO request_datum VALUES (11, 'name', 'confirmed', '${H}', 'بطاقة الهوية', 2000, 1);
INSERT INTO request_stop VALUES (1, 11, 'applicant', '2026-12-01', NULL, 'سافرت', 2000, 1, NULL, NULL, '');
INSERT INTO referral VALUES (1, 1, 11, NULL, NULL, 'هل يلزم صك؟', 2000, 1, NULL, '', '', NULL, NULL, NULL, NULL, '', NULL, NULL, NULL, NULL, '', 1);
INSERT INTO social_research VALUES (1, 15, NULL, '', NULL, '', NULL, '', 2000, 1, NULL, NULL, NULL, NULL, '', NULL, NULL, '', 1);
INSERT INTO field_visit VALUES (1, 1, '2026-12-02', '10:00', 'الصمد', '', 'planned', NULL, '', '', 2000, 1, NULL, NULL);
INSERT INTO need_assessment VALUES (1, 15, 72, '[]', '', 2000, 1);
INSERT INTO committee_member VALUES (1, 1, 'سارة محمد المطيري', 'رئيسة', 'chair', '2026-01-01', NULL, 1, 2000, 1);
INSERT INTO committee_session VALUES (1, 1448, 1, '2026-12-08', '', '', 'held', 1, 0, '', NULL, NULL, '', 2000, 1, NULL, NULL, '', 1);
INSERT INTO session_member VALUES (1, 1, 1, '');
INSERT INTO session_case VALUES (1, 15, 1, '', '', 2000, 1);
INSERT INTO office_holiday VALUES ('2026-09-23', '2026-09-23', 'اليوم الوطني');
INSERT INTO delivery_plan VALUES (1, 17, 1, 'monthly', 'hijri', '2026-12-10', 4, 1, 'سلة', NULL, '', 0, '', NULL, '', 2000, 1, 1);
INSERT INTO rating VALUES ('${'0'.repeat(32)}', 1, '2026-12', 5, '');
`;

/** What was signed, decided and handed over, and what hangs on it. */
export const FROZEN_ROWS = `
INSERT INTO sealed_document VALUES (1, 'attestation', 'request', 15, 15, 1, '1234567890123456', 'إقرار', '{}', '${H}', x'25504446', 1, '${H}', 2000, 1, NULL, NULL, '');
INSERT INTO sealed_document VALUES (2, 'receipt', 'delivery', 3, 17, 1, '1234567890123457', 'سند استلام', '{}', '${H}', x'25504446', 1, '${H}', 2000, 1, NULL, NULL, '');
INSERT INTO document_signature VALUES (1, 1, 'officer', 'account', 'سارة محمد المطيري', '', NULL, 1, NULL, NULL, '', 2000, 1, NULL, NULL, '');
INSERT INTO attestation VALUES (1, 15, 1, 1, '${H}', 2000, NULL, NULL, '[]', 2000, 1);
INSERT INTO decision VALUES (1, 15, 1, NULL, 'accepted', '', 'محتاجة', '', '{}', '2026-12-08', '', NULL, '', 2000, 1, NULL, NULL, NULL, '');
INSERT INTO decision_vote VALUES (1, 1, 'for', '');
INSERT INTO decision_notice VALUES (1, 1, NULL, 'phone', 'فاطمة', 'reached', '', NULL, '', 2000, 1, NULL, NULL);
INSERT INTO appeal VALUES (1, 15, 1, '2026-12-12', 'أعيدوا النظر', 'مجلس الإدارة', NULL, '', 2000, 1, NULL, '', NULL, '', NULL, '', NULL, NULL);
INSERT INTO delivery VALUES (1, 1, 17, 1, 1, '2026-12-10', 'planned', 1, 'سلة', NULL, 'المكتب', 0, '1111111111111111', NULL, '', NULL, '', '', NULL, NULL, NULL, '', NULL, NULL, NULL, '', '');
INSERT INTO delivery VALUES (2, 1, 17, 2, 1, '2027-01-10', 'delivered', 1, 'سلة', NULL, 'المكتب', 0, '2222222222222222', 'self', 'فاطمة', NULL, '', '', NULL, 2000, 1, '', NULL, NULL, NULL, '', '');
INSERT INTO delivery VALUES (3, 1, 17, 3, 1, '2027-02-10', 'delivered', 1, 'سلة', NULL, 'المكتب', 0, '3333333333333333', 'self', 'فاطمة', NULL, '', '', NULL, 2000, 1, '', 2, NULL, NULL, '', '');
INSERT INTO delivery VALUES (4, 1, 17, 4, 1, '2027-03-10', 'voided', 1, 'سلة', NULL, 'المكتب', 0, '4444444444444444', 'self', 'فاطمة', NULL, '', '', NULL, 2000, 1, '', NULL, 2001, 1, 'خطأ', '');
INSERT INTO delivery_day VALUES ('2026-12-10', 2, 2000, 1);
`;

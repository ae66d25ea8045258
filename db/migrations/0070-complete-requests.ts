import type { Migration } from './migration.ts';
import { COMMITTEE } from './parts/0070-committee.ts';
import { FROZEN_PAPERS } from './parts/0070-frozen-papers.ts';
import { REQUEST_RECORDS } from './parts/0070-request-records.ts';
import { SERVICES } from './parts/0070-services.ts';

/**
 * The seven steps (S.1–S.7) from the door to the service: what each leaves behind, the papers that were frozen, the
 * committee and its decisions, the catalogue of services and what was handed out.
 */
export const completeRequests: Migration = {
  version: 70,
  name: 'complete-requests',
  sql: `${SERVICES}${COMMITTEE}${FROZEN_PAPERS}${REQUEST_RECORDS}
INSERT INTO service (name, kind, description, unit, quantity, value_halalas, eligibility_json, questions_json, position,
    active, version, updated_at_ms) VALUES
  ('سلة غذائية شهرية', 'inKind', '', 'سلة', 1, NULL, '{}', '[]', 1, 1, 1, 0),
  ('كسوة', 'inKind', '', 'كسوة', 1, NULL, '{}', '[]', 2, 1, 1, 0),
  ('إعانة مالية', 'transfer', '', 'حوالة', 1, NULL, '{}', '[]', 3, 1, 1, 0),
  ('سداد فاتورة كهرباء', 'transfer', '', 'فاتورة', 1, NULL, '{}', '[]', 4, 1, 1, 0),
  ('قسيمة شرائية', 'voucher', '', 'قسيمة', 1, NULL, '{}', '[]', 5, 1, 1, 0),
  ('أجهزة منزلية', 'inKind', '', 'جهاز', 1, NULL, '{}', '[]', 6, 1, 1, 0),
  ('ترميم منزل', 'atPlace', '', 'منزل', 1, NULL, '{}', '[]', 7, 1, 1, 0),
  ('كفالة يتيم', 'transfer', '', 'حوالة', 1, NULL, '{}', '[]', 8, 1, 1, 0),
  ('دورة تدريبية', 'training', '', 'مقعد', 1, NULL, '{}', '[]', 9, 1, 1, 0);
INSERT INTO service_requirement (service_id, key, name, position, categories_json) VALUES
  (NULL, 'identity', 'هوية أو سجل أسرة', 1, '[]'),
  (NULL, 'housing', 'إثبات سكن أو فاتورة كهرباء', 2, '[]'),
  (NULL, 'income', 'مشهد دخل لا يتجاوز ثلاثة أشهر', 3, '[]'),
  (NULL, 'iban', 'شهادة آيبان', 4, '[]'),
  (NULL, 'circumstance', 'إثبات الحالة (وفاة / طلاق / إعالة)', 5, '[]'),
  (NULL, 'reports', 'تقرير طبي أو تعريف مدرسي', 6, '[]');
`,
};

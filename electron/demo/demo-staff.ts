import { RIGHTS } from '#shared/staff/staff.ts';

/** The staff of the demo office. Everybody's password is the one that the command prints. */
export const DEMO_STAFF = [
  {
    name: 'عبد الله بن عوض البشري',
    jobTitle: 'رئيس مجلس الإدارة',
    roles: ['manager', 'administrator'],
    rights: RIGHTS,
  },
  {
    name: 'سارة المطيري',
    jobTitle: 'علاقات المستفيدين',
    roles: ['beneficiaryRelationsOfficer', 'receptionist'],
    rights: [],
  },
  { name: 'خالد السلمي', jobTitle: 'موظف استقبال', roles: ['receptionist'], rights: [] },
  { name: 'منى الحربي', jobTitle: 'مسؤولة البحث الاجتماعي', roles: ['socialResearchOfficer'], rights: [] },
  { name: 'فهد القرشي', jobTitle: 'عضو لجنة البحث', roles: ['committeeMember'], rights: [] },
  { name: 'صالح الزهراني', jobTitle: 'مدقق', roles: ['auditor'], rights: [] },
] as const;

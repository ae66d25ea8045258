import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import readExcelFile from 'read-excel-file/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ExportListId } from '#shared/exports/export.ts';
import { readZip } from '../support/read-zip.ts';
import { openOffice, person, type TestDesk } from '../support/office.ts';
import { handedOver, requestInService } from '../support/request-in-service.ts';
import { decide, toCommittee } from '../support/request-path.ts';

const TODAY = '2026-11-22';
let desk: TestDesk;
beforeEach(async () => {
  desk = await openOffice();
});
afterEach(() => desk.close());

const take = async (list: ExportListId, filter: Record<string, unknown> = {}) => {
  const path = join(desk.folder, 'out.xlsx');
  desk.saved.path = path;
  const { columns } = await desk.call('exports.plan', { list, filter });
  const made = await desk.call('exports.run', {
    list,
    filter,
    format: 'xlsx',
    columns: columns.filter(({ treatment }) => treatment !== 'withheld').map(({ key }) => key),
    purpose: 'review',
  });
  const [sheet] = await readExcelFile(path);
  const [head, ...rows] = sheet?.data ?? [];
  const column = (title: string) => rows.map((row) => row[head?.indexOf(title) ?? -1]);
  return { rows: made?.rows, head, column, text: [...readZip(readFileSync(path)).values()].join('\n') };
};
const somebody = async (name: string, idNumber: string) =>
  (await desk.call('parties.add', { ...person(name, idNumber), sex: 'female' })).id;
const basket = async (name: string, idNumber: string, firstOn: string) => {
  const { id, serviceId } = await requestInService(desk, await somebody(name, idNumber));
  await desk.call('deliveries.plan', {
    requestId: id,
    plan: {
      serviceId,
      frequency: 'once',
      firstOn,
      times: '1',
      quantity: '2',
      unit: 'سلة',
      value: '350.50',
      place: 'مستودع الجمعية',
    },
  });
};

describe('the deliveries of a day', () => {
  it('are taken out as the screen has them: the late first, then the day, with what became of each', async () => {
    await basket('نورة سليمان اللحياني', '1058529940', TODAY);
    await basket('صالحة أحمد العتيبي', '1000000008', '2026-11-19');
    await basket('هند صالح الهذلي', '1094238621', '2026-12-01');
    await handedOver(desk, await somebody('سعاد علي القرشي', '1100000007'));
    const { rows, column } = await take('deliveries');
    expect(rows).toBe(3);
    const shown = await desk.call('deliveries.day', { day: TODAY });
    expect(column('الطرف')).toEqual([...shown.late, ...shown.rows].map(({ partyName }) => partyName));
    const place = column('الطرف').indexOf('نورة سليمان اللحياني');
    expect(column('العدد')[place]).toBe(2);
    expect(column('القيمة (ريال)')[place]).toBe(350.5);
    expect(column('الحالة')[place]).toBe('مجدول');
    const done = column('الطرف').indexOf('سعاد علي القرشي');
    expect([column('الحالة')[done], column('المستلم')[done]]).toEqual(['سُلّم', 'سعاد علي القرشي']);
    const later = await take('deliveries', { day: '2026-12-01' });
    expect(later.column('الطرف')).toEqual(['هند صالح الهذلي']);
    // Late is what is late today, not what was planned before another day.
    expect((await take('deliveries', { day: '2026-11-25' })).rows).toBe(0);
  });

  it('name nobody to an auditor, and the log says who took what', async () => {
    await basket('نورة سليمان اللحياني', '1058529940', TODAY);
    expect((await take('deliveries')).text).toContain('اللحياني');
    desk.become('مدقق', ['auditor']);
    const { rows, head, text } = await take('deliveries', { day: TODAY });
    expect(rows).toBe(1);
    expect(head).not.toContain('الطرف');
    expect(text).not.toContain('اللحياني');
    expect(text).not.toContain('0508072675');
    desk.become('مديرة', ['manager']);
    const [entry] = (await desk.call('audit.list', { beforeSeq: null, limit: 50 })).filter(({ action }) =>
      action.startsWith('export'),
    );
    expect(entry).toMatchObject({ actorName: 'مدقق', details: { list: 'deliveries', rows: 1 } });
  });
});

describe('the decisions of the committee', () => {
  beforeEach(async () => {
    const ids = ['1058529940', '1000000008'] as const;
    for (const [index, kind] of (['accepted', 'refused'] as const).entries()) {
      // oxlint-disable-next-line no-await-in-loop -- one session after the other
      const partyId = await somebody(`نورة سليمان اللحياني ${index}`, ids[index]!);
      // oxlint-disable-next-line no-await-in-loop -- as above
      const { id } = await desk.call('requests.open', { partyId, service: 'سلة غذائية شهرية' });
      // oxlint-disable-next-line no-await-in-loop -- as above
      await toCommittee(desk, id);
      // oxlint-disable-next-line no-await-in-loop -- as above
      await decide(desk, id, kind);
    }
  });

  it('are taken out with their session, clause and reason, the latest first', async () => {
    const { rows, column } = await take('decisions');
    expect(rows).toBe(2);
    expect(column('القرار')).toEqual(['رفض الطلب', 'قبول الطلب']);
    expect(column('رقم الطلب')).toEqual(['1448-0002', '1448-0001']);
    expect(column('رقم الجلسة')).toEqual(['2/1448', '1/1448']);
    expect(column('البند')).toEqual(['T.3', null]);
    expect(column('السبب')[0]).toBe('الدخل يغطي الحاجة');
  });

  it('tell the desk no reason whole, which says how somebody lives, and an auditor none', async () => {
    desk.become('موظفة', ['beneficiaryRelationsOfficer']);
    const { column, text } = await take('decisions');
    expect(column('القرار')).toHaveLength(2);
    expect(text).not.toContain('الدخل يغطي الحاجة');
    desk.become('مدقق', ['auditor']);
    const audited = await take('decisions');
    expect(audited.rows).toBe(2);
    expect(audited.head).not.toContain('السبب');
    expect(audited.text).not.toContain('اللحياني');
  });
});

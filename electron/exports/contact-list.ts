import { z } from 'zod';
import { channelSchema } from '#shared/contacts/contact.ts';
import { domain } from '#shared/locales/ar/domain.ts';
import { channel } from '#shared/policy/channels.ts';
import { type ContactExportRow, countContacts, sliceContacts } from '#db/exports/contact-export.ts';
import { yearNumber } from '#db/registers/register-counter.ts';
import { defineExportList } from './export-list.ts';

const filter = z.object({
  channel: channelSchema.nullable().default(null),
  openOnly: z.boolean().default(false),
});

export const contactList = defineExportList<z.output<typeof filter>, ContactExportRow>({
  filter,
  columns: [
    { key: 'happened', kind: 'moment', sensitivity: 'plain', value: (row) => row.happened_at_ms },
    { key: 'party', kind: 'text', sensitivity: 'name', width: 32, value: (row) => row.party_name },
    {
      key: 'fileNumber',
      kind: 'id',
      sensitivity: 'plain',
      value: (row) =>
        row.file_year === null || row.file_number === null
          ? null
          : yearNumber(row.file_year, row.file_number),
    },
    {
      key: 'channel',
      kind: 'text',
      sensitivity: 'plain',
      width: 22,
      value: (row) => channel(channelSchema.parse(row.channel)).name,
    },
    {
      key: 'direction',
      kind: 'text',
      sensitivity: 'plain',
      value: (row) => (row.direction === 'in' ? domain.direction.in : domain.direction.out),
    },
    { key: 'platform', kind: 'text', sensitivity: 'plain', value: (row) => row.platform },
    { key: 'inquiry', kind: 'text', sensitivity: 'words', width: 44, value: (row) => row.inquiry },
    { key: 'answer', kind: 'text', sensitivity: 'words', width: 44, value: (row) => row.answer },
    { key: 'nextAction', kind: 'text', sensitivity: 'words', width: 30, value: (row) => row.next_action },
    { key: 'nextActionOn', kind: 'day', sensitivity: 'plain', value: (row) => row.next_action_on },
    { key: 'closed', kind: 'moment', sensitivity: 'plain', value: (row) => row.closed_at_ms },
  ],
  count: (reader, chosen) => ({ rows: countContacts(reader, chosen), more: false }),
  slice: (reader, chosen, after, limit) => {
    const rows = sliceContacts(
      reader,
      chosen,
      after === null ? null : { at: Number(after[0]), id: Number(after[1]) },
      limit,
    );
    const last = rows.at(-1);
    return {
      rows,
      next: last === undefined || rows.length < limit ? null : [last.happened_at_ms, last.id],
    };
  },
});

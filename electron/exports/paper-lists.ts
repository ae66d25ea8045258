import { z } from 'zod';
import { isoDaySchema } from '#shared/calendar/iso-day.ts';
import type { AgreementSummary } from '#shared/agreements/agreement.ts';
import { agreementViewSchema } from '#shared/agreements/agreements-contract.ts';
import { incomingViewSchema } from '#shared/incoming/incoming-contract.ts';
import type { IncomingSummary } from '#shared/incoming/incoming.ts';
import { letterStateSchema, type LetterSummary } from '#shared/letters/letter.ts';
import { agreements as agreementWords } from '#shared/locales/ar/agreements.ts';
import { domain } from '#shared/locales/ar/domain.ts';
import { exportWords } from '#shared/locales/ar/exports.ts';
import { incoming as incomingWords } from '#shared/locales/ar/incoming.ts';
import { countAgreements, pageAgreements } from '#db/agreements/agreement-queries.ts';
import { listIncoming } from '#db/incoming/incoming-list.ts';
import { listLetters } from '#db/letters/letter-list.ts';
import type { Reader } from '#db/transaction.ts';
import { type Cursor, defineExportList, type ExportMoment } from './export-list.ts';

/** Registers of some thousands: the list's own pages, by offset, so that the file has the order of the screen. */
const paged =
  <F, R>(
    page: (
      reader: Reader,
      filter: F,
      at: { offset: number; limit: number },
      moment: ExportMoment,
    ) => readonly R[],
  ) =>
  (reader: Reader, filter: F, after: Cursor | null, limit: number, moment: ExportMoment) => {
    const offset = after === null ? 0 : Number(after[0]);
    const rows = page(reader, filter, { offset, limit }, moment);
    return { rows, next: rows.length < limit ? null : [offset + rows.length] };
  };

const letterFilter = z.object({
  text: z.string().max(200).default(''),
  states: z.array(letterStateSchema).default([]),
  unsigned: z.boolean().default(false),
  undelivered: z.boolean().default(false),
  from: isoDaySchema.nullable().default(null),
  to: isoDaySchema.nullable().default(null),
  partyId: z.int().nullable().default(null),
  origin: z.enum(['desk', 'paper']).nullable().default(null),
  year: z.int().nullable().default(null),
});
const yes = (is: boolean): string | null => (is ? exportWords.yes : null);

/** صادر, with the filters of its screen; the register's own book of a year stays beside it. */
export const outgoingList = defineExportList<z.output<typeof letterFilter>, LetterSummary>({
  filter: letterFilter,
  columns: [
    { key: 'referenceNumber', kind: 'id', sensitivity: 'plain', value: (row) => row.referenceNumber },
    { key: 'day', kind: 'day', sensitivity: 'plain', value: (row) => row.issuedOn },
    { key: 'addressee', kind: 'text', sensitivity: 'name', width: 36, value: (row) => row.recipientLine },
    { key: 'subject', kind: 'text', sensitivity: 'words', width: 40, value: (row) => row.subject },
    { key: 'party', kind: 'text', sensitivity: 'name', width: 30, value: (row) => row.partyName },
    { key: 'state', kind: 'text', sensitivity: 'plain', value: (row) => domain.letterState[row.state] },
    { key: 'signed', kind: 'text', sensitivity: 'plain', width: 8, value: (row) => yes(row.signed) },
    {
      key: 'delivered',
      kind: 'text',
      sensitivity: 'plain',
      width: 8,
      value: (row) => yes(row.delivered),
    },
    { key: 'updated', kind: 'moment', sensitivity: 'plain', value: (row) => row.updatedAtMs },
  ],
  count: (reader, filter) => {
    const { total, more } = listLetters(reader, { ...filter, offset: 0, limit: 1 });
    return { rows: total, more };
  },
  slice: paged((reader, filter, at) => listLetters(reader, { ...filter, ...at }).rows),
});

const incomingFilter = z.object({
  text: z.string().max(200).default(''),
  view: incomingViewSchema.default('all'),
  from: isoDaySchema.nullable().default(null),
  to: isoDaySchema.nullable().default(null),
});

/** وارد, with the filters of its screen. */
export const incomingList = defineExportList<z.output<typeof incomingFilter>, IncomingSummary>({
  filter: incomingFilter,
  columns: [
    { key: 'referenceNumber', kind: 'id', sensitivity: 'plain', value: (row) => row.referenceNumber },
    { key: 'day', kind: 'day', sensitivity: 'plain', value: (row) => row.day },
    { key: 'sender', kind: 'text', sensitivity: 'name', width: 36, value: (row) => row.senderLine },
    { key: 'theirNumber', kind: 'id', sensitivity: 'plain', value: (row) => row.theirNumber },
    { key: 'theirDay', kind: 'day', sensitivity: 'plain', value: (row) => row.theirDay },
    { key: 'subject', kind: 'text', sensitivity: 'words', width: 40, value: (row) => row.subject },
    {
      key: 'state',
      kind: 'text',
      sensitivity: 'plain',
      value: ({ state, answeredBy }) =>
        incomingWords.state[state === 'closed' && answeredBy !== null ? 'answered' : state],
    },
    { key: 'due', kind: 'day', sensitivity: 'plain', value: (row) => row.dueDay },
    { key: 'answeredBy', kind: 'id', sensitivity: 'plain', value: (row) => row.answeredBy },
  ],
  count: (reader, filter, { staffId, today }) => ({
    rows: listIncoming(reader, { ...filter, offset: 0, limit: 1 }, staffId, today).total,
    more: false,
  }),
  slice: paged(
    (reader, filter, at, { staffId, today }) =>
      listIncoming(reader, { ...filter, ...at }, staffId, today).rows,
  ),
});

const agreementFilter = z.object({
  text: z.string().max(200).default(''),
  view: agreementViewSchema.default('all'),
});

/** الاتفاقيات (P.2), with the filters of its screen. */
export const agreementList = defineExportList<z.output<typeof agreementFilter>, AgreementSummary>({
  filter: agreementFilter,
  columns: [
    { key: 'agreementTitle', kind: 'text', sensitivity: 'plain', width: 40, value: (row) => row.title },
    { key: 'party', kind: 'text', sensitivity: 'name', width: 32, value: (row) => row.partyName },
    {
      key: 'agreementKind',
      kind: 'text',
      sensitivity: 'plain',
      value: (row) => agreementWords.kind[row.kind],
    },
    { key: 'agreementNumber', kind: 'id', sensitivity: 'plain', value: (row) => row.number },
    { key: 'signedOn', kind: 'day', sensitivity: 'plain', value: (row) => row.signedOn },
    { key: 'startsOn', kind: 'day', sensitivity: 'plain', value: (row) => row.startsOn },
    { key: 'endsOn', kind: 'day', sensitivity: 'plain', value: (row) => row.endsOn },
    { key: 'endedOn', kind: 'day', sensitivity: 'plain', value: (row) => row.endedOn },
    {
      key: 'state',
      kind: 'text',
      sensitivity: 'plain',
      width: 24,
      value: (row) => agreementWords.state[row.state],
    },
    { key: 'openCases', kind: 'count', sensitivity: 'plain', value: (row) => row.openCases },
  ],
  count: (reader, filter, { today }) => ({ rows: countAgreements(reader, filter, today), more: false }),
  slice: paged((reader, filter, at, { today }) => pageAgreements(reader, filter, today, at)),
});

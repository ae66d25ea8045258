import { queries } from '../statement.ts';
import type { Reader } from '../transaction.ts';

export interface ContactExportFilter {
  readonly channel: string | null;
  readonly openOnly: boolean;
}

const base = ({ channel, openOnly }: ContactExportFilter) =>
  queries
    .selectFrom('contact')
    .$if(channel !== null, (query) => query.where('contact.channel', '=', channel ?? ''))
    .$if(openOnly, (query) =>
      query.where('contact.closed_at_ms', 'is', null).where('contact.next_action', '<>', ''),
    );

/** As the list of contacts is ordered: latest first. */
const page = (filter: ContactExportFilter, after: { readonly at: number; readonly id: number } | null) =>
  base(filter)
    .innerJoin('party', 'party.id', 'contact.party_id')
    .selectAll('contact')
    .select(['party.name as party_name', 'party.file_year', 'party.file_number'])
    .$if(after !== null, (query) =>
      query.where((eb) =>
        eb.and([
          // Alone, the first condition is answered from the index.
          eb('contact.happened_at_ms', '<=', after?.at ?? 0),
          eb.or([eb('contact.happened_at_ms', '<', after?.at ?? 0), eb('contact.id', '<', after?.id ?? 0)]),
        ]),
      ),
    )
    .orderBy('contact.happened_at_ms', 'desc')
    .orderBy('contact.id', 'desc');

export const countContacts = (reader: Reader, filter: ContactExportFilter): number =>
  reader.first(base(filter).select((eb) => eb.fn.countAll<number>().as('n')))?.n ?? 0;

export type ContactExportRow = ReturnType<typeof sliceContacts>[number];

export const sliceContacts = (
  reader: Reader,
  filter: ContactExportFilter,
  after: { readonly at: number; readonly id: number } | null,
  limit: number,
) => reader.list(page(filter, after).limit(limit));

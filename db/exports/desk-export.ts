import type { RequestListFilter } from '#shared/requests/request-list.ts';
import { type RequestLook, requestsOfView } from '../requests/request-list.ts';
import { queries } from '../statement.ts';
import type { Reader } from '../transaction.ts';

interface After {
  readonly at: number;
  readonly id: number;
}

export interface VisitExportFilter {
  /** ISO days, both in; null is open. */
  readonly from: string | null;
  readonly to: string | null;
  readonly state: string | null;
}

const visits = ({ from, to, state }: VisitExportFilter) =>
  queries
    .selectFrom('visit')
    .$if(from !== null, (query) => query.where('visit.day', '>=', from ?? ''))
    .$if(to !== null, (query) => query.where('visit.day', '<=', to ?? ''))
    .$if(state !== null, (query) => query.where('visit.state', '=', state ?? ''));

export const countVisits = (reader: Reader, filter: VisitExportFilter): number =>
  reader.first(visits(filter).select((eb) => eb.fn.countAll<number>().as('n')))?.n ?? 0;

export type VisitExportRow = ReturnType<typeof sliceVisits>[number];

/** By number, latest first: visits are numbered as people arrive. */
export const sliceVisits = (reader: Reader, filter: VisitExportFilter, after: number | null, limit: number) =>
  reader.list(
    visits(filter)
      .innerJoin('party', 'party.id', 'visit.party_id')
      .selectAll('visit')
      .select(['party.name as party_name', 'party.file_year', 'party.file_number'])
      .$if(after !== null, (query) => query.where('visit.id', '<', after ?? 0))
      .orderBy('visit.id', 'desc')
      .limit(limit),
  );

/** As its list was looked at: by whom, and on which ISO day. */
export type RequestExportFilter = RequestListFilter & RequestLook;

const requests = (filter: RequestExportFilter) =>
  queries.selectFrom('support_request').where(requestsOfView(filter, filter));

export const countRequests = (reader: Reader, filter: RequestExportFilter): number =>
  reader.first(requests(filter).select((eb) => eb.fn.countAll<number>().as('n')))?.n ?? 0;

export type RequestExportRow = ReturnType<typeof sliceRequests>[number];

/** Latest change first, whatever the view is ordered by on the screen. */
export const sliceRequests = (
  reader: Reader,
  filter: RequestExportFilter,
  after: After | null,
  limit: number,
) =>
  reader.list(
    requests(filter)
      .innerJoin('party', 'party.id', 'support_request.party_id')
      .selectAll('support_request')
      .select(['party.name as party_name', 'party.file_year', 'party.file_number'])
      .$if(after !== null, (query) =>
        query.where((eb) =>
          eb.or([
            eb('support_request.updated_at_ms', '<', after?.at ?? 0),
            eb.and([
              eb('support_request.updated_at_ms', '=', after?.at ?? 0),
              eb('support_request.id', '<', after?.id ?? 0),
            ]),
          ]),
        ),
      )
      .orderBy('support_request.updated_at_ms', 'desc')
      .orderBy('support_request.id', 'desc')
      .limit(limit),
  );

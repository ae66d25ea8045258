import { dropOwnRows } from '../imports/own-rows.ts';
import { dropParty } from '../search-index.ts';
import { queries, statement } from '../statement.ts';
import type { WriteTransaction } from '../transaction.ts';
import { keepPartyId } from './party-ids.ts';

// Pairs that nobody has looked at are a guess about a record that is gone.
const dropLowPairs = statement<{ id: number }>()((param) =>
  queries.deleteFrom('duplicate_pair').where('low_id', '=', param('id')),
);
const dropHighPairs = statement<{ id: number }>()((param) =>
  queries.deleteFrom('duplicate_pair').where('high_id', '=', param('id')),
);
const dropRow = statement<{ id: number }>()((param) =>
  queries.deleteFrom('party').where('id', '=', param('id')),
);

/** A record that was added a moment ago, of which nothing is left: the caller has seen that nobody worked with it. */
export function removeParty(tx: WriteTransaction, id: number): void {
  keepPartyId(tx, id);
  dropParty(tx, id);
  dropOwnRows(tx, id);
  tx.run(dropLowPairs, { id });
  tx.run(dropHighPairs, { id });
  tx.run(dropRow, { id });
}

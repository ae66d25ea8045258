import type { RequestId } from '#shared/ids.ts';
import { queries, statement } from '../statement.ts';
import type { WriteTransaction } from '../transaction.ts';

const stored = statement<{ id: number }>()((param) =>
  queries.selectFrom('support_request').select('answers_json').where('id', '=', param('id')),
);
const write = statement<{ id: number; answers: string }>()((param) =>
  queries
    .updateTable('support_request')
    .set({ answers_json: param('answers') })
    .where('id', '=', param('id')),
);

/** The answer to one question of T.4; an empty one takes it back. */
export function writeAnswer(tx: WriteTransaction, id: RequestId, key: string, answer: string): void {
  const row = tx.get(stored, { id });
  const given = JSON.parse(row?.answers_json ?? '{}') as Readonly<Record<string, string>>;
  const { [key]: _, ...others } = given;
  const answers = answer === '' ? others : { ...others, [key]: answer };
  tx.run(write, { id, answers: JSON.stringify(answers) });
}

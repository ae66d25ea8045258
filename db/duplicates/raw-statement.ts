import type { SqlValue, Statement } from '../statement.ts';

/** A statement in SQL that Kysely cannot build or says at length. The holes are `?`, in the order of `names`. */
export const rawStatement = <P extends Readonly<Record<string, SqlValue>>, Row>(
  sql: string,
  names: readonly (keyof P & string)[],
): Statement<P, Row> => ({ sql, values: (params) => names.map((name) => params[name]) });

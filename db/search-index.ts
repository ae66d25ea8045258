import { nameKeyOf, nameWords } from '#shared/arabic/names.ts';
import { partyTokens, type PartyNames, tokensOf, wordEnds } from '#shared/arabic/name-tokens.ts';
import {
  learnEnd,
  learnWord,
  memberPairs,
  memberWords,
  partyPairs,
  partyWords,
} from './search/search-statements.ts';
import type { WriteTransaction } from './transaction.ts';

/**
 * What makes parties and members of households findable by their names. Whoever writes a name calls these in the same
 * transaction; `search/search-parties.ts` asks.
 */

/** The folded columns of a name, as the index wants them: `search_name` of an alias or a member as well. */
export const searchColumns = (name: string): { search_name: string; name_key: string } => {
  const words = nameWords(name);
  return { search_name: words.join(' '), name_key: nameKeyOf(words, name) };
};

/** Words that this transaction has learnt already: a bulk load meets the same few thousand a million times. */
const learnt = new WeakMap<WriteTransaction, Set<string>>();

function learn(tx: WriteTransaction, words: ReadonlySet<string>): void {
  const known = learnt.get(tx) ?? new Set<string>();
  learnt.set(tx, known);
  for (const word of words) {
    if (known.has(word)) continue;
    known.add(word);
    if (tx.run(learnWord, { word }).changes === 1)
      for (const ending of wordEnds(word)) tx.run(learnEnd, { ending, word });
  }
}

/** What an import leaves for its end, in its order. */
const waiting = new WeakMap<WriteTransaction, (() => void)[]>();

function now(tx: WriteTransaction, act: () => void): void {
  const later = waiting.get(tx);
  if (later === undefined) act();
  else later.push(act);
}

/**
 * Runs `act`, and indexes after it whom it wrote or dropped. Each statement that fires a trigger makes FTS5 write out what
 * it holds: between the rows of an import that is a piece of the index for every row, and half of the time of them all.
 */
export function indexAfterwards<T>(tx: WriteTransaction, act: () => T): T {
  const later: (() => void)[] = [];
  waiting.set(tx, later);
  try {
    const done = act();
    for (const one of later) one();
    return done;
  } finally {
    waiting.delete(tx);
  }
}

/** A new party, by each of its names. */
export function indexParty(tx: WriteTransaction, id: number, names: PartyNames): void {
  now(tx, () => {
    const { words, pairs } = partyTokens(names);
    tx.run(partyWords.add, { id, words: [...words].join(' ') });
    learn(tx, words);
    if (pairs.size > 0) tx.run(partyPairs.add, { id, words: [...pairs].join(' ') });
  });
}

/** The same after any of its names changed. */
export function reindexParty(tx: WriteTransaction, id: number, names: PartyNames): void {
  dropParty(tx, id);
  indexParty(tx, id, names);
}

/** A party that is taken out of the register whole (an import that is undone). One that was merged stays: it forwards. */
export function dropParty(tx: WriteTransaction, id: number): void {
  now(tx, () => {
    tx.run(partyWords.drop, { id });
    tx.run(partyPairs.drop, { id });
  });
}

/** A member of a household without a file of their own; again after their name changed. */
export function indexMember(tx: WriteTransaction, memberId: number, name: string): void {
  dropMember(tx, memberId);
  const { words, pairs } = tokensOf([name]);
  if (words.size === 0) return;
  tx.run(memberWords.add, { id: memberId, words: [...words].join(' ') });
  learn(tx, words);
  if (pairs.size > 0) tx.run(memberPairs.add, { id: memberId, words: [...pairs].join(' ') });
}

/** A member that left, was withdrawn, or got a file of their own. */
export function dropMember(tx: WriteTransaction, memberId: number): void {
  tx.run(memberWords.drop, { id: memberId });
  tx.run(memberPairs.drop, { id: memberId });
}

/** After a bulk load: what it wrote in many pieces becomes one again. About two seconds for a million people. */
export function settleSearchIndex(tx: WriteTransaction): void {
  for (const table of [partyWords, partyPairs, memberWords, memberPairs]) tx.run(table.settle, {});
}

import { nameKey, nameWords } from './names.ts';
import { searchKey } from './search-key.ts';

/** Names that a party is known by. */
export interface PartyNames {
  readonly name: string;
  readonly latinName: string;
  readonly aliases: readonly string[];
}

const split = (text: string): string[] => searchKey(text).split(/[^\p{L}\p{N}]+/u);

/**
 * Every word that a name is found by: joined as names are (عبدالله), in the parts it was written in (بكر of أبو بكر), and
 * without its article.
 */
export function nameTokens(name: string): Set<string> {
  const words = new Set([...nameWords(name), nameKey(name).split(' ').at(-1) ?? '', ...split(name)]);
  words.delete('');
  return words;
}

/** The words of all names of a party, each once. */
export function partyTokens({ name, latinName, aliases }: PartyNames): Set<string> {
  const words = nameTokens(name);
  for (const other of [latinName, ...aliases]) for (const word of nameTokens(other)) words.add(word);
  return words;
}

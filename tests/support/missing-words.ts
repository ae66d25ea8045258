import { comparable } from './pdf-reading.ts';

const CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** Words and groups of figures, without the signs between them: a reader may move a bracket or a slash. */
const words = (text: string): string[] => comparable(text).match(/[\p{L}\p{M}]+|\p{Nd}+/gu) ?? [];

const counted = (all: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const word of all) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};

/**
 * Words of a text that a reader of its PDF did not find, each as often as it is missing. pdftotext writes the space that
 * follows a figure before it and parts the two by a control only, so a word counts if either reading of controls has it.
 */
export function missingWords(text: string, found: string): string[] {
  const left = new Map<string, number>();
  for (const counts of [counted(words(found)), counted(words(found.replace(CONTROLS, ' ')))]) {
    for (const [word, times] of counts) left.set(word, Math.max(left.get(word) ?? 0, times));
  }
  return words(text).filter((word) => {
    const times = left.get(word) ?? 0;
    left.set(word, times - 1);
    return times <= 0;
  });
}

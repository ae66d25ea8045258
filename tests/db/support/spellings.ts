/** How one name is spelled by different hands, keyboards, systems and copied texts. */

/** From a letter to one of its presentation forms, as old systems export them. */
const FORMS = new Map<string, string>();
for (let code = 0xfefc; code >= 0xfe80; code -= 1) {
  const letter = String.fromCharCode(code).normalize('NFKC');
  if (letter.length === 1) FORMS.set(letter, String.fromCharCode(code));
}

const eachWord = (text: string, change: (word: string, index: number, all: string[]) => string): string =>
  text.split(' ').map(change).join(' ');

export const SPELLINGS: Readonly<Record<string, (name: string) => string>> = {
  'as it is': (name) => name,
  'no hamza': (name) =>
    name.replace(/[أإآ]/g, 'ا').replaceAll('ؤ', 'و').replaceAll('ئ', 'ي').replaceAll('ء', ''),
  'hamza where there is none': (name) => eachWord(name, (word) => word.replace(/^ا(?!ل)/u, 'أ')),
  'ta marbuta as heh': (name) => name.replaceAll('ة', 'ه'),
  'heh as ta marbuta': (name) => eachWord(name, (word) => word.replace(/ه$/u, 'ة')),
  'alef maqsura as yeh': (name) => name.replaceAll('ى', 'ي'),
  'yeh as alef maqsura': (name) => eachWord(name, (word) => word.replace(/ي$/u, 'ى')),
  tatweel: (name) => eachWord(name, (word) => word.replace(/^(..)(?=.)/u, '$1ـــ')),
  diacritics: (name) => name.replace(/([ب-ي])(?=[ب-ي])/gu, '$1\u064E').replace(/ي/g, 'ي\u0651'),
  'عبد joined': (name) => name.replace(/(^| )عبد /gu, '$1عبد'),
  'عبد apart': (name) => name.replace(/(^| )عبد(?=\S)/gu, '$1عبد '),
  'compounds joined': (name) => name.replace(/ (الله|الدين)(?= |$)/gu, '$1').replace(/(^| )أبو /gu, '$1أبو'),
  'no article': (name) =>
    eachWord(name, (word, at, all) => (at === all.length - 1 ? word.replace(/^ال/u, '') : word)),
  'بن between': (name) =>
    name
      .replace(/ (?:بن|بنت) /gu, ' ')
      .split(' ')
      .join(' ')
      .replace(/ (?=\S+ \S+$)/u, ' بن '),
  'no بن': (name) => name.replace(/ (?:بن|بنت) /gu, ' '),
  'Persian letters': (name) => name.replaceAll('ي', 'ی').replaceAll('ك', 'ک').replaceAll('ى', 'ی'),
  'Urdu heh': (name) => name.replaceAll('ه', 'ہ').replaceAll('ة', 'ۃ'),
  'presentation forms': (name) =>
    Array.from(name.replaceAll('لا', 'ﻻ'), (letter) => FORMS.get(letter) ?? letter).join(''),
  'Allah as one sign': (name) => name.replaceAll('الله', 'ﷲ'),
  'signs that nobody sees': (name) =>
    eachWord(name, (word) => `\u200F${word.slice(0, 2)}\u200C${word.slice(2)}\u202C`),
  'other spaces': (name) => ` ${name.replaceAll(' ', '\u00A0\u2009')} `,
};

/** What is typed of a name: whole, its parts in every usual order, and each word as it grows. */
export function fragmentsOf(text: string): string[] {
  const words = text.trim().split(/\s+/u);
  const [first = '', last = ''] = [words[0], words.at(-1)];
  const fragments = new Set([text, words.slice(0, 2).join(' '), words.slice(-2).join(' ')]);
  fragments.add(words.slice(1, 3).join(' '));
  fragments.add(`${first} ${last}`).add(`${last} ${first}`);
  for (const word of words)
    for (let length = 2; length <= word.length; length += 1) fragments.add(word.slice(0, length));
  for (let length = first.length + 2; length < text.length; length += 3) fragments.add(text.slice(0, length));
  fragments.delete('');
  return [...fragments];
}

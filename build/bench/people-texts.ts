import { fixLayout } from '#shared/arabic/keyboard-layout.ts';
import type { Database } from '#db/open-database.ts';
import { latinOf } from '#electron/demo/demo-latin.ts';
import { FAMILIES, MEN, WOMEN } from '#electron/demo/demo-names.ts';
import { createDemoRandom, type DemoRandom } from '#electron/demo/demo-random.ts';
import { demoPartyInput } from '#electron/demo/demo-register.ts';
import { SEED } from './people-office.ts';

/** What is asked of the search, kind by kind; other texts in every round, so that no answer is a warm one. */
export type Texts = (round: number) => string[];

const LETTERS = Array.from('ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآءةى');
/** A text on the keys of the other layout. */
const KEYS = new Map(
  Array.from("abcdefghijklmnopqrstuvwxyz;'[],./`").map((key) => [
    fixLayout(`${key}a`).replace(/ش$/u, ''),
    key,
  ]),
);
const asLatinKeys = (text: string): string =>
  Array.from(
    text.replaceAll('أ', 'ا').replaceAll('إ', 'ا').replaceAll('لا', 'b'),
    (one) => KEYS.get(one) ?? one,
  ).join('');

const some = (
  round: number,
  count: number,
  make: (random: DemoRandom, index: number) => string[],
): string[] => {
  const random = createDemoRandom(round * 7919 + 13);
  return Array.from({ length: count }, (_, index) => make(random, index)).flat();
};

export function textsOf(db: Database, people: number): Readonly<Record<string, Texts>> {
  const person = (random: DemoRandom) => demoPartyInput(random.int(people), SEED);
  const stored = (sql: string): string[] => db.sqlite.prepare(sql).pluck().all() as string[];
  const aliases = stored('SELECT alias FROM party_alias ORDER BY id DESC LIMIT 4000');
  const members = stored("SELECT name FROM household_member WHERE name <> '' ORDER BY id DESC LIMIT 4000");
  const papers = stored('SELECT number FROM party_legacy_number ORDER BY party_id DESC LIMIT 4000');
  return {
    'a name as it is typed': (round) =>
      some(round, 12, (random) => {
        const { name } = person(random);
        return Array.from({ length: name.length }, (_, index) => name.slice(0, index + 1));
      }),
    'one letter': () => [...LETTERS, ...Array.from('abcdefghijklmnopqrstuvwxyz')],
    'given and family name, words from the middle, any order': (round) =>
      some(round, 60, (random) => {
        const words = person(random).name.split(' ');
        const last = words.at(-1) ?? '';
        return [
          `${words[0]} ${last}`,
          `${last} ${words[0]}`,
          words.slice(1).join(' '),
          words.slice(1, 3).join(' '),
          `${words[0]} ${last.slice(0, 4)}`,
          last,
        ];
      }),
    'the worst: words that all bear, words that nobody bears together': (round) =>
      some(round, 40, (random) => [
        'محمد',
        'عبد',
        'ال',
        'بن',
        'م ا',
        `${random.pick(MEN)} ${random.pick(MEN)} ${random.pick(MEN)} ${random.pick(FAMILIES)}`,
        `${random.pick(WOMEN)} ${random.pick(WOMEN)}`,
        `${random.pick(WOMEN)} ${random.pick(WOMEN)} ${random.pick(WOMEN)} ${random.pick(FAMILIES)}`,
        `${random.pick(MEN)} ${random.pick(LETTERS)} ${random.pick(LETTERS)} ${random.pick(LETTERS)}`,
        `${random.pick(LETTERS)} ${random.pick(LETTERS)} ${random.pick(FAMILIES).slice(0, 3)}`,
      ]),
    'letters that match nothing, fragments from within words': (round) =>
      some(round, 40, (random, index) => [
        `زرافة${index}`,
        `ظغض${random.pick(LETTERS)}`,
        `${random.pick(MEN)} زرافة`,
        random.pick(FAMILIES).slice(3),
        'xqzw',
      ]),
    'digits: ids, mobiles, files, paper numbers': (round) =>
      some(round, 30, (random) => {
        const { idNumber, mobile } = person(random);
        const paper = papers[random.int(papers.length)] ?? '1';
        return [
          idNumber,
          idNumber.slice(0, 1 + random.int(9)),
          mobile.replace('+966', '0'),
          mobile.slice(0, 5 + random.int(8)),
          `${1 + random.int(people)}`,
          `1448-${1 + random.int(400)}`,
          paper,
          '5',
          '05',
          '1',
        ];
      }),
    'members of households, other names, Latin names': (round) =>
      some(round, 30, (random) => {
        const member = members[random.int(members.length)] ?? '';
        const alias = aliases[random.int(aliases.length)] ?? '';
        const latin = latinOf([random.pick(MEN), random.pick(MEN), random.pick(FAMILIES)]);
        return [member, member.slice(0, 6), alias, alias.slice(0, 6), latin, latin.slice(0, 4).toLowerCase()];
      }),
    'the wrong keyboard layout, both ways': (round) =>
      some(round, 30, (random) => {
        const words = person(random).name.split(' ');
        return [
          asLatinKeys(words[0] ?? ''),
          asLatinKeys(`${words[0]} ${words.at(-1)}`),
          fixLayout(latinOf([random.pick(MEN)]).toLowerCase()),
          fixLayout(latinOf([random.pick(WOMEN)]).toLowerCase()),
        ];
      }),
  };
}

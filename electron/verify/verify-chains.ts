import { listCounters, chainGenesis, type Register } from '#db/registers/register-counter.ts';
import { listNumbers } from '#db/registers/register-numbers.ts';
import type { Reader } from '#db/transaction.ts';

/** Heads of a register's chain before and after a number, as they were computed again. */
export type ChainLinks = Map<string, Map<number, { before: string; after: string }>>;

export const addLink = (
  links: ChainLinks,
  register: string,
  hijriYear: number,
  number: number,
  link: { readonly before: string; readonly after: string },
): void => {
  const key = `${register} ${hijriYear}`;
  const found = links.get(key) ?? new Map<number, { before: string; after: string }>();
  links.set(key, found.set(number, { ...link }));
};

/** How a fault names its place: `outgoing-1448-127`. */
export const placeOf = (register: string, hijriYear: number | null, number: number | null): string =>
  `${register}-${hijriYear}-${number}`;

/** Every number from the opening to the last, each once, and none that no counter knows. */
export function checkContinuity(reader: Reader): { name: string; last: number; fault: string | null }[] {
  const known = new Set<string>();
  const checks = listCounters(reader).map(({ register, hijriYear, opening, last }) => {
    const name = `${register} ${hijriYear}`;
    known.add(name);
    return { name, last, fault: continuity(name, listNumbers(reader, register, hijriYear), opening, last) };
  });
  for (const register of ['outgoing', 'incoming', 'requests', 'files'] as const)
    for (const year of listNumbers(reader, register, null))
      if (!known.has(`${register} ${year}`))
        checks.push({ name: `${register} ${year}`, last: 0, fault: `register.unknown:${register}-${year}` });
  return checks;
}

function continuity(name: string, numbers: readonly number[], opening: number, last: number): string | null {
  const where = name.replace(' ', '-');
  for (let index = 0; index < last - opening; index += 1)
    if (numbers[index] !== opening + 1 + index) return `register.gap:${where}-${opening + 1 + index}`;
  return numbers.length > last - opening ? `register.beyond:${where}-${numbers[last - opening]}` : null;
}

const SEALED: readonly Register[] = ['outgoing', 'incoming'];

/** From the opening that was declared through every number to the head: no link missing, none that leads elsewhere. */
export function checkChains(reader: Reader, chains: ChainLinks): string | null {
  for (const { register, hijriYear, opening, last, chainHead } of listCounters(reader)) {
    let head = chainGenesis(register, hijriYear, opening);
    const links = chains.get(`${register} ${hijriYear}`);
    // Requests and files bear no seal: their registers stay at the head they opened with.
    const sealedTo = SEALED.includes(register) ? last : opening;
    for (let number = opening + 1; number <= sealedTo; number += 1) {
      const link = links?.get(number);
      if (link?.before !== head) return `register.chain:${placeOf(register, hijriYear, number)}`;
      head = link.after;
    }
    if (head !== chainHead) return `register.head:${register}-${hijriYear}`;
  }
  return null;
}

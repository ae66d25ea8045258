import { MOST_ADDRESSED } from '#shared/papers/papers-contract.ts';

export interface AddressPortion<T> {
  /** Of the letters in their order, counted from 1. */
  readonly from: number;
  readonly to: number;
  readonly ids: T[];
}

/** Letters in heaps that one paper of envelopes or labels takes, in their order: one heap for few, none for none. */
export function addressPortions<T>(ids: readonly T[], most = MOST_ADDRESSED): AddressPortion<T>[] {
  return Array.from({ length: Math.ceil(ids.length / most) }, (_, index) => {
    const heap = ids.slice(index * most, (index + 1) * most);
    return { from: index * most + 1, to: index * most + heap.length, ids: heap };
  });
}

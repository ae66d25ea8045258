import type { LetterId } from '#shared/ids.ts';
import { call } from './client.ts';
import type { Printable } from './print-store.ts';

export const letterKey = (id: LetterId): string => `letter ${id}`;

/** A letter for `usePrint`: its sealed paper once it has a number, until then the marked proof. */
export const printableLetter = ({
  id,
  title,
  pages,
  sealed,
}: {
  readonly id: LetterId;
  /** Its number, or its subject before it has one. */
  readonly title: string;
  readonly pages: number | null;
  readonly sealed: boolean;
}): Printable => ({
  key: letterKey(id),
  title,
  pages,
  registered: sealed,
  send: (choice) => call('letters.print', { id, ...choice }),
});

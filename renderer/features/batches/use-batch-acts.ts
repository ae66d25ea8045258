import { useRef, useState } from 'react';
import type { Batch } from '#shared/batches/batch.ts';
import type { LetterId } from '#shared/ids.ts';
import type { SigningPictures } from '#shared/letters/letter-life.ts';
import { isClockError } from '#renderer/api/clock-dialog.tsx';
import { call, isApiError, type ApiError } from '#renderer/api/client.ts';

export interface BatchActs {
  readonly busy: boolean;
  /** What was refused at once; what stops a long act stands in its progress. */
  readonly error: ApiError | null;
  /** The clock's question, until it is answered or put aside. */
  readonly clockError: ApiError | null;
  readonly clear: () => void;
  readonly draft: () => Promise<boolean>;
  readonly submit: () => Promise<boolean>;
  readonly approve: () => Promise<boolean>;
  readonly giveBack: (remarks: string) => Promise<boolean>;
  readonly issue: (pictures: SigningPictures, confirmClock: boolean) => Promise<boolean>;
  readonly print: (from: LetterId | null) => Promise<boolean>;
  readonly cancel: () => void;
  readonly discard: () => Promise<boolean>;
}

const seenOf = (batch: Batch) =>
  batch.persons.flatMap(({ letterId, letterVersion, letterState }) =>
    letterId === null || letterVersion === null || letterState === null
      ? []
      : [{ letterId, version: letterVersion }],
  );

/** The acts on a batch, one at a time. What is approved or issued is what this screen shows: the versions go along. */
export function useBatchActs(batch: Batch): BatchActs {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const { id } = batch;
  // A second press in a hurry comes before React has drawn that the first is under way.
  const underWay = useRef(false);
  const attempt = async (act: () => Promise<unknown>): Promise<boolean> => {
    if (underWay.current) return false;
    underWay.current = true;
    setBusy(true);
    setError(null);
    try {
      await act();
      return true;
    } catch (caught) {
      if (!isApiError(caught)) throw caught;
      setError(caught);
      return false;
    } finally {
      underWay.current = false;
      setBusy(false);
    }
  };
  const aboutClock = isClockError(error);
  return {
    busy,
    error: aboutClock ? null : error,
    clockError: aboutClock ? error : null,
    clear: () => setError(null),
    draft: () => attempt(() => call('batches.draft', { id })),
    submit: () => attempt(() => call('batches.submit', { id })),
    approve: () => attempt(() => call('batches.approve', { id, seen: seenOf(batch) })),
    giveBack: (remarks) => attempt(() => call('batches.return', { id, remarks })),
    issue: (pictures, confirmClock) =>
      attempt(() => call('batches.issue', { id, seen: seenOf(batch), confirmClock, pictures })),
    print: (from) => attempt(() => call('batches.print', { id, from })),
    cancel: () => void call('batches.cancel', { id }),
    discard: () => attempt(() => call('batches.discard', { id })),
  };
}

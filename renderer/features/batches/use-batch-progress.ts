import { useEffect, useState } from 'react';
import type { BatchProgress } from '#shared/batches/batch.ts';
import type { BatchId } from '#shared/ids.ts';
import { onEvent } from '#renderer/api/client.ts';

/** The latest word of a batch's long act: what the record came with, then what the main process tells. */
export function useBatchProgress(id: BatchId, known: BatchProgress | null): BatchProgress | null {
  const [heard, setHeard] = useState<BatchProgress | null>(null);
  useEffect(
    () =>
      onEvent('letters.batchProgress', (progress) => {
        if (progress.batchId === id) setHeard(progress);
      }),
    [id],
  );
  return heard ?? known;
}

export const isRunning = (progress: BatchProgress | null): boolean =>
  progress?.state === 'running' || progress?.state === 'stopping';

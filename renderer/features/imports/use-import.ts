import { useEffect, useState } from 'react';
import type { ImportProgress } from '#shared/imports/import.ts';
import { onEvent } from '#renderer/api/client.ts';

/** The latest word of a long act; null while nothing runs. */
export function useImportProgress(running: boolean): ImportProgress | null {
  const [heard, setHeard] = useState<ImportProgress | null>(null);
  useEffect(() => onEvent('imports.progress', setHeard), []);
  return running ? heard : null;
}

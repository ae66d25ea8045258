import { parentPort, workerData } from 'node:worker_threads';
import { answerImports, type ImportThreadData } from './import-thread-side.ts';

/** A thread of its own: reading, comparing and writing thousands of rows each take a core for seconds. */
if (parentPort !== null) answerImports(parentPort, workerData as ImportThreadData);

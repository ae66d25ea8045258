import type { BatchProgress } from '../batches/batch.ts';
import type { AppState } from '../first-run/first-run-contract.ts';
import type { ImportProgress } from '../imports/import.ts';
import type { Topic } from './contract.ts';

/** What the main process tells the desk without being asked. */
export interface AppEvents {
  /** While the office is brought up to date, and once at its end: how the data folder stands now. */
  'app.state': AppState;
  /** After a command: the desk refetches what it shows of these topics. */
  'data.changed': { readonly topics: readonly Topic[] };
  /** A long act of the backup; `done` of `total` are bytes or files of the named stage. */
  'backup.progress': {
    readonly stage: 'snapshot' | 'pack' | 'verify' | 'restore';
    readonly done: number;
    readonly total: number;
  };
  /** A long act on letters to many: after each letter, and at its end. */
  'letters.batchProgress': BatchProgress;
  /** A long act of an import. */
  'imports.progress': ImportProgress;
  /** A menu's or the window's wish: the desk decides what it means on the screen that is open. */
  'desk.command': { readonly command: 'newVisit' | 'lock' | 'print' };
}

export const EVENT_NAMES = [
  'app.state',
  'data.changed',
  'backup.progress',
  'letters.batchProgress',
  'imports.progress',
  'desk.command',
] as const satisfies readonly (keyof AppEvents)[];
export type EventName = (typeof EVENT_NAMES)[number];

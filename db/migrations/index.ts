import { createOffice } from './0010-create-office.ts';
import { createParties } from './0020-create-parties.ts';
import { createDesk } from './0030-create-desk.ts';
import { createLetters } from './0040-create-letters.ts';
import { completeLetters } from './0050-complete-letters.ts';
import { completeParties } from './0060-complete-parties.ts';
import { speedSearch } from './0062-speed-search.ts';
import { completeRequests } from './0070-complete-requests.ts';
import type { Migration } from './migration.ts';

/** Every migration, in order. Written by hand: a folder listing differs between sources and bundle. */
export const MIGRATIONS: readonly Migration[] = [
  createOffice,
  createParties,
  createDesk,
  createLetters,
  completeLetters,
  completeParties,
  speedSearch,
  completeRequests,
];

/** The `user_version` of a database that this program made. */
export const SCHEMA_VERSION = Math.max(...MIGRATIONS.map((migration) => migration.version));

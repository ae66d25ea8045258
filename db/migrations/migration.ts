/**
 * One step of the schema. `sql` is frozen in time: a migration imports nothing of ours but this type, so that it does
 * tomorrow what it did on the day it shipped. Versions rise by ten, to leave room on a branch.
 */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

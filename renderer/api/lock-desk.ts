import { call } from './client.ts';
import { flushAutosaves } from './use-autosave.ts';

/** Saves what is being typed, then puts the screen behind the password. */
export async function lockDesk(): Promise<void> {
  await flushAutosaves();
  await call('session.lock');
}

/** As `lockDesk`, and nobody sits at the desk any more. */
export async function leaveDesk(): Promise<void> {
  await flushAutosaves();
  await call('session.signOut');
}

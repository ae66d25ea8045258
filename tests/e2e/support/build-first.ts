import { ensureBuilt } from '../../../build/fresh-build.ts';

/** The specs run the built bundles, as the desk does. */
export default async function buildFirst(): Promise<void> {
  await ensureBuilt();
}

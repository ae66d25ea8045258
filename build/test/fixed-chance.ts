import { configureGlobal } from 'fast-check';

/**
 * Property tests try the same cases at every run, so that a red run is somebody's change and not the dice:
 * `FAST_CHECK_SEED=random npm test` throws them anew, `FAST_CHECK_SEED=<number>` repeats a throw.
 */
const wanted = process.env['FAST_CHECK_SEED'] ?? '1448';
if (wanted !== 'random') configureGlobal({ seed: Number(wanted) });

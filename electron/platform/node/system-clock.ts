import { uptime } from 'node:os';
import type { Clock } from '../../ports/clock.ts';

/** `performance.now()` stands still on Linux while the machine sleeps, and every morning would look like a jump. */
export const systemClock: Clock = { nowMs: () => Date.now(), monotonicMs: () => uptime() * 1000 };

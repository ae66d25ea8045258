import { flushCompileCache } from 'node:module';

/** Keeps what was compiled for the next start: a process that is killed never comes to do it at its end. */
export const keepCompiled = (): void => flushCompileCache();

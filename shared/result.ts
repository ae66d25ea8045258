import type { AppErrorCode, AppErrorDetails } from './app-error.ts';

/** What crosses a process: a value, or an error by code. Errors as objects lose their class on the way. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly error: { readonly code: AppErrorCode; readonly details: AppErrorDetails };
    };

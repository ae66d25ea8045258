import { isAppErrorCode, type AppErrorCode, type AppErrorDetails } from '#shared/app-error.ts';
import type { AppContract, ChannelName } from '#shared/ipc/app-contract.ts';
import type { WisamBridge } from '#shared/ipc/bridge.ts';
import type { CallerInput, Output } from '#shared/ipc/contract.ts';
import type { AppEvents, EventName } from '#shared/ipc/events.ts';
import type { Result } from '#shared/result.ts';

declare global {
  interface Window {
    /** Exposed by the preload; the only door to the main process. */
    readonly wisam: WisamBridge;
  }
}

/** What the main process refused, by code; its sentence is `errors.<code>` of the locale (`useErrorText`). */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: AppErrorCode;
  readonly details: AppErrorDetails;

  constructor(code: AppErrorCode, details: AppErrorDetails) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

export const isApiError = (error: unknown, code?: AppErrorCode): error is ApiError =>
  error instanceof ApiError && (code === undefined || error.code === code);

/** Something typed is longer than is kept: it stays where it was typed. */
export const isTooLong = (error: unknown): boolean =>
  isApiError(error, 'invalidInput') && Object.values(error.details).includes('tooLong');

export type ChannelInput<N extends ChannelName> = CallerInput<AppContract[N]>;
export type ChannelOutput<N extends ChannelName> = Output<AppContract[N]>;

/** A channel without input is called with its name alone. */
export type InputArgs<N extends ChannelName> =
  undefined extends ChannelInput<N> ? [input?: ChannelInput<N>] : [input: ChannelInput<N>];

/**
 * Calls a channel and gives its value.
 * @throws ApiError with the code that the main process answered; `internal` when the answer was no answer
 */
export async function call<N extends ChannelName>(name: N, ...args: InputArgs<N>): Promise<ChannelOutput<N>> {
  const door = window.wisam[name] as (input: unknown) => Promise<Result<ChannelOutput<N>>>;
  let result: Result<ChannelOutput<N>>;
  try {
    result = await door(args[0]);
  } catch (cause) {
    // Electron rejects when the handler is missing or the window is being torn down: no code crosses then.
    throw Object.assign(new ApiError('internal', { channel: name }), { cause });
  }
  if (result.ok) return result.value;
  throw new ApiError(
    isAppErrorCode(result.error.code) ? result.error.code : 'internal',
    result.error.details,
  );
}

/** Gives back the function that ends the subscription. */
export const onEvent = <E extends EventName>(
  event: E,
  listener: (payload: AppEvents[E]) => void,
): (() => void) => window.wisam.subscribe(event, listener);

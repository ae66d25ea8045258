import type { Result } from '../result.ts';
import type { AppContract, ChannelName } from './app-contract.ts';
import type { CallerInput, Output } from './contract.ts';
import type { AppEvents, EventName } from './events.ts';

/** What the preload exposes as `window.wisam`: one function a channel, and `subscribe`; nothing else. */
export type WisamBridge = {
  readonly [N in ChannelName]: (
    input: CallerInput<AppContract[N]>,
  ) => Promise<Result<Output<AppContract[N]>>>;
} & {
  /** Gives back the function that ends the subscription. */
  readonly subscribe: <E extends EventName>(
    event: E,
    listener: (payload: AppEvents[E]) => void,
  ) => () => void;
};

import type { WisamBridge } from '#shared/ipc/bridge.ts';

declare global {
  interface Window {
    readonly wisam: WisamBridge;
  }
}

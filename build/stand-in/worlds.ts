// The source text of these functions travels into the page: they may use nothing from outside themselves.
// One window has two worlds, as with Electron's contextIsolation: the page's own, and the preload's. They share the
// document, not their JavaScript. What crosses between them are strings, in events with names that the page never sees.
import type { Codec, Crossing, makeCodec } from './codec.ts';

type AnyFunction = (...args: unknown[]) => unknown;

/** One end of the bridge between the two worlds; both run the same code. */
export interface Endpoint {
  /** Copies a value out of this world: functions become proxies, prototypes are lost. */
  offer: (key: string, value: unknown) => void;
}

export const base64OfPage = {
  encode: `(bytes) => { if (bytes.toBase64) return bytes.toBase64(); let text = ''; for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768)); return btoa(text); }`,
  decode: `(text) => Uint8Array.fromBase64 ? Uint8Array.fromBase64(text) : Uint8Array.from(atob(text), (each) => each.charCodeAt(0))`,
};

export function makeEndpoint(
  inbox: string,
  outbox: string,
  newCodec: (crossing: Crossing) => Codec,
  onOffer: (key: string, value: unknown) => void,
): Endpoint {
  interface Message {
    op: 'call' | 'reply' | 'settle' | 'offer';
    id?: number;
    key?: string;
    ok?: boolean;
    data: string;
  }
  const post = (message: Message): void =>
    void window.dispatchEvent(new CustomEvent(outbox, { detail: JSON.stringify(message) }));
  const mine = new Map<number, AnyFunction>();
  const numbers = new WeakMap<object, number>();
  const theirs = new Map<number, AnyFunction>();
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: unknown) => void }>();
  let next = 1;
  let reply: Message | undefined;

  // Positive numbers are functions, negative ones promises.
  const codec = newCodec({
    put(value) {
      if (typeof value === 'function') {
        let id = numbers.get(value);
        if (id === undefined) {
          numbers.set(value, (id = next++));
          mine.set(id, value as AnyFunction);
        }
        return id;
      }
      if (!(value instanceof Promise)) return undefined;
      const id = next++;
      value.then(
        (result) => post({ op: 'settle', id, ok: true, data: codec.encode(result) }),
        (error: unknown) => post({ op: 'settle', id, ok: false, data: codec.encode(plainError(error)) }),
      );
      return -id;
    },
    get(id) {
      if (id < 0) return new Promise((resolve, reject) => waiting.set(-id, { resolve, reject }));
      let proxy = theirs.get(id);
      if (!proxy) {
        proxy = (...args) => {
          post({ op: 'call', id, data: codec.encode(args) });
          // Events are synchronous: the answer to this call is the last one that has come.
          const { ok, data } = reply!;
          if (!ok) throw codec.decode(data);
          return codec.decode(data);
        };
        theirs.set(id, proxy);
      }
      return proxy;
    },
  });
  /** An error that crosses Electron's context bridge keeps its message; its class and its own fields are lost. */
  const plainError = (error: unknown): unknown => (error instanceof Error ? new Error(error.message) : error);

  function answer(message: Message): Message {
    try {
      const result = mine.get(message.id!)!(...(codec.decode(message.data) as unknown[]));
      return { op: 'reply', ok: true, data: codec.encode(result) };
    } catch (error) {
      return { op: 'reply', ok: false, data: codec.encode(plainError(error)) };
    }
  }
  window.addEventListener(inbox, (event) => {
    const message = JSON.parse((event as CustomEvent<string>).detail) as Message;
    if (message.op === 'call') post(answer(message));
    else if (message.op === 'reply') reply = message;
    else if (message.op === 'offer') onOffer(message.key!, codec.decode(message.data));
    else {
      const promise = waiting.get(message.id!);
      waiting.delete(message.id!);
      promise?.[message.ok ? 'resolve' : 'reject'](codec.decode(message.data));
    }
  });
  return { offer: (key, value) => post({ op: 'offer', key, data: codec.encode(value) }) };
}

/** The page's world: receives what the preload exposes, frozen, as Electron gives it. */
export function installPageWorld(
  [inbox, outbox]: readonly [string, string],
  endpoint: typeof makeEndpoint,
  newCodec: (crossing: Crossing) => Codec,
): void {
  if (window !== window.top) return;
  const freeze = (value: unknown): unknown => {
    if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value))
      Object.values(Object.freeze(value)).forEach(freeze);
    return value;
  };
  endpoint(inbox, outbox, newCodec, (key, value) => {
    if (key in window)
      throw new Error('Cannot bind an API on top of an existing property on the window object');
    Object.defineProperty(window, key, {
      value: freeze(value),
      enumerable: true,
      writable: false,
      configurable: false,
    });
  });
}

export interface PreloadSetting {
  events: readonly [string, string];
  binding: string;
  process: object;
}

/** The preload's world: a sandboxed preload's `require('electron')`, over the binding that only this world has. */
export function installPreloadWorld(
  setting: PreloadSetting,
  endpoint: typeof makeEndpoint,
  codecMaker: typeof makeCodec,
  base64: { encode: (bytes: Uint8Array) => string; decode: (text: string) => Uint8Array },
  preload: (require: (id: string) => unknown, module: object, exports: object, process: object) => void,
): void {
  if (window !== window.top) return;
  const scope = globalThis as unknown as Record<string, (text: string) => void>;
  const toMain = scope[setting.binding]!;
  const codec = codecMaker(base64.encode, base64.decode);
  const bridge = endpoint(
    setting.events[0],
    setting.events[1],
    (crossing) => codecMaker(base64.encode, base64.decode, crossing),
    () => {},
  );
  const listeners = new Map<string, AnyFunction[]>();
  const waiting = new Map<number, (reply: { result?: unknown; error?: string }) => void>();
  let next = 1;
  Object.defineProperty(globalThis, `${setting.binding}:in`, {
    value: (kind: 'reply' | 'message', key: string, data: string) => {
      if (kind === 'message')
        for (const listener of (listeners.get(key) ?? []).slice())
          listener({ sender: ipcRenderer, ports: [] }, ...(codec.decode(data) as unknown[]));
      else waiting.get(Number(key))?.(codec.decode(data) as { result?: unknown; error?: string });
    },
  });
  const throwing = (name: string, known: object): object =>
    new Proxy(known, {
      get(target, key) {
        if (key in target || typeof key === 'symbol') return Reflect.get(target, key) as unknown;
        throw new Error(`stand-in: ${name}.${key} is not offered`);
      },
    });
  const ipcRenderer = throwing('ipcRenderer', {
    invoke(channel: string, ...args: unknown[]) {
      const data = codec.encode(args); // what cannot be cloned is refused before anything is sent
      const id = next++;
      return new Promise((resolve, reject) => {
        waiting.set(id, (reply) => {
          waiting.delete(id);
          if (reply.error === undefined) resolve(reply.result);
          else reject(new Error(`Error invoking remote method '${channel}': ${reply.error}`));
        });
        toMain(JSON.stringify({ id, channel, data }));
      });
    },
    on(channel: string, listener: AnyFunction) {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      return ipcRenderer;
    },
    off(channel: string, listener: AnyFunction) {
      listeners.set(
        channel,
        (listeners.get(channel) ?? []).filter((each) => each !== listener),
      );
      return ipcRenderer;
    },
  });
  const contextBridge = throwing('contextBridge', {
    exposeInMainWorld: (key: string, api: unknown) => bridge.offer(key, api),
  });
  const electron = throwing('electron', { ipcRenderer, contextBridge });
  const module = { exports: {} };
  const require = (id: string): unknown => {
    if (id === 'electron' || id === 'electron/renderer') return electron;
    throw new Error(`module not found: ${id}`); // a sandboxed preload loads nothing from disk
  };
  preload(require, module, module.exports, throwing('process', setting.process));
}

import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { CDPSession, Page } from 'playwright-core';
import { makeCodec } from './codec.ts';
import { electronVersion } from './setting.ts';
import {
  base64OfPage,
  installPageWorld,
  installPreloadWorld,
  makeEndpoint,
  type PreloadSetting,
} from './worlds.ts';

export interface PreloadCall {
  channel: string;
  data: string;
  /** The origin of the document that called, as Chromium names it. */
  origin: string;
}

/**
 * A world of its own for the preload of one window, through Chromium's debugging protocol: the page's scripts see
 * neither its variables nor the binding to the main process.
 */
export class PreloadWorld {
  private readonly cdp: CDPSession;
  private readonly frame: string;
  private readonly binding = `standIn${randomBytes(8).toString('hex')}`;
  private readonly name = `preload${randomBytes(8).toString('hex')}`;
  private context: { id: number; origin: string } | undefined;

  private constructor(cdp: CDPSession, frame: string) {
    this.cdp = cdp;
    this.frame = frame;
  }

  static async install(
    page: Page,
    file: string,
    onCall: (call: PreloadCall) => Promise<string>,
  ): Promise<PreloadWorld> {
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Page.enable');
    const { frameTree } = await cdp.send('Page.getFrameTree');
    const world = new PreloadWorld(cdp, frameTree.frame.id);
    await world.start(readFileSync(file, 'utf8'), onCall);
    return world;
  }

  /** Hands a message to the listeners of the preload; a document without a preload yet misses it, as in Electron. */
  async send(channel: string, data: string): Promise<void> {
    if (this.context) await this.hand(this.context.id, 'message', channel, data);
  }

  private async start(preload: string, onCall: (call: PreloadCall) => Promise<string>): Promise<void> {
    const { cdp, binding, name } = this;
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      const aux = context.auxData as { frameId?: string } | undefined;
      if (context.name === name && aux?.frameId === this.frame)
        this.context = { id: context.id, origin: context.origin };
    });
    cdp.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (this.context?.id === executionContextId) this.context = undefined;
    });
    cdp.on('Runtime.executionContextsCleared', () => (this.context = undefined));
    cdp.on('Runtime.bindingCalled', ({ name: called, payload, executionContextId }) => {
      const context = this.context;
      if (called !== binding || context?.id !== executionContextId) return;
      const { id, channel, data } = JSON.parse(payload) as { id: number; channel: string; data: string };
      void onCall({ channel, data, origin: context.origin }).then((reply) =>
        this.hand(context.id, 'reply', String(id), reply),
      );
    });
    await cdp.send('Runtime.enable');
    await cdp.send('Runtime.addBinding', { name: binding, executionContextName: name });
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: this.pageSource() });
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
      source: this.preloadSource(preload),
      worldName: name,
    });
  }

  private async hand(context: number, kind: 'reply' | 'message', key: string, data: string): Promise<void> {
    await this.cdp
      .send('Runtime.callFunctionOn', {
        executionContextId: context,
        functionDeclaration: `function (kind, key, data) { globalThis['${this.binding}:in'](kind, key, data); }`,
        arguments: [{ value: kind }, { value: key }, { value: data }],
      })
      .catch(() => {}); // the document went away meanwhile, and with it whoever waited
  }

  private get events(): [string, string] {
    return [`${this.binding}:a`, `${this.binding}:b`];
  }

  private pageSource(): string {
    const codec = `(crossing) => (${makeCodec.toString()})(${base64OfPage.encode}, ${base64OfPage.decode}, crossing)`;
    return `(${installPageWorld.toString()})(${JSON.stringify(this.events)}, ${makeEndpoint.toString()}, ${codec});`;
  }

  private preloadSource(preload: string): string {
    const [toPage, toPreload] = this.events;
    const given: PreloadSetting = {
      events: [toPreload, toPage],
      binding: this.binding,
      process: {
        type: 'renderer',
        platform: process.platform,
        sandboxed: true,
        contextIsolated: true,
        versions: { electron: electronVersion },
      },
    };
    const base64 = `{ encode: ${base64OfPage.encode}, decode: ${base64OfPage.decode} }`;
    return `(${installPreloadWorld.toString()})(${JSON.stringify(given)}, ${makeEndpoint.toString()}, ${makeCodec.toString()}, ${base64}, function (require, module, exports, process) {\n${preload}\n});`;
  }
}

import { onlyKnown, strict } from './strict.ts';

export type SchemeHandler = (request: Request) => Response | Promise<Response>;
export type Permission = { permission: string; callback: (granted: boolean) => void };

const privileged = new Set<string>();

/** `protocol` of one session. */
class Protocol {
  readonly handlers = new Map<string, SchemeHandler>();

  registerSchemesAsPrivileged(list: readonly { scheme: string }[]): void {
    for (const { scheme } of list) privileged.add(scheme);
  }
  handle(scheme: string, handler: SchemeHandler): void {
    if (this.handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    if (!privileged.has(scheme)) throw new Error(`stand-in: ${scheme} was not registered as privileged`);
    this.handlers.set(scheme, handler);
  }
  isProtocolHandled(scheme: string): boolean {
    return this.handlers.has(scheme);
  }
}

type BeforeRequest = (
  details: { url: string; method: string; resourceType: string },
  callback: (answer: { cancel?: boolean }) => void,
) => void;

/** `session.webRequest`: only the moment before a request, which is where the app says no. */
class WebRequest {
  private listener: { urls: readonly string[]; ask: BeforeRequest } | undefined;

  onBeforeRequest(filter: { urls: readonly string[] }, ask: BeforeRequest): void {
    this.listener = { urls: filter.urls, ask };
  }
  /** Whether the app lets this request out. */
  async allows(url: string, method: string, resourceType: string): Promise<boolean> {
    const listener = this.listener;
    if (!listener?.urls.some((pattern) => matches(pattern, url))) return true;
    return new Promise((done) =>
      listener.ask({ url, method, resourceType }, (answer) => done(answer.cancel !== true)),
    );
  }
}

/** Chrome's match patterns, as far as an app that refuses everything needs them: `scheme://*\/*`. */
function matches(pattern: string, url: string): boolean {
  if (pattern === '<all_urls>') return true;
  const shape = pattern.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '.*');
  return new RegExp(`^${shape}$`).test(url);
}

type PermissionRequest = (
  contents: object,
  permission: string,
  callback: (granted: boolean) => void,
  details: object,
) => void;
type PermissionCheck = (
  contents: object | null,
  permission: string,
  origin: string,
  details: object,
) => boolean;

export class Session {
  readonly protocol: Protocol;
  readonly webRequest: WebRequest;
  /** The objects themselves, for the stand-in. */
  readonly schemes = new Protocol();
  readonly requests = new WebRequest();
  private request: PermissionRequest | null = null;
  private check: PermissionCheck | null = null;

  constructor() {
    this.protocol = strict('session.protocol', this.schemes);
    this.webRequest = strict('session.webRequest', this.requests);
  }
  setPermissionRequestHandler(handler: PermissionRequest | null): void {
    this.request = handler;
  }
  setPermissionCheckHandler(handler: PermissionCheck | null): void {
    this.check = handler;
  }
  setDevicePermissionHandler(): void {} // no device is ever offered to the page here
  setSpellCheckerEnabled(): void {}
  /** Without handlers Electron grants; so does the stand-in, so that a forgotten handler is seen. */
  async grants(contents: object, permission: string, origin: string): Promise<boolean> {
    if (this.check?.(contents, permission, origin, {}) === false) return false;
    const request = this.request;
    return (
      request === null ||
      new Promise((done) => request(contents, permission, done, { requestingUrl: origin }))
    );
  }
}

const sessions = new Map<string, Session>([['', new Session()]]);
export const sessionNamed = (partition: string): Session => {
  let found = sessions.get(partition);
  if (!found) sessions.set(partition, (found = new Session()));
  return found;
};

/** The module's `session`. */
export const sessionModule = {
  get defaultSession(): Session {
    return strict('session.defaultSession', sessionNamed(''));
  },
  fromPartition(partition: string, options: object = {}): Session {
    onlyKnown('session.fromPartition', options, ['cache']);
    return strict(`session.fromPartition('${partition}')`, sessionNamed(partition));
  },
};

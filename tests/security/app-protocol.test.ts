import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAppProtocol } from '#electron/security/app-protocol.ts';

// The story: a page that could read any file of the machine through app:// would read the database's key.
describe('app:// serves the files of the desk and nothing else', () => {
  let folder: string;
  let serve: (request: Request) => Promise<Response>;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'wisam-page-'));
    mkdirSync(join(folder, 'page/assets'), { recursive: true });
    writeFileSync(join(folder, 'secret.key'), 'secret');
    writeFileSync(join(folder, 'page/index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__" />');
    writeFileSync(join(folder, 'page/assets/a.js'), 'export {};');
    writeFileSync(join(folder, 'page/assets/worker.mjs'), 'export {};');
    writeFileSync(join(folder, 'page/assets/notes.unknown'), 'x');
    symlinkSync(join(folder, 'secret.key'), join(folder, 'page/assets/key.js'));
    serve = createAppProtocol(join(folder, 'page'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const ask = (path: string, method = 'GET'): Promise<Response> =>
    serve(new Request(path.startsWith('app:') ? path : `app://main${path}`, { method }));

  it.each([
    '/../secret.key',
    '/assets/../../secret.key',
    '/..%2fsecret.key',
    '/%2e%2e/secret.key',
    '/%2e%2e%2fsecret.key',
    '/assets/..%5c..%5csecret.key',
    String.raw`/..\secret.key`,
    '//secret.key',
    '/assets//a.js',
    '/secret.key%00.js',
    '/assets/a.js%00',
    '/C:/secret.key',
    '/file:///etc/passwd',
    '/assets/key.js', // a link out of the folder, planted in it
    '/assets/notes.unknown',
    '/assets',
    '/assets/',
    '/index.html/',
    '/INDEX.HTML',
  ])('%s is not served', async (path) => {
    const response = await ask(path);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('');
  });

  it.each(['app://elsewhere/index.html', 'app://main.evil/index.html', 'app://main:8080/index.html'])(
    '%s is refused',
    async (url) => {
      expect((await ask(url)).status).toBe(403);
    },
  );

  it.each(['POST', 'PUT', 'DELETE', 'HEAD'])('%s is refused', async (method) => {
    expect((await ask('/index.html', method)).status).toBe(405);
  });

  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/index.html?x=1', 'text/html; charset=utf-8'],
    ['/assets/a.js', 'text/javascript'],
    ['/assets/worker.mjs', 'text/javascript'],
  ])('%s is served as %s', async (path, type) => {
    const response = await ask(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('writes a fresh nonce into the page and its policy at every load', async () => {
    const nonces = await Promise.all(
      [1, 2, 3].map(async () => {
        const response = await ask('/index.html');
        const policy = response.headers.get('content-security-policy') ?? '';
        const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
        expect(await response.text()).toBe(`<meta name="csp-nonce" content="${nonce}" />`);
        return nonce;
      }),
    );
    expect(new Set(nonces).size).toBe(3);
    expect(nonces[0]).toMatch(/^[A-Za-z0-9+/]{24}$/);
  });

  it('allows no inline script, no inline style without the nonce, and nothing from elsewhere', async () => {
    const policy = (await ask('/')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|wss?:|\*/);
    for (const directive of [
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "script-src 'self'",
    ])
      expect(policy.split('; ')).toContain(directive);
  });

  it('does not serve a page without a place for the nonce', async () => {
    writeFileSync(join(folder, 'page/index.html'), '<html></html>');
    await expect(ask('/')).rejects.toThrow('__CSP_NONCE__');
  });
});

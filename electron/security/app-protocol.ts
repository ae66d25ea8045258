import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { contentSecurityPolicy, makeNonce, writeNonce } from './content-security-policy.ts';

/** The only origin that the desk's page has, and the only one that may call the main process. */
export const APP_SCHEME = 'app';
export const APP_ORIGIN = 'app://main';
export const APP_URL = `${APP_ORIGIN}/index.html`;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
};

const HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

const refuse = (status: 403 | 404 | 405): Response => new Response('', { status, headers: HEADERS });

/**
 * Answers `app://main/…` from the built page's folder. The folder is read once: a path that is not one of its files is
 * not served, whatever it spells, so that no request can climb out of the folder. The page itself carries the policy
 * and the nonce of this load.
 */
export function createAppProtocol(folder: string): (request: Request) => Promise<Response> {
  const files = new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [`/${relative(folder, file).split(sep).join('/')}`, file]),
  );
  return async (request) => {
    const url = new URL(request.url);
    if (url.host !== 'main') return refuse(403);
    if (request.method !== 'GET') return refuse(405);
    const path = url.pathname === '/' ? '/index.html' : url.pathname;
    const file = files.get(path);
    const type = TYPES[extname(path)];
    if (file === undefined || type === undefined) return refuse(404);
    if (path !== '/index.html')
      return new Response(await readFile(file), { headers: { ...HEADERS, 'content-type': type } });
    const nonce = makeNonce();
    return new Response(writeNonce(await readFile(file, 'utf8'), nonce), {
      headers: { ...HEADERS, 'content-type': type, 'content-security-policy': contentSecurityPolicy(nonce) },
    });
  };
}

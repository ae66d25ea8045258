import { randomBytes } from 'node:crypto';

/** Stands in `renderer/index.html` where the nonce of a load is written. */
const NONCE_PLACE = '__CSP_NONCE__';

/** A fresh one for every load of the page: a style tag injected without it is refused. */
export const makeNonce = (): string => randomBytes(18).toString('base64');

/**
 * What the desk's page may do: run and load only what the app itself serves. No inline script; inline style tags only
 * with the nonce of this load (Mantine and the letter editor make such tags at run time).
 */
export const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Writes the nonce into the page. A page without the place for it is a broken build, and is not served. */
export function writeNonce(html: string, nonce: string): string {
  if (!html.includes(NONCE_PLACE)) throw new Error(`index.html has no ${NONCE_PLACE}`);
  return html.replaceAll(NONCE_PLACE, nonce);
}

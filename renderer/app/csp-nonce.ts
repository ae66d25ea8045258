/**
 * The first import of the desk: style tags made at run time (Mantine, the editor) carry the nonce of this load, so the
 * policy needs no 'unsafe-inline'. The global is what Vite's and webpack's runtimes and react-remove-scroll read.
 */
/* oxlint-disable no-underscore-dangle -- the name is not ours */
declare global {
  var __webpack_nonce__: string | undefined;
}

export const cspNonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

globalThis.__webpack_nonce__ = cspNonce;

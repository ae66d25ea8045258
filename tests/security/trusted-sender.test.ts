import { describe, expect, it } from 'vitest';
import { isTrustedSender } from '#electron/security/trusted-sender.ts';

describe('only the top frame of the desk may call', () => {
  const from = (url: string, parent: object | null = null) => ({ senderFrame: { url, parent } });

  it.each(['app://main/index.html', 'app://main/', 'app://main/index.html#/letters', 'app://main'])(
    '%s may',
    (url) => {
      expect(isTrustedSender(from(url))).toBe(true);
    },
  );

  it.each([
    'app://main.evil/index.html',
    'app://mainevil/',
    'app://elsewhere/',
    'http://main/',
    'https://app://main/',
    'file:///index.html',
    'data:text/html,app://main/',
    'about:blank',
    'devtools://devtools/',
    ' app://main/',
    'APP://MAIN/',
    '',
  ])('%s may not', (url) => {
    expect(isTrustedSender(from(url))).toBe(false);
  });

  it('a frame inside the desk may not, nor one that has gone away', () => {
    expect(isTrustedSender(from('app://main/index.html', {}))).toBe(false);
    expect(isTrustedSender({ senderFrame: null })).toBe(false);
  });
});

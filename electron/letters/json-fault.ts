/** One token of JSON: a sign, a text, or a number or word. */
const TOKEN =
  /([{}[\],:])|("(?:[^"\\\p{Cc}]|[\u007F-\u009F]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/uy;
/** As much of a text as is right: it stops at a line break, or a backslash that means nothing. */
const TEXT_SO_FAR = /"(?:[^"\\\p{Cc}]|[\u007F-\u009F]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/uy;
const SPACE = /[ \t\r\n]*/uy;

type Expected = 'value' | 'first value' | 'key' | 'first key' | 'colon' | 'more' | 'nothing';

/**
 * Where a text stops being JSON, as an offset; null when it only ends too early. The engine's own message names a place
 * for some faults and quotes a few signs for the others.
 */
export function jsonFault(text: string): number | null {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  for (let at = endOf(SPACE, text, 0); at < text.length; at = endOf(SPACE, text, TOKEN.lastIndex)) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text);
    if (token === null) {
      const stop = endOf(TEXT_SO_FAR, text, at);
      return stop < text.length ? stop : null;
    }
    const next = follow(expected, token[1] ?? (token[2] === undefined ? 'scalar' : 'text'), open);
    if (next === null) return at;
    expected = next;
  }
  return null;
}

/** Where a sticky pattern ends from a place on: that very place when it does not match. */
function endOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}

/** What is expected after a token, or null when it has no business there. */
function follow(expected: Expected, token: string, open: ('{' | '[')[]): Expected | null {
  const closed = (): Expected => (open.length === 0 ? 'nothing' : 'more');
  const close = (): Expected => {
    open.pop();
    return closed();
  };
  const isValue = expected === 'value' || expected === 'first value';
  const isKey = expected === 'key' || expected === 'first key';
  const inner = open.at(-1);
  if (token === 'scalar') return isValue ? closed() : null;
  if (token === 'text') return isValue ? closed() : isKey ? 'colon' : null;
  if (token === '{' || token === '[') {
    if (!isValue) return null;
    open.push(token);
    return token === '{' ? 'first key' : 'first value';
  }
  if (token === ':') return expected === 'colon' ? 'value' : null;
  if (token === ',') return expected !== 'more' ? null : inner === '{' ? 'key' : 'value';
  const mayClose = expected === 'more' || expected === (token === '}' ? 'first key' : 'first value');
  return mayClose && inner === (token === '}' ? '{' : '[') ? close() : null;
}

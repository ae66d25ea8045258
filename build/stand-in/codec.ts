// The source text of `makeCodec` travels into the page: it may use nothing from outside itself.

export interface Codec {
  encode: (value: unknown) => string;
  decode: (text: string) => unknown;
}

/** How functions and promises cross between two worlds of one page; IPC has none, and refuses them. */
export interface Crossing {
  put: (value: object) => number | undefined;
  get: (id: number) => unknown;
}

/**
 * Structured clone over a string. What crosses, what is refused and with which words follows Electron's IPC: plain
 * objects, arrays with holes, dates, maps, sets, buffers and views, errors, cycles; functions and symbols are refused.
 */
export function makeCodec(
  toBase64: (bytes: Uint8Array) => string,
  fromBase64: (text: string) => Uint8Array,
  crossing?: Crossing,
): Codec {
  type Entry = [type: string, ...rest: unknown[]];
  const refuse = (): never => {
    throw new Error('An object could not be cloned.');
  };
  function putScalar(value: unknown): unknown {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (value === undefined) return { u: 1 };
    if (typeof value === 'bigint') return { b: String(value) };
    if (typeof value !== 'number') return refuse();
    if (Object.is(value, -0)) return { n: '-0' };
    return Number.isFinite(value) ? value : { n: String(value) };
  }
  function describe(value: object, put: (value: unknown) => unknown): Entry {
    const tag = Object.prototype.toString.call(value).slice(8, -1);
    const own = (): unknown[] => Object.entries(value).map(([key, each]) => [key, put(each)]);
    if (Array.isArray(value)) return ['A', value.length, own()];
    if (value instanceof Date) return ['D', put(value.getTime())];
    if (value instanceof RegExp) return ['R', value.source, value.flags];
    if (value instanceof Map) return ['M', [...value].map(([key, each]) => [put(key), put(each)])];
    if (value instanceof Set) return ['S', Array.from(value, put)];
    if (value instanceof ArrayBuffer) return ['B', toBase64(new Uint8Array(value))];
    if (ArrayBuffer.isView(value))
      return ['V', tag, toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))];
    if (value instanceof Error)
      return [
        'E',
        value.name,
        value.message,
        value.stack ?? '',
        put('cause' in value ? value.cause : undefined),
      ];
    if (tag === 'Number' || tag === 'String' || tag === 'Boolean') return ['W', put(value.valueOf())];
    return tag === 'Object' ? ['O', 0, own()] : refuse();
  }
  function encode(root: unknown): string {
    const seen = new Map<object, number>();
    const table: (Entry | undefined)[] = [];
    const put = (value: unknown): unknown => {
      if (typeof value !== 'function' && (typeof value !== 'object' || value === null))
        return putScalar(value);
      const crossed = crossing?.put(value);
      if (crossed !== undefined) return { c: crossed };
      if (typeof value === 'function') return refuse();
      const known = seen.get(value);
      if (known !== undefined) return [known];
      const index = table.push(undefined) - 1;
      seen.set(value, index);
      table[index] = describe(value, put);
      return [index];
    };
    const top = put(root);
    return JSON.stringify([top, table]);
  }

  const scalar = (value: unknown): unknown => {
    if (value === null || typeof value !== 'object') return value;
    if ('n' in value) return Number(value.n);
    if ('b' in value) return BigInt(String(value.b));
    return 'c' in value ? crossing?.get(Number(value.c)) : undefined;
  };
  function make([type, a, b, stack]: Entry): unknown {
    const buffer = (text: unknown): ArrayBuffer => {
      const bytes = fromBase64(String(text));
      return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
    };
    switch (type) {
      case 'A': {
        const list: unknown[] = [];
        list.length = Number(a); // holes stay holes
        return list;
      }
      case 'O':
        return {};
      case 'M':
        return new Map();
      case 'S':
        return new Set();
      case 'D':
        return new Date(scalar(a) as number);
      case 'R':
        return new RegExp(String(a), String(b));
      case 'W':
        return Object(scalar(a));
      case 'B':
        return buffer(a);
      case 'V': {
        const View = (globalThis as unknown as Record<string, new (bytes: ArrayBuffer) => object>)[String(a)];
        return View ? new View(buffer(b)) : refuse();
      }
      default: {
        const kinds: Record<string, ErrorConstructor> = {
          EvalError,
          RangeError,
          ReferenceError,
          SyntaxError,
          TypeError,
          URIError,
        };
        const error = new (kinds[String(a)] ?? Error)(String(b));
        return Object.defineProperty(error, 'stack', { value: stack, writable: true, configurable: true });
      }
    }
  }
  function decode(text: string): unknown {
    const [top, table] = JSON.parse(text) as [unknown, Entry[]];
    const made = table.map(make);
    const get = (value: unknown): unknown =>
      Array.isArray(value) ? made[value[0] as number] : scalar(value);
    for (const [index, [type, a, b, , cause]] of table.entries()) {
      const target = made[index] as object;
      if (type === 'A' || type === 'O')
        for (const [key, value] of b as [string, unknown][])
          Object.defineProperty(target, key, {
            value: get(value),
            writable: true,
            enumerable: true,
            configurable: true,
          });
      else if (type === 'M')
        for (const [key, value] of a as unknown[][])
          (target as Map<unknown, unknown>).set(get(key), get(value));
      else if (type === 'S') for (const value of a as unknown[]) (target as Set<unknown>).add(get(value));
      else if (type === 'E' && get(cause) !== undefined) Object.assign(target, { cause: get(cause) });
    }
    return get(top);
  }
  return { encode, decode };
}

/** The codec as the main process and the tests use it. */
export const nodeCodec = makeCodec(
  (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
  (text) => new Uint8Array(Buffer.from(text, 'base64')),
);

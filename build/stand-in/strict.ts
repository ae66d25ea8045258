/** Names that the language and Node themselves ask of any object; to answer `undefined` pretends nothing. */
const ASKED_OF_EVERYTHING = new Set([
  'then',
  'toJSON',
  'constructor',
  '__esModule',
  'default',
  'nodeType',
  'asymmetricMatch',
  '$$typeof',
]);

const guarded = new WeakMap<object, object>();
const proxies = new WeakSet<object>();

/**
 * Wraps an object of the stand-in so that whatever it does not have throws, on reading and on writing: an Electron API
 * that the stand-in does not know must stop the app here, not pass silently and fail in real Electron or the other way
 * round. The same object always gives the same wrapper, so that `event.sender === window.webContents` holds.
 */
export function strict<T extends object>(name: string, target: T): T {
  const known = guarded.get(target);
  if (known) return known as T;
  const refuse = (key: PropertyKey): never => {
    throw new Error(
      `stand-in: electron.${name}.${String(key)} is not offered; add it to build/stand-in, or do without`,
    );
  };
  const proxy = new Proxy(target, {
    get(object, key) {
      if (!(key in object))
        return typeof key === 'symbol' || ASKED_OF_EVERYTHING.has(key) ? undefined : refuse(key);
      const value: unknown = Reflect.get(object, key, object);
      return typeof value === 'function' && !isClass(value) && !proxies.has(value)
        ? bound(object, value)
        : value;
    },
    set(object, key, value) {
      if (!(key in object)) refuse(key);
      return Reflect.set(object, key, value, object);
    },
  });
  guarded.set(target, proxy);
  proxies.add(proxy);
  return proxy;
}

/** A method runs on the object itself, and two reads of it give the same function. */
const boundMethods = new WeakMap<object, WeakMap<object, unknown>>();
function bound(object: object, method: object): unknown {
  let methods = boundMethods.get(object);
  if (!methods) boundMethods.set(object, (methods = new WeakMap()));
  if (!methods.has(method))
    methods.set(method, Function.prototype.bind.call(method as () => unknown, object));
  return methods.get(method);
}

const isClass = (value: object): boolean => Function.prototype.toString.call(value).startsWith('class');

/** Refuses an option that the stand-in would silently ignore. */
export function onlyKnown(what: string, given: object, known: readonly string[]): void {
  for (const key of Object.keys(given))
    if (!known.includes(key)) throw new Error(`stand-in: the option ${what}.${key} is not offered`);
}

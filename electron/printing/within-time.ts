/**
 * What `act` gives, or `late()` when it has not come within `ms`. What comes after that is dropped: a late rejection too
 * is nobody's any more.
 */
export async function withinTime<T>(ms: number, act: Promise<T>, late: () => Error): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(late()), ms);
  });
  try {
    return await Promise.race([act, over]);
  } finally {
    clearTimeout(timer);
  }
}

import { useInsertionEffect, useRef, type RefObject } from 'react';

/** What a value was at the last commit, for handlers and timers that outlive a render. Not to be read while rendering. */
export function useLatest<T>(value: T): RefObject<T> {
  const ref = useRef(value);
  useInsertionEffect(() => {
    ref.current = value;
  });
  return ref;
}

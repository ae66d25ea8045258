import { QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AppEvents } from '#shared/ipc/events.ts';
import { followDataChanges, queryClient, shownAnew } from '#renderer/api/query-client.ts';

type Changed = (payload: AppEvents['data.changed']) => void;

let changed: Changed = () => undefined;
let stop = (): void => undefined;
beforeEach(() => {
  vi.stubGlobal('window', {
    wisam: {
      subscribe: (_event: 'data.changed', listener: Changed) => {
        changed = listener;
        return () => undefined;
      },
    },
  });
  stop = followDataChanges();
});
afterEach(() => {
  stop();
  queryClient.clear();
  vi.unstubAllGlobals();
});

/** A channel that answers when it is told to, with what stood when it was asked. */
function slowChannel(name: string) {
  let stands = 0;
  const waiting: (() => void)[] = [];
  const ask = vi.fn(() => {
    const answer = stands;
    return new Promise<number>((resolve) => {
      waiting.push(() => resolve(answer));
    });
  });
  const observer = new QueryObserver<number>(queryClient, { queryKey: [name, null], queryFn: ask });
  const unwatch = observer.subscribe(() => undefined);
  return {
    ask,
    write: (): void => void (stands += 1),
    answer: (): void => waiting.splice(0).forEach((go) => go()),
    shown: (): number | undefined => observer.getCurrentResult().data,
    unwatch,
  };
}

test('what changed while the very first answer was on its way is asked for once more', async () => {
  const list = slowChannel('categories.list');
  list.write();
  changed({ topics: ['categories'] });
  list.answer();
  await vi.waitFor(() => expect(list.ask).toHaveBeenCalledTimes(2));
  list.answer();
  await vi.waitFor(() => expect(list.shown()).toBe(1));
  expect(list.ask).toHaveBeenCalledTimes(2);
  list.unwatch();
});

test('another topic asks for nothing', async () => {
  const list = slowChannel('categories.list');
  changed({ topics: ['letters'] });
  list.answer();
  await vi.waitFor(() => expect(list.shown()).toBe(0));
  expect(list.ask).toHaveBeenCalledTimes(1);
  list.unwatch();
});

test('a screen is shown anew once the answer that follows the change has come', async () => {
  const list = slowChannel('categories.list');
  list.answer();
  await vi.waitFor(() => expect(list.shown()).toBe(0));
  list.write();
  changed({ topics: ['categories'] });
  const anew = shownAnew('categories.list', undefined);
  const first = await Promise.race([anew.then(() => 'shown'), Promise.resolve('waiting')]);
  expect(first).toBe('waiting');
  list.answer();
  await anew;
  expect(list.shown()).toBe(1);
  expect(list.ask).toHaveBeenCalledTimes(2);
  list.unwatch();
});

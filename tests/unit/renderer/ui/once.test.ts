import { describe, expect, test } from 'vitest';
import { once } from '#renderer/ui/use-once.ts';

describe('what is done once', () => {
  test('a second press while the first runs does nothing, nor one after it is done', async () => {
    const run = once();
    let acts = 0;
    let finish: (done: boolean) => void = () => undefined;
    const act = (): Promise<boolean> => {
      acts += 1;
      return new Promise((resolve) => (finish = resolve));
    };
    const first = run(act);
    await run(act);
    expect(acts).toBe(1);
    finish(true);
    await first;
    await run(act);
    expect(acts).toBe(1);
  });

  test('a refusal and a fault let the next press through', async () => {
    const run = once();
    let acts = 0;
    const act = async (): Promise<boolean> => {
      acts += 1;
      return acts === 3;
    };
    await run(act);
    await run(act);
    expect(acts).toBe(2);
    await expect(run(() => Promise.reject(new Error('no disk')))).rejects.toThrow('no disk');
    await run(act);
    await run(act);
    expect(acts).toBe(3);
  });
});

import { nodeCodec } from './codec.ts';

/** A function that a test sends to run in the main process, as Playwright's `electronApp.evaluate` does. */
export interface EvaluateMessage {
  op: 'evaluate';
  id: number;
  source: string;
  arg: string;
}
export type EvaluateReply = { id: number; result: string } | { id: number; error: string };

/** Listens only where a parent process opened a channel to this one (`child_process.fork`): the tests do. */
export function answerTests(electron: object): void {
  process.on('message', (message: EvaluateMessage) => {
    if (message.op !== 'evaluate') return;
    const reply = (answer: EvaluateReply): void => void process.send?.(answer);
    const run = async (): Promise<string> => {
      // oxlint-disable-next-line no-eval -- this is what evaluate means, and only a test can ask for it
      const fn = (0, eval)(`(${message.source})`) as (electron: object, arg: unknown) => unknown;
      return nodeCodec.encode(await fn(electron, nodeCodec.decode(message.arg)));
    };
    run().then(
      (result) => reply({ id: message.id, result }),
      (error: unknown) =>
        reply({
          id: message.id,
          error: error instanceof Error ? (error.stack ?? error.message) : String(error),
        }),
    );
  });
}

import { isIsoDay } from '#shared/calendar/iso-day.ts';
import { need, UsageError, wholeNumber, type Command } from './command.ts';

export const demoCommand: Command = {
  name: 'demo',
  summary: 'make a believable office of invented people, to try and to measure',
  arguments: [],
  options: [
    { name: 'people', value: 'N', help: 'how many people, 1 to 1000000', required: true },
    { name: 'seed', value: 'S', help: 'a whole number: the same seed gives the same office', required: true },
    { name: 'data', value: 'DIR', help: 'a missing or an empty folder', required: true },
    { name: 'recovery-key', value: 'FILE', help: 'where its recovery identity is written', required: false },
    {
      name: 'until',
      value: 'DATE',
      help: 'its last day, YYYY-MM-DD; 2026-11-22 without it',
      required: false,
    },
  ],
  notes:
    'Three years of visits, contacts, requests at every step, letters both ways from draft to delivery, the same on any day.\n' +
    'Everybody signs in with the password wisam-demo. Prints what was made, one name: count a line.',
  run: async (given, { out, err, path, signal }) => {
    const { DEMO_UNTIL, runDemo } = await import('../demo/demo-command.ts');
    const until = given['until'] ?? DEMO_UNTIL;
    // Three years before it must lie within the published calendar as well.
    if (!isIsoDay(until) || until < '1930-01-01')
      throw new UsageError(`--until takes a day such as 2026-11-22, not "${until}"`);
    const keyFile = given['recovery-key'];
    let shown = -1;
    const made = await runDemo({
      people: wholeNumber(given, 'people', 1, 1_000_000),
      seed: wholeNumber(given, 'seed', 0, 0xffff_ffff),
      dataFolder: path(need(given, 'data')),
      recoveryKeyFile: keyFile === undefined ? undefined : path(keyFile),
      until,
      signal,
      onProgress: (done, total) => {
        const tenths = Math.floor((done * 10) / total);
        if (tenths <= shown) return;
        shown = tenths;
        err(`${tenths * 10} %`);
      },
    });
    for (const [name, count] of Object.entries(made)) if (name !== 'active') out(`${name}: ${count}`);
    return 0;
  },
};

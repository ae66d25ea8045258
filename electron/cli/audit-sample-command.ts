import { isIsoDay } from '#shared/calendar/iso-day.ts';
import { need, UsageError, wholeNumber, type Command } from './command.ts';
import { DATA_OPTION, dataFolderOf } from './data-option.ts';
import { pathLines } from './explain-request-command.ts';

/** As `MOST_SAMPLED` has it; not imported, so that the help is quick. */
const MOST = 50;
const LONGEST_SEED = 60;

export const auditSampleCommand: Command = {
  name: 'audit-sample',
  summary: 'draw requests and letters by a seed that anybody can repeat, each with its path and gaps',
  arguments: [],
  options: [
    { name: 'seed', value: 'S', help: 'a text or a number: the same one draws the same', required: true },
    { name: 'count', value: 'N', help: `so many requests and so many letters, 1 to ${MOST}`, required: true },
    {
      name: 'as-of',
      value: 'DATE',
      help: 'YYYY-MM-DD: what was written after that day is left out; today without it',
      required: false,
    },
    DATA_OPTION,
  ],
  notes:
    'Writes nothing, so that, unlike a draw on the screen, it is not in the log: write seed and day down. With --as-of a\n' +
    'later draw gives the same records, whatever was written since; what was done with them since then shows in their\n' +
    'paths.',
  run: async (given, { out, path }) => {
    const seed = need(given, 'seed').trim();
    if (seed.length > LONGEST_SEED) throw new UsageError(`--seed takes up to ${LONGEST_SEED} characters`);
    const count = wholeNumber(given, 'count', 1, MOST);
    const { riyadhDay } = await import('#shared/calendar/dual-date.ts');
    const named = given['as-of'];
    if (named !== undefined && !isIsoDay(named))
      throw new UsageError(`--as-of takes a day such as 2026-11-22, not "${String(named)}"`);
    const asOf = named ?? riyadhDay(Date.now());
    const { sampleInFolder } = await import('./explain-in-folder.ts');
    const sample = sampleInFolder(dataFolderOf(given, path), { seed, count, asOf });
    out(`seed: ${sample.seed}`);
    out(`as of: ${sample.asOf}`);
    out(`requests: ${sample.population.requests}`);
    out(`letters: ${sample.population.letters}`);
    out(`picked: ${sample.items.length}`);
    out(`gaps: ${sample.items.reduce((sum, item) => sum + item.gaps, 0)}`);
    for (const item of sample.items) {
      out('');
      out(
        `== ${item.register} ${item.number ?? `id ${item.id}`} | ${item.name} | ${item.subject} | gaps: ${item.gaps}`,
      );
      for (const line of await pathLines(item.path)) out(line);
    }
    return 0;
  },
};

// npm test: every part, whatever the one before it found; the last line is `N passed, N failed`.
// `npm test -- unit db` runs these parts alone.
import { join } from 'node:path';
import { styleText } from 'node:util';
import { ensureBuilt } from '../fresh-build.ts';
import { missingTools } from './debian-tools.ts';
import { add, NOTHING, ofExitCode, type Outcome } from './outcome.ts';
import { PARTS, type Part } from './parts.ts';

// Hundreds of processes are started from the TypeScript sources; those that find them compiled start in half the time.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, '../../node_modules/.cache/compile');

const say = (text: string): void => void process.stdout.write(`${text}\n`);

function choose(names: readonly string[]): readonly Part[] {
  const unknown = names.filter((name) => !PARTS.some((part) => part.name === name));
  if (unknown.length > 0) {
    process.stderr.write(
      `no such part: ${unknown.join(', ')}. The parts: ${PARTS.map((part) => part.name).join(', ')}\n`,
    );
    process.exit(2);
  }
  return names.length === 0 ? PARTS : PARTS.filter((part) => names.includes(part.name));
}

async function runPart(part: Part): Promise<Outcome> {
  say(styleText('bold', `\n— ${part.name}`));
  const start = performance.now();
  const outcome = await part.run().catch((error: unknown) => {
    process.stderr.write(`${part.name} crashed: ${String(error)}\n`);
    return ofExitCode(1);
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  say(`  ${part.name}: ${outcome.passed} passed, ${outcome.failed} failed (${seconds} s)`);
  return outcome;
}

const parts = choose(process.argv.slice(2));
const build: Part = {
  name: 'build',
  run: () =>
    ensureBuilt().then(
      () => ofExitCode(0),
      () => ofExitCode(1),
    ),
};
let total = NOTHING;
const failedParts: string[] = [];
for (const part of [build, ...parts]) {
  const outcome = await runPart(part);
  if (outcome.failed > 0) failedParts.push(part.name);
  total = add(total, outcome);
}

say('');
for (const line of [...missingTools(), ...total.notRun]) say(`not run: ${line}`);
if (failedParts.length > 0) say(`failed in: ${failedParts.join(', ')}`);
say(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

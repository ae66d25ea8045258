import { runCommandLine } from './cli/run-command-line.ts';

/** The same services without a window: `npm run wisam -- COMMAND`. */
process.exitCode = await runCommandLine(process.argv.slice(2), {
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
  cwd: process.env['INIT_CWD'] ?? process.cwd(),
});

/**
 * The same services without a window: `npm run wisam -- COMMAND`. Whatever happens, one line is said and never a stack
 * trace: so even what is loaded is loaded where it can be caught.
 */
const say = (line: string): void => void process.stderr.write(`${line}\n`);
const reason = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replaceAll(/\s*\n\s*/g, ' ');

process.on('uncaughtException', (error) => {
  say(`wisam: internal: ${reason(error)}`);
  process.exit(1);
});
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader went away (`| head`): its business. A full disk behind a redirection is ours.
  if (error.code === 'EPIPE') return;
  say(`wisam: the output could not be written: ${reason(error)}`);
  process.exitCode = 1;
});

// oxlint-disable-next-line unicorn/require-module-specifiers -- makes it a module, which may await: all is loaded late
export {};

const { runCommandLine } = await import('./cli/run-command-line.ts');
const code = await runCommandLine(process.argv.slice(2), {
  out: (line) => void process.stdout.write(`${line}\n`),
  err: say,
  cwd: process.env['INIT_CWD'] ?? process.cwd(),
});
process.exitCode = process.exitCode === undefined || process.exitCode === 0 ? code : process.exitCode;

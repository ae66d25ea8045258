import type { PrinterInfo } from '#shared/printing/printing-contract.ts';

/**
 * The printers in `lpstat -e` (names) and `lpstat -d -l -p -a` (the default, their states, who takes jobs), both in the
 * C locale; the default first.
 */
export function printersIn(names: string, states: string): PrinterInfo[] {
  const usual = /^system default destination: (\S+)/m.exec(states)?.[1];
  const stopped = new Set(
    [...states.matchAll(/^printer (\S+) disabled since|^(\S+) not accepting requests/gm)].map(
      ([, disabled, refusing]) => disabled ?? refusing,
    ),
  );
  const labels = new Map<string, string>();
  let current = '';
  for (const line of states.split('\n')) {
    current = /^printer (\S+) /.exec(line)?.[1] ?? current;
    const label = /^\s+Description: (.+)$/.exec(line)?.[1]?.trim();
    if (label !== undefined && label !== '') labels.set(current, label);
  }
  return names
    .split('\n')
    .filter((name) => name !== '')
    .map((name) => ({
      name,
      label: labels.get(name) ?? name,
      usual: name === usual,
      state: stopped.has(name) ? ('stopped' as const) : ('ready' as const),
    }))
    .toSorted((a, b) => Number(b.usual) - Number(a.usual));
}

export type JobState =
  /** Out of the queue, on paper as far as CUPS can know. */
  | 'done'
  /** Ended by somebody, or by CUPS because it could not print it. */
  | 'ended'
  /** The printer is at it. */
  | 'printing'
  /** At it in name: the printer does not answer. */
  | 'unreachable'
  /** Behind another job that is being printed. */
  | 'queued'
  /** In the queue of a printer that is stopped. */
  | 'stopped'
  /** Held, or in the queue of a printer that does nothing. */
  | 'waiting';

/** The lines of one job in `lpstat -l -o`: its own line, and the indented ones beneath. */
function linesOf(job: string, list: string): string[] | null {
  const lines = list.split('\n');
  const at = lines.findIndex((line) => line.startsWith(`${job} `));
  if (at === -1) return null;
  const end = lines.findIndex((line, index) => index > at && !/^\s/.test(line));
  return lines.slice(at, end === -1 ? undefined : end);
}

const NO_ANSWER =
  /may not exist|unavailable|not responding|unreachable|offline|unable to (?:connect|locate|contact)/i;

/**
 * What `lpstat` says about one job.
 * @param open `lpstat -l -o PRINTER`, the jobs that are still to be done
 * @param ended `lpstat -l -W completed -o PRINTER`
 * @param printer `lpstat -p PRINTER`
 */
export function jobStateIn(job: string, open: string, ended: string, printer: string): JobState {
  const lines = linesOf(job, open);
  if (lines === null) {
    const alerts = linesOf(job, ended)?.find((line) => /^\s+Alerts:/.test(line)) ?? '';
    return /abort|cancel|with-errors/.test(alerts) ? 'ended' : 'done';
  }
  const told = lines.join('\n');
  if (/^printer \S+ disabled since/m.test(printer)) return 'stopped';
  const at = /now printing (\S+?)\.?\s/.exec(printer)?.[1];
  if (at === job || /Alerts:.*\bjob-printing\b/.test(told))
    return NO_ANSWER.test(`${told}\n${printer}`) ? 'unreachable' : 'printing';
  return at === undefined ? 'waiting' : NO_ANSWER.test(printer) ? 'waiting' : 'queued';
}

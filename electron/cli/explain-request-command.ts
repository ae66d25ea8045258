import { clause } from '#shared/policy/clauses.ts';
import type { PathClause } from '#shared/requests/request-path.ts';
import { need, UsageError, type Command } from './command.ts';
import { DATA_OPTION, dataFolderOf } from './data-option.ts';

export const explainRequestCommand: Command = {
  name: 'explain-request',
  summary: 'tell a request’s whole path: who did what when, under which clause, on what evidence',
  arguments: [{ name: 'N', help: 'its number, 1448-0317 (either digit system), or its id' }],
  options: [DATA_OPTION],
  notes:
    'Each clause of the policy stands whole, with its acts, its evidence and what has no trace. Writes nothing, so that,\n' +
    'unlike a look on the screen, it is not in the log; it asks for nobody’s name, as whoever holds the folder and its key\n' +
    'can read all of it. Exit code 0, gaps or not: they are told, not judged. 1: there is no such request.',
  run: async (given, { out, path }) => {
    const { explainInFolder } = await import('./explain-in-folder.ts');
    const wanted = need(given, 'N');
    const answer = explainInFolder(dataFolderOf(given, path), wanted);
    if (answer === null) throw new UsageError(`"${wanted}" is neither a request number nor an id`);
    out(`request: ${answer.number ?? 'not raised'}`);
    out(`id: ${answer.id}`);
    out(`applicant: ${answer.partyName}`);
    out(`file: ${answer.fileNumber ?? 'none'}`);
    out(`service: ${answer.service}`);
    out(`level: ${answer.level}`);
    out(`phase: ${answer.phase}`);
    out(`gaps: ${answer.gaps}`);
    for (const line of await pathLines(answer.path)) out(line);
    return 0;
  },
};

/** One block a clause: its text whole, then a line each for act, evidence and gap. */
export async function pathLines(path: readonly PathClause[]): Promise<string[]> {
  const { actLine, evidenceLine, gapLine } = await import('#shared/requests/path-lines.ts');
  const { lineSpeech } = await import('../requests/path-speech.ts');
  const { riyadhDay, riyadhTime } = await import('#shared/calendar/dual-date.ts');
  const when = (atMs: number | null): string =>
    atMs === null ? '-' : `${riyadhDay(atMs)} ${riyadhTime(atMs)}`;
  return path.flatMap((one) => [
    '',
    `${one.clause} [${one.state}] ${clause(one.clause).text}`,
    ...one.acts.map((act) => `  act: ${when(act.atMs)} | ${act.by} | ${actLine(lineSpeech, act)}`),
    ...one.evidence.map(
      (piece) =>
        `  evidence: ${when(piece.atMs)} | ${piece.by === '' ? '-' : piece.by} | ` +
        `${evidenceLine(lineSpeech, piece)}${piece.holds ? '' : ' [no longer holds]'}`,
    ),
    ...one.gaps.map((gap) => `  gap: ${gap.code}: ${gapLine(lineSpeech, gap)}`),
  ]);
}

import { appContract, type AppContract, type ChannelName } from '#shared/ipc/app-contract.ts';
import type { CallerInput, Output } from '#shared/ipc/contract.ts';
import type { TestDesk } from './office.ts';

interface Entry {
  readonly action: string;
  readonly actor_id: number | null;
  readonly at_ms: number;
}

/** What a command did to the database, beside what the log says of it. */
export interface LoggedAct {
  readonly name: ChannelName;
  readonly wrote: boolean;
  readonly entries: readonly Entry[];
  /** Who was signed in, and the clock's instant. */
  readonly by: number;
  readonly atMs: number;
}

/** Calls channels as the desk does, and keeps for each command what it wrote and what the log has of it. */
export function watchActs(desk: TestDesk) {
  const acts: LoggedAct[] = [];
  const { sqlite } = desk.office().db;
  const lastSeq = sqlite.prepare<[], number>('SELECT ifnull(max(seq), 0) FROM audit_log').pluck();
  const changes = sqlite.prepare<[], number>('SELECT total_changes()').pluck();
  const since = sqlite.prepare<[number], Entry>(
    'SELECT action, actor_id, at_ms FROM audit_log WHERE seq > ? ORDER BY seq',
  );
  const call = async <N extends ChannelName>(
    name: N,
    ...input: CallerInput<AppContract[N]> extends void ? [] : [CallerInput<AppContract[N]>]
  ): Promise<Output<AppContract[N]>> => {
    const [seq, before] = [lastSeq.get() ?? 0, changes.get() ?? 0];
    const answer = await desk.call(name, ...input);
    if (appContract[name].kind === 'command')
      acts.push({
        name,
        wrote: (changes.get() ?? 0) > before,
        entries: since.all(seq),
        by: desk.app.session.current()?.staff.id ?? 0,
        atMs: desk.clock.nowMs(),
      });
    return answer;
  };
  return { acts, call };
}

/** Commands of these channels: all that is done to a request from the door to the service delivered. */
export const commandsOf = (...features: readonly string[]): ChannelName[] =>
  (Object.keys(appContract) as ChannelName[]).filter(
    (name) => appContract[name].kind === 'command' && features.includes(name.split('.')[0] ?? ''),
  );

import type { BatchProgress } from '#shared/batches/batch.ts';
import type { BatchDraft } from '#shared/batches/batch-template.ts';
import type { BatchId } from '#shared/ids.ts';
import { createBatchActs } from '../batches/batch-acts.ts';
import { createBatchRunner } from '../batches/batch-runner.ts';
import { createBatchService } from '../batches/batch-service.ts';
import { createFillFor } from '../batches/fill-person.ts';
import { NO_SIGNING_PICTURES } from '../letters/letter-images.ts';
import { createLetterService } from '../letters/letter-service.ts';
import { createTemplateService } from '../templates/template-service.ts';
import type { FollowLetter } from './demo-letter-life.ts';
import { DEMO_DISCOUNT_REQUEST, DEMO_INVITATION, DEMO_INVITATION_VALUES } from './demo-life-words.ts';
import { dayOfPart, type DemoPlay, MINUTE, momentOf, workingDayFrom } from './demo-play.ts';
import type { DemoRandom } from './demo-random.ts';

const PERSONS = 12;

/** The office's own two templates, and the letter that was made from one of them for twelve families. */
export function planTemplatesAndBatch(play: DemoPlay, random: DemoRandom, follow: FollowLetter): void {
  const { at, clock, db, team, until } = play;
  const { manager } = team;
  const templates = createTemplateService(play);
  const letters = createLetterService(play);
  const by = random.pick(team.desk);
  at(momentOf(random, dayOfPart(play, 5, 8)), () => {
    templates.saveTemplate({ ref: null, version: 0, template: DEMO_DISCOUNT_REQUEST }, by);
  });
  const invitation: { ref: string | null } = { ref: null };
  at(momentOf(random, dayOfPart(play, 6, 8)), () => {
    invitation.ref = templates.saveTemplate({ ref: null, version: 0, template: DEMO_INVITATION }, by).ref;
  });

  const faults: unknown[] = [];
  const runner = createBatchRunner({ onProgress: () => {}, onFault: (error) => faults.push(error) });
  const ports = { db, clock, runner, mayGoOn: () => null };
  const service = createBatchService({ ...ports, fillFrom: (source) => createFillFor(clock, source) });
  const acts = createBatchActs({
    ...ports,
    letters,
    printLetter: () => Promise.reject(new Error('the demo office prints nothing')),
  });
  /** A demo is whole or not at all. */
  const requireDone = ({ state, stopped }: BatchProgress): void => {
    if (state !== 'done') throw faults[0] ?? new Error(`the demo's batch stopped: ${stopped?.why}`);
  };

  const day = workingDayFrom(play, until, -18) ?? until;
  const startMs = momentOf(random, day);
  const made: { id: BatchId | null } = { id: null };
  at(startMs, async () => {
    const ids = play.knownParties().slice(0, PERSONS);
    if (invitation.ref === null || ids.length === 0) return;
    const draft: BatchDraft = {
      template: templates.getTemplate(invitation.ref).template,
      values: DEMO_INVITATION_VALUES,
      signatory: { title: manager.jobTitle, name: manager.name },
      persons: { kind: 'ids', ids },
      request: null,
    };
    made.id = (await service.create(draft, '', by)).id;
  });
  at(startMs + 10 * MINUTE, async () => {
    if (made.id !== null) requireDone(await acts.submit(made.id, by));
  });
  at(startMs + 40 * MINUTE, async () => {
    if (made.id === null) return;
    const seen = service
      .get(made.id)
      .persons.flatMap(({ letterId, letterVersion }) =>
        letterId === null || letterVersion === null ? [] : [{ letterId, version: letterVersion }],
      );
    const input = { seen, confirmClock: true, pictures: NO_SIGNING_PICTURES };
    requireDone(await acts.issue(made.id, input, manager));
  });
  for (let place = 0; place < PERSONS; place += 1)
    follow(
      () => {
        const letterId = made.id === null ? null : service.get(made.id).persons[place]?.letterId;
        return letterId == null ? null : letters.getLetter(letterId);
      },
      day,
      place,
    );
}

import { riyadhDay } from '#shared/calendar/dual-date.ts';
import type { LetterId } from '#shared/ids.ts';
import type { Recipient } from '#shared/letters/letter.ts';
import { createLetterLifeService } from '../letters/letter-life-service.ts';
import { DEMO_DELIVERIES_TO_BODIES, DEMO_DELIVERIES_TO_PERSONS } from './demo-life-words.ts';
import { type DemoPlay, momentOf, workingDayFrom } from './demo-play.ts';
import type { DemoRandom } from './demo-random.ts';
import type { DemoScans } from './demo-scans.ts';

/** What is needed of an issued letter to hand it over. */
interface IssuedLetter {
  readonly id: LetterId;
  readonly referenceNumber: string | null;
  readonly content: { readonly recipient: Recipient };
}

/**
 * Of each twenty letters 17 are signed and filed and 16 are delivered; how far one comes is told by its index, so that
 * the share holds in a small office as well. `7` walks through all twenty places, and neighbours differ.
 */
const shareOf = (index: number): { readonly signed: boolean; readonly delivered: boolean } => {
  const place = (index * 7) % 20;
  return { signed: place < 17, delivered: place < 15 || place === 17 };
};

/** Plans the signed sheet and the delivery of letters, from the working day of their issue on. */
export function createDemoLetterLife(play: DemoPlay, random: DemoRandom, scans: DemoScans) {
  const { at, team, clock } = play;
  const life = createLetterLifeService(play);

  return (issued: () => IssuedLetter | null, day: string, index: number, entered = false): void => {
    const { signed, delivered } = shareOf(index);
    const by = random.pick(team.desk);
    const signedOn = workingDayFrom(play, day, 1 + random.int(4));
    // What was entered from paper came with its signed sheet.
    if (signed && !entered && signedOn !== null)
      at(momentOf(random, signedOn), () => {
        const letter = issued();
        if (letter === null) return;
        const name = `${(letter.referenceNumber ?? '').replaceAll('/', '-')} موقع.pdf`;
        life.fileSignedScan({ id: letter.id, file: scans.signed(name) }, by);
      });
    // Some lie for weeks before anybody takes them along.
    const wait = random.chance(12) ? 12 + random.int(8) : 1 + random.int(4);
    const deliveredOn = signedOn === null ? null : workingDayFrom(play, signedOn, wait);
    if (!delivered || deliveredOn === null) return;
    const toBody = random.pick(DEMO_DELIVERIES_TO_BODIES);
    const toPerson = random.pick(DEMO_DELIVERIES_TO_PERSONS);
    at(momentOf(random, deliveredOn), () => {
      const letter = issued();
      if (letter === null) return;
      const { recipient } = letter.content;
      const person = recipient.title === '' && recipient.organisation === '';
      const { method, receiver, note } = person ? toPerson : toBody;
      life.deliver(
        {
          id: letter.id,
          method,
          receiver: receiver === '' ? recipient.name : receiver,
          day: riyadhDay(clock.nowMs()),
          note,
          signature: null,
        },
        by,
      );
    });
  };
}

export type FollowLetter = ReturnType<typeof createDemoLetterLife>;

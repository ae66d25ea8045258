import type { lettersContract } from '#shared/letters/letters-contract.ts';
import { actorOf } from '../audit/actor.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { ownBytes } from '../ports/own-bytes.ts';
import type { LetterLifeService } from './letter-life-service.ts';
import type { LetterPaperService } from './letter-paper-service.ts';
import type { LetterService } from './letter-service.ts';

export const letterHandlers = (
  letters: () => LetterService,
  paper: () => LetterPaperService,
  life: () => LetterLifeService,
): Handlers<typeof lettersContract> => ({
  'letters.list': (filter) => letters().listLetters(filter),
  'letters.waiting': () => letters().countWaiting(),
  'letters.get': ({ id }) => letters().getLetter(id),
  'letters.create': (input, { signedIn }) => letters().createLetter(input, actorOf(signedIn().staff)),
  'letters.save': (input, { signedIn }) => letters().saveLetter(input, actorOf(signedIn().staff)),
  'letters.preview': async ({ content }) => {
    const { pdf, pages } = await paper().preview(content);
    return { pdf: ownBytes(pdf), pages };
  },
  'letters.submit': ({ id }, { signedIn }) => letters().submitLetter(id, actorOf(signedIn().staff)),
  'letters.return': ({ id, remarks }, { signedIn }) =>
    letters().returnLetter(id, remarks, actorOf(signedIn().staff)),
  'letters.approve': ({ id }, { signedIn }) => letters().approveLetter(id, actorOf(signedIn().staff)),
  'letters.issue': (input, { signedIn }) => letters().issueLetter(input, signedIn().staff),
  'letters.void': ({ id, reason }, { signedIn }) =>
    letters().voidLetter(id, reason, actorOf(signedIn().staff)),
  'letters.fileSignedScan': (input, { signedIn }) => life().fileSignedScan(input, actorOf(signedIn().staff)),
  'letters.withdrawSigning': ({ id }, { signedIn }) => life().withdrawSigning(id, actorOf(signedIn().staff)),
  'letters.deliver': (input, { signedIn }) => life().deliver(input, actorOf(signedIn().staff)),
  'letters.withdrawDelivery': ({ deliveryId }, { signedIn }) =>
    life().withdrawDelivery(deliveryId, actorOf(signedIn().staff)),
  'letters.verifyCode': ({ code }) => letters().verifyCode(code),
  'letters.discard': ({ id }, { signedIn }) => letters().discardLetter(id, actorOf(signedIn().staff)),
  'letters.restoreDiscarded': ({ id }, { signedIn }) =>
    letters().restoreDiscarded(id, actorOf(signedIn().staff)),
  'letters.pdf': async ({ id }) => {
    const { pdf, pages, sealed } = await paper().pdf(id);
    return { pdf: ownBytes(pdf), pages, sealed };
  },
  'letters.print': (input, { signedIn }) => paper().print(input, actorOf(signedIn().staff)),
  'letters.savePdf': ({ id }, { signedIn }) => paper().save(id, actorOf(signedIn().staff)),
});

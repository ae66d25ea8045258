import { AppError } from '#shared/app-error.ts';
import { membersOn } from '#shared/committee/session-rules.ts';
import { committeeSessionIdSchema } from '#shared/ids.ts';
import type { SealedDocument } from '#shared/sealed/sealed-document.ts';
import { listMembers } from '#db/committee/member-rows.ts';
import type { Reader } from '#db/transaction.ts';
import type { SealFollower } from '../sealed/sealed-service.ts';
import { getSessionHead, presentMembers } from './session-state.ts';

const sessionOf = (reader: Reader, { subject }: SealedDocument) =>
  getSessionHead(reader, committeeSessionIdSchema.parse(subject.id));

/**
 * Sealed minutes are signed by the members who were there: on the screen, on the paper whose scan comes back, or each as
 * themselves. They are never voided: a decision that was wrong is voided on its own, and stays told in them.
 */
export const minutesFollower: SealFollower = {
  signing(tx, document) {
    const present = presentMembers(tx, sessionOf(tx, document));
    return {
      signers: ['member'],
      party: null,
      memberName: (_, id) => present.find((member) => member.id === id)?.name,
    };
  },

  voiding() {
    throw new AppError('sealedForbids', { reason: 'minutes' });
  },

  // Taken of the wrong one, or of a sheet that they had not signed: minutes stand without it until it is given anew.
  withdrawing: () => {},

  follow(tx, document, { act, signatures }, actor) {
    if (act !== 'signed') return;
    const { day } = sessionOf(tx, document);
    const self = membersOn(listMembers(tx), day).find(({ staffId }) => staffId === actor.id);
    // As oneself means as oneself: nobody signs another member's name with their own account.
    if (signatures.some(({ mode, name }) => mode === 'account' && name !== self?.name))
      throw new AppError('sealedForbids', { reason: 'mode' });
  },
};

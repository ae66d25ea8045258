import type { referralsContract } from '#shared/referrals/referrals-contract.ts';
import { actorOf } from '../audit/actor.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import type { ReferralService } from './referral-service.ts';

export const referralHandlers = (service: () => ReferralService): Handlers<typeof referralsContract> => ({
  'referrals.list': (page, { signedIn }) => service().list(page, actorOf(signedIn().staff)),
  'referrals.of': (whose) => service().of(whose),
  'referrals.get': ({ id }) => service().get(id),
  'referrals.officers': () => service().officers(),
  'referrals.refer': (input, { signedIn }) => service().refer(input, actorOf(signedIn().staff)),
  'referrals.edit': (input, { signedIn }) => service().edit(input, actorOf(signedIn().staff)),
  'referrals.saveText': (input, { signedIn }) => service().saveText(input, actorOf(signedIn().staff)),
  'referrals.answer': (input, { signedIn }) => service().answer(input, actorOf(signedIn().staff)),
  'referrals.enterAnswer': (input, { signedIn }) => service().enterAnswer(input, actorOf(signedIn().staff)),
  'referrals.return': (input, { signedIn }) => service().return(input, actorOf(signedIn().staff)),
  'referrals.cancel': (input, { signedIn }) => service().cancel(input, actorOf(signedIn().staff)),
  'referrals.undo': (input, { signedIn }) => service().undo(input, actorOf(signedIn().staff)),
});

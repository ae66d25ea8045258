import type { draftsContract } from '#shared/drafts/drafts-contract.ts';
import { actorOf } from '../audit/actor.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import type { DraftService } from './draft-service.ts';

export const draftHandlers = (service: () => DraftService): Handlers<typeof draftsContract> => ({
  'drafts.list': (_, { signedIn }) => service().listDrafts(actorOf(signedIn().staff)),
  'drafts.save': (input, { signedIn }) => service().saveDraft(input, actorOf(signedIn().staff)),
  'drafts.discard': (input, { signedIn }) => service().discardDraft(input, actorOf(signedIn().staff)),
});

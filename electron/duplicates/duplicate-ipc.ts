import type { duplicatesContract } from '#shared/duplicates/duplicates-contract.ts';
import { actorOf } from '../audit/actor.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import type { DuplicateService } from './duplicate-service.ts';
import type { MergeService } from './merge-service.ts';

export const duplicateHandlers = (
  service: () => DuplicateService,
  merges: () => MergeService,
): Handlers<typeof duplicatesContract> => ({
  'duplicates.similar': ({ candidate, limit }) => service().similar(candidate, limit),
  'duplicates.list': (filter) => service().list(filter),
  'duplicates.compare': ({ low, high }, { signedIn }) =>
    merges().compare(low, high, actorOf(signedIn().staff)),
  'duplicates.dismiss': ({ low, high, reason }, { signedIn }) =>
    service().dismiss(low, high, reason, actorOf(signedIn().staff)),
  'duplicates.undoDismiss': ({ low, high }, { signedIn }) =>
    service().undoDismiss(low, high, actorOf(signedIn().staff)),
  'duplicates.merge': (wish, { signedIn }) => merges().merge(wish, actorOf(signedIn().staff)),
  'duplicates.merges': ({ offset, limit }) => merges().merges(offset, limit),
  'duplicates.standing': ({ mergeId }) => merges().standing(mergeId),
  'duplicates.undoMerge': (wish, { signedIn }) => merges().undo(wish, actorOf(signedIn().staff)),
  'duplicates.scan': (_, { signedIn }) => service().scan(actorOf(signedIn().staff)),
  'duplicates.cancelScan': () => service().cancelScan(),
  'duplicates.scanStatus': () => service().scanStatus(),
});

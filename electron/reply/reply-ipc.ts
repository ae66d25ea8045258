import type { replyContract } from '#shared/reply/reply-contract.ts';
import { actorOf } from '../audit/actor.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import type { AppealService } from './appeal-service.ts';
import type { NoticeService } from './notice-service.ts';
import type { RaiseService } from './raise-service.ts';
import type { ReplyService } from './reply-service.ts';

export interface ReplyServices {
  readonly reply: ReplyService;
  readonly raising: RaiseService;
  readonly notices: NoticeService;
  readonly appeals: AppealService;
}

export const replyHandlers = (services: () => ReplyServices): Handlers<typeof replyContract> => ({
  'reply.setting': () => services().reply.setting(),
  'reply.saveSetting': (setting, { signedIn }) =>
    services().reply.saveSetting(setting, actorOf(signedIn().staff)),
  'requests.raising': ({ id }) => services().raising.raising(id),
  'requests.raise': (input, { signedIn }) => services().raising.raise(input, signedIn().staff),
  'requests.replaceSlip': ({ id }, { signedIn }) => services().raising.replaceSlip(id, signedIn().staff),
  'requests.reply': ({ id }) => services().reply.reply(id),
  'notices.record': (input, { signedIn }) => services().notices.record(input, actorOf(signedIn().staff)),
  'notices.withdraw': ({ id }, { signedIn }) => services().notices.withdraw(id, actorOf(signedIn().staff)),
  'appeals.receive': (input, { signedIn }) => services().appeals.receive(input, actorOf(signedIn().staff)),
  'appeals.answer': (input, { signedIn }) => services().appeals.answer(input, signedIn().staff),
  'appeals.voidAnswer': ({ id, reason }, { signedIn }) =>
    services().appeals.voidAnswer(id, reason, actorOf(signedIn().staff)),
});

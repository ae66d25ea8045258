import type { importsContract } from '#shared/imports/imports-contract.ts';
import { actorOf } from '../audit/actor.ts';
import type { CallContext, Handlers } from '../ipc/dispatch.ts';
import type { ImportService } from './import-service.ts';

const actor = ({ signedIn }: CallContext) => actorOf(signedIn().staff);

export const importHandlers = (service: () => ImportService): Handlers<typeof importsContract> => ({
  'imports.state': (_, context) => service().state(actor(context)),
  'imports.open': (input, context) => service().open(input, actor(context)),
  'imports.choose': (input, context) => service().choose(input, actor(context)),
  'imports.check': (input, context) => service().check(input, actor(context)),
  'imports.back': (_, context) => service().back(actor(context)),
  'imports.rows': (input, context) => service().rows(input, actor(context)),
  'imports.decide': (input, context) => service().decide(input, actor(context)),
  'imports.run': (_, context) => service().run(actor(context)),
  'imports.cancel': (_, context) => service().cancel(actor(context)),
  'imports.discard': (_, context) => service().discard(actor(context)),
  'imports.saveRejected': (_, context) => service().saveRejected(actor(context)),
  'imports.saveTemplate': () => service().saveTemplate(),
  'imports.runs': ({ limit }) => service().runs(limit),
  'imports.undoPlan': ({ id }) => service().undoPlan(id),
  'imports.undo': ({ id }, context) => service().undo(id, actor(context)),
});

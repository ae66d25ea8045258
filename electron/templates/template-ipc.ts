import type { templatesContract } from '#shared/templates/templates-contract.ts';
import { actorOf } from '../audit/actor.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import type { TemplateService } from './template-service.ts';

export const templateHandlers = (templates: () => TemplateService): Handlers<typeof templatesContract> => ({
  'templates.list': () => templates().listTemplates(),
  'templates.get': ({ ref }) => templates().getTemplate(ref),
  'templates.save': (input, { signedIn }) => templates().saveTemplate(input, actorOf(signedIn().staff)),
  'templates.remove': ({ ref }, { signedIn }) => templates().removeTemplate(ref, actorOf(signedIn().staff)),
  'templates.undoRemove': ({ id }, { signedIn }) => templates().undoRemove(id, actorOf(signedIn().staff)),
  'templates.fill': (input, { signedIn }) => templates().fill(input, actorOf(signedIn().staff)),
  'phrases.list': () => templates().listPhrases(),
  'phrases.save': (input, { signedIn }) => templates().savePhrase(input, actorOf(signedIn().staff)),
  'phrases.remove': ({ id }, { signedIn }) =>
    templates().setPhraseRemoved(id, true, actorOf(signedIn().staff)),
  'phrases.undoRemove': ({ id }, { signedIn }) =>
    templates().setPhraseRemoved(id, false, actorOf(signedIn().staff)),
});

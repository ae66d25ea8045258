import type { printingContract } from '#shared/printing/printing-contract.ts';
import { actorOf } from '../audit/actor.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import type { PrintingService } from './printing-service.ts';

export const printingHandlers = (printing: () => PrintingService): Handlers<typeof printingContract> => ({
  'printing.printers': () => printing().printers(),
  'printing.getSetting': () => printing().setting(),
  'printing.saveSetting': (setting, { signedIn }) =>
    printing().saveSetting(setting, actorOf(signedIn().staff)),
  'printing.remember': ({ printer }, { signedIn }) => printing().remember(printer, actorOf(signedIn().staff)),
  'printing.cameOut': (answer, { signedIn }) => printing().cameOut(answer, actorOf(signedIn().staff)),
  'printing.testPage': ({ printer }, { signedIn }) => printing().testPage(printer, actorOf(signedIn().staff)),
});

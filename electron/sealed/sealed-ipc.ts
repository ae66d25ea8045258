import type { sealedContract } from '#shared/sealed/sealed-contract.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { ownBytes } from '../ports/own-bytes.ts';
import type { SealedService } from './sealed-service.ts';

export const sealedHandlers = (sealed: () => SealedService): Handlers<typeof sealedContract> => ({
  'sealed.list': (of) => sealed().list(of),
  'sealed.get': ({ id }) => sealed().get(id),
  'sealed.find': ({ code }) => sealed().find(code),
  'sealed.pdf': async ({ id }, { signedIn }) => ({
    pdf: ownBytes(await sealed().pdf(id, signedIn().staff)),
  }),
  'sealed.print': (input, { signedIn }) => sealed().print(input, signedIn().staff),
  'sealed.save': ({ id }, { signedIn }) => sealed().save(id, signedIn().staff),
  'sealed.void': (input, { signedIn }) => sealed().void(input, signedIn().staff),
  'signatures.add': (input, { signedIn }) => sealed().sign(input, signedIn().staff),
  'signatures.withdraw': (input, { signedIn }) => sealed().withdraw(input, signedIn().staff),
});

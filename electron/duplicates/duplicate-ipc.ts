import type { duplicatesContract } from '#shared/duplicates/duplicates-contract.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import type { DuplicateService } from './duplicate-service.ts';

export const duplicateHandlers = (service: () => DuplicateService): Handlers<typeof duplicatesContract> => ({
  'duplicates.similar': ({ candidate, limit }) => service().similar(candidate, limit),
});

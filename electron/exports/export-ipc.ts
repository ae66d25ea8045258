import type { exportsContract } from '#shared/exports/exports-contract.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import type { ExportService } from './export-service.ts';

export const exportHandlers = (service: () => ExportService): Handlers<typeof exportsContract> => ({
  'exports.plan': ({ list, filter }, { signedIn }) => service().plan(list, filter, signedIn().staff),
  'exports.run': (input, { signedIn }) => service().run(input, signedIn().staff),
  'exports.progress': () => service().progress(),
  'exports.cancel': () => service().cancel(),
});

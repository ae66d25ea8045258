import type { filesContract } from '#shared/files/files-contract.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import type { FileService } from './file-service.ts';

export const fileHandlers = (service: () => FileService): Handlers<typeof filesContract> => ({
  'files.put': (file, { signedIn }) => service().put(file, signedIn().staff),
  'files.describe': ({ sha256 }) => service().describe(sha256),
  'files.get': ({ sha256, name }, { signedIn }) => service().get(sha256, name, signedIn().staff),
  'files.save': ({ sha256, name }, { signedIn }) => service().save(sha256, name, signedIn().staff),
});

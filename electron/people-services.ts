import type { AppContract } from '#shared/ipc/app-contract.ts';
import type { documentsContract } from '#shared/documents/documents-contract.ts';
import type { outreachContract } from '#shared/outreach/outreach-contract.ts';
import type { circumstancesContract } from '#shared/circumstances/circumstances-contract.ts';
import type { duplicatesContract } from '#shared/duplicates/duplicates-contract.ts';
import type { agreementsContract } from '#shared/agreements/agreements-contract.ts';
import type { exportsContract } from '#shared/exports/exports-contract.ts';
import type { householdsContract } from '#shared/households/households-contract.ts';
import type { importsContract } from '#shared/imports/imports-contract.ts';
import type { partiesContract } from '#shared/parties/parties-contract.ts';
import type { recordsContract } from '#shared/parties/records-contract.ts';
import type { profileContract } from '#shared/parties/profile-contract.ts';
import type { Database } from '#db/open-database.ts';
import { readAheadSoon } from '#db/search/read-ahead.ts';
import { documentHandlers } from './documents/document-ipc.ts';
import { createDocumentService } from './documents/document-service.ts';
import { createMatchingService } from './documents/matching-service.ts';
import { createCategoryService } from './circumstances/category-service.ts';
import { circumstanceHandlers } from './circumstances/circumstance-ipc.ts';
import { createCircumstanceService } from './circumstances/circumstance-service.ts';
import { duplicateHandlers } from './duplicates/duplicate-ipc.ts';
import { createDuplicateService } from './duplicates/duplicate-service.ts';
import { createMergeService } from './duplicates/merge-service.ts';
import { agreementHandlers } from './agreements/agreement-ipc.ts';
import { createAgreementService } from './agreements/agreement-service.ts';
import { exportHandlers } from './exports/export-ipc.ts';
import { createExportService } from './exports/export-service.ts';
import type { createOfficeFiles } from './files/office-files.ts';
import { householdHandlers } from './households/household-ipc.ts';
import { createHouseholdService } from './households/household-service.ts';
import { createRepresentativeService } from './households/representative-service.ts';
import { importHandlers } from './imports/import-ipc.ts';
import { createImportService, type ImportServicePorts } from './imports/import-service.ts';
import type { Handlers } from './ipc/dispatch.ts';
import { outreachHandlers } from './outreach/outreach-ipc.ts';
import { createOutreachService } from './outreach/outreach-service.ts';
import { partyHandlers } from './parties/party-ipc.ts';
import { recordHandlers } from './parties/record-ipc.ts';
import { createRecordService } from './parties/record-service.ts';
import { createPartyService } from './parties/party-service.ts';
import { profileHandlers } from './parties/profile-ipc.ts';
import { createProfileService } from './parties/profile-service.ts';
import type { Clock } from './ports/clock.ts';
import type { Dialogs } from './ports/dialogs.ts';
import type { DeskSession } from './session/desk-session.ts';

/** What the services of the people's register need. */
export interface PeoplePorts {
  readonly db: Database;
  readonly clock: Clock;
  readonly files: ReturnType<typeof createOfficeFiles>;
  readonly dialogs: Dialogs;
  readonly session: DeskSession;
  /** The thread that imports run in, and who hears of it. */
  readonly imports: Pick<ImportServicePorts, 'workerFile' | 'onProgress'>;
  /** What failed in the background and was nobody's fault but ours. */
  readonly onFault?: ((error: unknown) => void) | undefined;
}

export type PeopleServices = ReturnType<typeof createPeopleServices>;

/** One register of beneficiaries and all other parties (P.1), and all that is known of them. */
export function createPeopleServices(ports: PeoplePorts) {
  const { db, clock, files, dialogs, session, imports: thread } = ports;
  const base = { db, clock };
  const imports = createImportService({ ...base, dialogs, ...thread });
  const exports = createExportService({ ...base, dialogs });
  const heard = session.onEnd(imports.forget);
  const stopReading = readAheadSoon(db.file);
  return {
    imports,
    exports,
    /** Ends an import that is open (its thread has the database open too), and an export that is half written. */
    close: (): void => {
      heard();
      stopReading();
      imports.forget();
      exports.close();
    },
    documents: createDocumentService({ ...base, discard: files.fileStore.discard }),
    matching: createMatchingService(base),
    outreach: createOutreachService(base),
    categories: createCategoryService(base),
    circumstances: createCircumstanceService(base),
    households: createHouseholdService(base),
    representatives: createRepresentativeService(base),
    duplicates: createDuplicateService({ ...base, onFault: ports.onFault }),
    merges: createMergeService(base),
    agreements: createAgreementService(base),
    parties: createPartyService(base),
    records: createRecordService(base),
    profile: createProfileService(base),
  };
}

/** The channels of the people's register. */
type PeopleContract = Pick<
  AppContract,
  | keyof typeof documentsContract
  | keyof typeof outreachContract
  | keyof typeof circumstancesContract
  | keyof typeof householdsContract
  | keyof typeof duplicatesContract
  | keyof typeof agreementsContract
  | keyof typeof exportsContract
  | keyof typeof importsContract
  | keyof typeof partiesContract
  | keyof typeof profileContract
  | keyof typeof recordsContract
>;

export const peopleHandlers = (people: () => PeopleServices): Handlers<PeopleContract> => ({
  ...documentHandlers(
    () => people().documents,
    () => people().matching,
  ),
  ...outreachHandlers(() => people().outreach),
  ...householdHandlers(
    () => people().households,
    () => people().representatives,
  ),
  ...circumstanceHandlers(
    () => people().circumstances,
    () => people().categories,
  ),
  ...duplicateHandlers(
    () => people().duplicates,
    () => people().merges,
  ),
  ...agreementHandlers(() => people().agreements),
  ...exportHandlers(() => people().exports),
  ...importHandlers(() => people().imports),
  ...partyHandlers(() => people().parties),
  ...recordHandlers(() => people().records),
  ...profileHandlers(() => people().profile),
});

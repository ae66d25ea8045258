import type { AppContract } from '#shared/ipc/app-contract.ts';
import type { duplicatesContract } from '#shared/duplicates/duplicates-contract.ts';
import type { partiesContract } from '#shared/parties/parties-contract.ts';
import type { recordsContract } from '#shared/parties/records-contract.ts';
import type { profileContract } from '#shared/parties/profile-contract.ts';
import type { Database } from '#db/open-database.ts';
import { duplicateHandlers } from './duplicates/duplicate-ipc.ts';
import { createDuplicateService } from './duplicates/duplicate-service.ts';
import type { createOfficeFiles } from './files/office-files.ts';
import type { Handlers } from './ipc/dispatch.ts';
import { partyHandlers } from './parties/party-ipc.ts';
import { recordHandlers } from './parties/record-ipc.ts';
import { createRecordService } from './parties/record-service.ts';
import { createPartyService } from './parties/party-service.ts';
import { profileHandlers } from './parties/profile-ipc.ts';
import { createProfileService } from './parties/profile-service.ts';
import type { Clock } from './ports/clock.ts';
import type { Dialogs } from './ports/dialogs.ts';

/** What the services of the people's register need. */
export interface PeoplePorts {
  readonly db: Database;
  readonly clock: Clock;
  readonly files: ReturnType<typeof createOfficeFiles>;
  readonly dialogs: Dialogs;
}

export type PeopleServices = ReturnType<typeof createPeopleServices>;

/** One register of beneficiaries and all other parties (P.1), and all that is known of them. */
export function createPeopleServices({ db, clock }: PeoplePorts) {
  const base = { db, clock };
  return {
    duplicates: createDuplicateService(base),
    parties: createPartyService(base),
    records: createRecordService(base),
    profile: createProfileService(base),
  };
}

/** The channels of the people's register. */
type PeopleContract = Pick<
  AppContract,
  | keyof typeof duplicatesContract
  | keyof typeof partiesContract
  | keyof typeof profileContract
  | keyof typeof recordsContract
>;

export const peopleHandlers = (people: () => PeopleServices): Handlers<PeopleContract> => ({
  ...duplicateHandlers(() => people().duplicates),
  ...partyHandlers(() => people().parties),
  ...recordHandlers(() => people().records),
  ...profileHandlers(() => people().profile),
});

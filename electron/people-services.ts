import type { AppContract } from '#shared/ipc/app-contract.ts';
import type { partiesContract } from '#shared/parties/parties-contract.ts';
import type { Database } from '#db/open-database.ts';
import type { createOfficeFiles } from './files/office-files.ts';
import type { Handlers } from './ipc/dispatch.ts';
import { partyHandlers } from './parties/party-ipc.ts';
import { createPartyService } from './parties/party-service.ts';
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
    parties: createPartyService(base),
  };
}

/** The channels of the people's register. */
type PeopleContract = Pick<AppContract, keyof typeof partiesContract>;

export const peopleHandlers = (people: () => PeopleServices): Handlers<PeopleContract> => ({
  ...partyHandlers(() => people().parties),
});

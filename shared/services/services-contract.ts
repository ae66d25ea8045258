import { z } from 'zod';
import { serviceIdSchema } from '../ids.ts';
import { command, defineContract, query } from '../ipc/contract.ts';
import {
  requirementInputSchema,
  serviceChoiceSchema,
  serviceInputSchema,
  serviceRequirementSchema,
  serviceSchema,
} from './service.ts';

/** Who keeps the lists of the office. */
const keepers = { roles: ['manager', 'administrator'] } as const;
const changes = ['services'] as const;

/** دليل الخدمات: what the office gives, to whom, and what each asks for (S.6, S.7). */
export const servicesContract = defineContract({
  /** What a request can be opened for now, in the office's order. */
  'services.choices': query('signedIn', z.void(), z.array(serviceChoiceSchema)),
  /** The whole catalogue, those put aside among the others, and the requirements of every service without its own. */
  'services.list': query(
    'signedIn',
    z.void(),
    z.object({ services: z.array(serviceSchema), general: z.array(serviceRequirementSchema) }),
  ),
  /**
   * Adds (id null) or changes. Requests that are open keep the requirements they were opened with.
   * Errors: notFound, conflict (somebody changed it meanwhile), serviceNameTaken { name }.
   */
  'services.save': command(
    keepers,
    z.object({
      id: serviceIdSchema.nullable(),
      /** The version that was looked at; null of a new one. */
      version: z.int().nullable(),
      service: serviceInputSchema,
    }),
    z.object({ id: serviceIdSchema, version: z.int() }),
    changes,
  ),
  /** The whole list of the general requirements, in its order. */
  'services.saveGeneral': command(
    keepers,
    z.object({ requirements: z.array(requirementInputSchema).max(40) }),
    z.null(),
    changes,
  ),
  /** The whole list in its new order. Error: conflict when it is another list by now. */
  'services.reorder': command(
    keepers,
    z.object({ ids: z.array(serviceIdSchema).max(1000) }),
    z.null(),
    changes,
  ),
  /** Put aside, or back. Error: serviceNameTaken when another one has its name by now. */
  'services.setActive': command(
    keepers,
    z.object({ id: serviceIdSchema, active: z.boolean() }),
    z.null(),
    changes,
  ),
  /** Only one that was never asked for: the undo of adding it. Error: serviceUsed { name }. */
  'services.remove': command(keepers, z.object({ id: serviceIdSchema }), z.null(), changes),
});

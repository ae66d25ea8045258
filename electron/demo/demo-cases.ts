import type { RequestId } from '#shared/ids.ts';
import { createHash } from 'node:crypto';
import { AppError } from '#shared/app-error.ts';
import { attestationFollower } from '../attestation/attestation-follower.ts';
import { createAttestationService } from '../attestation/attestation-service.ts';
import { createCommitteeServices } from '../committee/committee-ipc.ts';
import { minutesFollower } from '../committee/minutes-follower.ts';
import { createDeliveryServices, deliveryFollowers } from '../deliveries/delivery-services.ts';
import type { Printer } from '../ports/printer.ts';
import { createReferralService } from '../referrals/referral-service.ts';
import { createAppealService } from '../reply/appeal-service.ts';
import { createNoticeService } from '../reply/notice-service.ts';
import { createRaiseService } from '../reply/raise-service.ts';
import { createFormService } from '../requests/form-service.ts';
import { createRegistration } from '../requests/registration-act.ts';
import { createRequestCourse } from '../requests/request-course.ts';
import { createRequestService } from '../requests/request-service.ts';
import { createResearchService } from '../research/research-service.ts';
import { createSealedService } from '../sealed/sealed-service.ts';
import { createCatalogueService } from '../services/catalogue-service.ts';
import type { DemoPlay } from './demo-play.ts';

/** The play prints nothing. */
const NO_PRINTER: Printer = {
  listPrinters: async () => [],
  printPdf: async () => {
    throw new AppError('printerMissing', { printer: '' });
  },
  openInViewer: async () => {
    throw new AppError('printerMissing', { printer: '' });
  },
};

export type DemoCases = ReturnType<typeof createDemoCases>;

/** The services of the seven steps, as the desk has them, at the moment of the play. */
export function createDemoCases(play: DemoPlay) {
  const base = { db: play.db, clock: play.clock };
  const papers = { ...base, renderer: { renderPaper: play.renderPaper }, files: play.files };
  let drawn = 0;
  /** Codes that are chance at a desk come from the seed here: one seed is one office. */
  const drawCode = (): string => {
    drawn += 1;
    return createHash('sha256').update(`demo ${play.seed} delivery ${drawn}`).digest('hex');
  };
  return {
    requests: createRequestService(base),
    course: createRequestCourse(base),
    form: createFormService(base),
    register: createRegistration(base),
    referrals: createReferralService(base),
    research: createResearchService(base),
    services: createCatalogueService(base),
    committee: createCommitteeServices(papers),
    raising: createRaiseService(papers),
    notices: createNoticeService(base),
    appeals: createAppealService(base),
    deliveries: createDeliveryServices({ ...papers, drawCode }),
    attestations: createAttestationService(papers),
    sealed: createSealedService({
      ...papers,
      printer: NO_PRINTER,
      saveFile: async () => null,
      followers: { attestation: attestationFollower, minutes: minutesFollower, ...deliveryFollowers },
    }),
  };
}

/** A requirement as the officer saw it at the desk, without a document of the register. */
export const requirementSeen = (
  id: RequestId,
  key: string,
  state: 'matched' | 'notNeeded',
): Parameters<DemoCases['form']['setRequirement']>[0] => ({
  id,
  key,
  state,
  documentId: null,
  dueOn: null,
  note: '',
});

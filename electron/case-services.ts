import type { auditSampleContract } from '#shared/audit/sample-contract.ts';
import type { attestationContract } from '#shared/attestation/attestation-contract.ts';
import type { deliveriesContract } from '#shared/deliveries/deliveries-contract.ts';
import type { AppContract } from '#shared/ipc/app-contract.ts';
import type { formContract } from '#shared/requests/form-contract.ts';
import type { committeeContract } from '#shared/committee/committee-contract.ts';
import type { needContract } from '#shared/need/need-contract.ts';
import type { referralsContract } from '#shared/referrals/referrals-contract.ts';
import type { requestsContract } from '#shared/requests/requests-contract.ts';
import type { researchContract } from '#shared/research/research-contract.ts';
import type { servicesContract } from '#shared/services/services-contract.ts';
import type { replyContract } from '#shared/reply/reply-contract.ts';
import type { sealedContract } from '#shared/sealed/sealed-contract.ts';
import type { Database } from '#db/open-database.ts';
import { createSampleService } from './audit/sample-service.ts';
import { pathHandlers } from './audit/path-ipc.ts';
import { attestationFollower } from './attestation/attestation-follower.ts';
import { attestationHandlers } from './attestation/attestation-ipc.ts';
import { createAttestationService } from './attestation/attestation-service.ts';
import { committeeHandlers, createCommitteeServices } from './committee/committee-ipc.ts';
import { deliveryHandlers } from './deliveries/delivery-ipc.ts';
import { createDeliveryServices, deliveryFollowers } from './deliveries/delivery-services.ts';
import { minutesFollower } from './committee/minutes-follower.ts';
import type { createOfficeFiles } from './files/office-files.ts';
import type { Handlers } from './ipc/dispatch.ts';
import type { RenderPaper } from './papers/paper-ports.ts';
import type { Clock } from './ports/clock.ts';
import type { Dialogs } from './ports/dialogs.ts';
import type { Printer } from './ports/printer.ts';
import { referralHandlers } from './referrals/referral-ipc.ts';
import { createReferralService } from './referrals/referral-service.ts';
import { formHandlers } from './requests/form-ipc.ts';
import { createFormService } from './requests/form-service.ts';
import { createPathService } from './requests/path-service.ts';
import { createRegistration } from './requests/registration-act.ts';
import { createRequestCourse } from './requests/request-course.ts';
import { createAppealService } from './reply/appeal-service.ts';
import { createNoticeService } from './reply/notice-service.ts';
import { createRaiseService } from './reply/raise-service.ts';
import { replyHandlers } from './reply/reply-ipc.ts';
import { createReplyService } from './reply/reply-service.ts';
import { requestHandlers } from './requests/request-ipc.ts';
import { createRequestService } from './requests/request-service.ts';
import { researchHandlers } from './research/research-ipc.ts';
import { createResearchService } from './research/research-service.ts';
import { savePdfThrough } from './sealed/save-pdf.ts';
import { sealedHandlers } from './sealed/sealed-ipc.ts';
import { createSealedService } from './sealed/sealed-service.ts';
import { createCatalogueService } from './services/catalogue-service.ts';
import { serviceHandlers } from './services/service-ipc.ts';
import type { DeskSession } from './session/desk-session.ts';

/** What the services of the seven steps need. */
export interface CasePorts {
  readonly db: Database;
  readonly clock: Clock;
  readonly files: ReturnType<typeof createOfficeFiles>;
  readonly dialogs: Dialogs;
  readonly session: DeskSession;
  readonly printer: Printer;
  /** Sets the papers that are frozen. */
  readonly renderer: { readonly renderPaper: RenderPaper };
}

export type CaseServices = ReturnType<typeof createCaseServices>;

/** The seven steps of a support request (S.1–S.7), and all that belongs to them. */
export function createCaseServices({ db, clock, ...ports }: CasePorts) {
  const base = { db, clock };
  return {
    requests: createRequestService(base),
    course: createRequestCourse(base),
    path: createPathService(base),
    sample: createSampleService(base),
    form: createFormService(base),
    completeRegistration: createRegistration(base),
    referrals: createReferralService(base),
    research: createResearchService(base),
    committee: createCommitteeServices({ ...base, renderer: ports.renderer, files: ports.files.fileStore }),
    reply: createReplyService(base),
    raising: createRaiseService({ ...base, renderer: ports.renderer, files: ports.files.fileStore }),
    notices: createNoticeService(base),
    appeals: createAppealService(base),
    services: createCatalogueService(base),
    deliveries: createDeliveryServices({ ...base, renderer: ports.renderer, files: ports.files.fileStore }),
    attestations: createAttestationService({
      ...base,
      renderer: ports.renderer,
      files: ports.files.fileStore,
    }),
    sealed: createSealedService({
      ...base,
      renderer: ports.renderer,
      files: ports.files.fileStore,
      printer: ports.printer,
      saveFile: savePdfThrough(ports.dialogs),
      followers: { attestation: attestationFollower, minutes: minutesFollower, ...deliveryFollowers },
    }),
  };
}

/** The channels of the seven steps. */
type CaseContract = Pick<
  AppContract,
  | keyof typeof requestsContract
  | keyof typeof auditSampleContract
  | keyof typeof committeeContract
  | keyof typeof needContract
  | keyof typeof formContract
  | keyof typeof referralsContract
  | keyof typeof researchContract
  | keyof typeof replyContract
  | keyof typeof sealedContract
  | keyof typeof attestationContract
  | keyof typeof servicesContract
  | keyof typeof deliveriesContract
>;

export const caseHandlers = (cases: () => CaseServices): Handlers<CaseContract> => ({
  ...requestHandlers(
    () => cases().requests,
    () => cases().course,
  ),
  ...formHandlers(
    () => cases().form,
    () => cases().completeRegistration,
  ),
  ...committeeHandlers(() => cases().committee),
  ...referralHandlers(() => cases().referrals),
  ...researchHandlers(() => cases().research),
  ...pathHandlers(cases),
  ...replyHandlers(cases),
  ...sealedHandlers(() => cases().sealed),
  ...attestationHandlers(() => cases().attestations),
  ...serviceHandlers(() => cases().services),
  ...deliveryHandlers(() => cases().deliveries),
});

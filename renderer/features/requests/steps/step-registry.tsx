import type { ComponentType } from 'react';
import type { RequestPhase } from '#shared/requests/request-machine.ts';
import { AttestationStep } from './attestation/attestation-step.tsx';
import { MatchingStep } from './matching/matching-step.tsx';
import { RegistrationStep } from './registration/registration-step.tsx';
import { OverCard } from '../over-card.tsx';
import { ReferralStep } from './referral/referral-step.tsx';
import { ClosedStep } from './service/closed-step.tsx';
import { ServiceStep } from './service/service-step.tsx';
import { CommitteeWaitStep } from './reply/committee-wait-step.tsx';
import { RaisingStep } from './reply/raising-step.tsx';
import { RefusedStep } from './reply/refused-step.tsx';
import type { StepProps } from './step-props.ts';

/** The card in the middle of a request's page, by the phase that it is in: the one thing that waits there. */
export const STEP_CARDS: Readonly<Record<RequestPhase, ComponentType<StepProps>>> = {
  matching: MatchingStep,
  referral: ReferralStep,
  attestation: AttestationStep,
  raising: RaisingStep,
  committee: CommitteeWaitStep,
  registration: RegistrationStep,
  service: ServiceStep,
  closed: ClosedStep,
  refused: RefusedStep,
  withdrawn: OverCard,
};

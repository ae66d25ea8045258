import type { ComponentType } from 'react';
import type { RequestPhase } from '#shared/requests/request-machine.ts';
import { AttestationStep } from './attestation/attestation-step.tsx';
import { StepCard } from '../step-card.tsx';
import type { StepProps } from './step-props.ts';

/** The card in the middle of a request's page, by the phase that it is in: the one thing that waits there. */
export const STEP_CARDS: Readonly<Record<RequestPhase, ComponentType<StepProps>>> = {
  matching: StepCard,
  referral: StepCard,
  attestation: AttestationStep,
  raising: StepCard,
  committee: StepCard,
  registration: StepCard,
  service: StepCard,
  closed: StepCard,
  refused: StepCard,
  withdrawn: StepCard,
};

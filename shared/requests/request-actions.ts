/** While it is open alone. */
export const OPEN_ACTIONS = [
  'edit',
  'setLevel',
  'confirmDatum',
  'completeMatching',
  'refer',
  'skipReferral',
  'completeReferral',
  'prepareAttestation',
  'sign',
  'completeAttestation',
  'raise',
  'stop',
  'resume',
  'schedule',
  'accept',
  'refuse',
  'askForMore',
  'setRequirement',
  'completeRegistration',
  'planDelivery',
  'deliver',
  'close',
  'withdraw',
  'transfer',
  'reopenStep',
] as const;
export type OpenAction = (typeof OPEN_ACTIONS)[number];

/** Whether it is open or not. */
export const LATER_ACTIONS = [
  'research',
  'answerReferral',
  'replaceSlip',
  'voidDecision',
  'notify',
  'appeal',
  'answerAppeal',
  'voidAppealAnswer',
  'voidDelivery',
  'reopen',
] as const;
export type LaterAction = (typeof LATER_ACTIONS)[number];

export type RequestAction = OpenAction | LaterAction;
export const REQUEST_ACTIONS: readonly RequestAction[] = [...OPEN_ACTIONS, ...LATER_ACTIONS];

export const isLater = (action: RequestAction): action is LaterAction =>
  LATER_ACTIONS.some((later) => later === action);

/** Why an action is not for now; words in `requests.refused`. */
export const REQUEST_REFUSALS = [
  'notOpen',
  'ended',
  'notWithdrawn',
  'alreadyOpen',
  'notRefused',
  'tooEarly',
  'tooLate',
  'dataOpen',
  'referralOpen',
  'noReferral',
  'notReferred',
  'notPrepared',
  'attestationMissing',
  'attestationStale',
  'stopped',
  'notStopped',
  'noDecision',
  'appealOpen',
  'noAppeal',
  'noAppealAnswer',
  'requirementsMissing',
  'deliveriesPlanned',
  'nothingPlanned',
  'nothingDelivered',
  'delivered',
  'raised',
] as const;
export type RequestRefusal = (typeof REQUEST_REFUSALS)[number];

import { clause, type ClauseId } from './clauses.ts';

/** The eight channels through which the association hears and answers (C.1–C.8), in the policy's order. */
export const CHANNEL_CODES = [
  'interview',
  'phoneCall',
  'socialMedia',
  'letter',
  'assistanceRequest',
  'volunteering',
  'website',
  'branchDelegate',
] as const;

export type ChannelCode = (typeof CHANNEL_CODES)[number];

export type Channel = {
  readonly code: ChannelCode;
  readonly clauseId: ClauseId;
  /** The policy's own name of the channel. */
  readonly name: string;
};

const CLAUSES = {
  interview: 'C.1',
  phoneCall: 'C.2',
  socialMedia: 'C.3',
  letter: 'C.4',
  assistanceRequest: 'C.5',
  volunteering: 'C.6',
  website: 'C.7',
  branchDelegate: 'C.8',
} as const satisfies Record<ChannelCode, ClauseId>;

/** One channel by its code. */
export const channel = (code: ChannelCode): Channel => ({
  code,
  clauseId: CLAUSES[code],
  name: clause(CLAUSES[code]).text,
});

export const CHANNELS: readonly Channel[] = CHANNEL_CODES.map(channel);

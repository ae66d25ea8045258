import type { ReplyMode } from './reply-clock.ts';
import type { DecisionKind, RequestPhase, RequestState, StepFact } from './request-machine.ts';
import type { RequestEvent, RequestLevel, Requirement, StopKind } from './request.ts';

/** Whatever was done by somebody at an instant. */
export interface PathDeed {
  readonly atMs: number;
  readonly by: string;
}

/** An event of the timeline, in the order in which it was written. */
export interface PathEvent extends PathDeed {
  readonly kind: RequestEvent['kind'];
  readonly step: number | null;
  readonly text: string;
  /** As it was stored; empty: written before events named their clause. */
  readonly clause: string;
  readonly subject: { readonly kind: string; readonly id: number } | null;
}

export interface PathSignature extends PathDeed {
  readonly signer: string;
  readonly mode: string;
  readonly name: string;
  /** The drawing or the scan is kept. */
  readonly filed: boolean;
  readonly withdrawn: boolean;
}

export interface PathPaper extends PathDeed {
  readonly id: number;
  readonly kind: string;
  readonly title: string;
  readonly version: number;
  /** 16 digits, as printed. */
  readonly code: string;
  /** Null: it holds. */
  readonly voidReason: string | null;
  readonly signatures: readonly PathSignature[];
}

export interface PathRequirement extends Pick<
  Requirement,
  'name' | 'state' | 'atMs' | 'documentId' | 'validUntil'
> {
  readonly by: string | null;
}

export interface PathReferral extends PathDeed {
  readonly id: number;
  readonly question: string;
  readonly answered: PathDeed | null;
  /** Who typed the answer for the officer, where it was not the officer. */
  readonly enteredFor: boolean;
  readonly paper: string;
  readonly returned: boolean;
  readonly cancelReason: string;
}

export interface PathResearch extends PathDeed {
  readonly id: number;
  readonly finished: PathDeed | null;
  readonly recommendation: string | null;
  readonly fieldVisits: number;
  readonly enteredFor: boolean;
  readonly paper: string;
  readonly cancelReason: string;
}

export interface PathStop extends PathDeed {
  readonly kind: StopKind;
  readonly fromDay: string;
  readonly untilDay: string | null;
  readonly reason: string;
}

export interface PathSession {
  readonly id: number;
  readonly number: number;
  readonly hijriYear: number;
  readonly day: string;
  readonly state: string;
  readonly quorum: number;
  readonly present: number;
  /** The minutes: sealed here, or entered from their signed paper. */
  readonly minutes: boolean;
}

export interface PathNotice extends PathDeed {
  readonly channel: string;
  readonly receiver: string;
  readonly reached: boolean;
  /** Name of the proof that is kept; empty: none. */
  readonly proof: string;
  readonly withdrawn: boolean;
}

export interface PathDecision extends PathDeed {
  readonly id: number;
  readonly kind: DecisionKind;
  readonly decidedOn: string;
  readonly session: PathSession | null;
  readonly ofAppeal: boolean;
  readonly clause: string;
  readonly reason: string;
  readonly wouldChange: string;
  readonly earlyReason: string;
  readonly overridden: boolean;
  readonly votes: number;
  readonly letterId: number | null;
  readonly notices: readonly PathNotice[];
  readonly voidReason: string | null;
}

export interface PathAppeal extends PathDeed {
  readonly id: number;
  readonly level: string;
  readonly outcome: string | null;
  readonly answeredOn: string | null;
  readonly paper: string;
  readonly answerPaper: string;
  /** Its answer was recorded by mistake, and another record of the same appeal stands. */
  readonly voidReason: string | null;
}

export interface PathDelivery {
  readonly id: number;
  readonly turn: number;
  readonly dueOn: string;
  readonly state: string;
  readonly what: string;
  readonly receiver: string;
  readonly atPlace: boolean;
  readonly departed: boolean;
  readonly done: PathDeed | null;
  /** The receipt's own paper stands among the papers. */
  readonly receiptId: number | null;
  readonly code: string;
  readonly reason: string;
}

export interface PathLetter extends PathDeed {
  readonly id: number;
  readonly number: string | null;
  readonly subject: string;
  readonly state: string;
  readonly signed: boolean;
  readonly delivered: boolean;
}

/** Everything that was recorded of one request, as the database has it. */
export interface PathFacts {
  readonly id: number;
  readonly number: string | null;
  readonly partyId: number;
  readonly partyName: string;
  readonly partySex: 'male' | 'female' | null;
  readonly fileNumber: string | null;
  readonly service: string;
  readonly level: RequestLevel;
  readonly levelReason: string;
  readonly state: RequestState;
  readonly phase: RequestPhase;
  readonly openedAtMs: number;
  readonly raisedOn: string | null;
  readonly replyMode: ReplyMode | null;
  readonly notBefore: string | null;
  readonly targetOn: string | null;
  readonly ratingOffered: boolean;
  readonly visit: PathDeed | null;
  readonly representation: {
    readonly name: string;
    readonly deedNumber: string;
    readonly expiresOn: string | null;
  } | null;
  readonly steps: readonly StepFact[];
  readonly events: readonly PathEvent[];
  /** Data of T.4 that were asked after: in all, corrected, and held against an original. */
  readonly data: { readonly asked: number; readonly corrected: number; readonly againstOriginal: number };
  readonly dataBy: PathDeed | null;
  readonly requirements: readonly PathRequirement[];
  readonly papers: readonly PathPaper[];
  /** The last version of S.4: its paper, and the fields that changed since it was signed. */
  readonly attestation: { readonly documentId: number; readonly stale: boolean } | null;
  readonly referrals: readonly PathReferral[];
  readonly research: readonly PathResearch[];
  readonly need: readonly (PathDeed & { readonly score: number })[];
  readonly stops: readonly PathStop[];
  readonly decisions: readonly PathDecision[];
  readonly appeals: readonly PathAppeal[];
  readonly deliveries: readonly PathDelivery[];
  readonly letters: readonly PathLetter[];
  /** Instants at which the log has an entry of this request. */
  readonly loggedAtMs: readonly number[];
}

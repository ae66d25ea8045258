import type { CommitteeCase } from '#shared/committee/committee-contract.ts';
import type { Decision, MemberRole, Vote } from '#shared/committee/committee.ts';
import type { PaperHead, SummaryFact } from './paper-sheets.ts';

/** محضر: a session of the research committee, what it decided and who was there. */
export interface SessionMinutes extends PaperHead {
  /** Of its seal; null: a draft, before the session is closed. */
  readonly code: string | null;
  readonly number: number;
  readonly hijriYear: number;
  /** ISO day; `time` is `10:30` or empty. */
  readonly day: string;
  readonly time: string;
  readonly place: string;
  readonly quorum: number;
  readonly note: string;
  readonly members: readonly {
    readonly name: string;
    readonly title: string;
    readonly role: MemberRole;
    readonly present: boolean;
    /** Why they were away. */
    readonly note: string;
  }[];
  readonly cases: readonly {
    /** `1448-0317` in ASCII digits. */
    readonly number: string;
    readonly name: string;
    readonly service: string;
    readonly level: string;
    readonly needScore: number | null;
    readonly recommendation: CommitteeCase['recommendation'];
    /** Put off to a later session, with why; empty: not. */
    readonly deferredReason: string;
    readonly decision:
      | (Pick<Decision, 'kind' | 'reason' | 'wouldChange' | 'earlyReason' | 'conflictNote'> & {
          /** The clause with its text, or the office's rule. */
          readonly basis: string;
          readonly granted: string;
          readonly overrideByName: string;
          readonly votes: readonly { readonly name: string; readonly vote: Vote; readonly note: string }[];
        })
      | null;
  }[];
  /** Who wrote it down. */
  readonly staffName: string;
}

/** «ملخص حالة»: all that the committee has before it of one request, on one page; the identity is left out. */
export interface CaseSummarySheet extends PaperHead {
  readonly madeOn: string;
  readonly staffName: string;
  readonly name: string;
  readonly facts: readonly SummaryFact[];
  readonly need: string;
  readonly circumstances: readonly SummaryFact[];
  readonly assessment: {
    readonly score: number | null;
    readonly knownWeight: number;
    readonly allWeight: number;
    readonly parts: readonly {
      readonly name: string;
      readonly found: string;
      readonly weight: number;
      readonly share: number | null;
      readonly points: number;
    }[];
  };
  readonly research: {
    readonly researcher: string;
    readonly findings: string;
    readonly recommendation: string;
    readonly reason: string;
    /** ISO days of the field visits. */
    readonly visits: readonly string[];
  } | null;
  readonly requirements: readonly { readonly name: string; readonly state: string }[];
  readonly earlier: readonly {
    readonly number: string;
    readonly service: string;
    readonly outcome: string;
  }[];
  /** A member of the committee made the research: said on the paper too. */
  readonly conflict: string;
}

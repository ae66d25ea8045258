import type { PaperHead } from './paper-sheets.ts';

/** ورقة إحالة (S.3): the question, and room for the answer and its signature; ASCII digits, days ISO. */
export interface ReferralSheet extends PaperHead {
  readonly partyName: string;
  readonly partySex: 'male' | 'female' | null;
  readonly fileNumber: string | null;
  readonly requestNumber: string | null;
  /** Empty: asked without a request. */
  readonly serviceName: string;
  readonly ticket: number | null;
  readonly question: string;
  readonly askedDay: string;
  readonly askedAt: string;
  readonly askedByName: string;
  /** Empty: whichever officer comes first. */
  readonly forName: string;
  /** Null: still to be written by hand. */
  readonly answer: {
    readonly text: string;
    readonly explanation: string;
    readonly byName: string;
    readonly day: string;
  } | null;
  readonly madeOn: string;
}

/** ورقة زيارة ميدانية: where to, how it is found, how one calls safely, and room for what is found. */
export interface FieldVisitSheet extends PaperHead {
  readonly partyName: string;
  readonly partySex: 'male' | 'female' | null;
  readonly fileNumber: string | null;
  readonly requestNumber: string | null;
  readonly serviceName: string;
  readonly researcherName: string;
  readonly purpose: string;
  readonly plannedOn: string;
  /** `16:30`, or empty. */
  readonly plannedTime: string;
  readonly place: string;
  readonly directions: string;
  readonly contacts: readonly {
    readonly kind: string;
    /** As it is dialled or written. */
    readonly value: string;
    readonly owner: string;
    readonly hours: string;
    /** «لا تُذكر الجمعية» */
    readonly discreet: boolean;
  }[];
  readonly madeOn: string;
}

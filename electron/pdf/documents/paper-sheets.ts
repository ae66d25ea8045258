import type { AuditSampleSheet, RequestPathSheet } from './path-sheets.ts';
import type { Agreement } from '#shared/agreements/agreement.ts';
import type { LeftOut } from '#shared/batches/batch.ts';
import type { DocumentStanding } from '#shared/documents/standing.ts';
import type { LetterAttachments, Recipient } from '#shared/letters/letter.ts';
import type { CaseSummarySheet, SessionMinutes } from './committee-sheets.ts';
import type { DigitSystem, OrganisationProfile } from '#shared/organisation/profile.ts';
import type { Offsets, PaperRequest } from '#shared/papers/papers-contract.ts';
import type { DayClosing, PaperRange, RegisterBook } from '#shared/registers/register.ts';
import type { AttestationSheet } from './attestation-sheet.ts';
import type { DeliveryDaySheet, DeliveryListSheet, DeliveryReceiptSheet } from './delivery-sheets.ts';
import type { RaisingSlip } from './raising-slip-sheet.ts';
import type { RequestFormSheet } from './request-form-sheet.ts';
import type { SignaturesSheet } from './signatures-sheet.ts';
import type { FieldVisitSheet, ReferralSheet } from './research-sheets.ts';

/** The head that an official paper stands under; `logo` are the bytes of its picture. */
export interface PaperHead {
  readonly profile: OrganisationProfile;
  readonly logo: Uint8Array | null;
}

export interface VoidCertificate extends PaperHead {
  /** As issued: `127/ص/1448` in ASCII digits. */
  readonly referenceNumber: string;
  /** ISO day of the number. */
  readonly day: string;
  readonly recipientLine: string;
  readonly subject: string;
  readonly issuedByName: string;
  /** The void: why, by whom, and on which ISO day at which hour (`10:42`). */
  readonly reason: string;
  readonly voidedByName: string;
  readonly voidedDay: string;
  readonly voidedTime: string;
  /** The verification code of the letter; null of one that bears none. */
  readonly code: string | null;
}

export interface ReceiptSlip extends PaperHead {
  readonly referenceNumber: string;
  readonly day: string;
  /** Null: written on paper, nobody knows at which hour. */
  readonly time: string | null;
  readonly senderLine: string;
  readonly theirNumber: string;
  readonly theirDay: string | null;
  readonly subject: string;
  readonly attachments: LetterAttachments;
  /** Null: received on paper, by somebody whom nobody named. */
  readonly receivedByName: string | null;
}

export interface DayClosingPage extends PaperHead {
  readonly closing: DayClosing;
  /** Who closes the day. */
  readonly officer: { readonly name: string; readonly jobTitle: string };
  /** What was delivered on that day: number, to whom, how. */
  readonly delivered: readonly {
    readonly referenceNumber: string;
    readonly receiver: string;
    readonly method: string;
  }[];
}

export interface RegisterBookPages extends PaperHead {
  readonly book: RegisterBook;
  /** ISO day on which the book is set: a book of a running year says how far it reaches. */
  readonly madeOn: string;
}

/** Numbers kept for paper, to be taken along. */
export interface PaperRangeList extends PaperHead {
  readonly range: PaperRange;
}

/** To whom an envelope or a label goes. */
export interface PostalAddress {
  readonly recipient: Recipient;
  /** Printed small in a corner, so that sheet and envelope find each other; null for none. */
  readonly referenceNumber: string | null;
}

export interface Envelopes {
  readonly profile: OrganisationProfile;
  readonly size: Extract<PaperRequest, { kind: 'envelopes' }>['size'];
  readonly addresses: readonly PostalAddress[];
}

export interface Labels {
  readonly digits: DigitSystem;
  readonly columns: number;
  readonly rows: number;
  readonly skip: number;
  readonly addresses: readonly PostalAddress[];
}

export interface PartyLetters extends PaperHead {
  readonly partyName: string;
  readonly madeOn: string;
  readonly letters: readonly {
    readonly referenceNumber: string;
    readonly day: string;
    readonly subject: string;
    readonly pages: number;
    readonly voided: boolean;
    /** The sealed bytes. */
    readonly pdf: Uint8Array;
  }[];
}

/** What somebody has yet to bring (S.2). */
export interface MissingDocuments extends PaperHead {
  readonly partyName: string;
  readonly fileNumber: string | null;
  readonly items: readonly (Pick<DocumentStanding, 'state' | 'expiresOn'> & {
    /** As a request calls it; a kind of the register where it is one. */
    readonly name?: string;
    readonly kind: DocumentStanding['kind'] | null;
  })[];
  /** ISO day on which they come back; null: written by hand. */
  readonly returnDay: string | null;
  readonly madeOn: string;
  readonly staffName: string;
}

/** A term and what stands beside it, in Arabic, ASCII digits. */
export interface SummaryFact {
  readonly label: string;
  readonly value: string;
  /** An identifier: left to right, its digits as they are. */
  readonly code?: boolean;
  /** After it, in words. */
  readonly note?: string;
}

/** One page of a file: the identity masked, words and codes already in Arabic. */
export interface PersonSummary extends PaperHead {
  readonly partyName: string;
  readonly madeOn: string;
  readonly madeAt: string;
  readonly staffName: string;
  readonly identity: readonly SummaryFact[];
  readonly contacts: readonly {
    readonly kind: string;
    /** As it is dialled or written. */
    readonly value: string;
    readonly owner: string;
    readonly hours: string;
    /** «لا تُذكر الجمعية» */
    readonly discreet: boolean;
  }[];
  readonly currentCase: {
    readonly service: string;
    readonly number: string | null;
    readonly step: string;
    readonly urgent: boolean;
    readonly missing: readonly string[];
    /** Open cases beside it. */
    readonly others: number;
  } | null;
  /** Who is there on the day, in the order of the tree. */
  readonly household: readonly {
    readonly name: string;
    readonly relation: string;
    readonly age: string;
    readonly about: string;
  }[];
  readonly circumstances: readonly SummaryFact[];
  /** Halalas a month; null where nothing is recorded. */
  readonly perHead: {
    readonly heads: number;
    readonly income: number;
    readonly gross: number;
    readonly net: number;
  } | null;
  readonly documents: readonly {
    readonly name: string;
    readonly state: string;
    /** ISO, the last day on which it holds. */
    readonly until: string | null;
  }[];
  readonly lastContacts: readonly {
    readonly day: string;
    readonly channel: string;
    readonly inquiry: string;
  }[];
}

export interface BatchReport extends PaperHead {
  readonly name: string;
  readonly templateName: string;
  readonly preparedBy: string;
  readonly preparedDay: string;
  /** ISO day and hour of the report: a batch may still be going on. */
  readonly madeOn: string;
  readonly madeAt: string;
  /** In the order of the choice. */
  readonly persons: readonly {
    readonly name: string;
    readonly referenceNumber: string | null;
    readonly voided: boolean;
    readonly leftOut: LeftOut | null;
  }[];
}

export interface BatchLetters {
  readonly profile: OrganisationProfile;
  readonly name: string;
  readonly madeOn: string;
  /** The sealed bytes, in the order of the choice. */
  readonly pdfs: readonly Uint8Array[];
}

/** An agreement as it stands on the ISO day `madeOn` (P.2). */
export interface AgreementRecord extends PaperHead {
  readonly agreement: Agreement;
  readonly madeOn: string;
  readonly staffName: string;
}

export interface CalibrationSheet extends PaperHead {
  readonly offsets: Offsets;
}

export interface TestPage {
  readonly profile: OrganisationProfile;
  readonly printer: string;
  readonly day: string;
  readonly time: string;
}

/** Every paper but a letter's own, with all that stands on it; plain data, as it crosses to the worker. */
export type PaperSheet =
  | ({ readonly kind: 'voidCertificate' } & VoidCertificate)
  | ({ readonly kind: 'receiptSlip' } & ReceiptSlip)
  | ({ readonly kind: 'dayClosing' } & DayClosingPage)
  | ({ readonly kind: 'registerBook' } & RegisterBookPages)
  | ({ readonly kind: 'paperRange' } & PaperRangeList)
  | ({ readonly kind: 'envelopes' } & Envelopes)
  | ({ readonly kind: 'labels' } & Labels)
  | ({ readonly kind: 'partyLetters' } & PartyLetters)
  | ({ readonly kind: 'personSummary' } & PersonSummary)
  | ({ readonly kind: 'missingDocuments' } & MissingDocuments)
  | ({ readonly kind: 'agreementRecord' } & AgreementRecord)
  | ({ readonly kind: 'batchReport' } & BatchReport)
  | ({ readonly kind: 'batchLetters' } & BatchLetters)
  | ({ readonly kind: 'attestation' } & AttestationSheet)
  | ({ readonly kind: 'raisingSlip' } & RaisingSlip)
  | ({ readonly kind: 'signatures' } & SignaturesSheet)
  | ({ readonly kind: 'deliveryReceipt' } & DeliveryReceiptSheet)
  | ({ readonly kind: 'deliveryList' } & DeliveryListSheet)
  | ({ readonly kind: 'deliveryDay' } & DeliveryDaySheet)
  | ({ readonly kind: 'sessionMinutes' } & SessionMinutes)
  | ({ readonly kind: 'caseSummary' } & CaseSummarySheet)
  | ({ readonly kind: 'supportRequestForm' } & RequestFormSheet)
  | ({ readonly kind: 'requestPath' } & RequestPathSheet)
  | ({ readonly kind: 'auditSample' } & AuditSampleSheet)
  | ({ readonly kind: 'referralSheet' } & ReferralSheet)
  | ({ readonly kind: 'fieldVisitSheet' } & FieldVisitSheet)
  | ({ readonly kind: 'calibration' } & CalibrationSheet)
  | ({ readonly kind: 'testPage' } & TestPage)
  | ({ readonly kind: 'blankHead' } & PaperHead);

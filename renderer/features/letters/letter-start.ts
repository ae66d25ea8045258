import type { DigitSystem } from '#shared/arabic/digits.ts';
import { answerOpening, answerRecipient } from '#shared/incoming/answer-opening.ts';
import type { IncomingLetter } from '#shared/incoming/incoming.ts';
import type { IncomingId, LetterId, PartyId, RequestId, StaffId } from '#shared/ids.ts';
import { correctionOpening } from '#shared/letters/correction-opening.ts';
import type { Letter, LetterContent } from '#shared/letters/letter.ts';
import { EMPTY_LETTER } from './letter-content.ts';

/** What a new letter hangs on. */
export interface LetterLinks {
  readonly partyId: PartyId | null;
  readonly requestId: RequestId | null;
  /** The letter of ours that it corrects or completes. */
  readonly correctsId: LetterId | null;
  /** The incoming letter that it answers. */
  readonly answersId: IncomingId | null;
}

/**
 * How a new letter begins: with the only signatory there is; as a follow-up of one of ours, to the same addressee about the
 * same subject; as an answer, to who wrote. Number and day of what it refers to stand above its greeting.
 */
export function letterStart(from: {
  readonly recipientName: string;
  readonly signatories: readonly { readonly id: StaffId; readonly name: string; readonly jobTitle: string }[];
  readonly digits: DigitSystem;
  readonly corrected: Letter | undefined;
  readonly answered: IncomingLetter | undefined;
}): LetterContent {
  const { recipientName, signatories, digits, corrected, answered } = from;
  const only = signatories.length === 1 ? signatories[0] : undefined;
  const signatory =
    only === undefined ? EMPTY_LETTER.signatory : { name: only.name, title: only.jobTitle, staffId: only.id };
  const empty = { ...EMPTY_LETTER, recipient: { ...EMPTY_LETTER.recipient, name: recipientName }, signatory };
  if (corrected?.referenceNumber != null && corrected.issuedOn !== null) {
    const { referenceNumber, issuedOn: day, content } = corrected;
    return {
      ...empty,
      recipient: content.recipient,
      subject: content.subject,
      signatory: content.signatory,
      copies: content.copies,
      inReplyTo: correctionOpening({ referenceNumber, day }, digits),
    };
  }
  if (answered !== undefined)
    return {
      ...empty,
      recipient: answerRecipient(answered.content),
      subject: answered.subject,
      inReplyTo: answerOpening(answered.content, digits),
    };
  return empty;
}

import { nameKey } from '#shared/arabic/names.ts';
import type { PartyId, RequestId } from '#shared/ids.ts';
import type { LeftOut } from '#shared/batches/batch.ts';
import { letterProblems } from '#shared/letters/letter-rules.ts';
import type { LetterContent } from '#shared/letters/letter.ts';
import type { Party } from '#shared/parties/party.ts';
import { keptOf } from '#db/duplicates/family.ts';
import { findParty } from '#db/parties/party-queries.ts';
import type { Reader } from '#db/transaction.ts';

/** A letter for one person, from the batch's template. */
export interface FilledLetter {
  readonly content: LetterContent;
  /** Fields of the template that have no value for this person, in the words of the library. */
  readonly missing: readonly string[];
}

/** Fills the batch's template for one person; the person is there. */
export type FillFor = (reader: Reader, party: Party, requestId: RequestId | null) => FilledLetter;

export interface Judged {
  readonly partyId: PartyId;
  readonly name: string;
  readonly requestId: RequestId | null;
  readonly content: LetterContent | null;
  readonly leftOut: LeftOut | null;
}

/**
 * Judges one person after the other: who gets a letter, and who does not and why. Nothing is written. Two files of one
 * full name and one mobile are taken for the same person: the first gets the letter, and a person decides about the
 * second (P.1: never merged automatically).
 */
export function createJudge(fill: FillFor) {
  const first = new Map<string, { readonly id: PartyId; readonly name: string }>();
  return (reader: Reader, partyId: PartyId, requestId: RequestId | null): Judged => {
    const party = findParty(reader, partyId);
    const without = (leftOut: LeftOut): Judged => ({
      partyId,
      name: party?.name ?? '',
      requestId,
      content: null,
      leftOut,
    });
    if (party === undefined) return without({ code: 'notFound', details: {} });
    if (party.mergedInto !== null) {
      const into = keptOf(reader, party.id);
      return without({ code: 'partyMerged', details: { into: into?.id ?? 0, name: into?.name ?? '' } });
    }
    if (party.name.trim() === '') return without({ code: 'noName', details: {} });
    if (party.mobile !== '') {
      const key = `${nameKey(party.name)}\n${party.mobile}`;
      const earlier = first.get(key);
      if (earlier !== undefined)
        return without({ code: 'samePerson', details: { otherId: earlier.id, otherName: earlier.name } });
      first.set(key, { id: party.id, name: party.name });
    }
    const { content, missing } = fill(reader, party, requestId);
    if (missing.length > 0) return without({ code: 'missingFields', details: { fields: missing } });
    const problems = letterProblems(content);
    if (problems.length > 0)
      return without({
        code: 'letterIncomplete',
        details: { fields: problems.map((problem) => problem.field) },
      });
    return { partyId, name: party.name, requestId, content, leftOut: null };
  };
}

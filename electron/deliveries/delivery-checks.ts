import { randomBytes } from 'node:crypto';
import { AppError } from '#shared/app-error.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import type { ReceiverChoices } from '#shared/deliveries/deliveries-contract.ts';
import type { DayHandover, HandoverState, ReceiverInput, ReceiverKind } from '#shared/deliveries/delivery.ts';
import { ageOn, isThereOn } from '#shared/households/household-rules.ts';
import { mayActOn } from '#shared/households/representation.ts';
import type { HandoverId, PartyId } from '#shared/ids.ts';
import { CODE_TRIES, codeFromSeal } from '#shared/letters/verification-code.ts';
import { currentFacts } from '#db/circumstances/circumstance-queries.ts';
import { findHandover, handoverCodeIsTaken } from '#db/deliveries/delivery-queries.ts';
import { householdOf } from '#db/households/household-queries.ts';
import { listRepresentations } from '#db/households/representative-rows.ts';
import { findParty } from '#db/parties/party-queries.ts';
import { sealedCodeIsTaken } from '#db/sealed/seal-code.ts';
import type { Reader } from '#db/transaction.ts';

export const handoverSubject = (id: HandoverId) => ({ kind: 'handover', id });

/** @throws AppError notFound */
export function requireHandover(reader: Reader, id: HandoverId): DayHandover {
  const found = findHandover(reader, id);
  if (found === undefined) throw new AppError('notFound', { kind: 'handover', id });
  return found;
}

/** @throws AppError notFound, handoverForbids { state } */
export function requireState(
  reader: Reader,
  id: HandoverId,
  ...states: readonly HandoverState[]
): DayHandover {
  const found = requireHandover(reader, id);
  if (!states.includes(found.state)) throw new AppError('handoverForbids', { state: found.state });
  return found;
}

/**
 * Sixteen digits of a delivery, with the same check digits as the codes of papers, and never one of theirs: a scanner's
 * slip is found, and a code means one thing.
 */
export function freeHandoverCode(
  reader: Reader,
  draw: () => string = () => randomBytes(32).toString('hex'),
): string {
  for (;;) {
    const seal = draw();
    for (let attempt = 0; attempt < CODE_TRIES; attempt += 1) {
      const code = codeFromSeal(seal, attempt);
      if (!handoverCodeIsTaken(reader, code) && !sealedCodeIsTaken(reader, code)) return code;
    }
  }
}

/** A child is given nothing to sign for. */
const GROWN_UP = 15;

/** Who may receive for somebody today: themselves, who holds a deed that stands, and grown-ups of the household. */
export function receiversOf(reader: Reader, partyId: PartyId, nowMs: number): ReceiverChoices {
  const today = riyadhDay(nowMs);
  const party = findParty(reader, partyId);
  if (party === undefined) throw new AppError('notFound', { kind: 'party', id: partyId });
  const members = (householdOf(reader, partyId)?.members ?? []).filter((member) => {
    const age = member.birth === null ? null : ageOn(member.birth, today);
    return (
      member.partyId !== partyId &&
      member.name !== '' &&
      isThereOn(member, today) &&
      (member.birth === null || (age !== null && age.years >= GROWN_UP))
    );
  });
  return {
    self: { name: party.name },
    representatives: listRepresentations(reader, partyId)
      .by.filter((deed) => mayActOn(deed, today))
      .map(({ id, representativeName: name, kind, deedNumber }) => ({ id, name, kind, deedNumber })),
    members: members.map(({ id, name, relation }) => ({ id, name, relation })),
  };
}

export interface Receiver {
  readonly kind: ReceiverKind;
  readonly name: string;
  readonly representation: number | null;
  /** «بموجب وكالة رقم …», as the receipt says it; empty: of themselves. */
  readonly deedNumber: string;
}

/** @throws AppError deedNotValid, notFound: not of this household, or not grown up */
export function requireReceiver(
  reader: Reader,
  partyId: PartyId,
  input: ReceiverInput,
  nowMs: number,
): Receiver {
  const choices = receiversOf(reader, partyId, nowMs);
  switch (input.kind) {
    case 'self':
      return { kind: 'self', name: choices.self.name, representation: null, deedNumber: '' };
    case 'representative': {
      const deed = choices.representatives.find(({ id }) => id === input.representationId);
      if (deed === undefined) throw new AppError('deedNotValid', { id: input.representationId });
      return {
        kind: 'representative',
        name: deed.name,
        representation: deed.id,
        deedNumber: deed.deedNumber,
      };
    }
    case 'household': {
      const member = choices.members.find(({ id }) => id === input.memberId);
      if (member === undefined) throw new AppError('notFound', { kind: 'member', id: input.memberId });
      return { kind: 'household', name: member.name, representation: null, deedNumber: '' };
    }
    default:
      return input satisfies never;
  }
}

/** The account that transfers go to on a day, whole; undefined: none is on record. */
export function ibanOn(reader: Reader, partyId: PartyId, day: string) {
  const fact = currentFacts(reader, [partyId], day).get(partyId)?.get('iban');
  return fact?.kind === 'iban' ? { ...fact.value, bank: fact.bank } : undefined;
}

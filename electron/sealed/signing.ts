import { AppError } from '#shared/app-error.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import { mayActOn } from '#shared/households/representation.ts';
import type { PartyId, RepresentationId, SignatureId } from '#shared/ids.ts';
import type { SignatureInput } from '#shared/sealed/sealed-contract.ts';
import {
  type DocumentSignature,
  type SealedDocument,
  type Signer,
  standing,
} from '#shared/sealed/sealed-document.ts';
import type { Staff } from '#shared/staff/staff.ts';
import { findRepresentation } from '#db/households/representative-rows.ts';
import { insertSignatureRow } from '#db/sealed/sealed-writes.ts';
import type { Reader, WriteTransaction } from '#db/transaction.ts';
import { actorOf } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import { requireMayHang } from '../files/file-access.ts';

/** Who may sign what is frozen, told by the feature that froze it. */
export interface SigningRules {
  /** Who may sign it at all. */
  readonly signers: readonly Signer[];
  /** The party that signs as applicant or receiver; null: the paper is nobody's. */
  readonly party: { readonly id: PartyId; readonly name: string } | null;
  /**
   * On which deed the applicant's or receiver's signature is given, as the paper says it; null: by themselves. Absent: the
   * paper leaves it open.
   */
  readonly representationId?: RepresentationId | null;
  /** The committee's member as the register names them. */
  readonly memberName?: (reader: Reader, id: number) => string | undefined;
}

const forbids = (reason: string, details: Readonly<Record<string, string>> = {}): AppError =>
  new AppError('sealedForbids', { reason, ...details });

/**
 * Signatures given in one act, each with its entry in the log. What is drawn or scanned must be there; a thumb stands
 * before two witnesses who are two persons; who signs for another shows a deed that holds today.
 * @throws AppError sealedForbids, notFound
 */
export function insertSignatures(
  tx: WriteTransaction,
  document: SealedDocument,
  inputs: readonly SignatureInput[],
  rules: SigningRules,
  staff: Staff,
  nowMs: number,
): SignatureId[] {
  if (document.voided !== null) throw forbids('voided');
  const given: Pick<DocumentSignature, 'signer' | 'name'>[] = [...standing(document)];
  requireWitnesses(inputs, rules);
  return inputs.map((input) => {
    const { signer, mode, file, idNumber } = input;
    // A deed and a seat are told of those alone whose name was read from them.
    const representationId = isSpokenFor(signer) ? input.representationId : null;
    const memberId = signer === 'member' ? input.memberId : null;
    if (!rules.signers.includes(signer)) throw forbids('signer');
    if (mode !== 'account' && file === null) throw forbids('fileMissing');
    if (file !== null) requireMayHang(tx, file, staff);
    const name = nameOf(tx, input, rules, staff, riyadhDay(nowMs));
    const again = given.some((one) => one.signer === signer && (isOne(signer) || one.name === name));
    if (again) throw forbids('signedAlready');
    // Two of one act are two as well.
    given.push({ signer, name });
    const id = insertSignatureRow(
      tx,
      {
        documentId: document.id,
        signer,
        mode,
        name,
        idNumber: signer === 'witness' || signer === 'receiver' ? idNumber : '',
        representationId,
        staffId: mode === 'account' && memberId === null ? staff.id : null,
        memberId,
        file,
      },
      staff.id,
      nowMs,
    );
    const about = { signer, mode, documentId: document.id, kind: document.kind, signatureId: id };
    const details = { ...about, ...(file === null ? {} : { sha256: file.sha256 }) };
    const subject = { kind: 'sealedDocument', id: document.id };
    tx.audit(auditEntry(actorOf(staff), nowMs, 'sealed.signed', subject, details));
    return id;
  });
}

/** Of these a paper has one; witnesses and members are many. */
const isOne = (signer: SignatureInput['signer']): boolean =>
  signer === 'applicant' || signer === 'officer' || signer === 'receiver';

/** Somebody else may sign for them, on a deed. */
const isSpokenFor = (signer: Signer): boolean => signer === 'applicant' || signer === 'receiver';

/** A thumb and its witnesses stand and fall together: without the others none of them proves anything. */
export function fallingWith(document: SealedDocument, signature: DocumentSignature): DocumentSignature[] {
  const ofThumb = ({ mode, signer }: DocumentSignature): boolean => mode === 'thumb' || signer === 'witness';
  return standing(document).filter((one) => one.id === signature.id || (ofThumb(signature) && ofThumb(one)));
}

/** «بصمة» of who cannot write: two witnesses, by name and national id, who are two, and none of them the signer. */
function requireWitnesses(inputs: readonly SignatureInput[], { party }: SigningRules): void {
  const witnesses = inputs.filter(({ signer }) => signer === 'witness');
  const thumb = inputs.some(({ mode, signer }) => mode === 'thumb' && signer !== 'witness');
  if (!thumb && witnesses.length === 0) return;
  const ids = new Set(witnesses.map(({ idNumber }) => idNumber));
  const names = new Set(witnesses.map(({ name }) => name));
  const named = witnesses.every(({ name, idNumber }) => name !== '' && idNumber !== '');
  const enough = thumb && witnesses.length === 2 && ids.size === 2 && names.size === 2;
  if (!enough || !named || (party !== null && names.has(party.name))) throw forbids('witnesses');
}

function nameOf(
  reader: Reader,
  { signer, mode, name, representationId, memberId }: SignatureInput,
  rules: SigningRules,
  staff: Staff,
  today: string,
): string {
  const { party, memberName } = rules;
  switch (signer) {
    case 'officer':
      // Nobody signs for an officer: they are signed in as themselves, or sign with their own hand before the screen.
      if (mode === 'thumb') throw forbids('mode');
      return staff.name;
    case 'applicant':
    case 'receiver': {
      if (mode === 'account') throw forbids('mode');
      if (rules.representationId !== undefined && rules.representationId !== representationId)
        throw forbids('deed');
      if (representationId === null) {
        if (party === null && name === '') throw forbids('name');
        // As the paper names them: nobody signs for what another one received.
        return party?.name ?? name;
      }
      const deed = findRepresentation(reader, representationId);
      if (deed === undefined)
        throw new AppError('notFound', { kind: 'representation', id: representationId });
      const { representation, withdrawn } = deed;
      if (withdrawn || representation.partyId !== party?.id || !mayActOn(representation, today))
        throw forbids('deed');
      return representation.representativeName;
    }
    case 'member': {
      const member = memberId === null ? undefined : memberName?.(reader, memberId);
      if (member === undefined) throw new AppError('notFound', { kind: 'committeeMember' });
      return member;
    }
    case 'witness':
      return name;
    default:
      return signer satisfies never;
  }
}

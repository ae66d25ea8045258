import { riyadhDay } from '#shared/calendar/dual-date.ts';
import type { AttestedContent } from '#shared/attestation/attestation.ts';
import { attestationPaper as words } from '#shared/locales/ar/attestation-paper.ts';
import type { Party } from '#shared/parties/party.ts';
import { clause } from '#shared/policy/clauses.ts';
import type { AttestedField } from '#shared/requests/attested-fields.ts';
import type { SupportRequest } from '#shared/requests/request.ts';
import type { Staff } from '#shared/staff/staff.ts';
import { findRepresentation } from '#db/households/representative-rows.ts';
import type { Reader } from '#db/transaction.ts';
import type { LetterFiles } from '../letters/letter-ports.ts';
import { sealedHead, type SealOrder } from '../sealed/seal.ts';
import { fieldDetail, fieldLabel, fieldText } from './field-text.ts';

/** All that S.4 is set from, read at one moment. */
export interface Attested {
  readonly request: SupportRequest;
  readonly party: Party;
  readonly fields: readonly AttestedField[];
  readonly staff: Staff;
  readonly nowMs: number;
}

/** What is frozen at S.4: the data and their words, the policy's sentence, and what each signature says. */
export function attestationOrder(reader: Reader, files: LetterFiles, attested: Attested): SealOrder {
  const { request, party, fields, staff, nowMs } = attested;
  const day = riyadhDay(nowMs);
  const { sex } = party;
  const speaker = speakerOf(reader, request, party);
  const content: AttestedContent = {
    requestId: request.id,
    applicant: { id: party.id, name: party.name, sex },
    clause: clause('S.4').text,
    declaration: speaker.declaration,
    officerName: staff.name,
    day,
    fields: fields.map(({ field, sha256, value, matched }) => ({
      field,
      sha256,
      value,
      matched,
      label: fieldLabel(value),
      text: [fieldText(value, sex, day), fieldDetail(value, party)].filter((part) => part !== '').join(': '),
    })),
  };
  const head = sealedHead(reader, files);
  const title = words.applicant[sex ?? 'unknown'];
  const represented = content.fields.find(({ field }) => field === 'representation');
  return {
    kind: 'attestation',
    subject: { kind: 'request', id: request.id },
    requestId: request.id,
    title: `إقرار بصحة البيانات: ${party.name}`,
    content: plain(content),
    sheet: (code) => ({
      kind: 'attestation',
      ...head,
      code,
      requestNumber: request.number,
      told: words.told[sex ?? 'unknown'],
      represented: represented === undefined ? null : { label: represented.label, value: represented.text },
      fields: content.fields
        .filter(({ field }) => field !== 'representation')
        .map(({ label, text, matched }) => ({ label, text, matched: matched !== null })),
      clause: content.clause,
      declaration: content.declaration,
      signerTitle: speaker.title ?? title,
      signerName: speaker.name,
      officerName: staff.name,
      officerStatement: words.officerStatement,
      day,
    }),
  };
}

/** Who signs: the applicant, or who came for them on a deed, in the grammar of a woman or a man. */
export function speakerOf(
  reader: Reader,
  { representation }: SupportRequest,
  party: Party,
): { readonly name: string; readonly title: string | null; readonly declaration: string } {
  if (representation === null) {
    const said = words.declaration[party.kind === 'organisation' ? 'organisation' : (party.sex ?? 'unknown')];
    return { name: party.name, title: null, declaration: said.replace('{{name}}', party.name) };
  }
  const deed = findRepresentation(reader, representation.id)?.representation;
  const sex = deed?.representativeSex ?? 'unknown';
  return {
    name: representation.name,
    title: deed === undefined ? null : words.representative[deed.kind][sex].replace('{{name}}', party.name),
    declaration: words.declarationFor[sex]
      .replace('{{name}}', representation.name)
      .replace('{{applicant}}', party.name),
  };
}

/** As plain data: what zod typed is JSON, and what is absent stays absent. */
const plain = (content: AttestedContent): SealOrder['content'] =>
  JSON.parse(JSON.stringify(content)) as SealOrder['content'];

import { legacyKey } from '../parties/legacy-number.ts';
import type { PartyRecord } from '../parties/party-record.ts';
import { MOST_ALIASES, MOST_LEGACY_NUMBERS } from '../parties/party-record.ts';
import { MOST_CONTACT_POINTS } from '../parties/contact-point.ts';

const NOTE_MOST = 1000;

/**
 * The record that stands with what a row knows beyond it: only what is empty is filled, and lists grow. Nothing that
 * somebody entered is overwritten by a list from elsewhere.
 */
export function fillEmpty(stands: PartyRecord, row: PartyRecord): PartyRecord {
  const text = (
    field: 'latinName' | 'nationality' | 'village' | 'district' | 'shortAddress' | 'directions',
  ) => (stands[field] === '' ? row[field] : stands[field]);
  const identity = stands.idKind === 'none' && row.idKind !== 'none' ? row : stands;
  const points = row.contactPoints.filter(
    ({ value }) => !stands.contactPoints.some((point) => point.value === value),
  );
  const numbers = row.legacyNumbers.filter(
    (number) => !stands.legacyNumbers.some((known) => legacyKey(known) === legacyKey(number)),
  );
  const aliases = row.aliases.filter((alias) => !stands.aliases.includes(alias));
  const note = [stands.note, ...(stands.note.includes(row.note) ? [] : [row.note])]
    .filter((part) => part !== '')
    .join('\n');
  return {
    ...stands,
    idKind: identity.idKind,
    idNumber: identity.idNumber,
    noIdReason: identity.noIdReason,
    latinName: text('latinName'),
    nationality: text('nationality'),
    village: text('village'),
    district: text('district'),
    shortAddress: text('shortAddress'),
    directions: text('directions'),
    birth: stands.birth ?? row.birth,
    sex: stands.sex ?? row.sex,
    contactPoints: [...stands.contactPoints, ...points].slice(
      0,
      Math.max(MOST_CONTACT_POINTS, stands.contactPoints.length),
    ),
    legacyNumbers: [...stands.legacyNumbers, ...numbers].slice(
      0,
      Math.max(MOST_LEGACY_NUMBERS, stands.legacyNumbers.length),
    ),
    aliases: [...stands.aliases, ...aliases].slice(0, Math.max(MOST_ALIASES, stands.aliases.length)),
    roles: [...new Set([...stands.roles, ...row.roles])],
    note: note.length > NOTE_MOST ? stands.note : note,
  };
}

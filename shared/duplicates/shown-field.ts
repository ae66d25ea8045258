/**
 * A field of a record as one line of text: lists joined, a birth as it is printed, a way to reach somebody by its number.
 * Codes (sex, kinds, roles, countries) stay codes: their words belong to the desk.
 */
export function shownFieldValue(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(shownFieldValue).join('، ');
  if (typeof value === 'object') {
    if ('printed' in value) return String(value.printed);
    return 'value' in value ? String(value.value) : '';
  }
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

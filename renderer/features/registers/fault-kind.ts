const KINDS = [
  'content',
  'seal',
  'code',
  'pdf',
  'log',
  'chain',
  'missing',
  'register',
  'about',
  'approved',
  'void',
  'signing',
  'signed',
  'delivered',
  'delivery',
  'rendering',
  'file',
  'gap',
  'beyond',
  'unknown',
  'head',
  'assigned',
  'closed',
  'printed',
  'reference',
  'settled',
  'range',
  'sealed',
] as const;
/** What the screen has words for, `registers.check.kind`. */
export type FaultKind = (typeof KINDS)[number] | 'other';

/**
 * What a fault of the check is about: `letter.content:outgoing-1448-127` is about the content, `file.damaged:…` about a
 * file, `foreignKey:…` about a reference that leads nowhere. Pages, schema and log are no matter of a register: `other`, whose words carry the fault itself.
 */
export function kindOf(fault: string): FaultKind {
  if (fault.startsWith('file.')) return 'file';
  if (fault.startsWith('sealed.') || fault.startsWith('attestation.')) return 'sealed';
  if (fault.startsWith('print.')) return 'printed';
  if (fault.startsWith('foreignKey:')) return 'reference';
  const word = /^(?:letter|incoming|paper|register)\.([a-z]+):/iu.exec(fault)?.[1];
  return KINDS.find((kind) => kind === word) ?? 'other';
}

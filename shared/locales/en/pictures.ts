import type { pictures as arabic } from '../ar/pictures.ts';
import type { Words } from '../words.ts';

export const pictures: Words<typeof arabic> = {
  title: 'Logo, stamp and signatures',
  help: 'They stand on letters from here. A picture with a transparent background (PNG) looks best on paper.',
  kind: { logo: 'Logo', stamp: 'Stamp', signature: 'Signature' },
  help_logo: 'In the middle of the head, above the name',
  help_stamp: 'Beside the signature, for who may use pictures of signature and stamp',
  signatures: 'Signatures',
  signaturesHelp: 'Each signatory’s own: set by its owner or the administrator',
  noSignatories: 'No signatory yet: give the right under Staff',
  choose: 'Picture of {{name}}',
  accept: 'PNG or JPEG, up to 4 MB',
  none: 'No picture',
  hidden: 'The picture is kept and shown only to who may use it',
  size: '{{width}} × {{height}} pixels',
  remove: 'Remove',
  removeOf: 'Remove {{name}}',
  set: 'The picture of {{name}} was set',
  removed: 'The picture of {{name}} was removed',
};

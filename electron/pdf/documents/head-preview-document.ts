import type { OrganisationProfile } from '#shared/organisation/profile.ts';
import type { DocumentDefinition } from '../arabic/definition.ts';
import { bottomMargin, foot } from '../letter-foot.ts';
import { fullHead, paperBox } from '../letterhead.ts';
import { INK } from '../paper.ts';
import { readPicture } from '../picture.ts';

/** A blank sheet with head and foot: the preview of the settings, and headed paper to write on by hand. */
export function headPreviewDocument(
  profile: OrganisationProfile,
  logo: Uint8Array | null = null,
): DocumentDefinition {
  const { left, headTop } = paperBox(profile.letterhead);
  const blank = { number: null, hijri: null, gregorian: null, attachments: null };
  return {
    pageSize: 'A4',
    pageMargins: [left, headTop, left, bottomMargin(profile.letterhead)],
    info: { title: profile.name, author: profile.name, creationDate: new Date('2000-01-01T00:00:00Z') },
    defaultStyle: { color: INK, alignment: 'right' },
    footer: () => foot(profile.letterhead),
    content: fullHead(profile, blank, { logo: logo === null ? null : readPicture(logo, 'logo') }),
  };
}

import type { CountedNoun } from '#shared/arabic/counted-nouns.ts';
import type { LetterRegister } from '#shared/registers/register.ts';
import { ltrGroups } from '../arabic/content.ts';
import type { TextNode } from '../arabic/definition.ts';

export const registerName = (register: LetterRegister): string =>
  register === 'outgoing' ? 'سجل الخطابات الصادرة' : 'سجل الخطابات الواردة';

export const LETTER_NOUN: CountedNoun = {
  gender: 'masculine',
  singular: 'خطاب',
  dual: 'خطابان',
  dualOblique: 'خطابين',
  plural: 'خطابات',
  accusative: 'خطابًا',
};
export const NUMBER_NOUN: CountedNoun = {
  gender: 'masculine',
  singular: 'رقم',
  dual: 'رقمان',
  dualOblique: 'رقمين',
  plural: 'أرقام',
  accusative: 'رقمًا',
};

/** Eight groups of eight, so that two persons can read the head of a chain against a screen. */
export const chainGroups = (hex: string): TextNode => ({
  text: ltrGroups(hex.replace(/(.{8})(?=.)/g, '$1 ')),
  font: 'Plex',
  fontSize: 8,
});

import { z } from 'zod';
import { fileRefSchema } from '../files/stored-file.ts';
import { deliveryIdSchema, incomingIdSchema, letterIdSchema } from '../ids.ts';

/** How a letter reaches its addressee: into their hand, by a delegate of the office, by post or courier, by screen. */
export const DELIVERY_METHODS = ['byHand', 'delegate', 'post', 'courier', 'email', 'website'] as const;
export const deliveryMethodSchema = z.enum(DELIVERY_METHODS);
export type DeliveryMethod = z.infer<typeof deliveryMethodSchema>;

/** Written at this desk, or by hand under a number that was reserved for paper and entered later. */
export const LETTER_ORIGINS = ['desk', 'paper'] as const;
export const letterOriginSchema = z.enum(LETTER_ORIGINS);

/** Which of the pictures that only some may use a letter is issued with. */
export const signingPicturesSchema = z.object({ signature: z.boolean(), stamp: z.boolean() });
export type SigningPictures = z.infer<typeof signingPicturesSchema>;

const act = { atMs: z.int(), byName: z.string() };
/** A mistake is withdrawn, and stays on record. */
const withdrawn = z.object(act).nullable();

/** The signed sheet that was filed, or the pictures of signature and stamp that the letter was issued with. */
export const signingSchema = z.object({
  kind: z.enum(['scan', 'pictures']),
  /** Of a scan. */
  file: fileRefSchema.nullable(),
  ...act,
  withdrawn,
});
export type Signing = z.infer<typeof signingSchema>;

export const deliverySchema = z.object({
  id: deliveryIdSchema,
  method: deliveryMethodSchema,
  receiver: z.string(),
  /** ISO day on which it was handed over. */
  day: z.string(),
  note: z.string(),
  /** The receiver's signature: a scan of the receipt, or a picture. */
  signature: fileRefSchema.nullable(),
  ...act,
  withdrawn,
});
export type Delivery = z.infer<typeof deliverySchema>;

/** A print, reprint or saved copy: each is logged. */
export const letterPrintSchema = z.object({
  kind: z.enum(['print', 'save']),
  /** `letter`, `preprinted`, or another paper's kind. */
  paper: z.string(),
  copies: z.int(),
  /** The printer's name, or the path saved to. */
  target: z.string(),
  /** `1-3,5`, or empty for all pages. */
  pageRange: z.string(),
  /** «هل خرجت كل الصفحات؟»: null while nobody has said. */
  cameOut: z.boolean().nullable(),
  ...act,
});
export type LetterPrint = z.infer<typeof letterPrintSchema>;

/** Another outgoing letter, as a link to it. */
export const letterLinkSchema = z.object({
  id: letterIdSchema,
  /** Null while it is a draft. */
  referenceNumber: z.string().nullable(),
  /** ISO day of its number. */
  day: z.string().nullable(),
  subject: z.string(),
  voided: z.boolean(),
});
export type LetterLink = z.infer<typeof letterLinkSchema>;

/** The incoming letter that an outgoing one answers. */
export const answeredLinkSchema = z.object({
  id: incomingIdSchema,
  referenceNumber: z.string(),
  day: z.string(),
  senderLine: z.string(),
  subject: z.string(),
});

/** What became of a letter after its text: oldest first in each list. */
export const letterLifeSchema = z.object({
  signings: z.array(signingSchema),
  deliveries: z.array(deliverySchema),
  prints: z.array(letterPrintSchema),
  /** The issued letter that this one corrects (إلحاقًا لخطابنا). */
  corrects: letterLinkSchema.nullable(),
  /** The letters, drafts too, that correct this one. */
  correctedBy: z.array(letterLinkSchema),
  answers: answeredLinkSchema.nullable(),
});
export type LetterLife = z.infer<typeof letterLifeSchema>;

/** The signing that holds: the latest that was not withdrawn. */
export const signingInForce = (life: Pick<LetterLife, 'signings'>): Signing | undefined =>
  life.signings.findLast((signing) => signing.withdrawn === null);

export const deliveriesInForce = (life: Pick<LetterLife, 'deliveries'>): Delivery[] =>
  life.deliveries.filter((delivery) => delivery.withdrawn === null);

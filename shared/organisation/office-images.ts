import { z } from 'zod';
import { staffIdSchema } from '../ids.ts';

/** الشعار والختم والتواقيع: the office's pictures, and whose a signature is. */
export const OFFICE_IMAGE_KINDS = ['logo', 'stamp', 'signature'] as const;
export const officeImageKindSchema = z.enum(OFFICE_IMAGE_KINDS);
export type OfficeImageKind = z.infer<typeof officeImageKindSchema>;

export const officeImageSchema = z.object({
  kind: officeImageKindSchema,
  /** Whose signature; null for logo and stamp. */
  staffId: staffIdSchema.nullable(),
  staffName: z.string().nullable(),
  sha256: z.string(),
  mediaType: z.enum(['image/png', 'image/jpeg']),
  widthPx: z.int(),
  heightPx: z.int(),
  setAtMs: z.int(),
});
export type OfficeImage = z.infer<typeof officeImageSchema>;

/** Printed a few centimetres wide: more than this only makes every letter heavy. */
export const MOST_IMAGE_BYTES = 4 * 1024 * 1024;
export const MOST_IMAGE_PIXELS = 12_000_000;

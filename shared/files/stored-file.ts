import { z } from 'zod';

/** A file that Wisam keeps, by its content: the same bytes are kept once, whatever they are called. */
export const fileRefSchema = z.object({
  /** SHA-256 of the bytes, 64 lower-case hex digits. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
  /** As the person's disk called it; shown, never used as a path. */
  name: z.string().min(1).max(200),
});
export type FileRef = z.infer<typeof fileRefSchema>;

import { z } from 'zod';

export const MAX_COPIES = 20;

/** `full` bears the letterhead; `preprinted` leaves its place free, for paper that has it. */
export const RENDERINGS = ['full', 'preprinted'] as const;
export const renderingSchema = z.enum(RENDERINGS);
export type Rendering = z.infer<typeof renderingSchema>;

/** The fields of every channel that prints: how many, which pages, where. */
export const printChoiceShape = {
  copies: z.int().min(1).max(MAX_COPIES).default(1),
  /** As `parsePageRange` writes it (`1-3,5`); null is every page. Error: pageRangeWrong { pages }. */
  pageRange: z
    .string()
    .regex(/^\d{1,4}(?:-\d{1,4})?(?:,\d{1,4}(?:-\d{1,4})?)*$/u)
    .nullable()
    .default(null),
  /** One of `printing.printers`, or `viewer`; null is the remembered one, else the system's usual one. */
  printer: z.string().max(300).nullable().default(null),
} as const;

export interface PrintChoice {
  readonly copies: number;
  readonly pageRange: string | null;
  readonly printer: string | null;
}

/** The answer of every channel that prints. */
export const printedSchema = z.object({
  /** Of the log of prints: `printing.cameOut` answers for it. */
  jobId: z.int(),
  printedAtMs: z.int(),
  printer: z.string(),
  /** False: the printer was still at it when waiting for it ended. */
  finished: z.boolean(),
});
export type Printed = z.infer<typeof printedSchema>;

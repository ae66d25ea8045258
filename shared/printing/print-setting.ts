import { z } from 'zod';

/** Plan B as a "printer": the paper is opened in the system's own viewer, and printed from there. */
export const VIEWER = 'viewer';

/** How far printing may be shifted on pre-printed paper, either way, in millimetres. */
export const MAX_SHIFT_MM = 30;

const shift = z
  .number({ message: 'shiftMillimetres' })
  .min(-MAX_SHIFT_MM, { message: 'shiftMillimetres' })
  .max(MAX_SHIFT_MM, { message: 'shiftMillimetres' })
  .default(0);

/** How this desk prints: kept with its data, not with a person. */
export const printSettingSchema = z.object({
  /** Where F9 prints without asking; null until somebody chose. */
  printer: z.string().min(1).max(300).nullable().default(null),
  preprinted: z
    .object({
      /** The paper in the tray bears the letterhead already. */
      on: z.boolean().default(false),
      /** To the left edge's right, in millimetres. */
      xMm: shift,
      /** Downwards, in millimetres. */
      yMm: shift,
    })
    .prefault({}),
  /** Ask «هل خرجت كل الصفحات؟» after every print, not only after long or doubtful ones. */
  askCameOut: z.boolean().default(false),
});

export type PrintSetting = z.infer<typeof printSettingSchema>;

import type { TextAlign } from '#shared/letters/rich-text.ts';

export type { TextAlign };
export const TEXT_ALIGNMENTS = ['right', 'center', 'left', 'justify'] as const satisfies readonly TextAlign[];

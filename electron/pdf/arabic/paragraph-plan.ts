import { embeddingLevels, stripControls } from './bidi.ts';
import type { Direction } from './definition.ts';
import { lineBreaks } from './pdfmake-inside.ts';
import { scriptsOf, type Script } from './scripts.ts';

/** What follows from the characters of a paragraph alone, whatever its style. */
export interface ParagraphPlan {
  readonly levels: Uint8Array;
  readonly base: number;
  readonly scripts: readonly Script[];
  /** 1 where the paragraph may be broken before this UTF-16 unit; the end of its text is no such place. */
  readonly breaks: Uint8Array;
  /** Logical text, without controls. */
  readonly text: string;
}

/** Heads, feet and greetings come back on every page. */
const LONGEST_KEPT = 200;
const PLANS_KEPT = 1_000;
const plans = new Map<string, ParagraphPlan>();

export function planOf(text: string, direction: Direction, noWrap: boolean): ParagraphPlan {
  if (text.length > LONGEST_KEPT) return planAnew(text, direction, noWrap);
  const key = `${direction}${noWrap ? '-' : '+'}${text}`;
  let plan = plans.get(key);
  if (plan === undefined) {
    plan = planAnew(text, direction, noWrap);
    if (plans.size >= PLANS_KEPT) plans.clear();
    plans.set(key, plan);
  }
  return plan;
}

function planAnew(text: string, direction: Direction, noWrap: boolean): ParagraphPlan {
  const breaks = new Uint8Array(text.length + 1);
  if (!noWrap) for (const { position } of lineBreaks(text)) breaks[position] = 1;
  return { ...embeddingLevels(text, direction), scripts: scriptsOf(text), breaks, text: stripControls(text) };
}

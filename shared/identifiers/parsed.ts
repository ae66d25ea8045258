import { stripBidiControls, toAsciiDigits } from '../arabic/digits.ts';

/** What every identifier parser answers: the value in its stored form, or a code that says what is wrong. */
export type Parsed<Code extends string> =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly code: Code };

export const accepted = (value: string): { readonly ok: true; readonly value: string } => ({
  ok: true,
  value,
});

export const refused = <Code extends string>(code: Code): { readonly ok: false; readonly code: Code } => ({
  ok: false,
  code,
});

/**
 * What all identifiers forgive: the digit system, bidi controls (copied along from messages and PDFs), and white
 * space around, NBSP too. What stands inside is the judgement of each parser.
 */
export const cleaned = (text: string): string => toAsciiDigits(stripBidiControls(text)).trim();

/** Inner spaces are spaces (NBSP and its kin too), not line breaks or tabs: two pasted lines are two numbers. */
export const withoutSpaces = (text: string): string => text.replace(/\p{Zs}/gu, '');

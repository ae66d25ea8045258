import { z } from 'zod';
import { parseEmail } from '../identifiers/email.ts';
import { parseForeignMobile } from '../identifiers/foreign-mobile.ts';
import { parseLandline, parseMobile } from '../identifiers/mobile.ts';
import type { Parsed } from '../identifiers/parsed.ts';

export const CONTACT_POINT_KINDS = ['mobile', 'foreignMobile', 'whatsapp', 'landline', 'email'] as const;
export const contactPointKindSchema = z.enum(CONTACT_POINT_KINDS);
export type ContactPointKind = z.infer<typeof contactPointKindSchema>;

/** What a party may have at most: enough for a large family's phones, short enough for a page. */
export const MOST_CONTACT_POINTS = 12;

/** One way to reach somebody, with what makes it safe (G.1): a woman's phone may be in another's hand. */
export const contactPointSchema = z.object({
  kind: contactPointKindSchema,
  /** E.164, or an e-mail address in lower case. */
  value: z.string(),
  /** Whose it is; empty: their own. */
  owner: z.string(),
  /** When one may call. */
  hours: z.string(),
  /** «لا تُذكر الجمعية»: who answers is not to learn who calls. */
  discreet: z.boolean(),
  note: z.string(),
});
export type ContactPoint = z.infer<typeof contactPointSchema>;

/** The value in its stored form, or the code of the sentence at the field (`mobile.prefix`). */
export function parseContactValue(
  kind: ContactPointKind,
  text: string,
): { readonly ok: true; readonly value: string } | { readonly ok: false; readonly message: string } {
  const told = (section: string, parsed: Parsed<string>) =>
    parsed.ok ? parsed : { ok: false as const, message: `${section}.${parsed.code}` };
  if (kind === 'email') return told('email', parseEmail(text));
  if (kind === 'landline') return told('landline', parseLandline(text));
  if (kind === 'mobile') return told('mobile', parseMobile(text));
  if (kind === 'foreignMobile') return told('foreignMobile', parseForeignMobile(text));
  // WhatsApp runs on either.
  const saudi = parseMobile(text);
  const foreign = parseForeignMobile(text);
  return saudi.ok || !foreign.ok ? told('mobile', saudi) : foreign;
}

const short = (most: number) => z.string().trim().max(most, { message: 'tooLong' }).default('');

/** As typed; leaves in the stored form. Messages are codes of `validation` in the locales. */
export const contactPointInputSchema = z
  .object({
    kind: contactPointKindSchema.default('mobile'),
    value: short(120),
    owner: short(80),
    hours: short(80),
    discreet: z.boolean().default(false),
    note: short(200),
  })
  .transform((point, context): ContactPoint => {
    if (isUntouched(point)) return point;
    const parsed = parseContactValue(point.kind, point.value);
    if (parsed.ok) return { ...point, value: parsed.value };
    context.addIssue({ code: 'custom', path: ['value'], message: parsed.message });
    return point;
  });

/** A line of the form that was opened and left: it is no way to reach anybody, and no fault either. */
export const isUntouched = (point: Omit<ContactPoint, 'kind'>): boolean =>
  !point.discreet && [point.value, point.owner, point.hours, point.note].every((text) => text === '');

export type ContactPointInput = z.input<typeof contactPointInputSchema>;

/** The first Saudi mobile: what a list shows and a letter prints. Empty: none. */
export const firstMobile = (points: readonly ContactPoint[]): string =>
  points.find((point) => point.kind === 'mobile')?.value ?? '';

/** What whoever calls a number must mind. */
export const safetySchema = contactPointSchema.pick({ owner: true, hours: true, discreet: true });
export type Safety = z.infer<typeof safetySchema>;

/** What must be minded with a number of theirs, whichever way it serves; null: nothing. */
export function safetyOf(points: readonly ContactPoint[], value: string): Safety | null {
  const found = points.find((point) => point.value === value && isSafeContact(point));
  return found === undefined ? null : { owner: found.owner, hours: found.hours, discreet: found.discreet };
}

/** Whether whoever calls must take care. */
export const isSafeContact = ({ owner, hours, discreet }: Safety): boolean =>
  discreet || owner !== '' || hours !== '';

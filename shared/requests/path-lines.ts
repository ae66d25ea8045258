import { isIsoDay } from '../calendar/iso-day.ts';
import { STEPS } from '../policy/steps.ts';
import type { PathAct, PathEvidence, PathGap } from './request-path.ts';

/** Where the words come from: the screen's language, or the Arabic of papers and of the command line. */
export interface PathSpeech {
  /** A word by its section and code, with its holes filled. */
  readonly say: (section: string, code: string, holes?: Readonly<Record<string, string>>) => string;
  /** An ISO day as it is shown. */
  readonly day: (iso: string) => string;
  /** A number or code, isolated where the line needs it. */
  readonly number: (ascii: string) => string;
}

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('، ');

/** What was done, without when and by whom. */
export function actLine({ say }: PathSpeech, { kind, deed, step, text }: PathAct): string {
  if (kind === 'deed') {
    const at = deed.indexOf('.');
    return say(`auditAction.${deed.slice(0, at)}`, deed.slice(at + 1));
  }
  const name = STEPS.find(({ number }) => number === step)?.name ?? '';
  const line = say('requests.events', kind, { step: name, text });
  // What an officer wrote with a step stands behind it; elsewhere the text is in the sentence already.
  return kind.startsWith('step') && text !== '' ? `${line}: ${text}` : line;
}

const refText = ({ day, number }: PathSpeech, ref: string): string =>
  ref
    .split('/')
    .map((part) => (isIsoDay(part) ? day(part) : number(part)))
    .join(' – ');

/** A record, by what it is, what it says and how it is found again. */
export function evidenceLine(speech: PathSpeech, evidence: PathEvidence): string {
  const { say, number, day } = speech;
  const { kind, detail, text, ref } = evidence;
  if (kind === 'data') {
    const [held = '0', corrected = '0'] = ref.split('/');
    return say('requestPath', 'dataLine', {
      asked: number(text),
      held: number(held),
      corrected: number(corrected),
    });
  }
  const label = say('requestPath.evidence', kind);
  const qualified = detail === '' ? label : `${label} (${say('requestPath.detail', detail)})`;
  const body = joined(isIsoDay(text) ? day(text) : text, ref === '' ? '' : refText(speech, ref));
  return body === '' ? qualified : `${qualified}: ${body}`;
}

export const gapLine = ({ say, day }: PathSpeech, { code, text }: PathGap): string =>
  text === ''
    ? say('requestPath.gap', code)
    : `${say('requestPath.gap', code)} (${isIsoDay(text) ? day(text) : text})`;

import { AppError, type AppErrorDetails } from '#shared/app-error.ts';
import { fileError } from '../data-folder/durable-files.ts';

/** One line: the code, what to do in English, and the facts that the words do not name already. Never a stack trace. */
export const errorLine = async (error: unknown): Promise<string> => {
  const known = fileError(error, '');
  if (!(known instanceof AppError)) {
    return oneLine(`internal: ${known instanceof Error ? known.message : String(known)}`);
  }
  // Loaded only when something went wrong.
  const { errors } = await import('#shared/locales/en/errors.ts');
  const words = errors[known.code].replaceAll(/\{\{(\w+)\}\}/g, (_hole: string, name: string) =>
    fact(known.details, name),
  );
  const facts = Object.keys(known.details)
    .filter((name) => known.details[name] !== '' && !errors[known.code].includes(`{{${name}}}`))
    .map((name) => `${name}: ${fact(known.details, name)}`);
  return oneLine(`${known.code}: ${words}${facts.length === 0 ? '' : ` (${facts.join(', ')})`}`);
};

const fact = (details: AppErrorDetails, name: string): string => {
  const value = details[name];
  return Array.isArray(value) ? value.join(', ') : String(value ?? '');
};

/** A sign of a faulty letter may be quoted, but no control character steers the terminal: `\u001b`. */
const oneLine = (text: string): string =>
  text
    .replaceAll(/\s*[\r\n\u2028\u2029]+\s*/g, ' ')
    .replaceAll(/\p{Cc}/gu, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

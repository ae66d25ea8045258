import { z } from 'zod';
import { birthSchema } from '#shared/parties/birth-date.ts';
import { contactPointSchema } from '#shared/parties/contact-point.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { BirthText } from '#renderer/ui/birth-text.tsx';
import { ContactPoints } from '#renderer/ui/contact-points.tsx';
import { Identifier } from '#renderer/ui/numbers.tsx';
import css from './history.module.css';

const texts = z.array(z.string());
/** The fields whose words are stored by code. */
const CODES: Readonly<Record<string, string>> = {
  kind: 'domain.partyKind',
  idKind: 'domain.idKind',
  sex: 'domain.sex',
  nationality: 'nationalities',
};

/** What stood in a field, as the file shows it. What cannot be read any more is shown as it was written. */
export function HistoryValue({ field, value }: { readonly field: string; readonly value: unknown }) {
  const { t, text } = useText();
  const nothing = <span className={css['nothing']}>{t('partyRecord.history.nothing')}</span>;
  if (value === null || value === '') return nothing;
  const codes = CODES[field];
  if (codes !== undefined && typeof value === 'string') return text(codes, value);
  if (field === 'birth') {
    const birth = birthSchema.safeParse(value);
    return birth.success ? <BirthText birth={birth.data} /> : nothing;
  }
  if (field === 'contactPoints') {
    const points = z.array(contactPointSchema).safeParse(value);
    return points.success && points.data.length > 0 ? <ContactPoints points={points.data} /> : nothing;
  }
  if (Array.isArray(value)) {
    const list = texts.catch([]).parse(value);
    if (list.length === 0) return nothing;
    return list.map((one) => (field === 'roles' ? text('domain.partyRole', one) : one)).join('، ');
  }
  const shown = typeof value === 'string' ? value : JSON.stringify(value);
  if (field === 'idNumber' || field === 'shortAddress') return <Identifier value={shown} />;
  return <span dir="auto">{shown}</span>;
}

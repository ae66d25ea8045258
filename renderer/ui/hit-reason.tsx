import type { PartyVia } from '#shared/parties/party-via.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import css from './person.module.css';
import { formatPhone } from '#shared/identifiers/mobile.ts';

/** Why somebody was found, when neither their name nor a number on the row says so: quiet, beside the name. */
export function HitReason({ via }: { readonly via: PartyVia | null | undefined }) {
  const { t, digits } = useText();
  if (via === null || via === undefined) return null;
  // The words around it, split where the matched text stands: it is isolated, whatever its direction.
  const [before = '', after = ''] = t(`find.via.${via.kind}`, { text: '\u0000' }).split('\u0000');
  const shown = via.kind === 'contact' ? formatPhone(via.text) : via.text;
  return (
    <span className={css['reason']}>
      {before}
      <bdi dir={via.kind === 'contact' || via.kind === 'request' ? 'ltr' : 'auto'}>
        {via.kind === 'latin' ? shown : digits(shown)}
      </bdi>
      {after}
    </span>
  );
}

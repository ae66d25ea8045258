import { IconUserSearch } from '@tabler/icons-react';
import type { CandidateInput, SimilarParty } from '#shared/duplicates/duplicates-contract.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { SimilarMarks } from '#renderer/ui/similar-marks.tsx';
import { useDebounced } from '#renderer/ui/use-debounced.ts';
import css from './similar-parties.module.css';
import { useChannelQuery } from './use-channel.ts';

/** Not every letter asks: what was typed stands still for this long first. */
const PAUSE_MS = 180;

/**
 * While a person is being typed: files that are likely theirs already, why, and what differs. F3 opens the first instead;
 * the form's own draft keeps what was typed. Nothing is shown, and nothing asked, until there is something to go by.
 */
export function SimilarParties({
  candidate,
  onOpen,
  limit = 3,
}: {
  readonly candidate: CandidateInput;
  readonly onOpen: (party: Pick<SimilarParty, 'id' | 'name'>) => void;
  readonly limit?: number;
}) {
  const { t, digits } = useText();
  const asked = useDebounced(JSON.stringify(candidate), PAUSE_MS);
  const parsed = JSON.parse(asked) as CandidateInput;
  const enough = saysEnough(parsed);
  const query = useChannelQuery(
    'duplicates.similar',
    { candidate: parsed, limit },
    { enabled: enough, keepPrevious: true },
  );
  const found = enough ? (query.data ?? []) : [];
  const first = found[0];
  useKey(
    'F3',
    t('duplicates.hint.open'),
    () => {
      if (first !== undefined) onOpen(first);
    },
    { enabled: first !== undefined },
  );
  // Said when it comes and when it changes: who types does not look up.
  return (
    <div role="status" aria-label={t('duplicates.hint.label')} className={css['place']}>
      {first === undefined ? null : (
        <section className={css['hint']} aria-label={t('duplicates.hint.label')}>
          <header className={css['head']}>
            <Icon of={IconUserSearch} />
            <b>{t(`duplicates.hint.${found.length === 1 ? 'one' : found.length === 2 ? 'two' : 'more'}`)}</b>
            <span className={css['kept']}>{t('duplicates.hint.kept')}</span>
          </header>
          <ul className={css['list']}>
            {found.map((party, index) => (
              <li key={party.id} className={css['party']}>
                <SimilarMarks party={party} />
                <Button
                  size="sm"
                  {...(index === 0 ? { keys: 'F3' as const } : {})}
                  label={t('duplicates.hint.openNamed', { name: digits(party.name) })}
                  onClick={() => onOpen(party)}
                >
                  {t('duplicates.hint.open')}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** A name of two words, a number that is nearly whole, or a telephone. */
const saysEnough = ({ name = '', idNumber = '', phones = [] }: CandidateInput): boolean =>
  name.trim().split(/\s+/u).length > 1 ||
  idNumber.replaceAll(/\s/gu, '').length >= 7 ||
  phones.some(({ value }) => value.replaceAll(/\D/gu, '').length >= 9 || value.includes('@'));

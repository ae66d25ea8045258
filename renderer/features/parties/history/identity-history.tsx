import { IconHistory } from '@tabler/icons-react';
import type { PartyId } from '#shared/ids.ts';
import type { IdentityVersion } from '#shared/parties/records-contract.ts';
import { QueryView } from '#renderer/api/query-view.tsx';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { When } from '#renderer/ui/dates.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { HistoryValue } from './history-value.tsx';
import css from './history.module.css';

/** «ما كان مسجلًا قبل …»: each change of the identity, newest first, field by field; the look is logged. */
export function IdentityHistory({ partyId }: { readonly partyId: PartyId }) {
  const { t } = useText();
  const query = useChannelQuery('parties.history', { id: partyId });
  return (
    <QueryView query={query}>
      {(versions) =>
        versions.length === 0 ? (
          <EmptyState icon={IconHistory} text={t('partyRecord.history.empty')} />
        ) : (
          <ol className={css['history']} aria-label={t('partyRecord.history.title')}>
            {versions.map((version) => (
              <Change key={version.id} version={version} />
            ))}
          </ol>
        )
      }
    </QueryView>
  );
}

function Change({ version }: { readonly version: IdentityVersion }) {
  const { t, text } = useText();
  return (
    <li className={css['change']}>
      <p className={css['by']}>
        <b>{version.staffName}</b> <When atMs={version.atMs} />
      </p>
      <table className={css['fields']}>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">{t('partyRecord.history.field')}</span>
            </th>
            <th scope="col">{t('partyRecord.history.was')}</th>
            <th scope="col">{t('partyRecord.history.became')}</th>
          </tr>
        </thead>
        <tbody>
          {version.changes.map(({ field, before, after }) => (
            <tr key={field}>
              <th scope="row">{text('partyRecord.field', field)}</th>
              <td className={css['was']}>
                <HistoryValue field={field} value={before} />
              </td>
              <td>
                <HistoryValue field={field} value={after} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </li>
  );
}

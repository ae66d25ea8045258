import { useState } from 'react';
import type { PartyId, VisitId } from '#shared/ids.ts';
import { PersonPicker } from '#renderer/api/person-picker.tsx';
import { QueryView } from '#renderer/api/query-view.tsx';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import { useQueryParam } from '#renderer/ui/use-route.ts';
import { NewRequestForm } from './new-request-form.tsx';
import css from './requests.module.css';

/** طلب دعم مستفيد (T.4): opened for `?party=…`, from the visit `?visit=…`, or for somebody who is looked up here. */
export function NewRequestPage() {
  const { t } = useText();
  const go = useGo();
  const asked = Number(useQueryParam('party') ?? 0);
  const visit = Number(useQueryParam('visit') ?? 0);
  const fromDrafts = useQueryParam('draft') !== undefined;
  const [picked, setPicked] = useState<PartyId | null>(null);
  const id = picked ?? (asked > 0 ? (asked as PartyId) : null);
  const page = useChannelQuery('parties.page', { id: id ?? 0 }, { enabled: id !== null });
  return (
    <Screen
      title={t('requests.open.title')}
      crumbs={[{ name: t('requests.title'), to: paths.requests }, { name: t('requests.open.title') }]}
    >
      {id === null ? (
        <div className={css['narrow']}>
          <Card pane={t('requests.open.person')}>
            <div className={css['pad']}>
              <PersonPicker
                label={t('requests.open.person')}
                nobody={t('requests.open.nobody')}
                onPick={(hit) => setPicked(hit.id)}
              />
            </div>
          </Card>
        </div>
      ) : (
        <QueryView query={page}>
          {(found) => (
            <NewRequestForm
              key={found.party.id}
              page={found}
              visitId={visit > 0 && picked === null ? (visit as VisitId) : null}
              restoreAtOnce={fromDrafts}
              onOpened={(request) => go(paths.request(request), { replace: true })}
              onBack={() => (picked === null ? go.back() : setPicked(null))}
            />
          )}
        </QueryView>
      )}
    </Screen>
  );
}

import { useState } from 'react';
import type { PartyId } from '#shared/ids.ts';
import { PersonPicker } from '#renderer/api/person-picker.tsx';
import { QueryView } from '#renderer/api/query-view.tsx';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import { useQueryParam } from '#renderer/ui/use-route.ts';
import { ContactForm } from './contact-form.tsx';
import css from './contacts.module.css';

/** تسجيل تواصل: with whom, on which of the eight channels, what was asked and answered, what follows. */
export function NewContactPage() {
  const { t } = useText();
  const go = useGo();
  const asked = Number(useQueryParam('party') ?? 0);
  const about = useQueryParam('about') ?? '';
  const fromDrafts = useQueryParam('draft') !== undefined;
  const [picked, setPicked] = useState<PartyId | null>(null);
  const id = picked ?? (asked > 0 ? (asked as PartyId) : null);
  const page = useChannelQuery('parties.page', { id: id ?? 0 }, { enabled: id !== null });
  return (
    <Screen
      title={t('contacts.form.title')}
      crumbs={[{ name: t('contacts.title'), to: paths.contacts }, { name: t('contacts.form.title') }]}
    >
      {id === null ? (
        <div className={css['narrow']}>
          <Card pane={t('contacts.form.person')}>
            <div className={css['pad']}>
              <PersonPicker
                label={t('contacts.form.person')}
                nobody={t('contacts.form.nobody')}
                onPick={(hit) => setPicked(hit.id)}
              />
            </div>
          </Card>
        </div>
      ) : (
        <QueryView query={page}>
          {(found) => (
            <ContactForm
              key={found.party.id}
              page={found}
              about={picked === null ? about : ''}
              restoreAtOnce={fromDrafts}
              onSaved={() => go(paths.beneficiary(found.party.id), { replace: true })}
              onBack={() => (picked === null ? go.back() : setPicked(null))}
            />
          )}
        </QueryView>
      )}
    </Screen>
  );
}

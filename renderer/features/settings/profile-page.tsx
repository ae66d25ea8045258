import type { OrganisationProfile } from '#shared/organisation/profile.ts';
import { QueryView } from '#renderer/api/query-view.tsx';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useHeadPreview } from '#renderer/api/use-head-preview.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Card, CardBody, CardHeader, SplitPane } from '#renderer/ui/card.tsx';
import { Form } from '#renderer/ui/form.tsx';
import { HeadPreview } from '#renderer/ui/profile/head-preview.tsx';
import { LetterheadFields } from '#renderer/ui/profile/letterhead-fields.tsx';
import { SaveBar } from './save-bar.tsx';
import { useProfileForm } from './use-profile-form.ts';

function ProfileForm({ profile }: { readonly profile: OrganisationProfile }) {
  const { t } = useText();
  const { form, typed, mayChange, save, submit, busy, problem } = useProfileForm(profile);
  const preview = useHeadPreview(typed);
  return (
    <SplitPane columns="minmax(0, 1fr) minmax(20rem, 28rem)">
      <Card pane={t('profile.title')}>
        <CardHeader title={t('profile.title')} />
        <CardBody scroll>
          <Form
            form={form}
            label={t('profile.title')}
            onSubmit={save}
            problem={problem}
            readOnly={!mayChange}
          >
            <LetterheadFields />
          </Form>
        </CardBody>
        <SaveBar mayChange={mayChange} busy={busy} onSave={submit} onReset={() => form.reset(profile)} />
      </Card>
      <HeadPreview {...preview} />
    </SplitPane>
  );
}

/** The letterhead's texts and places, with the page beside them. */
export function ProfilePage() {
  const profile = useChannelQuery('organisation.get', undefined);
  return <QueryView query={profile}>{(data) => <ProfileForm profile={data} />}</QueryView>;
}

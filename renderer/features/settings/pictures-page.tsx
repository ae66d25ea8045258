import { useState } from 'react';
import type { FileRef } from '#shared/files/stored-file.ts';
import type { StaffId } from '#shared/ids.ts';
import type { OfficeImage, OfficeImageKind } from '#shared/organisation/office-images.ts';
import type { OrganisationProfile } from '#shared/organisation/profile.ts';
import { call } from '#renderer/api/client.ts';
import { FilePicker } from '#renderer/api/file-picker.tsx';
import { QueryView } from '#renderer/api/query-view.tsx';
import { useHasRight, useHasRole, useStaff } from '#renderer/api/session.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useHeadPreview } from '#renderer/api/use-head-preview.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardBody, CardHeader, CardSection, SplitPane } from '#renderer/ui/card.tsx';
import { HeadPreview } from '#renderer/ui/profile/head-preview.tsx';
import { ScanThumb } from '#renderer/ui/scan-thumb.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import css from './pictures-page.module.css';

/** الشعار والختم والتواقيع: pictures that stand on letters, beside the head as it prints with them. */
export function PicturesPage() {
  const images = useChannelQuery('officeImages.list', undefined);
  const profile = useChannelQuery('organisation.get', undefined);
  return (
    <QueryView query={profile}>
      {(office) => (
        <QueryView query={images}>{(list) => <Pictures images={list} profile={office} />}</QueryView>
      )}
    </QueryView>
  );
}

function Pictures({
  images,
  profile,
}: {
  readonly images: readonly OfficeImage[];
  readonly profile: OrganisationProfile;
}) {
  const { t } = useText();
  const me = useStaff();
  const manages = useHasRole('manager', 'administrator');
  const administers = useHasRole('administrator');
  const signatories = useChannelQuery('staff.listSignatories', undefined);
  const find = (kind: OfficeImageKind, staffId: StaffId | null): OfficeImage | undefined =>
    images.find((image) => image.kind === kind && image.staffId === staffId);
  const logo = find('logo', null);
  return (
    <SplitPane columns="minmax(0, 1fr) minmax(18rem, 24rem)">
      <Card pane={t('pictures.title')}>
        <CardHeader title={t('pictures.title')} />
        <CardBody scroll flush>
          <CardSection>
            <p className={css['help']}>{t('pictures.help')}</p>
            {(['logo', 'stamp'] as const).map((kind) => (
              <OnePicture
                key={kind}
                kind={kind}
                staffId={null}
                name={t(`pictures.kind.${kind}`)}
                help={t(`pictures.help_${kind}`)}
                image={find(kind, null)}
                mayChange={manages}
              />
            ))}
          </CardSection>
          <CardSection title={t('pictures.signatures')} aside={t('pictures.signaturesHelp')}>
            {signatories.data?.length === 0 ? (
              <p className={css['help']}>{t('pictures.noSignatories')}</p>
            ) : (
              signatories.data?.map((person) => (
                <OnePicture
                  key={person.id}
                  kind="signature"
                  staffId={person.id}
                  name={person.name}
                  help={person.jobTitle}
                  image={find('signature', person.id)}
                  mayChange={administers || person.id === me.id}
                />
              ))
            )}
          </CardSection>
        </CardBody>
      </Card>
      <Preview key={logo?.sha256 ?? 'none'} profile={profile} />
    </SplitPane>
  );
}

function Preview({ profile }: { readonly profile: OrganisationProfile }) {
  return <HeadPreview {...useHeadPreview(profile)} />;
}

function OnePicture({
  kind,
  staffId,
  name,
  help,
  image,
  mayChange,
}: {
  readonly kind: OfficeImageKind;
  readonly staffId: StaffId | null;
  readonly name: string;
  readonly help: string;
  readonly image: OfficeImage | undefined;
  readonly mayChange: boolean;
}) {
  const { t } = useText();
  const say = useErrorText();
  const [error, setError] = useState<unknown>(null);
  const place = { kind, ...(staffId === null ? {} : { staffId }) };
  const put = (file: FileRef): Promise<unknown> => call('officeImages.set', { ...place, file });
  const back = (before: OfficeImage | undefined): Promise<unknown> =>
    before === undefined ? call('officeImages.remove', place) : put({ sha256: before.sha256, name });
  const act = async (deed: () => Promise<unknown>, said: string): Promise<void> => {
    const before = image;
    setError(null);
    try {
      await deed();
      showToast(said, async () => void (await back(before)));
    } catch (problem) {
      setError(problem);
    }
  };
  return (
    <section className={css['one']} aria-label={name}>
      <div className={css['picture']}>
        <Shown image={image} owner={staffId} name={name} />
      </div>
      <div className={css['words']}>
        <h3>{name}</h3>
        <p className={css['help']}>
          {help}
          {image === undefined
            ? ''
            : ` — ${t('pictures.size', { width: image.widthPx, height: image.heightPx })}`}
        </p>
        {mayChange ? (
          <FilePicker
            label={t('pictures.choose', { name })}
            accept="picture"
            hideLabel
            help={t('pictures.accept')}
            error={error === null ? undefined : say(error)}
            onFile={({ sha256, name: fileName }) =>
              void act(() => put({ sha256, name: fileName }), t('pictures.set', { name }))
            }
          />
        ) : null}
        {mayChange && image !== undefined ? (
          <span>
            <Button
              kind="quiet"
              size="sm"
              label={t('pictures.removeOf', { name })}
              onClick={() =>
                void act(() => call('officeImages.remove', place), t('pictures.removed', { name }))
              }
            >
              {t('pictures.remove')}
            </Button>
          </span>
        ) : null}
      </div>
    </section>
  );
}

/** The picture itself, for who may see it. */
function Shown({
  image,
  owner,
  name,
}: {
  readonly image: OfficeImage | undefined;
  readonly owner: StaffId | null;
  readonly name: string;
}) {
  const { t } = useText();
  const me = useStaff();
  const manages = useHasRole('manager', 'administrator');
  const uses = useHasRight('useSigningPictures');
  const maySee = image?.kind === 'logo' || manages || uses || owner === me.id;
  const file = useChannelQuery(
    'files.get',
    { sha256: image?.sha256 ?? '0'.repeat(64), name },
    { enabled: image !== undefined && maySee },
  );
  const say = useErrorText();
  if (image === undefined) return <span className={css['none']}>{t('pictures.none')}</span>;
  if (!maySee) return <span className={css['none']}>{t('pictures.hidden')}</span>;
  if (file.error !== null) return <span className={css['none']}>{say(file.error)}</span>;
  if (file.data === undefined) return null;
  return <ScanThumb bytes={file.data.bytes} mediaType={file.data.mediaType} name={name} />;
}

import type { ReactElement } from 'react';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useToday } from '#renderer/ui/dates.tsx';
import type { LetterContent } from '#shared/letters/letter.ts';
import { fillTemplate } from '#shared/letters/templates/fill-template.ts';
import { SAMPLE_DATA } from '#shared/letters/templates/sample-data.ts';
import type { LetterTemplate } from '#shared/letters/templates/template.ts';
import type { OrganisationProfile } from '#shared/organisation/profile.ts';
import { ErrorNotice } from '../letter-notices.tsx';
import { PaperStage } from '#renderer/ui/pdf-stage.tsx';
import { useLivePreview } from '../preview/use-live-preview.ts';

/** The template as a letter of invented people: what it will look like. */
function sampleLetter(
  template: LetterTemplate,
  profile: OrganisationProfile,
  today: string,
  signatory: LetterContent['signatory'],
): LetterContent {
  const { footer } = profile.letterhead;
  const { content } = fillTemplate(template, {
    ...SAMPLE_DATA,
    today,
    digits: profile.letters.fieldDigits,
    organisation: {
      name: profile.name,
      licence: profile.licence,
      iban: footer.iban,
      phone: footer.phone,
      email: footer.email,
    },
  });
  return { ...content, signatory };
}

/** The live page of a template, filled with sample data. */
export function TemplatePaper({
  template,
  profile,
  onShowCharacter,
}: {
  readonly template: LetterTemplate;
  readonly profile: OrganisationProfile;
  readonly onShowCharacter: (character: string) => void;
}): ReactElement {
  const { t } = useText();
  const today = useToday();
  const signatories = useChannelQuery('staff.listSignatories', undefined);
  const first = signatories.data?.[0];
  const preview = useLivePreview(
    sampleLetter(template, profile, today, { title: first?.jobTitle ?? '', name: first?.name ?? '' }),
    true,
  );
  return (
    <PaperStage
      title={t('templates.sample')}
      pdf={preview.pdf}
      stale={preview.error !== null}
      notice={
        preview.error === null ? null : (
          <ErrorNotice error={preview.error} onShowCharacter={onShowCharacter} />
        )
      }
    />
  );
}

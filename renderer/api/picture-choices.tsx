import { useEffect, type ReactElement } from 'react';
import { useText } from '#renderer/i18n/use-text.ts';
import { CheckField } from '#renderer/ui/fields.tsx';
import type { StaffId } from '#shared/ids.ts';
import type { SigningPictures } from '#shared/letters/letter-life.ts';
import type { LetterContent } from '#shared/letters/letter.ts';
import css from './picture-choices.module.css';
import { useChannelQuery } from './use-channel.ts';

/**
 * Which pictures stand on the page: of those that the office keeps. A signatory without a picture, or who is not of the
 * staff, signs with a pen.
 */
export function PictureChoices({
  signatory,
  approver,
  value,
  onChange,
}: {
  readonly signatory: LetterContent['signatory'];
  /** Whose approval the letter is issued on: nobody else's signature is offered. Absent: not known here. */
  readonly approver?: StaffId | null;
  readonly value: SigningPictures;
  readonly onChange: (pictures: SigningPictures) => void;
}): ReactElement | null {
  const { t } = useText();
  const { data } = useChannelQuery('officeImages.list', undefined);
  const kept =
    data?.some((image) => image.kind === 'signature' && image.staffId === signatory.staffId) === true;
  const approved = approver === undefined || approver === signatory.staffId;
  const signs = kept && approved;
  const stamps = data?.some((image) => image.kind === 'stamp') === true;
  const known = data !== undefined;
  // Chosen for another signatory, or taken out of use since: what is not offered is not asked for.
  useEffect(() => {
    if (known && ((value.signature && !signs) || (value.stamp && !stamps)))
      onChange({ signature: value.signature && signs, stamp: value.stamp && stamps });
  }, [known, signs, stamps, value, onChange]);
  if (!kept && !stamps) return null;
  return (
    <fieldset className={css['pictures']}>
      <legend>{t('letterLife.pictures.label')}</legend>
      {signs ? (
        <CheckField
          label={t('letterLife.pictures.signature', { name: signatory.name })}
          checked={value.signature}
          onChange={(signature) => onChange({ ...value, signature })}
        />
      ) : null}
      {stamps ? (
        <CheckField
          label={t('letterLife.pictures.stamp')}
          checked={value.stamp}
          onChange={(stamp) => onChange({ ...value, stamp })}
        />
      ) : null}
      <p className={css['help']}>
        {kept && !approved
          ? t('letterLife.pictures.notApproved', { name: signatory.name })
          : t(value.signature ? 'letterLife.pictures.signed' : 'letterLife.pictures.help')}
      </p>
    </fieldset>
  );
}

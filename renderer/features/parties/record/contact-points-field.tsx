import { IconArrowDown, IconArrowUp, IconPlus, IconShieldLock, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import {
  CONTACT_POINT_KINDS,
  isSafeContact,
  isUntouched,
  MOST_CONTACT_POINTS,
} from '#shared/parties/contact-point.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { FieldRow, FormCheck, FormDigits, FormSelect, FormText } from '#renderer/ui/form.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { showToast } from '#renderer/ui/toast.tsx';
import css from './contact-points-field.module.css';
import { EMPTY_POINT, type PointForm, type RecordForm } from '#renderer/api/register/record-form-model.ts';

const NAME = 'contactPoints';
const ADD = 'Alt+A';

/** Every way to reach somebody, in the order in which they are tried; each added, moved and removed by key. */
export function ContactPointsField() {
  const { t } = useText();
  const { control } = useFormContext<RecordForm>();
  const { fields, append, remove, move, insert } = useFieldArray({ control, name: NAME });
  const values = useWatch({ control, name: NAME });
  const focusOn = (index: number): void => {
    window.requestAnimationFrame(() => document.getElementById(`field-${NAME}-${index}-value`)?.focus());
  };
  const add = (): void => {
    if (fields.length >= MOST_CONTACT_POINTS) return;
    append(EMPTY_POINT, { shouldFocus: false });
    focusOn(fields.length);
  };
  useKey(ADD, t('partyRecord.contact.add'), add);
  const drop = (index: number): void => {
    const gone = values[index] ?? EMPTY_POINT;
    remove(index);
    focusOn(Math.max(0, Math.min(index, fields.length - 2)));
    if (!isUntouched(gone)) showToast(t('partyRecord.contact.removed'), () => insert(index, gone));
  };
  const shift = (from: number, to: number): void => {
    if (to < 0 || to >= fields.length) return;
    move(from, to);
    focusOn(to);
  };
  return (
    <div className={css['points']}>
      {fields.map((field, index) => (
        <PointRow
          key={field.id}
          index={index}
          point={values[index] ?? EMPTY_POINT}
          alone={fields.length === 1}
          last={index === fields.length - 1}
          onShift={(to) => shift(index, to)}
          onDrop={() => drop(index)}
        />
      ))}
      <div className={css['foot']}>
        <Button size="sm" keys={ADD} icon={<Icon of={IconPlus} size="sm" />} onClick={add}>
          {t('partyRecord.contact.add')}
        </Button>
        {fields.length > 1 ? <span className={css['keys']}>{t('partyRecord.contact.keys')}</span> : null}
      </div>
    </div>
  );
}

function PointRow({
  index,
  point,
  alone,
  last,
  onShift,
  onDrop,
}: {
  readonly index: number;
  readonly point: PointForm;
  readonly alone: boolean;
  readonly last: boolean;
  readonly onShift: (to: number) => void;
  readonly onDrop: () => void;
}) {
  const { t, text } = useText();
  const path = `${NAME}.${index}`;
  const safe = isSafeContact(point) || point.note !== '';
  const [opened, setOpened] = useState(false);
  // What must be minded is never folded away.
  const open = opened || safe;
  const details = `point-${index}-details`;
  const onKey = (event: KeyboardEvent): void => {
    if (!event.altKey || event.ctrlKey || event.shiftKey) return;
    const act =
      event.code === 'ArrowUp'
        ? () => onShift(index - 1)
        : event.code === 'ArrowDown'
          ? () => onShift(index + 1)
          : event.code === 'Delete'
            ? onDrop
            : undefined;
    if (act === undefined) return;
    // A list of choices would open on the arrow.
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  const value = { name: `${path}.value`, label: t('partyRecord.contact.value') };
  return (
    <div
      role="group"
      aria-label={t('partyRecord.contact.item', { number: index + 1 })}
      className={css['point']}
      onKeyDownCapture={onKey}
    >
      <div className={css['row']}>
        <FormSelect
          name={`${path}.kind`}
          label={t('partyRecord.contact.kind')}
          choices={CONTACT_POINT_KINDS.map((kind) => ({
            value: kind,
            label: text('domain.contactPointKind', kind),
          }))}
        />
        {point.kind === 'email' ? (
          <FormText {...value} ltr maxLength={120} />
        ) : (
          <FormDigits {...value} maxLength={40} />
        )}
        <div className={css['tools']}>
          <Button
            size="sm"
            kind={open ? 'tinted' : 'quiet'}
            icon={<Icon of={IconShieldLock} size="sm" />}
            aria-expanded={open}
            aria-controls={details}
            label={t('partyRecord.contact.safeOpen')}
            onClick={() => setOpened(!opened)}
          >
            {t('partyRecord.contact.safe')}
          </Button>
          {alone ? null : (
            <>
              {index === 0 ? null : (
                <IconButton
                  label={t('partyRecord.contact.up')}
                  icon={<Icon of={IconArrowUp} size="sm" />}
                  onClick={() => onShift(index - 1)}
                />
              )}
              {last ? null : (
                <IconButton
                  label={t('partyRecord.contact.down')}
                  icon={<Icon of={IconArrowDown} size="sm" />}
                  onClick={() => onShift(index + 1)}
                />
              )}
              <IconButton
                label={
                  point.value === ''
                    ? t('partyRecord.contact.removeEmpty')
                    : t('partyRecord.contact.remove', { value: point.value })
                }
                icon={<Icon of={IconX} size="sm" />}
                onClick={onDrop}
              />
            </>
          )}
        </div>
      </div>
      {open ? (
        <div id={details} className={css['safe']}>
          <FormCheck
            name={`${path}.discreet`}
            label={t('partyRecord.contact.discreet')}
            help={t('partyRecord.contact.discreetHelp')}
          />
          <FieldRow>
            <FormText
              name={`${path}.owner`}
              label={t('partyRecord.contact.owner')}
              help={t('partyRecord.contact.ownerHelp')}
              maxLength={80}
            />
            <FormText
              name={`${path}.hours`}
              label={t('partyRecord.contact.hours')}
              help={t('partyRecord.contact.hoursHelp')}
              maxLength={80}
            />
          </FieldRow>
          <FormText name={`${path}.note`} label={t('partyRecord.contact.note')} optional maxLength={200} />
        </div>
      ) : null}
    </div>
  );
}

import { Menu } from '@mantine/core';
import type { ReactElement } from 'react';
import { useText } from '#renderer/i18n/use-text.ts';
import {
  FIELD_GROUPS,
  FIELD_IDS,
  MERGE_FIELDS,
  type FieldId,
} from '#shared/letters/templates/merge-fields.ts';

/** The catalogue of merge fields, by what they come from; and the alternative by the person's sex. */
export function FieldMenuItems({
  onPick,
  onPickBySex,
}: {
  readonly onPick: (id: FieldId) => void;
  readonly onPickBySex: () => void;
}): ReactElement {
  const { t } = useText();
  return (
    <>
      {FIELD_GROUPS.map((group) => (
        <div key={group} role="group" aria-label={t(`templates.fieldGroup.${group}`)}>
          <Menu.Label>{t(`templates.fieldGroup.${group}`)}</Menu.Label>
          {FIELD_IDS.filter((id) => MERGE_FIELDS[id].group === group).map((id) => (
            <Menu.Item key={id} lang="ar" onClick={() => onPick(id)}>
              {MERGE_FIELDS[id].name}
            </Menu.Item>
          ))}
          {group === 'person' ? (
            <Menu.Item lang="ar" onClick={onPickBySex}>
              {t('templates.bySex')}
            </Menu.Item>
          ) : null}
        </div>
      ))}
    </>
  );
}

/** What «بحسب جنس المستفيد» puts into the text, to be written over. */
export const BY_SEX_SAMPLE = '{المستفيد|المستفيدة}';

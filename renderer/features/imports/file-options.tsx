import { useState, type ReactElement } from 'react';
import type { ImportOptions, ImportState } from '#shared/imports/import.ts';
import { PARTY_ROLES } from '#shared/parties/party.ts';
import { useChannelCommand, useChannelQuery } from '#renderer/api/use-channel.ts';
import { useValidationText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardBody, CardHeader, CardSection } from '#renderer/ui/card.tsx';
import { CheckField, DigitsInput, SelectField, TextField } from '#renderer/ui/fields.tsx';
import css from './imports.module.css';

const NONE = '0';

/** Which sheet and which row of headings; and what holds for every row. */
export function FileOptions({
  state,
  options,
  onChange,
  onFailed,
}: {
  readonly state: ImportState;
  readonly options: ImportOptions;
  readonly onChange: (options: ImportOptions) => void;
  readonly onFailed: (error: unknown) => void;
}): ReactElement {
  const { t, text } = useText();
  const validation = useValidationText();
  const categories = useChannelQuery('categories.list', undefined);
  const hidden = state.notes.some(({ code }) => code === 'hiddenRows');
  return (
    <Card pane={t('imports.columns.options')} grow>
      <CardHeader title={t('imports.columns.file')} aside={<bdi>{state.fileName}</bdi>} />
      <CardBody scroll flush>
        <div className={css['padded']}>
          <SheetChoice state={state} onFailed={onFailed} />
        </div>
        <CardSection title={t('imports.columns.options')}>
          <div className={css['fields']}>
            <fieldset className={css['roles']}>
              <legend>{t('imports.columns.roles')}</legend>
              {PARTY_ROLES.map((role) => (
                <CheckField
                  key={role}
                  label={text('domain.partyRole', role)}
                  checked={options.roles.includes(role)}
                  onChange={(on) =>
                    onChange({
                      ...options,
                      roles: on ? [...options.roles, role] : options.roles.filter((one) => one !== role),
                    })
                  }
                />
              ))}
              {options.roles.length === 0 ? (
                <p role="alert" className={css['wrong']}>
                  {validation('partyRoles.required')}
                </p>
              ) : null}
            </fieldset>
            <SelectField
              label={t('imports.columns.category')}
              value={String(options.categoryId ?? NONE)}
              choices={[
                { value: NONE, label: t('imports.columns.noCategory') },
                ...(categories.data ?? [])
                  .filter(({ active }) => active)
                  .map(({ id, name }) => ({ value: String(id), label: name })),
              ]}
              onChange={(value) =>
                onChange({
                  ...options,
                  categoryId: categories.data?.find(({ id }) => String(id) === value)?.id ?? null,
                })
              }
            />
            <TextField
              label={t('imports.columns.noIdReason')}
              value={options.noIdReason}
              maxLength={200}
              error={options.noIdReason.trim() === '' ? validation('noIdReason.required') : undefined}
              onChange={(noIdReason) => onChange({ ...options, noIdReason })}
            />
            {hidden ? (
              <CheckField
                label={t('imports.columns.skipHidden')}
                checked={options.skipHidden}
                onChange={(skipHidden) => onChange({ ...options, skipHidden })}
              />
            ) : null}
          </div>
        </CardSection>
      </CardBody>
    </Card>
  );
}

function SheetChoice({
  state,
  onFailed,
}: {
  readonly state: ImportState;
  readonly onFailed: (error: unknown) => void;
}): ReactElement {
  const { t } = useText();
  const choose = useChannelCommand('imports.choose');
  const [row, setRow] = useState(String(state.headingRow));
  const wanted = /^\d{1,4}$/u.test(row) && Number(row) >= 1 && Number(row) <= 1000 ? Number(row) : null;
  const apply = (sheet: number, headingRow: number | null): void =>
    choose.mutate({ sheet, headingRow }, { onError: onFailed });
  const delimiter = state.delimiter === '\t' ? t('imports.columns.tab') : state.delimiter;
  return (
    <div className={css['fields']}>
      {state.sheets.length < 2 ? null : (
        <SelectField
          label={t('imports.columns.sheet')}
          value={String(state.sheet)}
          choices={state.sheets.map((sheet, index) => ({
            value: String(index),
            label: [
              t('imports.columns.sheetOf', {
                name: sheet.name,
                rows: t('imports.rows', { count: sheet.rows }),
              }),
              ...(sheet.hidden ? [t('imports.columns.sheetHidden')] : []),
              ...(sheet.tooLong ? [t('imports.columns.sheetLong')] : []),
            ].join(' · '),
          }))}
          onChange={(value) => {
            if (value !== null && Number(value) !== state.sheet) apply(Number(value), null);
          }}
        />
      )}
      <div className={css['headingRow']}>
        <DigitsInput
          label={t('imports.columns.headingRow')}
          help={t('imports.columns.headingRowHelp')}
          width="8rem"
          value={row}
          maxLength={4}
          error={wanted === null ? t('imports.columns.headingRowWrong') : undefined}
          onChange={setRow}
        />
        {wanted === null || wanted === state.headingRow ? null : (
          <Button size="sm" loading={choose.isPending} onClick={() => apply(state.sheet, wanted)}>
            {t('imports.columns.change')}
          </Button>
        )}
      </div>
      {state.kind === 'excel' ? null : (
        <p className={css['dim']}>
          {t('imports.columns.encoding', { encoding: state.encoding ?? '', delimiter: delimiter ?? '' })}
        </p>
      )}
    </div>
  );
}

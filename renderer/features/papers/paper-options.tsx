import { useState, type ReactElement } from 'react';
import { useText } from '#renderer/i18n/use-text.ts';
import { DualDateField } from '#renderer/ui/dual-date-field.tsx';
import { DigitsInput } from '#renderer/ui/fields.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import {
  ENVELOPE_SIZES,
  LABELS_ACROSS_MOST,
  LABELS_DOWN_MOST,
  type PaperRequest,
} from '#shared/papers/papers-contract.ts';
import styles from './papers.module.css';

interface OptionsProps<K extends PaperRequest['kind']> {
  readonly request: Extract<PaperRequest, { readonly kind: K }>;
  readonly onChange: (request: PaperRequest) => void;
}

/** What may be chosen about a paper on its own screen; null for those that are what they are. */
export function PaperOptions({
  request,
  onChange,
}: {
  readonly request: PaperRequest;
  readonly onChange: (request: PaperRequest) => void;
}): ReactElement | null {
  if (request.kind === 'labels') return <LabelOptions request={request} onChange={onChange} />;
  if (request.kind === 'envelopes') return <EnvelopeOptions request={request} onChange={onChange} />;
  if (request.kind === 'dayClosing') return <DayOptions request={request} onChange={onChange} />;
  if (request.kind === 'missingDocuments') return <ReturnDay request={request} onChange={onChange} />;
  return null;
}

function LabelOptions({ request, onChange }: OptionsProps<'labels'>): ReactElement {
  const { t } = useText();
  const most = request.columns * request.rows - 1;
  return (
    <div className={styles['options']}>
      <CountField
        label={t('papers.columns')}
        value={request.columns}
        least={1}
        most={LABELS_ACROSS_MOST}
        onChange={(columns) =>
          onChange({ ...request, columns, skip: Math.min(request.skip, columns * request.rows - 1) })
        }
      />
      <CountField
        label={t('papers.rows')}
        value={request.rows}
        least={1}
        most={LABELS_DOWN_MOST}
        onChange={(rows) =>
          onChange({ ...request, rows, skip: Math.min(request.skip, request.columns * rows - 1) })
        }
      />
      <CountField
        label={t('papers.skip')}
        help={t('papers.skipHelp')}
        value={request.skip}
        least={0}
        most={most}
        onChange={(skip) => onChange({ ...request, skip })}
      />
    </div>
  );
}

/** A number that stays as it is typed; the paper follows once it is one that can be. */
function CountField({
  label,
  help,
  value,
  least,
  most,
  onChange,
}: {
  readonly label: string;
  readonly help?: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
}): ReactElement {
  const { t, digits } = useText();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? String(value);
  const number = Number(shown);
  const fits = /^\d+$/u.test(shown) && number >= least && number <= most;
  return (
    <DigitsInput
      label={label}
      width="8rem"
      value={shown}
      maxLength={2}
      {...(help === undefined ? {} : { help: digits(help) })}
      error={fits ? undefined : digits(t('papers.outOfRange', { least, most }))}
      onChange={(text) => {
        setTyped(text);
        const next = Number(text);
        if (/^\d+$/u.test(text) && next >= least && next <= most) onChange(next);
      }}
      onBlur={() => {
        if (fits) setTyped(null);
      }}
    />
  );
}

function EnvelopeOptions({ request, onChange }: OptionsProps<'envelopes'>): ReactElement {
  const { t, digits } = useText();
  return (
    <Segmented
      label={t('papers.size')}
      value={request.size}
      choices={ENVELOPE_SIZES.map((size) => ({ value: size, label: digits(t(`papers.sizes.${size}`)) }))}
      onChange={(size) => onChange({ ...request, size })}
    />
  );
}

function DayOptions({ request, onChange }: OptionsProps<'dayClosing'>): ReactElement {
  const { t } = useText();
  return (
    <DualDateField
      label={t('papers.day')}
      value={request.day}
      onChange={(day) => {
        if (day !== null) onChange({ ...request, day });
      }}
    />
  );
}

function ReturnDay({ request, onChange }: OptionsProps<'missingDocuments'>): ReactElement {
  const { t } = useText();
  return (
    <DualDateField
      label={t('papers.returnDay')}
      help={t('papers.returnDayHelp')}
      optional
      value={request.returnDay}
      onChange={(returnDay) => onChange({ ...request, returnDay })}
    />
  );
}

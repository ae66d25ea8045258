import { useState, type ReactElement } from 'react';
import { PersonPicker } from '#renderer/api/person-picker.tsx';
import { call, isApiError, type ApiError, type ChannelOutput } from '#renderer/api/client.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { AskedField, askedFieldId } from '#renderer/ui/asked-field.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { SelectField } from '#renderer/ui/fields.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { ErrorBlock } from '#renderer/ui/states.tsx';
import { partyIdSchema, type IncomingId, type LetterId, type PartyId, type RequestId } from '#shared/ids.ts';
import type { LetterContent } from '#shared/letters/letter.ts';
import { askedProblem } from '#shared/letters/templates/field-values.ts';
import type { AskedFieldId } from '#shared/letters/templates/merge-fields.ts';
import type { TemplateDetail } from '#shared/templates/templates-contract.ts';
import css from './templates.module.css';

/** What a letter is about already, when a template is asked for. */
export interface TemplateLinks {
  readonly partyId: PartyId | null;
  readonly requestId: RequestId | null;
  readonly correctsId?: LetterId | null;
  readonly answersId?: IncomingId | null;
}
export interface FilledLetter {
  readonly content: LetterContent;
  readonly unfilled: readonly string[];
  readonly links: TemplateLinks;
  readonly templateName: string;
}

const NO_REQUEST = '-';
/** Stands for a person while none is chosen: the query is off then. */
const NOBODY = partyIdSchema.parse(1);

/** The person and the request that a template speaks of, where the letter has none. */
function RecordFields({
  links,
  person,
  requests,
  onPerson,
  onRequest,
}: {
  readonly links: TemplateLinks;
  readonly person: string | null;
  /** Those of the person, where the template speaks of a request. */
  readonly requests: ChannelOutput<'parties.page'>['requests'];
  readonly onPerson: (person: { readonly id: PartyId; readonly name: string } | null) => void;
  readonly onRequest: (id: RequestId | null) => void;
}): ReactElement {
  const { t, digits } = useText();
  return (
    <>
      {links.partyId === null ? (
        <PersonPicker
          label={t('templates.dialog.person')}
          nobody={t('templates.dialog.personMissing')}
          onPick={(hit) => onPerson({ id: hit.id, name: hit.name })}
        />
      ) : person === null ? null : (
        <div className={css['chosen']}>
          <span>
            {t('templates.dialog.person')}: <b>{person}</b>
          </span>
          <Button size="sm" kind="quiet" onClick={() => onPerson(null)}>
            {t('templates.dialog.otherPerson')}
          </Button>
        </div>
      )}
      {requests.length > 0 ? (
        <SelectField
          id="template-request"
          label={t('templates.dialog.request')}
          value={links.requestId === null ? NO_REQUEST : String(links.requestId)}
          choices={[
            ...requests.map((one) => ({
              value: String(one.id),
              label: [one.service, one.number === null ? '' : digits(`\u2066${one.number}\u2069`)]
                .filter((part) => part !== '')
                .join(' · '),
            })),
            { value: NO_REQUEST, label: t('templates.dialog.noRequest') },
          ]}
          onChange={(value) => onRequest(requests.find((one) => String(one.id) === value)?.id ?? null)}
        />
      ) : null}
    </>
  );
}

/** The second step of writing from a template: who and what it is about, and what it asks for. */
export function TemplateAsks({
  detail,
  links: given,
  formId,
  onFilled,
}: {
  readonly detail: TemplateDetail;
  readonly links: TemplateLinks;
  readonly formId: string;
  readonly onFilled: (filled: FilledLetter) => void;
}): ReactElement {
  const { t } = useText();
  const errorText = useErrorText();
  const [links, setLinks] = useState(given);
  const [requestChosen, setRequestChosen] = useState(given.requestId !== null);
  const [person, setPerson] = useState<string | null>(null);
  const [asked, setAsked] = useState<Partial<Record<AskedFieldId, string>>>({});
  const [checked, setChecked] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  // What the letter that is answered or corrected tells needs no asking.
  const known = new Set<AskedFieldId>([
    ...(given.correctsId === undefined || given.correctsId === null
      ? []
      : (['ourNumber', 'ourDate', 'topic'] as const)),
    ...(given.answersId === undefined || given.answersId === null
      ? []
      : (['theirNumber', 'theirDate', 'topic'] as const)),
  ]);
  const asks = detail.asks.filter((id) => !known.has(id));
  const wantsPerson = detail.wants.person;
  const asksRequest = wantsPerson && detail.wants.request && links.partyId !== null;
  const page = useChannelQuery('parties.page', { id: links.partyId ?? NOBODY }, { enabled: asksRequest });
  const requests = asksRequest ? (page.data?.requests ?? []) : [];
  // The newest that is still open is what a person comes for: chosen until another is, or none.
  const likely = requests.find((one) => one.currentStep !== null) ?? requests[0];
  const about = { ...links, requestId: requestChosen ? links.requestId : (likely?.id ?? null) };

  const fill = async (): Promise<void> => {
    setChecked(true);
    setError(null);
    const wrong = asks.find((id) => askedProblem(id, asked[id] ?? '') !== null);
    if (wrong !== undefined) {
      document.getElementById(askedFieldId(wrong))?.focus();
      return;
    }
    try {
      const { content, unfilled } = await call('templates.fill', { ref: detail.ref, ...about, asked });
      onFilled({ content, unfilled, links: about, templateName: detail.name });
    } catch (caught) {
      if (!isApiError(caught)) throw caught;
      setError(caught);
    }
  };
  useKey('Ctrl+Enter', t('templates.dialog.confirm'), () => void fill());
  return (
    <form
      id={formId}
      className={css['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void fill();
      }}
    >
      {error === null ? null : <ErrorBlock text={errorText(error)} />}
      {wantsPerson ? (
        <RecordFields
          links={about}
          person={person}
          requests={requests}
          onPerson={(chosen) => {
            setPerson(chosen?.name ?? null);
            setRequestChosen(false);
            setLinks({ ...links, partyId: chosen?.id ?? null, requestId: null });
          }}
          onRequest={(requestId) => {
            setRequestChosen(true);
            setLinks({ ...links, requestId });
          }}
        />
      ) : null}
      {asks.map((id, index) => (
        <AskedField
          key={id}
          id={id}
          value={asked[id] ?? ''}
          onChange={(value) => setAsked((old) => ({ ...old, [id]: value }))}
          checked={checked}
          autoFocus={index === 0 && !(wantsPerson && links.partyId === null)}
        />
      ))}
      {asks.length === 0 && (!wantsPerson || links.partyId !== null) ? (
        <p className={css['quiet']}>{t('templates.dialog.nothingAsked')}</p>
      ) : null}
    </form>
  );
}

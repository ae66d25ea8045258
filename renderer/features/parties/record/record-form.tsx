import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { type PartyRecord, partyRecordSchemaOn } from '#shared/parties/party-record.ts';
import { type Party, PARTY_KINDS } from '#shared/parties/party.ts';
import { idKindsOf } from '#shared/parties/party-identity.ts';
import { type ApiError, isApiError } from '#renderer/api/client.ts';
import { SimilarParties } from '#renderer/api/similar-parties.tsx';
import { useChannelCommand } from '#renderer/api/use-channel.ts';
import { useRecoverableDraft } from '#renderer/api/use-recoverable-draft.tsx';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { AppLink, useGo } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardFooter } from '#renderer/ui/card.tsx';
import { useToday } from '#renderer/ui/dates.tsx';
import { DraftSaved } from '#renderer/ui/draft-saved.tsx';
import { Form, FormSection } from '#renderer/ui/form.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { paths } from '#renderer/ui/paths.ts';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { ErrorBlock } from '#renderer/ui/states.tsx';
import { useOnce } from '#renderer/ui/use-once.ts';
import { useZodForm } from '#renderer/ui/use-zod-form.ts';
import { ContactPointsField } from './contact-points-field.tsx';
import { IdentityFields } from './identity-fields.tsx';
import { AddressFields, FileFields } from './place-and-file-fields.tsx';
import {
  candidateOf,
  fromDraft,
  isWorthKeeping,
  type RecordForm as Typed,
} from '#renderer/api/register/record-form-model.ts';
import css from './record.module.css';

/** The whole record of a party in two columns, kept as a draft while it is typed. */
export function RecordForm({
  start,
  typed = start,
  seen,
  restoreAtOnce,
  onSaved,
  onReload,
}: {
  readonly start: Typed;
  /** What stands in the form already: typed at the door. */
  readonly typed?: Typed;
  /** The record that is edited, as it was read; null: a new one. */
  readonly seen: Party | null;
  readonly restoreAtOnce: boolean;
  readonly onSaved: (party: Party) => void;
  /** Somebody saved meanwhile: reads the record again. */
  readonly onReload?: () => void;
}) {
  const { t } = useText();
  const go = useGo();
  const today = useToday();
  const save = useChannelCommand('parties.saveRecord');
  const schema = useMemo(() => partyRecordSchemaOn(today), [today]);
  const form = useZodForm(schema, typed);
  const values = form.watch() as Typed;
  const changed = JSON.stringify(values) !== JSON.stringify(start);
  const name = values.name.trim();
  const draft = useRecoverableDraft(
    {
      kind: 'party',
      key: seen === null ? '' : `party:${seen.id}`,
      title: (name === '' ? t('partyRecord.draftUnnamed') : t('partyRecord.draftTitle', { name })).slice(
        0,
        200,
      ),
      data: { ...values },
    },
    changed && isWorthKeeping(values) && !save.isSuccess,
    (data) => form.reset(fromDraft(data)),
    restoreAtOnce,
  );
  const send = async (record: PartyRecord): Promise<boolean> => {
    let party: Party;
    try {
      party = await save.mutateAsync({
        id: seen?.id ?? null,
        version: seen?.version ?? null,
        record,
      });
    } catch (error) {
      if (!isApiError(error)) throw error;
      return false;
    }
    // It is saved: a draft that could not be dropped must not make it look refused.
    await draft.discard().catch((error: unknown) => console.error(error));
    onSaved(party);
    return true;
  };
  const once = useOnce();
  const press = (): void =>
    void once(async () => {
      let sent = false;
      await form.handleSubmit(async (record) => {
        sent = await send(record);
      })();
      return sent;
    });
  const primary = t(seen === null ? 'partyRecord.save' : 'partyRecord.saveChanges');
  useKey('Ctrl+Enter', primary, press);
  useKey('Ctrl+S', t('keys.saveDraft'), () => void draft.flush());
  const leave = (to: string): void => void draft.flush().finally(() => go(to));

  return (
    <Card grow pane={t('partyRecord.form')}>
      <div className={css['card']}>
        <div className={css['body']}>
          {draft.offer}
          <Refusal
            error={save.error}
            idNumber={values.idNumber}
            forget={save.reset}
            onOpen={leave}
            onReload={onReload}
          />
          <Form form={form} label={t('partyRecord.form')} onSubmit={press}>
            <div className={css['head']}>
              {seen === null ? (
                <Segmented
                  compact
                  hideLabel
                  label={t('partyRecord.kind')}
                  value={values.kind}
                  onChange={(kind) => {
                    form.setValue('kind', kind);
                    form.setValue('idKind', idKindsOf(kind)[0] ?? 'none');
                    form.setValue('roles', [kind === 'person' ? 'beneficiary' : 'partnerBody']);
                  }}
                  choices={PARTY_KINDS.map((value) => ({
                    value,
                    label: t(`partyRecord.kindValue.${value}`),
                  }))}
                />
              ) : null}
              <span className={css['dim']}>{t('common.requiredNote')}</span>
            </div>
            <SimilarParties
              candidate={candidateOf(values, seen?.id ?? null)}
              onOpen={(party) => leave(paths.beneficiary(party.id))}
            />
            <div className={css['columns']}>
              <div className={css['column']}>
                <IdentityFields />
              </div>
              <div className={css['column']}>
                <FormSection
                  title={t('partyRecord.section.contact')}
                  help={t('partyRecord.section.contactHelp')}
                >
                  <ContactPointsField />
                </FormSection>
                <AddressFields />
                <FileFields />
              </div>
            </div>
          </Form>
        </div>
        <CardFooter end={<DraftSaved state={draft.state} savedAtMs={draft.savedAtMs} />}>
          <Button kind="filled" keys="Ctrl+Enter" loading={save.isPending} onClick={press}>
            {primary}
          </Button>
          <Button kind="quiet" keys="Esc" onClick={go.back}>
            {t('common.back')}
          </Button>
        </CardFooter>
      </div>
    </Card>
  );
}

/** Why nothing was saved, with the way on: the file that bears this id already, or the record as it is now. */
function Refusal({
  error,
  idNumber,
  forget,
  onOpen,
  onReload,
}: {
  readonly error: ApiError | null;
  readonly idNumber: string;
  readonly forget: () => void;
  readonly onOpen: (path: string) => void;
  readonly onReload: (() => void) | undefined;
}): ReactNode {
  const { t } = useText();
  const say = useErrorText();
  const block = useRef<HTMLDivElement>(null);
  // The form may be scrolled away from where this is said.
  useEffect(() => block.current?.scrollIntoView({ block: 'nearest' }), [error]);
  // Another number is another person: what was said of the first no longer holds.
  useEffect(() => forget(), [idNumber, forget]);
  return error === null ? null : <div ref={block}>{told(error)}</div>;

  function told(refused: ApiError): ReactNode {
    if (refused.code === 'identifierTaken') {
      const name = String(refused.details['name']);
      const path = paths.beneficiary(Number(refused.details['id']));
      return (
        <ErrorBlock
          title={t('partyRecord.taken', { name })}
          actions={
            <Button size="sm" autoFocus onClick={() => onOpen(path)}>
              {t('partyRecord.openTaken', { name })}
            </Button>
          }
        />
      );
    }
    if (refused.code === 'conflict' && onReload !== undefined)
      return (
        <ErrorBlock
          title={t('partyRecord.stale')}
          text={t('partyRecord.staleHelp')}
          actions={
            <Button size="sm" autoFocus onClick={onReload}>
              {t('partyRecord.reload')}
            </Button>
          }
        />
      );
    if (refused.code === 'partyMerged') {
      const name = String(refused.details['name']);
      return (
        <ErrorBlock
          text={say(refused)}
          actions={
            <AppLink to={paths.beneficiary(Number(refused.details['into']))}>
              {t('partyRecord.openTaken', { name })}
            </AppLink>
          }
        />
      );
    }
    return <ErrorBlock text={say(refused)} />;
  }
}

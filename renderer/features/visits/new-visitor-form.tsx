import { useEffect, useRef } from 'react';
import { IconFileText, IconUserSearch } from '@tabler/icons-react';
import type { PartyId } from '#shared/ids.ts';
import { partyInputSchema, type PartyInput } from '#shared/parties/party.ts';
import type { VisitPurpose } from '#shared/visits/visit.ts';
import { isApiError } from '#renderer/api/client.ts';
import { SimilarParties } from '#renderer/api/similar-parties.tsx';
import { useChannelCommand } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { AppLink } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardFooter, SplitPane } from '#renderer/ui/card.tsx';
import { DraftSaved } from '#renderer/ui/draft-saved.tsx';
import { Form } from '#renderer/ui/form.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { PartyFields } from '#renderer/ui/party-fields.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { ErrorBlock } from '#renderer/ui/states.tsx';
import { useZodForm } from '#renderer/ui/use-zod-form.ts';
import { PurposeChooser } from './purpose-chooser.tsx';
import { StartButtons } from './start-buttons.tsx';
import type { NewParty } from './typed-text.ts';
import css from './visits.module.css';

/** Somebody without a file: what is asked at the door, why they came, and in. */
export function NewVisitorForm({
  start,
  onTyped,
  purpose,
  onPurpose,
  tickets,
  problem,
  draftSaved,
  onBack,
  onStart,
  onTaken,
  onMore,
}: {
  readonly start: NewParty;
  readonly onTyped: (party: NewParty) => void;
  readonly purpose: VisitPurpose;
  readonly onPurpose: (purpose: VisitPurpose) => void;
  readonly tickets: boolean;
  readonly problem: string | undefined;
  readonly draftSaved: React.ComponentProps<typeof DraftSaved>;
  readonly onBack: () => void;
  readonly onStart: (party: { id: PartyId; name: string }, serve: boolean) => Promise<void>;
  /** The id belongs to somebody already: go on with their file. */
  readonly onTaken: (id: PartyId, name: string) => void;
  /** «المزيد»: the whole form, with what stands here. */
  readonly onMore: (typed: NewParty) => void;
}) {
  const { t } = useText();
  const say = useErrorText();
  const add = useChannelCommand('parties.add');
  const form = useZodForm(partyInputSchema, { ...start, roles: ['beneficiary'] });
  const { watch } = form;
  useEffect(() => {
    const watching = watch((values) => onTyped({ ...start, ...values } as NewParty));
    return () => watching.unsubscribe();
  }, [watch, onTyped, start]);

  const save = async (party: PartyInput, serve: boolean): Promise<void> => {
    // Added, but the visit was refused: the second press must not add the person twice.
    const person = add.data ?? (await add.mutateAsync(party));
    await onStart({ id: person.id, name: person.name }, serve);
  };
  const submit = (serve: boolean): void =>
    void form
      .handleSubmit((party) => save(party, serve))()
      .catch(() => undefined);
  const taken = isApiError(add.error, 'identifierTaken') ? add.error.details : null;
  const takenId = Number(taken?.['id'] ?? 0) as PartyId;
  const takenName = String(taken?.['name'] ?? '');
  const useTaken = useRef<HTMLButtonElement>(null);
  const typed = { ...start, ...form.watch() } as NewParty;
  const { idNumber } = typed;
  const more = (): void => onMore(typed);
  useKey('Alt+M', t('partyRecord.more'), more);
  const { reset: forget } = add;
  useEffect(() => {
    if (takenId > 0) useTaken.current?.focus();
  }, [takenId]);
  // Another number is another person: what was said of the first no longer holds.
  useEffect(() => forget(), [idNumber, forget]);

  return (
    <SplitPane columns="minmax(0, 1fr) 22rem">
      <Card pane={t('visits.new.form')}>
        <div className={css['formCard']}>
          <div className={css['chosen']}>
            <h2>{t('visits.new.form')}</h2>
            <DraftSaved state={draftSaved.state} savedAtMs={draftSaved.savedAtMs} />
            <Button size="sm" kind="quiet" icon={<Icon of={IconUserSearch} size="sm" />} onClick={onBack}>
              {t('visits.new.change')}
            </Button>
          </div>
          {taken === null ? null : (
            <ErrorBlock
              title={t('visits.new.taken', { name: takenName })}
              actions={
                <>
                  <Button ref={useTaken} size="sm" onClick={() => onTaken(takenId, takenName)}>
                    {t('visits.new.useTaken')}
                  </Button>
                  <AppLink to={paths.beneficiary(takenId)}>
                    {t('visits.new.openTaken', { name: takenName })}
                  </AppLink>
                </>
              }
            />
          )}
          <Form
            form={form}
            label={t('visits.new.form')}
            onSubmit={(party) => save(party, !tickets).catch(() => undefined)}
            problem={problem ?? (add.error === null || taken !== null ? undefined : say(add.error))}
          >
            <p className={css['dim']}>{t('common.requiredNote')}</p>
            <PartyFields focus={start.name === '' ? 'name' : 'idNumber'} />
            <SimilarParties
              candidate={{
                name: typed.name,
                idKind: typed.idKind,
                idNumber: typed.idNumber,
                phones: typed.mobile === '' ? [] : [{ value: typed.mobile }],
                village: typed.village,
                sex: typed.sex,
              }}
              onOpen={(party) => onTaken(party.id, party.name)}
            />
            <div className={css['more']}>
              <Button
                size="sm"
                kind="quiet"
                keys="Alt+M"
                icon={<Icon of={IconFileText} size="sm" />}
                onClick={more}
              >
                {t('partyRecord.more')}
              </Button>
              <span className={css['dim']}>{t('partyRecord.moreHelp')}</span>
            </div>
          </Form>
        </div>
        <CardFooter>
          <StartButtons
            tickets={tickets}
            busy={add.isPending || form.formState.isSubmitting}
            onStart={submit}
          />
        </CardFooter>
      </Card>
      <Card pane={t('visits.new.purpose')}>
        <div className={css['formCard']}>
          <PurposeChooser value={purpose} onChange={onPurpose} columns={1} />
        </div>
      </Card>
    </SplitPane>
  );
}

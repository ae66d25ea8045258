import { IconUserSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { z } from 'zod';
import type { RepresentationId, RequestId, VisitId } from '#shared/ids.ts';
import type { PartyPage } from '#shared/parties/profile.ts';
import { STEPS } from '#shared/policy/steps.ts';
import { tool } from '#shared/policy/tools.ts';
import { REQUEST_LEVELS, requestLevelSchema } from '#shared/requests/request.ts';
import { requestsContract } from '#shared/requests/requests-contract.ts';
import { useChannelCommand } from '#renderer/api/use-channel.ts';
import { useRecoverableDraft } from '#renderer/api/use-recoverable-draft.tsx';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { AppLink } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardBody, CardFooter, CardHeader, SplitPane } from '#renderer/ui/card.tsx';
import { DraftSaved } from '#renderer/ui/draft-saved.tsx';
import { Form, FormArea, FormChoice, FormText } from '#renderer/ui/form.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { paths } from '#renderer/ui/paths.ts';
import { PersonFacts } from '#renderer/ui/person.tsx';
import { Note } from '#renderer/ui/states.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import { useZodForm } from '#renderer/ui/use-zod-form.ts';
import css from './requests.module.css';
import { ServiceField, useServices } from './service-field.tsx';
import { WhoCame } from './who-came.tsx';

const openSchema = requestsContract['requests.open'].input;
type OpenRequest = z.output<typeof openSchema>;

/** A draft comes from the disk, perhaps from an older Wisam: what is odd is left empty. */
const draftSchema = z.object({
  service: z.string().catch(''),
  need: z.string().catch(''),
  level: requestLevelSchema.catch('ordinary'),
  levelReason: z.string().catch(''),
});

export function NewRequestForm({
  page,
  visitId,
  restoreAtOnce,
  onOpened,
  onBack,
}: {
  readonly page: PartyPage;
  readonly visitId: VisitId | null;
  readonly restoreAtOnce: boolean;
  readonly onOpened: (id: RequestId) => void;
  readonly onBack: () => void;
}) {
  const { t, text } = useText();
  const say = useErrorText();
  const { party } = page;
  const open = useChannelCommand('requests.open');
  const { named } = useServices();
  const [deed, setDeed] = useState<RepresentationId | null>(null);
  const start = {
    partyId: party.id,
    visitId,
    service: '',
    need: '',
    level: 'ordinary' as const,
    levelReason: '',
  };
  const form = useZodForm(openSchema, start);
  const { service, need, level, levelReason } = form.watch();
  const draft = useRecoverableDraft(
    {
      kind: 'supportRequest',
      key: `party:${party.id}`,
      title: t('requests.open.draftTitle', { name: party.name }),
      data: { service, need, level, levelReason },
    },
    `${service}${need ?? ''}`.trim() !== '' && !open.isSuccess,
    (data) => form.reset({ ...start, ...draftSchema.parse(data) }),
    restoreAtOnce,
  );
  const save = async (request: OpenRequest): Promise<void> => {
    const opened = await open.mutateAsync({
      ...request,
      serviceId: named(request.service)?.id ?? null,
      representationId: deed,
      // A reason that was typed and is no longer asked for is none.
      levelReason: request.level === 'urgent' ? request.levelReason : '',
    });
    await draft.discard();
    showToast(t('requests.open.saved', { name: party.name }));
    onOpened(opened.id);
  };
  const press = (): void =>
    void form
      .handleSubmit(save)()
      .catch(() => undefined);
  useKey('Ctrl+Enter', t('requests.open.save'), press);
  useKey('Ctrl+S', t('keys.saveDraft'), () => void draft.flush());
  const running = page.requests.filter((request) => request.currentStep !== null);

  return (
    <SplitPane columns="minmax(0, 1fr) 22rem">
      <Card pane={t('requests.open.label')}>
        <div className={css['formBody']}>
          {draft.offer}
          <div className={css['who']}>
            <h2>{party.name}</h2>
            <DraftSaved state={draft.state} savedAtMs={draft.savedAtMs} />
          </div>
          <PersonFacts person={party} />
          {running.map((request) => (
            <Note key={request.id} kind="warning">
              <AppLink to={paths.request(request.id)}>
                {t('requests.open.hasOpen', { service: request.service })}
              </AppLink>
            </Note>
          ))}
          <Form
            form={form}
            label={t('requests.open.label')}
            onSubmit={(request) => save(request).catch(() => undefined)}
            problem={open.error === null ? undefined : say(open.error)}
          >
            <ServiceField autoFocus />
            <FormArea
              name="need"
              label={t('requests.open.need')}
              help={t('requests.open.needHelp')}
              rows={4}
              optional
            />
            <FormChoice
              name="level"
              label={t('requests.open.level')}
              choices={REQUEST_LEVELS.map((value) => ({ value, label: text('domain.requestLevel', value) }))}
            />
            {level === 'urgent' ? (
              <FormText
                name="levelReason"
                label={t('requestForm.open.levelReason')}
                help={t('requestForm.open.levelReasonHelp')}
                required
              />
            ) : null}
            <WhoCame party={party} value={deed} onChange={setDeed} />
          </Form>
        </div>
        <CardFooter
          end={
            <Button kind="quiet" icon={<Icon of={IconUserSearch} size="sm" />} onClick={onBack}>
              {t('requests.open.changePerson')}
            </Button>
          }
        >
          <Button kind="filled" keys="Ctrl+Enter" loading={open.isPending} onClick={press}>
            {t('requests.open.save')}
          </Button>
        </CardFooter>
      </Card>
      <Card pane={t('requests.open.steps')}>
        <CardHeader title={t('requests.open.steps')} aside={tool('supportRequestForm').name} />
        <CardBody scroll>
          <ol className={css['whatFollows']}>
            {STEPS.map((step) => (
              <li key={step.number}>
                <b>{t('spine.stepOf', { number: step.number, name: step.name })}</b>
                <span>«{step.text}»</span>
              </li>
            ))}
          </ol>
        </CardBody>
      </Card>
    </SplitPane>
  );
}

import { useMemo, useState, type ReactElement } from 'react';
import { partyRoleSchema } from '#shared/parties/party.ts';
import { useStaff } from '#renderer/api/session.ts';
import { useChannelCommand, useChannelQuery } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { askedFieldId } from '#renderer/ui/asked-field.tsx';
import { SplitPane } from '#renderer/ui/card.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { paths } from '#renderer/ui/paths.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import { ErrorBlock, SkeletonRows } from '#renderer/ui/states.tsx';
import { useDebounced } from '#renderer/ui/use-debounced.ts';
import { useQueryParam } from '#renderer/ui/use-route.ts';
import { draftOf, unansweredField, useBatchForm, type BatchGap } from './batch-draft-model.ts';
import { CheckPane } from './check-pane.tsx';
import { PersonsPane } from './persons-pane.tsx';
import { TemplatePane } from './template-pane.tsx';

/** A choice settles before everybody in it is looked at. */
const SETTLED_MS = 250;
/** A draft that is not asked about while nothing is chosen. */
const NOT_ASKED = {
  template: {
    name: '-',
    category: 'beneficiaries' as const,
    recipient: {},
    subject: '',
    body: { type: 'doc' as const, content: [{ type: 'paragraph' as const }] },
  },
  values: {},
  signatory: { name: '', title: '' },
  persons: { kind: 'ids' as const, ids: [] },
  request: null,
};

/**
 * خطاب لعدة أشخاص: template, persons and check stand beside each other; each choice shows at once who gets a letter.
 * `?text=…&role=…` begin with a part of the register.
 */
export function NewBatchPage(): ReactElement {
  const { t } = useText();
  const go = useGo();
  const say = useErrorText();
  const role = partyRoleSchema.safeParse(useQueryParam('role'));
  const { form, change } = useBatchForm({
    text: useQueryParam('text') ?? '',
    role: role.success ? role.data : null,
  });
  const templates = useChannelQuery('templates.list', undefined);
  const signatories = useChannelQuery('staff.listSignatories', undefined);
  const template = useChannelQuery(
    'templates.get',
    { ref: form.templateRef ?? 'acceptance' },
    { enabled: form.templateRef !== null, keepPrevious: true },
  );
  const me = useStaff();
  const only = signatories.data?.length === 1 ? signatories.data[0] : undefined;
  const signatory =
    signatories.data?.find((one) => one.id === form.signatoryId) ??
    only ??
    // A signatory who writes signs, unless they say otherwise.
    signatories.data?.find((one) => one.id === me.id);
  const detail = form.templateRef === null ? undefined : template.data;
  const { draft, gap } = draftOf(form, detail, signatory);
  const settledText = useDebounced(JSON.stringify(draft), SETTLED_MS);
  const settled = useMemo(() => JSON.parse(settledText) as typeof draft, [settledText]);
  const preview = useChannelQuery('batches.preview', settled ?? NOT_ASKED, {
    enabled: settled !== null && draft !== null,
    keepPrevious: true,
  });
  const make = useChannelCommand('batches.create');
  const [missing, setMissing] = useState<BatchGap | null>(null);
  const [asked, setAsked] = useState(0);
  /** The template whose fields the primary act found wanting: another's are not wrong before they are asked for. */
  const [checkedRef, setCheckedRef] = useState<string | null>(null);
  const shown = missing === gap ? missing : null;

  const create = async (): Promise<void> => {
    setMissing(gap);
    setAsked((times) => times + 1);
    if (draft === null || make.isPending) return;
    const unanswered = unansweredField(detail, form.values);
    if (unanswered !== null) {
      setCheckedRef(form.templateRef);
      document.getElementById(askedFieldId(unanswered))?.focus();
      return;
    }
    const made = await make.mutateAsync({ ...draft, name: form.name }).catch(() => null);
    if (made === null) return;
    go(paths.batch(made.id), { replace: true });
  };
  useKey('Ctrl+Enter', t('batches.check.create'), () => void create());

  const error = templates.error ?? signatories.error ?? template.error;
  return (
    <Screen
      title={t('batches.newTitle')}
      crumbs={[{ name: t('letters.title'), to: paths.letters }, { name: t('letters.outgoing') }]}
    >
      {error === null ? null : <ErrorBlock text={say(error)} />}
      {templates.data === undefined || signatories.data === undefined ? (
        <SkeletonRows rows={10} />
      ) : (
        <SplitPane columns="17.5rem minmax(0, 1fr) 20.5rem">
          <TemplatePane
            form={{ ...form, signatoryId: signatory?.id ?? null }}
            change={change}
            templates={templates.data}
            template={detail}
            signatories={signatories.data}
            missing={shown === 'missingPersons' ? null : shown}
            asked={asked}
            checked={checkedRef !== null && checkedRef === form.templateRef}
          />
          <PersonsPane
            filter={form.filter}
            onFilter={(filter) => change({ filter })}
            chosen={form.chosen}
            onChosen={(chosen) => change({ chosen })}
            missing={shown === 'missingPersons'}
          />
          <CheckPane
            preview={draft === null ? undefined : preview.data}
            previewError={preview.error}
            error={make.error}
            busy={make.isPending}
            onCreate={() => void create()}
          />
        </SplitPane>
      )}
    </Screen>
  );
}

import type { DocumentId } from '#shared/documents/document.ts';
import type { Requirement, SupportRequest } from '#shared/requests/request.ts';
import { call } from '#renderer/api/client.ts';
import { useChannelCommand } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { showToast } from '#renderer/ui/toast.tsx';

type Told = Pick<Requirement, 'key' | 'state' | 'documentId' | 'dueOn' | 'note'>;

export interface RequirementActs {
  /** What is told of a requirement, with its undo in a toast. */
  readonly set: (requirement: Requirement, change: Partial<Requirement>) => Promise<void>;
  /** Several at once, each with the document of the register that is offered for it. */
  readonly takeAll: (
    offers: readonly { readonly requirement: Requirement; readonly documentId: DocumentId }[],
  ) => Promise<void>;
  readonly busy: boolean;
  readonly problem: string | undefined;
}

/** S.6: each requirement told of by one act, and taken back by its toast. */
export function useRequirements(request: SupportRequest): RequirementActs {
  const { t, text } = useText();
  const say = useErrorText();
  const command = useChannelCommand('form.setRequirement');
  const told = ({ key, state, documentId, dueOn, note }: Told) => ({
    id: request.id,
    key,
    state,
    documentId,
    dueOn,
    note,
  });
  const write = (to: Told) =>
    command.mutateAsync(told(to)).then(
      () => true,
      // The refusal stands in `command.error`.
      () => false,
    );
  return {
    busy: command.isPending,
    problem: command.error === null ? undefined : say(command.error),
    set: async (requirement, change) => {
      const next = { ...requirement, ...change };
      if (!(await write(next))) return;
      showToast(
        t('requests.requirements.changed', {
          name: requirement.name,
          state: text('domain.requirementState', next.state),
        }),
        () => call('form.setRequirement', told(requirement)),
      );
    },
    takeAll: async (offers) => {
      const taken: Requirement[] = [];
      for (const { requirement, documentId } of offers)
        if (await write({ ...requirement, state: 'matched', documentId, dueOn: null }))
          taken.push(requirement);
      if (taken.length > 0)
        showToast(t('requestForm.requirement.takenAll', { count: taken.length }), async () => {
          for (const requirement of taken) await call('form.setRequirement', told(requirement));
        });
    },
  };
}

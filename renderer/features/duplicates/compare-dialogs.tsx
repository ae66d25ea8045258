import type { ComparedSide } from '#shared/duplicates/merge-contract.ts';
import type { PartyId } from '#shared/ids.ts';
import { type ApiError, call } from '#renderer/api/client.ts';
import { useChannelCommand } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { ConfirmWithSecondKey } from '#renderer/ui/dialog.tsx';
import { NoteDialog } from '#renderer/ui/note-dialog.tsx';
import { ErrorBlock } from '#renderer/ui/states.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import type { ChoiceField } from './compare-model.ts';

/** A merge is summed up and wants a second key (F8). */
export function MergeDialog({
  kept,
  gone,
  taken,
  busy,
  error,
  onConfirm,
  onClose,
}: {
  readonly kept: ComparedSide;
  readonly gone: ComparedSide;
  readonly taken: readonly ChoiceField[];
  readonly busy: boolean;
  readonly error: ApiError | null;
  readonly onConfirm: (reason: string) => void;
  readonly onClose: () => void;
}) {
  const { t, text } = useText();
  const say = useErrorText();
  // Often they bear one name: they are told apart by where they stand, and by their file.
  const fileOf = ({ party }: ComparedSide): string =>
    [
      party.name,
      t(
        party.id === Math.min(kept.party.id, gone.party.id)
          ? 'duplicates.compare.first'
          : 'duplicates.compare.second',
      ),
      ...(party.fileNumber === null ? [] : [party.fileNumber]),
    ].join('، ');
  const moves = Object.entries(gone.moves)
    .map(([table, count]) => `${text('duplicates.rows', table)}: ${count}`)
    .join('، ');
  return (
    <ConfirmWithSecondKey
      opened
      onClose={onClose}
      onConfirm={() => onConfirm('')}
      title={t('duplicates.compare.confirmTitle', { gone: gone.party.name, stays: kept.party.name })}
      summary={[
        { term: t('duplicates.compare.stays'), value: fileOf(kept) },
        { term: t('duplicates.compare.goes'), value: fileOf(gone) },
        {
          term: t('duplicates.compare.taken'),
          value:
            taken.length === 0
              ? t('duplicates.compare.takenNothing')
              : taken.map((field) => text('duplicates.mergeField', field)).join('، '),
        },
        {
          term: t('duplicates.compare.moves'),
          value: moves === '' ? t('duplicates.compare.movesNothing') : moves,
        },
      ]}
      consequence={t('duplicates.compare.consequence')}
      hint={t('duplicates.compare.secondKey')}
      verb={t('duplicates.compare.merge')}
      busy={busy}
    >
      {error === null ? null : <ErrorBlock text={say(error)} />}
    </ConfirmWithSecondKey>
  );
}

/** «شخصان مختلفان», and how that is known: the pair never comes back, and the toast takes it back. */
export function DifferentDialog({
  low,
  high,
  onClose,
  onDone,
}: {
  readonly low: PartyId;
  readonly high: PartyId;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { t } = useText();
  const say = useErrorText();
  const dismiss = useChannelCommand('duplicates.dismiss');
  const save = (reason: string): void =>
    dismiss.mutate(
      { low, high, reason },
      {
        onSuccess: () => {
          onClose();
          showToast(t('duplicates.compare.differentDone'), () =>
            call('duplicates.undoDismiss', { low, high }),
          );
          onDone();
        },
      },
    );
  return (
    <NoteDialog
      title={t('duplicates.compare.differentPersons')}
      verb={t('duplicates.compare.differentPersons')}
      field={{
        label: t('duplicates.compare.differentReason'),
        help: t('duplicates.compare.differentHelp'),
        missing: t('duplicates.compare.differentMissing'),
      }}
      busy={dismiss.isPending}
      problem={dismiss.error === null ? undefined : say(dismiss.error)}
      onConfirm={save}
      onClose={onClose}
    />
  );
}

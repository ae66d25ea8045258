import type { z } from 'zod';
import type { Circumstances, RecordedFact } from '#shared/circumstances/circumstances-contract.ts';
import type { FactKind, FactValue, factInputSchema } from '#shared/circumstances/facts.ts';
import { call } from '../client.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useToday } from '#renderer/ui/dates.tsx';
import { FormDate, FormText } from '#renderer/ui/form.tsx';
import type { Acts } from '../use-acts.ts';

export interface FactProps {
  readonly person: Circumstances['person'];
  /** What stands: the form begins with it. */
  readonly standing: RecordedFact | undefined;
  readonly acts: Acts;
  readonly onClose: () => void;
}

/** What every kind has: the frame, the day, the source, the undo. */
export function useFact({ person, acts, onClose }: FactProps, kind: FactKind) {
  const { t } = useText();
  const name = t(`circumstances.kind.${kind}`);
  return {
    frame: {
      title: t('circumstances.form.title', { kind: name }),
      verb: t('circumstances.form.save'),
      onClose,
      width: '40rem',
    },
    dated: { knownOn: useToday(), source: '' },
    record: async (fact: z.input<typeof factInputSchema>): Promise<void> => {
      const { id } = await call('circumstances.record', { partyId: person.id, fact });
      acts.tell(t('circumstances.done.recorded', { kind: name }), () =>
        call('circumstances.withdraw', { what: 'fact', id, reason: '' }),
      );
    },
  };
}

export function Dated() {
  const { t } = useText();
  return (
    <>
      <FormDate name="knownOn" label={t('circumstances.form.knownOn')} required />
      <FormText
        name="source"
        label={t('circumstances.form.source')}
        help={t('circumstances.form.sourceHelp')}
        optional
      />
    </>
  );
}

export const valueOf = <K extends FactKind>(
  standing: RecordedFact | undefined,
  kind: K,
): FactValue<K> | undefined => (standing?.kind === kind ? (standing.value as FactValue<K>) : undefined);

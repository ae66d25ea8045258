import { IconFileText, IconMail, IconReport, IconTags } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { Batch } from '#shared/batches/batch.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { LineList, type Line } from '#renderer/ui/line-list.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { addressPortions } from './address-portions.ts';

/** What else a batch puts on paper: its report, its letters in one file, envelopes and labels. */
export function BatchPapers({ batch }: { readonly batch: Batch }): ReactElement {
  const { t } = useText();
  const go = useGo();
  const letterIds = batch.persons.flatMap(({ letterId, letterState }) =>
    letterId !== null && letterState === 'issued' ? [letterId] : [],
  );
  const lines: Line[] = [
    {
      key: 'report',
      icon: IconReport,
      text: t('batches.act.report'),
      onOpen: () => go(paths.paper({ kind: 'batchReport', batchId: batch.id })),
    },
  ];
  if (letterIds.length > 0)
    lines.push({
      key: 'letters',
      icon: IconFileText,
      text: t('batches.act.oneFile'),
      onOpen: () => go(paths.paper({ kind: 'batchLetters', batchId: batch.id })),
    });
  // One paper of addresses takes so many letters: the others follow in papers of their own.
  const portions = addressPortions(letterIds);
  const inParts = portions.length > 1;
  for (const { from, to, ids } of portions)
    lines.push({
      key: `envelopes ${from}`,
      icon: IconMail,
      text: inParts ? t('batches.act.envelopesPart', { from, to }) : t('batches.act.envelopes'),
      onOpen: () => go(paths.paper({ kind: 'envelopes', letterIds: ids })),
    });
  for (const { from, to, ids } of portions)
    lines.push({
      key: `labels ${from}`,
      icon: IconTags,
      text: inParts ? t('batches.act.labelsPart', { from, to }) : t('batches.act.labels'),
      onOpen: () => go(paths.paper({ kind: 'labels', letterIds: ids })),
    });
  return <LineList lines={lines} label={t('batches.act.more')} />;
}

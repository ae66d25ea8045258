import {
  IconArrowBackUp,
  IconDeviceFloppy,
  IconPrinter,
  IconSend,
  IconSignature,
  IconCheck,
} from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import { FileChips } from '#renderer/api/file-chip.tsx';
import { useText } from '#renderer/i18n/use-text.ts';
import { IconButton } from '#renderer/ui/button.tsx';
import { When } from '#renderer/ui/dates.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { Timeline, type TimelineItem } from '#renderer/ui/timeline.tsx';
import type { DeliveryId } from '#shared/ids.ts';
import type { Delivery, LetterPrint, Signing } from '#shared/letters/letter-life.ts';
import type { Letter } from '#shared/letters/letter.ts';
import { VIEWER } from '#shared/printing/print-setting.ts';
import css from './issued.module.css';

type Item = TimelineItem & { readonly atMs: number };

/** Every print, saved copy, signed sheet and delivery of a letter, newest first; what was withdrawn stays, struck through. */
export function IssuedHistory({
  letter,
  onWithdraw,
}: {
  readonly letter: Letter;
  /** Null: this person may not, or the letter is void. */
  readonly onWithdraw: ((id: DeliveryId) => void) | null;
}): ReactElement {
  const { t, digits } = useText();
  const taken = (by: string, withdrawn: Signing['withdrawn']): ReactNode =>
    withdrawn === null ? (
      by
    ) : (
      <>
        {by} · {t('letterLife.history.withdrawn', { name: withdrawn.byName })} <When atMs={withdrawn.atMs} />
      </>
    );
  const printed = (job: LetterPrint): string => {
    // A path would lose its first slash in a right-to-left sentence.
    const target = `\u2068${job.target}\u2069`;
    if (job.kind === 'save') return t('letterLife.history.saved', { target });
    const where =
      job.target === VIEWER
        ? t('letterLife.history.viewer')
        : job.copies > 1
          ? t('letterLife.history.printedCopies', { copies: digits(job.copies), target })
          : t('letterLife.history.printed', { target });
    return [
      where,
      job.paper === 'preprinted' ? t('letterLife.history.preprinted') : '',
      job.pageRange === '' ? '' : t('letterLife.history.printedPages', { range: digits(job.pageRange) }),
      job.cameOut === false ? t('letterLife.history.shortened') : '',
    ]
      .filter((part) => part !== '')
      .join('، ');
  };
  const delivered = (delivery: Delivery): ReactNode => (
    <span className={css['deliveryLine']}>
      <span>
        {t('letterLife.history.delivered', {
          method: t(`letterLife.method.${delivery.method}`),
          receiver: delivery.receiver,
        })}
        {delivery.note === '' ? '' : `. ${delivery.note}`}
      </span>
      {delivery.signature === null ? null : <FileChips files={[delivery.signature]} />}
    </span>
  );
  const items: Item[] = [
    ...(letter.issuedAtMs === null
      ? []
      : [
          {
            key: 'issued',
            icon: IconCheck,
            kind: 'outcome' as const,
            text: t('letterLife.history.issued'),
            by: letter.issuedByName ?? '',
            atMs: letter.issuedAtMs,
            time: <When atMs={letter.issuedAtMs} />,
          },
        ]),
    ...letter.prints.map((job, index) => ({
      key: `print ${index}`,
      icon: job.kind === 'save' ? IconDeviceFloppy : IconPrinter,
      text: printed(job),
      by: job.byName,
      atMs: job.atMs,
      time: <When atMs={job.atMs} />,
    })),
    ...letter.signings.map((signing, index) => ({
      key: `signing ${index}`,
      icon: IconSignature,
      kind: 'outcome' as const,
      text: t(
        signing.kind === 'scan' ? 'letterLife.history.scanFiled' : 'letterLife.history.signedWithPictures',
      ),
      by: taken(signing.byName, signing.withdrawn),
      atMs: signing.atMs,
      time: <When atMs={signing.atMs} />,
      voided: signing.withdrawn !== null,
    })),
    ...letter.deliveries.map((delivery) => ({
      key: `delivery ${delivery.id}`,
      icon: IconSend,
      mirror: true,
      kind: 'outcome' as const,
      text: delivered(delivery),
      by: taken(delivery.byName, delivery.withdrawn),
      atMs: delivery.atMs,
      time: (
        <span className={css['withdraw']}>
          <When atMs={delivery.atMs} />
          {onWithdraw === null || delivery.withdrawn !== null ? null : (
            <IconButton
              label={t('letterLife.acts.withdrawDelivery')}
              icon={<Icon of={IconArrowBackUp} size="sm" mirror />}
              onClick={() => onWithdraw(delivery.id)}
            />
          )}
        </span>
      ),
      voided: delivery.withdrawn !== null,
    })),
  ];
  // Of one moment, what was done later stands above.
  const latest = items.map((item, index) => ({ item, index }));
  latest.sort((one, other) => other.item.atMs - one.item.atMs || other.index - one.index);
  return <Timeline label={t('letterLife.history.title')} items={latest.map(({ item }) => item)} />;
}

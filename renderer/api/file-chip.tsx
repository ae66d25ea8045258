import {
  IconFileSpreadsheet,
  IconFileText,
  IconFileTypePdf,
  IconFileZip,
  IconPhoto,
  IconPresentation,
  IconX,
  type Icon as TablerIcon,
} from '@tabler/icons-react';
import { useState } from 'react';
import { fileKind, type FileKind, type FileRef } from '#shared/files/stored-file.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { IconButton } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import css from './file-chip.module.css';
import { ScanView } from './scan-view.tsx';
import { useChannelQuery } from './use-channel.ts';

const SIGNS: Readonly<Record<FileKind, TablerIcon>> = {
  pdf: IconFileTypePdf,
  picture: IconPhoto,
  document: IconFileText,
  sheet: IconFileSpreadsheet,
  slides: IconPresentation,
  archive: IconFileZip,
  text: IconFileText,
};

const MB = 1024 * 1024;

/** A kept file: its name, kind and size. Pressed, it is shown (and can be saved); `onRemove` takes it off the list. */
export function FileChip({ file, onRemove }: { readonly file: FileRef; readonly onRemove?: () => void }) {
  const { t, digits } = useText();
  const [open, setOpen] = useState(false);
  const { data } = useChannelQuery('files.describe', { sha256: file.sha256 });
  const kind = data === null || data === undefined ? null : fileKind(data.mediaType);
  const size =
    data === null || data === undefined
      ? ''
      : data.sizeBytes >= MB
        ? t('files.size.mb', { count: Math.round((data.sizeBytes / MB) * 10) / 10 })
        : t('files.size.kb', { count: Math.max(1, Math.round(data.sizeBytes / 1024)) });
  return (
    <span className={css['chip']}>
      <button
        type="button"
        className={css['open']}
        title={t('files.open', { name: file.name })}
        onClick={() => setOpen(true)}
      >
        <Icon of={SIGNS[kind ?? 'text']} size="sm" />
        <bdi className={css['name']}>{file.name}</bdi>
        {kind === null ? null : (
          <span className={css['facts']}>{digits(`${t(`files.kind.${kind}`)}، ${size}`)}</span>
        )}
      </button>
      {onRemove === undefined ? null : (
        <IconButton
          label={t('files.remove', { name: file.name })}
          icon={<Icon of={IconX} size="sm" />}
          onClick={onRemove}
        />
      )}
      <Dialog opened={open} onClose={() => setOpen(false)} title={file.name} width="56rem">
        <div className={css['preview']}>
          <ScanView file={file} title={t('files.preview')} />
        </div>
      </Dialog>
    </span>
  );
}

/** Several chips, in a row that wraps. */
export function FileChips({
  files,
  onRemove,
}: {
  readonly files: readonly FileRef[];
  readonly onRemove?: (index: number) => void;
}) {
  if (files.length === 0) return null;
  return (
    <div className={css['chips']}>
      {files.map((file, index) => (
        <FileChip
          key={`${file.sha256}${file.name}`}
          file={file}
          {...(onRemove === undefined ? {} : { onRemove: () => onRemove(index) })}
        />
      ))}
    </div>
  );
}

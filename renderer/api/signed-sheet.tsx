import { IconCheck } from '@tabler/icons-react';
import { useRef, useState, type ReactElement } from 'react';
import { groupedCode, parseCode } from '#shared/letters/verification-code.ts';
import type { FileRef, StoredFile } from '#shared/files/stored-file.ts';
import type { SealedDocument } from '#shared/sealed/sealed-document.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { DigitsInput } from '#renderer/ui/fields.tsx';
import { readPaperCode } from '#renderer/ui/read-paper-code.ts';
import { Note } from '#renderer/ui/states.tsx';
import { call } from './client.ts';
import { FileChip } from './file-chip.tsx';
import { FilePicker } from './file-picker.tsx';

type Reading =
  | { readonly is: 'none' | 'reading' | 'matches' | 'unread' }
  | { readonly is: 'other'; readonly text: string };

/**
 * The scan of a sheet that was printed, signed and comes back: its code says which paper it is. One that cannot be read is
 * typed, or read by the barcode scanner. `onSheet` gets the scan once it is known to be of this paper, null before.
 */
export function SignedSheet({
  paper,
  onSheet,
  error,
  autoFocus = false,
}: {
  readonly paper: Pick<SealedDocument, 'id' | 'code'>;
  readonly onSheet: (sheet: FileRef | null) => void;
  readonly error?: string | undefined;
  readonly autoFocus?: boolean;
}): ReactElement {
  const { t, digits } = useText();
  const [file, setFile] = useState<StoredFile | null>(null);
  const [reading, setReading] = useState<Reading>({ is: 'none' });
  const [typed, setTyped] = useState('');
  /** The sheet that was handed in last: an answer about another one comes too late. */
  const latest = useRef('');
  const code = groupedCode(paper.code);
  const shown = digits(`\u2066${code}\u2069`);

  const read = async (given: StoredFile): Promise<void> => {
    latest.current = given.sha256;
    setFile(given);
    setTyped('');
    setReading({ is: 'reading' });
    onSheet(null);
    const { bytes, mediaType } = await call('files.get', { sha256: given.sha256, name: given.name });
    const found = await readPaperCode(bytes, mediaType);
    const other = found === null || found === paper.code ? null : await call('sealed.find', { code: found });
    if (latest.current !== given.sha256) return;
    if (found === paper.code) {
      setReading({ is: 'matches' });
      onSheet({ sha256: given.sha256, name: given.name });
    } else if (found === null) setReading({ is: 'unread' });
    else
      setReading({
        is: 'other',
        text:
          other === null
            ? t('sealed.scan.foreign', { code: shown })
            : t('sealed.scan.other', { title: other.title, code: shown }),
      });
  };
  const type = (text: string): void => {
    setTyped(text);
    const given = parseCode(text);
    const right = given.ok && given.value === paper.code;
    onSheet(right && file !== null ? { sha256: file.sha256, name: file.name } : null);
    if (right) setReading({ is: 'matches' });
  };
  const whole = typed.replace(/\D/gu, '').length >= paper.code.length;
  return (
    <>
      <FilePicker
        label={t('sealed.scan.field')}
        accept="scan"
        required
        autoFocus={autoFocus}
        error={reading.is === 'other' ? reading.text : error}
        onFile={(given) => void read(given).catch(() => setReading({ is: 'unread' }))}
      >
        {file === null ? null : <FileChip file={file} />}
      </FilePicker>
      <span role="status">
        {reading.is === 'reading' ? t('sealed.scan.reading') : null}
        {reading.is === 'matches' ? (
          <Note kind="success" icon={IconCheck}>
            {t('sealed.scan.matches')}
          </Note>
        ) : null}
      </span>
      {reading.is === 'unread' ? (
        <>
          <Note kind="warning">{t('sealed.scan.unread')}</Note>
          <DigitsInput
            label={t('sealed.scan.code')}
            help={digits(t('sealed.scan.codeHelp'))}
            value={typed}
            onChange={type}
            maxLength={24}
            autoFocus
            error={whole ? t('sealed.scan.codeWrong', { code: shown }) : undefined}
          />
        </>
      ) : null}
    </>
  );
}

import { useState, type ReactElement } from 'react';
import { z } from 'zod';
import { parseNationalId } from '#shared/identifiers/national-id.ts';
import type { FileRef } from '#shared/files/stored-file.ts';
import type { SealedDocument } from '#shared/sealed/sealed-document.ts';
import type { SignatureInput } from '#shared/sealed/sealed-contract.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { FieldRow, FormDigits, FormText } from '#renderer/ui/form.tsx';
import { ErrorBlock } from '#renderer/ui/states.tsx';
import { useZodForm } from '#renderer/ui/use-zod-form.ts';
import { FormDialog } from './form-dialog.tsx';
import { SignedSheet } from './signed-sheet.tsx';

type Paper = Pick<SealedDocument, 'id' | 'code'>;

/** Takes the scan of a sheet that was signed by hand: once its code is that of the paper it is filed at once. */
export function SignedSheetDialog({
  paper,
  onSheet,
  onClose,
}: {
  readonly paper: Paper;
  /** What it throws is said in the dialog. */
  readonly onSheet: (sheet: FileRef) => Promise<void>;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useText();
  const say = useErrorText();
  const [problem, setProblem] = useState<unknown>(null);
  const take = async (sheet: FileRef | null): Promise<void> => {
    setProblem(null);
    if (sheet === null) return;
    try {
      await onSheet(sheet);
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('sealed.scan.title')}
      footer={
        <Button keys="Esc" onClick={onClose}>
          {t('common.back')}
        </Button>
      }
    >
      <p>{t('sealed.scan.help')}</p>
      {problem === null ? null : <ErrorBlock text={say(problem)} />}
      <SignedSheet paper={paper} autoFocus onSheet={(sheet) => void take(sheet)} />
    </Dialog>
  );
}

const witnessSchema = z.object({
  name: z.string().trim().min(1, { message: 'witness.name' }).max(120, { message: 'tooLong' }),
  idNumber: z.string().transform((text, context) => {
    const id = parseNationalId(text);
    if (id.ok) return id.value;
    context.addIssue({ code: 'custom', message: `nationalId.${id.code}` });
    return z.NEVER;
  }),
});
const witnessesSchema = z
  .object({ first: witnessSchema, second: witnessSchema })
  .refine(({ first, second }) => first.idNumber !== second.idNumber, {
    message: 'witness.same',
    path: ['second', 'idNumber'],
  });

/** بصمة: the scan of the sheet that bears the thumb, and the two who saw it. */
export function ThumbDialog({
  paper,
  signer,
  onSigned,
  onClose,
}: {
  readonly paper: Paper;
  /** Whose thumb it is, and on which deed they act. */
  readonly signer: Pick<SignatureInput, 'signer' | 'name' | 'representationId'>;
  readonly onSigned: (signatures: SignatureInput[]) => Promise<void>;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useText();
  const [sheet, setSheet] = useState<FileRef | null>(null);
  const form = useZodForm(witnessesSchema, {
    first: { name: '', idNumber: '' },
    second: { name: '', idNumber: '' },
  });
  const save = async ({ first, second }: z.output<typeof witnessesSchema>): Promise<boolean> => {
    if (sheet === null) return false;
    const common = { file: sheet, memberId: null };
    const witness = { ...common, signer: 'witness', mode: 'paper', representationId: null } as const;
    await onSigned([
      { ...common, ...signer, mode: 'thumb', idNumber: '' },
      { ...witness, ...first },
      { ...witness, ...second },
    ]);
    return true;
  };
  return (
    <FormDialog
      form={form}
      title={t('sealed.thumb.title')}
      verb={t('sealed.thumb.save')}
      save={save}
      onClose={onClose}
    >
      <p>{t('sealed.thumb.help')}</p>
      <SignedSheet
        paper={paper}
        autoFocus
        onSheet={setSheet}
        error={form.formState.submitCount > 0 && sheet === null ? t('sealed.scan.fileMissing') : undefined}
      />
      {(['first', 'second'] as const).map((which) => (
        <FieldRow key={which}>
          <FormText
            name={`${which}.name`}
            label={`${t(`sealed.thumb.${which}`)}: ${t('sealed.thumb.name')}`}
            help={t('sealed.thumb.nameHelp')}
            required
          />
          <FormDigits
            name={`${which}.idNumber`}
            label={`${t(`sealed.thumb.${which}`)}: ${t('sealed.thumb.idNumber')}`}
            help={t('sealed.thumb.idHelp')}
            required
          />
        </FieldRow>
      ))}
    </FormDialog>
  );
}

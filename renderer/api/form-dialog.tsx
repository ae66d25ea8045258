import { useRef, useState, type ReactNode } from 'react';
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import { isApiError, type ApiError } from './client.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Form } from '#renderer/ui/form.tsx';
import { useKey } from '#renderer/ui/keys.ts';

/** Fields that the main process refused, by the names that the form knows: `member.birth.printed` is `birth.printed`. */
function refusedFields<In extends FieldValues>(
  form: UseFormReturn<In, unknown, unknown>,
  error: ApiError,
): boolean {
  if (error.code !== 'invalidInput') return false;
  const values = form.getValues();
  let told = false;
  for (const [path, code] of Object.entries(error.details ?? {})) {
    const parts = path.split('.');
    const at = parts.findIndex((part) => part in values);
    if (at === -1 || typeof code !== 'string') continue;
    form.setError(parts.slice(at).join('.') as FieldPath<In>, { message: code });
    told = true;
  }
  return told;
}

/**
 * A short form in a dialog: Ctrl+Enter saves, Esc goes back, what was refused stands at its field or on top, and what was
 * typed is kept. Mounted while it is open. `save` throws what the main process refused; one that handled it answers false,
 * and the dialog stays.
 */
export function FormDialog<In extends FieldValues, Out>({
  form,
  title,
  verb,
  save,
  onClose,
  children,
  width = '36rem',
}: {
  readonly form: UseFormReturn<In, unknown, Out>;
  readonly title: string;
  readonly verb: string;
  readonly save: (values: Out) => Promise<boolean | void>;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly width?: string;
}) {
  const { t } = useText();
  const say = useErrorText();
  const [problem, setProblem] = useState<string | undefined>();
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const submit = async (values: Out): Promise<void> => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setProblem(undefined);
    try {
      if ((await save(values)) !== false) onClose();
    } catch (error) {
      if (!isApiError(error)) throw error;
      if (!refusedFields(form as unknown as UseFormReturn<In, unknown, unknown>, error))
        setProblem(say(error));
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  const press = (): void => void form.handleSubmit(submit)();
  useKey('Ctrl+Enter', verb, press);
  return (
    <Dialog
      opened
      onClose={onClose}
      title={title}
      width={width}
      footer={
        <>
          <Button kind="filled" keys="Ctrl+Enter" loading={busy} onClick={press}>
            {verb}
          </Button>
          <Button keys="Esc" onClick={onClose}>
            {t('common.back')}
          </Button>
        </>
      }
    >
      <Form form={form} label={title} onSubmit={submit} problem={problem}>
        {children}
      </Form>
    </Dialog>
  );
}

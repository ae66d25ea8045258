import { useFormContext } from 'react-hook-form';
import {
  DOCUMENT_KINDS,
  type DocumentInput,
  documentInputSchema,
  type DocumentKind,
  type PartyDocument,
  VALID_MONTHS,
  validUntil,
} from '#shared/documents/document.ts';
import { isIsoDay } from '#shared/calendar/iso-day.ts';
import type { PartyId } from '#shared/ids.ts';
import { call } from '../client.ts';
import { useChannelCommand } from '../use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DualDateText } from '#renderer/ui/dates.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { FieldRow, Form, FormCheck, FormDate, FormSelect, FormText } from '#renderer/ui/form.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { showToast } from '#renderer/ui/toast.tsx';
import { useZodForm } from '#renderer/ui/use-zod-form.ts';
import css from './register.module.css';
import { useDocumentName } from './document-name.ts';

/** A document in the officer's hand, new or in the place of one that ends. Mounted while it is open. */
export function DocumentDialog({
  partyId,
  kind,
  renews,
  onSaved,
  onClose,
}: {
  readonly partyId: PartyId;
  /** Null: asked for. */
  readonly kind: DocumentKind | null;
  readonly renews: { readonly title: string } | null;
  readonly onSaved?: (document: PartyDocument) => void;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const say = useErrorText();
  const nameOf = useDocumentName();
  const command = useChannelCommand('documents.save');
  const form = useZodForm(documentInputSchema, {
    kind: kind ?? 'identity',
    title: renews?.title ?? '',
    number: '',
    issuedOn: null,
    expiresOn: null,
    note: '',
    matched: true,
  });
  const chosen = form.watch('kind');
  const save = async (document: DocumentInput): Promise<void> => {
    const saved = await command.mutateAsync({ partyId, document });
    onClose();
    onSaved?.(saved);
    const name = nameOf(saved);
    // What was recorded a moment ago by mistake stays on record as taken back.
    showToast(t('documents.saved', { name }), () =>
      call('documents.remove', { id: saved.id, reason: t('documents.undone') }),
    );
  };
  const press = (): void => {
    if (command.isPending) return;
    void form
      .handleSubmit(save)()
      .catch(() => undefined);
  };
  useKey('Ctrl+Enter', t('documents.form.save'), press);
  const title =
    renews === null || kind === null
      ? t('documents.form.title')
      : t('documents.form.renewTitle', { name: nameOf({ kind, title: renews.title }) });
  return (
    <Dialog
      opened
      onClose={onClose}
      title={title}
      width="42rem"
      footer={
        <>
          <Button kind="filled" keys="Ctrl+Enter" loading={command.isPending} onClick={press}>
            {t('documents.form.save')}
          </Button>
          <Button keys="Esc" onClick={onClose}>
            {t('common.back')}
          </Button>
        </>
      }
    >
      <Form
        form={form}
        label={t('documents.form.label')}
        onSubmit={(document) => save(document).catch(() => undefined)}
        problem={command.error === null ? undefined : say(command.error)}
      >
        <FieldRow>
          <FormSelect
            name="kind"
            label={t('documents.form.kind')}
            required
            autoFocus={kind === null}
            choices={DOCUMENT_KINDS.map((value) => ({ value, label: t(`documents.kind.${value}`) }))}
          />
          <FormText
            name="number"
            label={t('documents.form.number')}
            optional
            autoFocus={kind !== null}
            maxLength={60}
          />
        </FieldRow>
        {chosen === 'other' ? (
          <FormText
            name="title"
            label={t('documents.form.name')}
            help={t('documents.form.nameHelp')}
            required
            maxLength={120}
          />
        ) : null}
        <FormDate
          name="issuedOn"
          label={t('documents.form.issuedOn')}
          {...(VALID_MONTHS[chosen] === undefined ? { optional: true } : { required: true })}
        />
        {VALID_MONTHS[chosen] === undefined ? (
          <FormDate name="expiresOn" label={t('documents.form.expiresOn')} optional />
        ) : (
          <Derived kind={chosen} />
        )}
        <FormText name="note" label={t('documents.form.note')} optional maxLength={500} />
        <FormCheck
          name="matched"
          label={t('documents.form.matched')}
          help={t('documents.form.matchedHelp')}
        />
        <p className={css['help']}>{t('documents.form.noCopy')}</p>
      </Form>
    </Dialog>
  );
}

/** «مشهد دخل لا يتجاوز ثلاثة أشهر»: its end follows from its issue, and is shown as soon as that is typed. */
function Derived({ kind }: { readonly kind: DocumentKind }) {
  const { t } = useText();
  const { watch } = useFormContext();
  const issued: unknown = watch('issuedOn');
  const until = isIsoDay(issued) ? validUntil(kind, issued, null) : null;
  return (
    <p className={css['derived']} aria-live="polite">
      {until === null ? (
        t('documents.form.derived')
      ) : (
        <>
          {t('documents.validUntil')} <DualDateText iso={until} />
        </>
      )}
    </p>
  );
}

import { z } from 'zod';
import { typedMillimetresSchema } from '#shared/printing/millimetres.ts';
import { RENDERINGS, renderingSchema } from '#shared/printing/print-choice.ts';
import type { PrintSetting } from '#shared/printing/print-setting.ts';
import { DESK_ROLES } from '#shared/staff/staff.ts';
import { QueryView } from '#renderer/api/query-view.tsx';
import { useHasRole } from '#renderer/api/session.ts';
import { call } from '#renderer/api/client.ts';
import { useChannelCommand, useChannelQuery } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { AppLink } from '#renderer/ui/app-link.tsx';
import { Card, CardBody, CardHeader } from '#renderer/ui/card.tsx';
import { FieldRow, Form, FormCheck, FormChoice, FormDigits, FormSection } from '#renderer/ui/form.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { paths } from '#renderer/ui/paths.ts';
import { showToast } from '#renderer/ui/toast.tsx';
import { useZodForm } from '#renderer/ui/use-zod-form.ts';
import { PrintersCard } from './printers-card.tsx';
import css from './printing-page.module.css';
import { SaveBar } from './save-bar.tsx';

const formSchema = z.object({
  paper: renderingSchema,
  xMm: typedMillimetresSchema,
  yMm: typedMillimetresSchema,
  askCameOut: z.boolean(),
});
type Typed = z.output<typeof formSchema>;

const inForm = ({ preprinted, askCameOut }: PrintSetting): z.input<typeof formSchema> => ({
  paper: preprinted.on ? 'preprinted' : 'full',
  xMm: String(preprinted.xMm),
  yMm: String(preprinted.yMm),
  askCameOut,
});

function PaperForm({ setting }: { readonly setting: PrintSetting }) {
  const { t } = useText();
  const say = useErrorText();
  const mayChange = useHasRole(...DESK_ROLES, 'administrator');
  const form = useZodForm(formSchema, inForm(setting));
  const update = useChannelCommand('printing.saveSetting');
  const save = async ({ paper, xMm, yMm, askCameOut }: Typed): Promise<void> => {
    const { printer } = setting;
    try {
      const next = { printer, preprinted: { on: paper === 'preprinted', xMm, yMm }, askCameOut };
      form.reset(inForm(await update.mutateAsync(next)));
    } catch {
      // Shown by `problem`; what was typed stays.
      return;
    }
    showToast(t('printing.settings.saved'), async () =>
      form.reset(inForm(await call('printing.saveSetting', setting))),
    );
  };
  const submit = (): void => void form.handleSubmit(save)();
  useKey('Ctrl+Enter', t('common.saveChanges'), submit, { enabled: mayChange });
  useKey('Ctrl+S', t('common.saveChanges'), submit, { enabled: mayChange });
  return (
    <Card pane={t('printing.settings.paper')}>
      <CardHeader title={t('printing.settings.paper')} />
      <CardBody scroll>
        <div className={css['form']}>
          <Form
            form={form}
            label={t('printing.settings.paper')}
            onSubmit={save}
            problem={update.error === null ? undefined : say(update.error)}
            readOnly={!mayChange}
          >
            <FormChoice
              name="paper"
              label={t('printing.dialog.paper')}
              help={t('printing.settings.paperHelp')}
              choices={RENDERINGS.map((value) => ({
                value,
                label: t(`printing.dialog.paperValue.${value}`),
              }))}
            />
            <FormSection title={t('printing.settings.offsets')} help={t('printing.settings.offsetsHelp')}>
              <FieldRow>
                <FormDigits name="xMm" label={t('printing.settings.x')} width="8rem" />
                <FormDigits name="yMm" label={t('printing.settings.y')} width="8rem" />
              </FieldRow>
              <AppLink to={paths.paper({ kind: 'calibration' })}>
                {t('printing.settings.calibration')}
              </AppLink>
              <AppLink to={paths.paper({ kind: 'blankHead' })}>{t('papers.kind.blankHead')}</AppLink>
            </FormSection>
            <FormSection title={t('printing.settings.after')}>
              <FormCheck
                name="askCameOut"
                label={t('printing.settings.ask')}
                help={t('printing.settings.askHelp')}
              />
            </FormSection>
          </Form>
        </div>
      </CardBody>
      <SaveBar
        mayChange={mayChange}
        busy={update.isPending}
        onSave={submit}
        onReset={() => form.reset(inForm(setting))}
      />
    </Card>
  );
}

/** الطباعة: the printers of this machine, the paper in their trays, and what is asked afterwards. */
export function PrintingPage() {
  const setting = useChannelQuery('printing.getSetting', undefined);
  return (
    <QueryView query={setting}>
      {(data) => (
        <div className={css['page']}>
          <PrintersCard remembered={data.printer} />
          <PaperForm setting={data} />
        </div>
      )}
    </QueryView>
  );
}

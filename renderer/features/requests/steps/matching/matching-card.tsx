import {
  IconBook2,
  IconChecks,
  IconFilePlus,
  IconPrinter,
  IconRosetteDiscountCheck,
} from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { MATCH_SOURCES, type MatchSource } from '#shared/documents/matching.ts';
import { clause } from '#shared/policy/clauses.ts';
import type { FormFieldStanding, RequestForm } from '#shared/requests/form-contract.ts';
import { bears } from '#shared/requests/form-matching.ts';
import { CorrectDatum, IN_THE_REGISTER } from '#renderer/api/register/correct-datum.tsx';
import { useActs } from '#renderer/api/use-acts.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardFooter } from '#renderer/ui/card.tsx';
import { SelectField } from '#renderer/ui/fields.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { paths } from '#renderer/ui/paths.ts';
import { ErrorBlock, Note } from '#renderer/ui/states.tsx';
import requestCss from '../../requests.module.css';
import { useRequestSteps } from '../../use-request-steps.ts';
import type { StepProps } from '../step-props.ts';
import { AdviceList } from './advice-list.tsx';
import { AnswerDialog } from './answer-dialog.tsx';
import { DatumRows, useFieldLabel } from './datum-rows.tsx';
import css from './matching.module.css';
import { MissingDialog } from './missing-dialog.tsx';
import { useForm } from './use-form.ts';
import { useNextRow } from './use-next-row.ts';

/** The first few: all of them stand below. */
const MOST_NAMED = 4;
const namesOf = (labels: readonly string[]): string =>
  labels.length > MOST_NAMED ? `${labels.slice(0, MOST_NAMED).join('، ')}…` : labels.join('، ');

/** مطابقة البيانات: what the register says of the applicant, read out, held against the original, confirmed or put right. */
export function MatchingCard({
  request,
  party,
  mayWrite,
  busy: pageBusy,
  onEdit,
  onDone,
  form,
}: StepProps & { readonly form: RequestForm }) {
  const { t } = useText();
  const go = useGo();
  const labelOf = useFieldLabel();
  const body = useRef<HTMLDivElement>(null);
  const acts = useForm(request.id);
  const toNext = useNextRow(body, acts.busy);
  const steps = useRequestSteps(request);
  const [against, setAgainst] = useState<MatchSource | null>(null);
  const [told, setTold] = useState(false);
  const [changing, setChanging] = useState<FormFieldStanding | null>(null);
  const [missing, setMissing] = useState(false);
  const register = useActs();
  const open = form.fields.filter((field) => field.open);
  const settleable = open.filter((field) => !field.wanting && field.value.field !== 'answer');
  const inHand = form.fields.filter(
    (field) =>
      against !== null &&
      bears(against, field.field) &&
      !field.empty &&
      (field.open || field.matched === null),
  );
  const asked = form.fields.filter((field) => field.open || field.state !== 'open');
  const quiet = changing === null && !missing && !pageBusy;

  const confirm = async (field: FormFieldStanding): Promise<void> => {
    const source = against !== null && bears(against, field.field) ? against : null;
    if (await acts.settle([field], source)) toNext(field.field);
  };
  // All that the original in hand bears, else all that is still to be confirmed as it was told.
  const rest =
    against !== null && inHand.length > 0
      ? {
          fields: inHand,
          source: against,
          icon: IconRosetteDiscountCheck,
          verb: t('requestForm.match.matchAll', { what: t(`documents.matching.source.${against}`) }),
        }
      : settleable.length > 0
        ? { fields: settleable, source: null, icon: IconChecks, verb: t('requestForm.match.confirmAll') }
        : null;
  // The button goes with what it settled: the next row that waits, or the end of the step, is what follows.
  const settleRest = async (): Promise<void> => {
    if (rest === null || acts.busy || !(await acts.settle(rest.fields, rest.source))) return;
    toNext(
      null,
      rest.fields.map(({ field }) => field),
    );
  };
  const change = (field: FormFieldStanding): void => {
    if (IN_THE_REGISTER.includes(field.field) || field.value.field === 'answer') setChanging(field);
    else onEdit();
  };
  const matched = form.fields.filter((field) => field.matched !== null && field.state !== 'open').length;
  const complete = async (): Promise<void> => {
    acts.forget();
    if (steps.busy) return;
    if (open.length > 0) {
      setTold(true);
      toNext(null);
      return;
    }
    const note =
      matched > 0
        ? t('requestForm.match.note', { count: matched })
        : t('requestForm.match.noteTold', { count: asked.length });
    await steps.complete(2, note);
    onDone();
  };
  const print = (): void => go(paths.paper({ kind: 'supportRequestForm', requestId: request.id }));
  const press = (): void => void complete().catch(() => undefined);
  useKey('Ctrl+Enter', t('requestForm.match.complete'), press, { enabled: mayWrite && quiet });
  useKey('F9', t('requestForm.match.print'), print, { enabled: quiet });
  useKey('Alt+Enter', rest?.verb ?? '', () => void settleRest(), {
    enabled: mayWrite && quiet && rest !== null,
  });

  const problem = acts.problem ?? steps.problem;
  const tellKey = form.sex === 'female' ? 'requestForm.match.toldFemale' : 'requestForm.match.told';
  return (
    <Card pane={t('requestForm.match.title')}>
      <div className={requestCss['stepBody']} ref={body}>
        <div className={css['head']}>
          <h2>{t('requestForm.match.title')}</h2>
          <span className={css['count']}>
            {t('requestForm.match.settled', { done: asked.length - open.length, all: asked.length })}
          </span>
        </div>
        <p className={requestCss['clause']}>
          <Icon of={IconBook2} size="sm" />
          <q>{clause('S.2').text}</q>
        </p>
        {problem === undefined ? null : <ErrorBlock text={problem} />}
        {told && open.length > 0 ? (
          <Note kind="warning">
            <b>{t('requestForm.match.still', { count: open.length, names: namesOf(open.map(labelOf)) })}</b>
            <p>{t('requestForm.match.stillHelp')}</p>
          </Note>
        ) : null}
        {mayWrite ? (
          <div className={css['hand']}>
            <SelectField
              label={t('requestForm.match.inHand')}
              value={against ?? 'told'}
              onChange={(next) => setAgainst(MATCH_SOURCES.find((one) => one === next) ?? null)}
              choices={[
                { value: 'told', label: t(tellKey) },
                ...MATCH_SOURCES.map((value) => ({ value, label: t(`documents.matching.source.${value}`) })),
              ]}
              width="14rem"
            />
            {rest === null ? null : (
              <Button
                size="sm"
                kind="tinted"
                keys="Alt+Enter"
                icon={<Icon of={rest.icon} size="sm" />}
                disabled={acts.busy}
                onClick={() => void settleRest()}
              >
                {rest.verb}
              </Button>
            )}
          </div>
        ) : null}
        <DatumRows
          fields={form.fields}
          party={party}
          against={against}
          mayWrite={mayWrite}
          busy={acts.busy}
          onConfirm={(field) => void confirm(field)}
          onChange={change}
        />
        <AdviceList advice={form.advice} />
      </div>
      {mayWrite ? (
        <CardFooter
          end={
            <Button kind="quiet" icon={<Icon of={IconFilePlus} size="sm" />} onClick={() => setMissing(true)}>
              {t('requestForm.match.missing')}
            </Button>
          }
        >
          <Button kind="filled" keys="Ctrl+Enter" loading={steps.busy} onClick={press}>
            {t('requestForm.match.complete')}
          </Button>
          <Button icon={<Icon of={IconPrinter} />} keys="F9" onClick={print}>
            {t('requestForm.match.print')}
          </Button>
        </CardFooter>
      ) : null}
      {changing === null ? null : changing.value.field === 'answer' ? (
        <AnswerDialog
          value={changing.value}
          question={form.questions.find(({ key }) => `answer:${key}` === changing.field)}
          save={acts.answer}
          onClose={() => setChanging(null)}
        />
      ) : (
        <CorrectDatum
          partyId={form.partyId}
          field={changing.field}
          label={labelOf(changing)}
          acts={{
            ...register,
            tell: (done, undo) => {
              register.tell(done, undo);
              void acts.settleCorrected(changing.field);
            },
          }}
          onClose={() => setChanging(null)}
        />
      )}
      {missing ? <MissingDialog request={request} onClose={() => setMissing(false)} /> : null}
    </Card>
  );
}

import type { ReactElement, ReactNode } from 'react';
import { useText } from '#renderer/i18n/use-text.ts';
import { When } from '#renderer/ui/dates.tsx';
import { Spine, type SpineState, type SpineStep } from '#renderer/ui/spine.tsx';
import { deliveriesInForce, signingInForce } from '#shared/letters/letter-life.ts';
import type { Letter } from '#shared/letters/letter.ts';
import { nextStep, type NextStep } from './letter-acts.ts';

/** What is done of an issued letter and what is still to come: issued, printed, signed, delivered. */
export function IssuedSteps({ letter }: { readonly letter: Letter }): ReactElement {
  const { t } = useText();
  const next = nextStep(letter);
  const signing = signingInForce(letter);
  const delivery = deliveriesInForce(letter).at(-1);
  const print = letter.prints.findLast((job) => job.kind === 'print') ?? letter.prints.at(-1);
  const said = (name: string, atMs: number): ReactNode => (
    <>
      {name} · <When atMs={atMs} />
    </>
  );
  const step = (number: number, key: NextStep, done: boolean, detail: ReactNode): SpineStep => {
    // A letter that was signed or delivered without a print of ours has been on paper all the same.
    const passed = key === 'print' && (letter.signed || letter.delivered);
    const state: SpineState = done
      ? 'done'
      : next === key
        ? 'current'
        : passed
          ? 'skipped'
          : letter.state === 'voided'
            ? 'blocked'
            : 'notStarted';
    const words = {
      done: detail,
      current: t('letterLife.steps.now'),
      skipped: t('letterLife.steps.skipped'),
      blocked: t('letterLife.steps.voided'),
      notStarted: t('letterLife.steps.notYet'),
    };
    return { number, name: t(`letterLife.steps.${key}`), state, detail: words[state] };
  };
  return (
    <Spine
      label={t('letterLife.steps.label')}
      steps={[
        {
          number: 1,
          name: t('letterLife.steps.issue'),
          state: 'done',
          detail:
            letter.origin === 'paper' || letter.issuedAtMs === null
              ? t('letterLife.steps.byHand')
              : said(letter.issuedByName ?? '', letter.issuedAtMs),
        },
        step(2, 'print', print !== undefined, print === undefined ? null : said(print.byName, print.atMs)),
        step(
          3,
          'sign',
          signing !== undefined,
          signing === undefined
            ? null
            : signing.kind === 'pictures'
              ? t('letterLife.steps.withPictures')
              : said(signing.byName, signing.atMs),
        ),
        step(
          4,
          'deliver',
          delivery !== undefined,
          delivery === undefined ? null : said(delivery.receiver, delivery.atMs),
        ),
      ]}
    />
  );
}

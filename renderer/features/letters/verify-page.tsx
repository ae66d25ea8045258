import {
  IconAlertTriangle,
  IconBan,
  IconHelp,
  IconRosetteDiscountCheck,
  IconScan,
} from '@tabler/icons-react';
import { useId, useRef, useState, type FormEvent, type ReactElement } from 'react';
import { type ApiError, call, isApiError } from '#renderer/api/client.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardBody, CardHeader, SplitPane } from '#renderer/ui/card.tsx';
import { DualDateText } from '#renderer/ui/dates.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { Ref } from '#renderer/ui/numbers.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import { LetterTabs } from '#renderer/ui/section-tabs.tsx';
import { EmptyState, ErrorBlock, Note } from '#renderer/ui/states.tsx';
import { SummaryList } from '#renderer/ui/summary-list.tsx';
import { assertNever } from '#shared/assert.ts';
import { stripInvisible, toAsciiDigits } from '#shared/arabic/digits.ts';
import { CODE_LENGTH, groupedCode } from '#shared/letters/verification-code.ts';
import type { CodeAnswer, VerifiedLetter } from '#shared/letters/verified-letter.ts';
import { SealedAnswer } from './sealed-answer.tsx';
import { Verdict } from './verdict.tsx';
import css from './issued.module.css';

/** Of whatever was typed, pasted or scanned, the digits: scanners type through the keyboard's layout. */
const digitsOf = (text: string): string =>
  toAsciiDigits(stripInvisible(text))
    .replace(/[^0-9]/gu, '')
    .slice(0, CODE_LENGTH);

/** التحقق من خطاب: sixteen digits in, one clear answer out. */
export function VerifyPage(): ReactElement {
  const { t, digits } = useText();
  const errorText = useErrorText();
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState('');
  const [asked, setAsked] = useState(false);
  const [answer, setAnswer] = useState<{ readonly code: string; readonly is: CodeAnswer } | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const missing = asked && code.length < CODE_LENGTH;

  const check = async (wanted: string): Promise<void> => {
    setAsked(true);
    setError(null);
    if (wanted.length < CODE_LENGTH) {
      setAnswer(null);
      box.current?.focus();
      return;
    }
    try {
      setAnswer({ code: wanted, is: await call('letters.verifyCode', { code: wanted }) });
    } catch (problem) {
      if (!isApiError(problem)) throw problem;
      setAnswer(null);
      setError(problem);
    }
  };
  const type = (text: string): void => {
    const next = digitsOf(text);
    setCode(next);
    setAsked(false);
    setAnswer(null);
    // The last digit asks by itself: a scanner has no hand for a key.
    if (next.length === CODE_LENGTH && next !== code) void check(next);
  };
  const another = (): void => {
    setCode('');
    setAsked(false);
    setAnswer(null);
    setError(null);
    box.current?.focus();
  };
  useKey('Ctrl+Enter', t('letterLife.verify.check'), () => void check(code));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void check(code);
  };

  return (
    <Screen title={t('letters.title')} aside={<LetterTabs />}>
      <SplitPane columns="24rem minmax(0, 1fr)">
        <Card pane={t('letterLife.verify.title')}>
          <CardHeader title={t('letterLife.verify.title')} />
          <CardBody>
            <form className={css['ask']} onSubmit={submit}>
              <div className={css['codeBox']}>
                <label htmlFor={id}>{t('letterLife.verify.field')}</label>
                <span className={css['help']}>{t('letterLife.verify.help')}</span>
                <input
                  id={id}
                  ref={box}
                  inputMode="numeric"
                  autoComplete="off"
                  autoFocus
                  dir="ltr"
                  aria-invalid={missing}
                  aria-describedby={`${id}-note`}
                  value={digits(groupedCode(code))}
                  onChange={(event) => type(event.currentTarget.value)}
                />
                <span
                  id={`${id}-note`}
                  className={css['codeNote']}
                  data-wrong={missing || undefined}
                  aria-live="polite"
                >
                  {missing
                    ? t('letterLife.verify.missing')
                    : code === ''
                      ? ''
                      : t('letterLife.verify.remaining', { count: CODE_LENGTH - code.length })}
                </span>
              </div>
              <div className={css['linkLine']}>
                <Button kind="filled" keys="Ctrl+Enter" onClick={() => void check(code)}>
                  {t('letterLife.verify.check')}
                </Button>
                {code === '' ? null : (
                  <Button kind="quiet" onClick={another}>
                    {t('letterLife.verify.another')}
                  </Button>
                )}
              </div>
            </form>
          </CardBody>
        </Card>
        <Card pane={t('letterLife.verify.result')}>
          <CardHeader title={t('letterLife.verify.result')} />
          <CardBody scroll>
            <div role="status" aria-live="polite">
              {error === null ? null : <ErrorBlock text={errorText(error)} />}
              {answer === null ? (
                error === null ? (
                  <EmptyState icon={IconScan} text={t('letterLife.verify.waiting')} />
                ) : null
              ) : (
                <Answer answer={answer.is} code={answer.code} />
              )}
            </div>
          </CardBody>
        </Card>
      </SplitPane>
    </Screen>
  );
}

function Answer({ answer, code }: { readonly answer: CodeAnswer; readonly code: string }): ReactElement {
  const { t } = useText();
  switch (answer.outcome) {
    case 'genuine': {
      const { letter } = answer;
      const voided = letter.state === 'voided';
      return (
        <div className={css['answer']}>
          {voided ? (
            <Verdict
              kind="warning"
              icon={IconBan}
              title={t('letterLife.verify.voided')}
              text={t('letterLife.verify.voidedText', { reason: letter.voidReason })}
            />
          ) : (
            <Verdict
              kind="success"
              icon={IconRosetteDiscountCheck}
              title={t('letterLife.verify.genuine')}
              text={t('letterLife.verify.genuineText')}
            />
          )}
          <LetterFacts letter={letter} code={code} />
          <Note>{t('letterLife.verify.compare')}</Note>
        </div>
      );
    }
    case 'altered':
      return (
        <div className={css['answer']}>
          <Verdict
            kind="danger"
            icon={IconAlertTriangle}
            title={t('letterLife.verify.altered')}
            text={t('letterLife.verify.alteredText', { what: t(`letterLife.verify.what.${answer.what}`) })}
          />
          <LetterFacts letter={answer.letter} code={code} />
        </div>
      );
    case 'sealed':
      return <SealedAnswer paper={answer.paper} />;
    case 'unknown':
      return (
        <Verdict
          kind="danger"
          icon={IconHelp}
          title={t('letterLife.verify.unknown')}
          text={t('letterLife.verify.unknownText')}
        />
      );
    case 'mistyped':
      return (
        <Verdict
          kind="warning"
          icon={IconAlertTriangle}
          title={t(answer.problem === 'shape' ? 'letterLife.verify.shape' : 'letterLife.verify.mistyped')}
          text={t(
            answer.problem === 'shape' ? 'letterLife.verify.shapeText' : 'letterLife.verify.mistypedText',
          )}
        />
      );
    default:
      return assertNever(answer);
  }
}

function LetterFacts({
  letter,
  code,
}: {
  readonly letter: VerifiedLetter;
  readonly code: string;
}): ReactElement {
  const { t, digits } = useText();
  const go = useGo();
  return (
    <>
      <SummaryList
        label={t('letterLife.verify.result')}
        rows={[
          { term: t('letterLife.verify.facts.number'), value: <Ref value={letter.referenceNumber} /> },
          { term: t('letterLife.verify.facts.date'), value: <DualDateText iso={letter.day} /> },
          { term: t('letterLife.verify.facts.recipient'), value: letter.recipientLine },
          { term: t('letterLife.verify.facts.subject'), value: letter.subject },
          { term: t('letterLife.verify.facts.issuedBy'), value: letter.issuedByName },
          { term: t('letterLife.verify.facts.pages'), value: digits(letter.pages) },
          {
            term: t('letterLife.verify.facts.code'),
            value: (
              <bdi dir="ltr" className={css['code']}>
                {digits(groupedCode(code))}
              </bdi>
            ),
          },
        ]}
      />
      <div className={css['linkLine']}>
        <Button onClick={() => go(paths.letter(letter.id))}>{t('letterLife.verify.open')}</Button>
      </div>
    </>
  );
}

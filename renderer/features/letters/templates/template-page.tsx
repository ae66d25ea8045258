import { useRef, useState, type ReactElement } from 'react';
import { call, isApiError, type ApiError } from '#renderer/api/client.ts';
import { useStaff } from '#renderer/api/session.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardFooter, SplitPane } from '#renderer/ui/card.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { paths, withQuery } from '#renderer/ui/paths.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import { ErrorBlock, Note, SkeletonRows } from '#renderer/ui/states.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import { usePathParam, useQueryParam } from '#renderer/ui/use-route.ts';
import { EMPTY_RICH_TEXT, plainText, richTextIsEmpty } from '#shared/letters/rich-text.ts';
import { templateProblems, type TemplateProblem } from '#shared/letters/templates/template-problems.ts';
import type { LetterTemplate } from '#shared/letters/templates/template.ts';
import type { OrganisationProfile } from '#shared/organisation/profile.ts';
import { templateRefSchema, type TemplateDetail } from '#shared/templates/templates-contract.ts';
import type { LetterTextHandle } from '../editor/letter-text-editor.tsx';
import { letterRights } from '../letter-acts.ts';
import letterCss from '../letters.module.css';
import { PLACE_IDS, TemplateForm } from './template-form.tsx';
import { TemplatePaper } from './template-paper.tsx';
import { TemplateProblemsNotice, useProblemWords } from './template-problems-notice.tsx';
import { mayKeepTemplates } from './template-rights.ts';

const EMPTY: LetterTemplate = {
  name: '',
  category: 'beneficiaries',
  recipient: {
    honorific: '{لقب المستفيد}',
    name: '{اسم المستفيد}',
    title: '',
    organisation: '',
    closingHonorific: '{المحترم|المحترمة}',
  },
  subject: '',
  inReplyTo: '',
  body: EMPTY_RICH_TEXT,
  copies: [],
};

/** One template: read, edited, or new (`new`, with `?copy=` from another). */
export function TemplatePage(): ReactElement {
  const { t } = useText();
  const errorText = useErrorText();
  const address = usePathParam('templateRef') ?? 'new';
  const isNew = address === 'new';
  const copied = useQueryParam('copy');
  const wanted = templateRefSchema.safeParse(isNew ? copied : address).data;
  const detail = useChannelQuery(
    'templates.get',
    { ref: wanted ?? 'acceptance' },
    { enabled: wanted !== undefined },
  );
  const profile = useChannelQuery('organisation.get', undefined);
  const error = detail.error ?? profile.error;
  const missing = wanted === undefined && !isNew;
  if (error !== null || missing) {
    return (
      <Screen title={t('templates.title')} crumbs={[{ name: t('letters.title'), to: paths.letters }]}>
        <Card>
          <ErrorBlock text={error === null ? t('templates.noSuchTemplate') : errorText(error)} />
        </Card>
      </Screen>
    );
  }
  if (profile.data === undefined || (wanted !== undefined && detail.data === undefined)) {
    return (
      <Screen title={t('templates.title')}>
        <SkeletonRows rows={10} />
      </Screen>
    );
  }
  const source = detail.data;
  const start =
    source === undefined
      ? EMPTY
      : isNew
        ? { ...source.template, name: t('templates.copyName', { name: source.name }) }
        : source.template;
  return (
    <TemplateDesk
      key={`${address} ${copied ?? ''}`}
      start={start}
      existing={isNew ? null : (source ?? null)}
      profile={profile.data}
    />
  );
}

function TemplateDesk({
  start,
  existing,
  profile,
}: {
  readonly start: LetterTemplate;
  readonly existing: TemplateDetail | null;
  readonly profile: OrganisationProfile;
}): ReactElement {
  const { t } = useText();
  const go = useGo();
  const errorText = useErrorText();
  const staff = useStaff();
  const readOnly = !mayKeepTemplates(staff);
  const writes = letterRights(staff).write;
  const [template, setTemplate] = useState(start);
  const [stored, setStored] = useState({ ref: existing?.ref ?? null, version: existing?.version ?? 0 });
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const editor = useRef<LetterTextHandle>(null);
  const problems = templateProblems(template);
  const say = useProblemWords();
  const nameMissing = template.name.trim() === '';
  const bodyMissing = richTextIsEmpty(template.body);

  const show = (problem: TemplateProblem): void => {
    const braced = problem.code === 'openBrace' ? problem.field : `{${problem.field}}`;
    if (problem.place === 'body') editor.current?.showText(braced);
    else document.getElementById(PLACE_IDS[problem.place])?.focus();
  };
  const use = (problem: TemplateProblem, name: string): void => {
    const from = `{${problem.field}}`;
    const to = `{${name}}`;
    if (problem.place === 'body') {
      const at = plainText(template.body).indexOf(from);
      editor.current?.applyChanges([{ start: at, text: from, to }]);
      return;
    }
    const mended = (text: string): string => text.replaceAll(from, to);
    setTemplate((old) => ({
      ...old,
      subject: mended(old.subject),
      inReplyTo: mended(old.inReplyTo),
      recipient: {
        honorific: mended(old.recipient.honorific),
        name: mended(old.recipient.name),
        title: mended(old.recipient.title),
        organisation: mended(old.recipient.organisation),
        closingHonorific: mended(old.recipient.closingHonorific),
      },
    }));
  };
  const save = async (): Promise<void> => {
    if (busy || readOnly) return;
    setAsked(true);
    setError(null);
    const [first] = problems;
    if (nameMissing) return document.getElementById('template-name')?.focus();
    if (first !== undefined) return show(first);
    if (bodyMissing) return editor.current?.focus();
    setBusy(true);
    try {
      const saved = await call('templates.save', { ...stored, template });
      setStored({ ref: saved.ref, version: saved.version });
      setAsked(false);
      showToast(t('templates.saved', { name: saved.name }));
      if (stored.ref !== saved.ref) go(paths.letterTemplate(saved.ref), { replace: true, keepScreen: true });
    } catch (caught) {
      if (!isApiError(caught)) throw caught;
      setError(caught);
    } finally {
      setBusy(false);
    }
  };
  useKey('Ctrl+Enter', t('templates.save'), () => void save(), { enabled: !readOnly });
  useKey('Ctrl+S', t('templates.save'), () => void save(), { enabled: !readOnly });
  const title = template.name.trim() === '' ? t('templates.newTitle') : template.name;
  return (
    <Screen
      title={title}
      crumbs={[
        { name: t('letters.title'), to: paths.letters },
        { name: t('templates.title'), to: paths.letterTemplates },
      ]}
    >
      <SplitPane columns="minmax(0, 1fr) min(34.5rem, 49%)">
        <Card pane={t('templates.form.label')}>
          <TemplateForm
            template={template}
            onChange={setTemplate}
            readOnly={readOnly}
            digits={profile.letters.fieldDigits}
            nameError={
              asked && nameMissing
                ? t('templates.problem.name')
                : error?.code === 'templateNameTaken'
                  ? errorText(error)
                  : undefined
            }
            bodyError={asked && bodyMissing ? t('templates.problem.body') : undefined}
            wrongPlaces={new Map(asked ? problems.map((problem) => [problem.place, say(problem)]) : [])}
            editor={editor}
            notices={
              readOnly || problems.length > 0 || (error !== null && error.code !== 'templateNameTaken') ? (
                <div className={letterCss['notices']}>
                  {readOnly ? <Note>{t('templates.readOnly')}</Note> : null}
                  {error === null || error.code === 'templateNameTaken' ? null : (
                    <ErrorBlock text={errorText(error)} />
                  )}
                  {problems.length > 0 && asked ? (
                    <TemplateProblemsNotice problems={problems} onUse={use} onShow={show} />
                  ) : null}
                </div>
              ) : null
            }
          />
          <CardFooter>
            {readOnly ? null : (
              <Button kind="filled" keys="Ctrl+Enter" loading={busy} onClick={() => void save()}>
                {t('templates.save')}
              </Button>
            )}
            {writes && stored.ref !== null ? (
              <Button onClick={() => go(withQuery(paths.newLetter, { template: stored.ref }))}>
                {t('templates.write')}
              </Button>
            ) : null}
          </CardFooter>
        </Card>
        <TemplatePaper
          template={template}
          profile={profile}
          onShowCharacter={(character) => editor.current?.showText(character)}
        />
      </SplitPane>
    </Screen>
  );
}

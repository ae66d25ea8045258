import { IconCopy, IconPencil, IconPlus, IconQuote, IconRestore, IconTrash } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import { call, isApiError, type ApiError } from '#renderer/api/client.ts';
import { QueryView } from '#renderer/api/query-view.tsx';
import { useStaff } from '#renderer/api/session.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardFooter, SplitPane } from '#renderer/ui/card.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { paths, withQuery } from '#renderer/ui/paths.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import { LetterTabs } from '#renderer/ui/section-tabs.tsx';
import { ErrorBlock } from '#renderer/ui/states.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import type { TemplateRef } from '#shared/templates/templates-contract.ts';
import { letterRights } from '../letter-acts.ts';
import { PhrasesDrawer } from './phrases-drawer.tsx';
import { TemplateList } from './template-list.tsx';
import { TemplatePaper } from './template-paper.tsx';
import { mayKeepTemplates } from './template-rights.ts';

/** القوالب: the library beside the page that the chosen template makes. */
export function TemplatesPage(): ReactElement {
  const { t } = useText();
  const go = useGo();
  const errorText = useErrorText();
  const staff = useStaff();
  const keeps = mayKeepTemplates(staff);
  const writes = letterRights(staff).write;
  const [chosen, setChosen] = useState<TemplateRef | null>(null);
  const [phrases, setPhrases] = useState(false);
  const [problem, setProblem] = useState<ApiError | null>(null);
  const list = useChannelQuery('templates.list', undefined);
  const profile = useChannelQuery('organisation.get', undefined);
  const detail = useChannelQuery(
    'templates.get',
    { ref: chosen ?? 'acceptance' },
    { enabled: chosen !== null, keepPrevious: true },
  );
  const row = list.data?.find((one) => one.ref === chosen);

  const write = (): void => {
    if (chosen !== null) go(withQuery(paths.newLetter, { template: chosen }));
  };
  const edit = (ref: TemplateRef): void => go(paths.letterTemplate(ref));
  const attempt = async (act: () => Promise<unknown>): Promise<void> => {
    setProblem(null);
    try {
      await act();
    } catch (error) {
      if (!isApiError(error)) throw error;
      setProblem(error);
    }
  };
  const takeAway = (): Promise<void> =>
    attempt(async () => {
      if (row === undefined) return;
      const { id } = await call('templates.remove', { ref: row.ref });
      if (row.origin === 'own') setChosen(null);
      const said = t(row.origin === 'own' ? 'templates.removed' : 'templates.restored', { name: row.name });
      showToast(said, async () => {
        const back = await call('templates.undoRemove', { id });
        setChosen(back.ref);
      });
    });
  useKey('Ctrl+Enter', t('templates.write'), write, { enabled: writes && chosen !== null && !phrases });
  return (
    <Screen
      title={t('letters.title')}
      aside={<LetterTabs />}
      actions={
        <>
          <Button icon={<Icon of={IconQuote} />} onClick={() => setPhrases(true)}>
            {t('templates.phrases.title')}
          </Button>
          {keeps ? (
            <Button icon={<Icon of={IconPlus} />} onClick={() => go(paths.letterTemplate('new'))}>
              {t('templates.create')}
            </Button>
          ) : null}
        </>
      }
    >
      {problem === null ? null : <ErrorBlock text={errorText(problem)} />}
      <SplitPane columns="minmax(0, 1fr) min(34.5rem, 49%)">
        <Card pane={t('templates.title')} grow>
          <QueryView query={list} rows={12}>
            {(rows) => (
              <TemplateList rows={rows} chosen={chosen} onChoose={setChosen} onOpen={edit} autoFocus />
            )}
          </QueryView>
          {row === undefined ? null : (
            <CardFooter
              end={
                keeps && row.origin !== 'builtIn' ? (
                  <Button
                    kind="quiet"
                    icon={<Icon of={row.origin === 'own' ? IconTrash : IconRestore} />}
                    onClick={() => void takeAway()}
                  >
                    {t(row.origin === 'own' ? 'templates.remove' : 'templates.restore')}
                  </Button>
                ) : undefined
              }
            >
              {writes ? (
                <Button kind="filled" keys="Ctrl+Enter" onClick={write}>
                  {t('templates.write')}
                </Button>
              ) : null}
              {keeps ? (
                <>
                  <Button icon={<Icon of={IconPencil} />} onClick={() => edit(row.ref)}>
                    {t('templates.edit')}
                  </Button>
                  <Button
                    kind="quiet"
                    icon={<Icon of={IconCopy} />}
                    onClick={() => go(withQuery(paths.letterTemplate('new'), { copy: row.ref }))}
                  >
                    {t('templates.copy')}
                  </Button>
                </>
              ) : null}
            </CardFooter>
          )}
        </Card>
        {detail.data === undefined || profile.data === undefined ? (
          <Card label={t('templates.sample')}>{null}</Card>
        ) : (
          <TemplatePaper
            template={detail.data.template}
            profile={profile.data}
            onShowCharacter={() => edit(detail.data.ref)}
          />
        )}
      </SplitPane>
      <PhrasesDrawer opened={phrases} keeps={keeps} onClose={() => setPhrases(false)} />
    </Screen>
  );
}

import {
  IconAlertCircle,
  IconBook,
  IconCopy,
  IconFileText,
  IconForms,
  IconSearchOff,
} from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { searchKey } from '#shared/arabic/search-key.ts';
import { CLAUSE_KINDS, listClauses, type Clause } from '#shared/policy/clauses.ts';
import { TOOLS } from '#shared/policy/tools.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Count } from '#renderer/ui/badge.tsx';
import { IconButton } from '#renderer/ui/button.tsx';
import { Card, CardBody, CardHeader, CardStack, SplitPane } from '#renderer/ui/card.tsx';
import { copyText } from '#renderer/ui/copy-text.ts';
import { TextField } from '#renderer/ui/fields.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { LineList } from '#renderer/ui/line-list.tsx';
import { Screen } from '#renderer/ui/screen.tsx';
import { EmptyState, Note } from '#renderer/ui/states.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import css from './guides-page.module.css';

/** A.1 was printed with a weekday that its date does not have: shown as approved, never altered, with this beside it. */
const FLAGGED = 'A.1';

function ClauseItem({ clause }: { readonly clause: Clause }) {
  const { t } = useText();
  const copy = async (): Promise<void> => {
    await copyText(clause.text);
    showToast(t('guides.copied', { id: clause.id }));
  };
  return (
    <li className={css['clause']}>
      <bdi dir="ltr" className={css['id']}>
        {clause.id}
      </bdi>
      <div className={css['words']}>
        <p>{clause.text}</p>
        {clause.id === FLAGGED ? (
          <Note kind="warning" icon={IconAlertCircle}>
            {t('guides.approvalNote')}
          </Note>
        ) : null}
      </div>
      <IconButton
        label={t('guides.copy')}
        icon={<Icon of={IconCopy} size="sm" />}
        onClick={() => void copy()}
      />
    </li>
  );
}

/** اللوائح والأدلة: the policy whole, searched in any spelling, and the officer's four tools. */
export function GuidesPage() {
  const { t, text, digits } = useText();
  const [typed, setTyped] = useState('');
  const key = searchKey(typed);
  const clauses = useMemo(
    () => listClauses().map((clause) => ({ clause, key: searchKey(`${clause.id} ${clause.text}`) })),
    [],
  );
  const found = clauses.filter((one) => key === '' || one.key.includes(key)).map(({ clause }) => clause);
  return (
    <Screen title={t('guides.title')}>
      <SplitPane columns="minmax(0, 1fr) 20rem">
        <Card pane={t('guides.policy')}>
          <CardHeader title={t('guides.policy')} count={digits(found.length)} />
          <div className={css['search']}>
            <TextField label={t('guides.search')} value={typed} onChange={setTyped} />
          </div>
          <CardBody scroll flush>
            {found.length === 0 ? (
              <EmptyState icon={IconSearchOff} text={t('guides.found.zero', { text: typed })} />
            ) : (
              CLAUSE_KINDS.map((kind) => {
                const mine = found.filter((clause) => clause.kind === kind);
                return mine.length === 0 ? null : (
                  <div key={kind} className={css['kind']}>
                    <h3>{text('guides.kind', kind)}</h3>
                    <ul>
                      {mine.map((clause) => (
                        <ClauseItem key={clause.id} clause={clause} />
                      ))}
                    </ul>
                  </div>
                );
              })
            )}
          </CardBody>
        </Card>
        <CardStack>
          <Card pane={t('guides.tools')}>
            <CardHeader title={t('guides.tools')} count={digits(TOOLS.length)} />
            <LineList
              label={t('guides.tools')}
              lines={TOOLS.map((tool) => ({
                key: tool.code,
                icon: tool.kind === 'form' ? IconForms : tool.code === 'bylaws' ? IconBook : IconFileText,
                text: tool.name,
                detail: text('guides', tool.kind),
                end: <Count value={tool.clauseId} />,
              }))}
            />
          </Card>
        </CardStack>
      </SplitPane>
    </Screen>
  );
}

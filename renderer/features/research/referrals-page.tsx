import { IconMessage2Question } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReferralId } from '#shared/ids.ts';
import { REFERRAL_VIEWS, type Referral, type ReferralView } from '#shared/referrals/referral.ts';
import { RESEARCH_ROLES } from '#shared/referrals/referrals-contract.ts';
import { call } from '#renderer/api/client.ts';
import { QueryView } from '#renderer/api/query-view.tsx';
import { useHasRole } from '#renderer/api/session.ts';
import { usePages } from '#renderer/api/use-pages.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Badge, Count } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardBody, SplitPane } from '#renderer/ui/card.tsx';
import { When } from '#renderer/ui/dates.tsx';
import { Chip, Chips, FilterBar } from '#renderer/ui/list-filters.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { useQueryParam } from '#renderer/ui/use-route.ts';
import { OpenReferral } from './open-referral.tsx';
import { ResearchTabs } from './research-tabs.tsx';
import css from './research.module.css';

const NONE = { open: 'noOpen', mine: 'noMine', answered: 'noAnswered', over: 'noOver' } as const;

/** البحث الاجتماعي: the officer's desk of questions, the oldest first; one of them open beside the list. */
export function ReferralsPage() {
  const { t, digits } = useText();
  const go = useGo();
  const answers = useHasRole(...RESEARCH_ROLES);
  const [view, setView] = useState<ReferralView>(answers ? 'open' : 'answered');
  const list = usePages('referrals.list', { view }, (page) => call('referrals.list', { view, ...page }));
  const asked = Number(useQueryParam('referral') ?? 0);
  const rows = list.data?.rows ?? [];
  // What was asked for by its address, though it is in no list that is shown; else the first that waits.
  const open = asked > 0 ? (asked as ReferralId) : (rows[0]?.id ?? null);
  const counts = list.data?.first.counts;
  // What is over is counted where it is asked for alone.
  const count = (of: ReferralView): number | undefined =>
    of !== 'over' ? counts?.[of] : view === 'over' && !list.ofBefore ? list.data?.total : undefined;
  const show = (of: ReferralView): void => {
    setView(of);
    go(paths.researchDesk, { replace: true });
  };
  return (
    <Screen title={t('referrals.title')} aside={<ResearchTabs />}>
      <SplitPane columns="minmax(16rem, 22rem) minmax(0, 1fr)">
        <Card pane={t('referrals.list.pane')}>
          <FilterBar>
            <Chips label={t('referrals.view.label')}>
              {REFERRAL_VIEWS.map((of) => {
                const n = count(of);
                return (
                  <Chip key={of} pressed={view === of} onClick={() => show(of)}>
                    {t(`referrals.view.${of}`)}
                    {n === undefined ? null : <Count value={digits(n)} />}
                  </Chip>
                );
              })}
            </Chips>
          </FilterBar>
          <CardBody scroll flush>
            <QueryView query={list} rows={6} rowHeight="4.25rem">
              {(page) =>
                page.rows.length === 0 ? (
                  <EmptyState icon={IconMessage2Question} text={t(`referrals.list.${NONE[view]}`)} />
                ) : (
                  <>
                    <ul className={css['list']} aria-label={t('referrals.list.pane')}>
                      {page.rows.map((referral) => (
                        <ReferralLine
                          key={referral.id}
                          referral={referral}
                          current={referral.id === open}
                          onOpen={() => go(paths.research(referral.id), { replace: true })}
                        />
                      ))}
                    </ul>
                    {list.hasMore ? (
                      <Button size="sm" fullWidth loading={list.loading} onClick={list.more}>
                        {digits(t('common.moreOf', { shown: page.rows.length, all: page.total }))}
                      </Button>
                    ) : null}
                  </>
                )
              }
            </QueryView>
          </CardBody>
        </Card>
        {open === null ? (
          <Card pane={t('referrals.page.pane')}>
            <EmptyState icon={IconMessage2Question} text={t('referrals.list.choose')} />
          </Card>
        ) : (
          <OpenReferral key={open} id={open} onDone={() => go(paths.researchDesk, { replace: true })} />
        )}
      </SplitPane>
    </Screen>
  );
}

function ReferralLine({
  referral,
  current,
  onOpen,
}: {
  readonly referral: Referral;
  readonly current: boolean;
  readonly onOpen: () => void;
}) {
  const { t } = useText();
  return (
    <li>
      <button
        type="button"
        className={css['line']}
        aria-current={current ? 'true' : undefined}
        onClick={onOpen}
      >
        <span className={css['lineHead']}>
          <b>{referral.partyName}</b>
          <span className={css['dim']}>
            <When atMs={referral.askedAtMs} />
          </span>
        </span>
        <span className={css['lineText']}>{referral.question}</span>
        <span className={css['lineFoot']}>
          {referral.request === null ? t('referrals.page.noRequest') : referral.request.service}
          {referral.assignedTo === null ? null : <span>{referral.assignedTo.name}</span>}
          {referral.state === 'cancelled' ? (
            <Badge kind="neutral">{t('referrals.state.cancelled')}</Badge>
          ) : null}
        </span>
      </button>
    </li>
  );
}

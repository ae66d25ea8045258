import { IconAlertTriangle, IconExternalLink, IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CommitteeCase } from '#shared/committee/committee-contract.ts';
import { formatAmount } from '#shared/circumstances/money-text.ts';
import { useFactWords } from '#renderer/api/register/fact-words.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { AppLink, useGo } from '#renderer/ui/app-link.tsx';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { Card, CardBody, CardHeader } from '#renderer/ui/card.tsx';
import { DualDateText, ShortDate } from '#renderer/ui/dates.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { Identifier } from '#renderer/ui/numbers.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { LevelBadge } from '#renderer/ui/request-marks.tsx';
import { Note } from '#renderer/ui/states.tsx';
import { SummaryList, type SummaryRow } from '#renderer/ui/summary-list.tsx';
import { OutcomeMark, RecommendationMark, StandingMark } from './case-marks.tsx';
import { NeedWorking } from './need-working.tsx';
import css from './committee.module.css';

/** Everything that the committee decides by, on one card that is read from the top. */
export function CaseCard({
  found,
  day,
  conflictNames,
  onJudge,
}: {
  readonly found: CommitteeCase;
  /** ISO: of the session, when the reply would be given. */
  readonly day: string;
  /** Members of the committee who researched the case. */
  readonly conflictNames: readonly string[];
  /** Missing: need is not judged here, or not by this person. */
  readonly onJudge?: (found: CommitteeCase) => void;
}) {
  const { t, digits } = useText();
  const go = useGo();
  const earlierDecisions = found.decisions.filter(({ voided }) => voided === null);
  return (
    <Card pane={t('committee.case.summary')} grow>
      <CardHeader
        title={found.partyName}
        aside={
          <>
            {found.number === null ? null : <Identifier value={found.number} />} · {found.service}
          </>
        }
        actions={
          <>
            <IconButton
              label={t('committee.case.print')}
              icon={<Icon of={IconPrinter} size="sm" />}
              onClick={() => go(paths.paper({ kind: 'caseSummary', requestId: found.requestId }))}
            />
            <IconButton
              label={t('committee.case.open')}
              icon={<Icon of={IconExternalLink} size="sm" mirror />}
              onClick={() => go(paths.request(found.requestId))}
            />
          </>
        }
      />
      <CardBody scroll>
        <div className={css['marks']}>
          {found.level === 'followUp' ? <LevelBadge level={found.level} /> : null}
          <StandingMark line={found} day={day} />
        </div>
        {conflictNames.length === 0 ? null : (
          <div className={css['notes']}>
            <Note kind="warning" icon={IconAlertTriangle}>
              {t('committee.summary.conflict')}: {conflictNames.join('، ')}
            </Note>
          </div>
        )}
        <Circumstances found={found} />
        <NeedWorking
          of={found}
          action={
            onJudge === undefined ? null : (
              <Button size="sm" onClick={() => onJudge(found)}>
                {t('committee.assess.judge')}
              </Button>
            )
          }
        />
        <Research found={found} />
        <Section title={t('committee.case.earlier')}>
          {found.earlier.length === 0 ? (
            <p className={css['dim']}>{t('committee.case.noEarlier')}</p>
          ) : (
            <ul className={css['plain']}>
              {found.earlier.map((one) => (
                <li key={one.requestId}>
                  <AppLink to={paths.request(one.requestId)} quiet>
                    {one.service}
                  </AppLink>
                  {one.number === null ? null : <Identifier value={one.number} />}
                  {one.decision === null ? (
                    <span className={css['dim']}>{t('committee.case.undecidedYet')}</span>
                  ) : (
                    <OutcomeMark kind={one.decision} deferred={false} />
                  )}
                </li>
              ))}
            </ul>
          )}
        </Section>
        {earlierDecisions.length === 0 ? null : (
          <Section title={t('committee.case.decisions')}>
            <ul className={css['plain']}>
              {earlierDecisions.map((decision) => (
                <li key={decision.id}>
                  <OutcomeMark kind={decision.kind} deferred={false} />
                  <ShortDate iso={decision.decidedOn} />
                  <span>{digits(decision.reason)}</span>
                </li>
              ))}
            </ul>
          </Section>
        )}
      </CardBody>
    </Card>
  );
}

function Section({
  title,
  aside,
  children,
}: {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className={css['section']} aria-label={title}>
      <header className={css['sectionHead']}>
        <h3>{title}</h3>
        {aside}
      </header>
      {children}
    </section>
  );
}

function Circumstances({ found }: { readonly found: CommitteeCase }) {
  const { t, text, digits } = useText();
  const words = useFactWords(found.sex ?? 'unknown');
  const { household, perHead, requirements } = found;
  const wanted = requirements.filter(({ state }) => state !== 'notNeeded');
  const rows: SummaryRow[] = [
    ...(found.need === '' ? [] : [{ term: t('committee.case.requested'), value: digits(found.need) }]),
    ...(found.levelReason === ''
      ? []
      : [{ term: t('committee.case.urgent'), value: digits(found.levelReason) }]),
    {
      term: t('committee.case.people'),
      value:
        household === null
          ? t('committee.case.noHousehold')
          : digits(t('committee.case.peopleText', { people: household.people, minors: household.minors })),
    },
    {
      term: t('committee.case.perHead'),
      value:
        perHead === null
          ? t('committee.case.noIncome')
          : digits(
              t('committee.case.perHeadText', {
                // Below zero the sign would stand behind the figure.
                net: `\u2066${formatAmount(perHead.net)}\u2069`,
                income: formatAmount(perHead.income),
                essential: formatAmount(perHead.essential),
                heads: perHead.heads,
              }),
            ),
    },
    ...found.facts.map((fact) => ({
      term: text('circumstances.kind', fact.kind),
      value: digits(words.say(fact)),
    })),
    ...(found.categories.length === 0
      ? []
      : [{ term: t('committee.case.categories'), value: found.categories.join('، ') }]),
    ...(found.needs.length === 0
      ? []
      : [{ term: t('committee.case.needs'), value: digits(found.needs.join('، ')) }]),
    {
      term: t('committee.case.requirements'),
      value: digits(
        t('committee.case.requirementsOf', {
          matched: wanted.filter(({ state }) => state === 'matched').length,
          all: wanted.length,
        }),
      ),
    },
    {
      term: t('committee.case.attestation'),
      value: t(`committee.case.attestationState.${found.attestation}`),
    },
  ];
  return <SummaryList label={t('committee.case.facts')} rows={rows} />;
}

function Research({ found }: { readonly found: CommitteeCase }) {
  const { t, digits } = useText();
  const { research } = found;
  if (research === null)
    return (
      <Section title={t('committee.case.research')}>
        <p className={css['dim']}>
          {t(found.researchOpen ? 'committee.case.researchOpen' : 'committee.case.noResearch')}
        </p>
      </Section>
    );
  return (
    <Section
      title={t('committee.case.research')}
      aside={
        <>
          <span className={css['dim']}>{research.researcherName}</span>
          <RecommendationMark of={research.recommendation} />
        </>
      }
    >
      {research.reason === '' ? null : (
        <p>
          <b>{t('committee.case.because')}:</b> {digits(research.reason)}
        </p>
      )}
      <p className={css['prose']}>{digits(research.findings)}</p>
      {research.visits.map((visit, index) => (
        <p key={`${index}-${visit.visitedOn}`} className={css['dim']}>
          <DualDateText iso={visit.visitedOn} />
          {visit.place === '' ? '' : ` · ${visit.place}`}
          {visit.findings === '' ? '' : `: ${digits(visit.findings)}`}
        </p>
      ))}
    </Section>
  );
}

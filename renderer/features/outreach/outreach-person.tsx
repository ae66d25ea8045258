import {
  IconCalendarPause,
  IconEyeOff,
  IconFileText,
  IconMail,
  IconPhone,
  IconPrinter,
} from '@tabler/icons-react';
import type { OutreachRow } from '#shared/outreach/outreach.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { AppLink } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardBody, CardFooter, CardSection } from '#renderer/ui/card.tsx';
import { DualDateText } from '#renderer/ui/dates.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { Identifier, Phone } from '#renderer/ui/numbers.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Note } from '#renderer/ui/states.tsx';
import css from './outreach.module.css';
import { ReasonBadge, ReasonText } from './reason-words.tsx';
import type { OutreachActs } from './use-outreach-acts.ts';

export const wantsDocuments = ({ due }: OutreachRow): boolean =>
  due.some(({ reason }) => reason === 'documentExpired' || reason === 'documentMissing');

/** Everything that one needs before picking up the phone: why, how, and when not. */
export function OutreachPerson({
  row,
  acts,
  mayWrite,
  onSnooze,
}: {
  readonly row: OutreachRow;
  readonly acts: OutreachActs;
  readonly mayWrite: boolean;
  readonly onSnooze: () => void;
}) {
  const { t } = useText();
  const { reach, snoozed } = row;
  const documents = row.due.some(({ reason }) => reason.startsWith('document') || reason === 'copyToDestroy');
  return (
    <Card pane={t('outreach.person.title')}>
      <div className={css['head']}>
        <h2>{row.name}</h2>
        <span className={css['under']}>
          {row.fileNumber === null ? null : <Identifier value={row.fileNumber} />}
          {row.village === '' ? null : <span>{row.village}</span>}
          <AppLink
            to={documents ? paths.beneficiaryPart(row.partyId, 'documents') : paths.beneficiary(row.partyId)}
          >
            {t('outreach.person.open')}
          </AppLink>
        </span>
      </div>
      <CardBody scroll>
        <div className={css['stack']}>
          {/* Before she picks up the phone, not after. */}
          {reach?.discreet === true ? (
            <Note kind="warning" icon={IconEyeOff}>
              {t('outreach.person.discreet')}
            </Note>
          ) : null}
          <div className={css['reach']}>
            {reach === null ? (
              <span className={css['dim']}>{t('outreach.noPhone')}</span>
            ) : (
              <>
                <span className={css['phone']}>
                  <Icon of={IconPhone} />
                  <Phone value={reach.value} />
                </span>
                {reach.owner === '' ? null : (
                  <span>{t('outreach.person.owner', { owner: reach.owner })}</span>
                )}
                {reach.hours === '' ? null : (
                  <span>{t('outreach.person.hours', { hours: reach.hours })}</span>
                )}
                {reach.note === '' ? null : <span className={css['dim']}>{reach.note}</span>}
              </>
            )}
          </div>
          {snoozed === null ? null : (
            <Note kind="neutral" icon={IconCalendarPause}>
              {t('outreach.snoozedUntil')} <DualDateText iso={snoozed.until} />
              {'، '}
              {t('outreach.snoozedBy', { name: snoozed.byName })}
              {snoozed.note === '' ? null : `: ${snoozed.note}`}
            </Note>
          )}
          <ul className={css['dues']} aria-label={t('outreach.person.title')}>
            {row.due.map((due) => (
              <li key={due.reason}>
                <ReasonBadge reason={due.reason} />
                <span>
                  <ReasonText due={due} />
                </span>
              </li>
            ))}
          </ul>
        </div>
      </CardBody>
      {mayWrite ? (
        <>
          <CardSection>
            <div className={css['acts']}>
              {snoozed === null ? (
                <Button keys="F7" loading={acts.busy} onClick={() => void acts.noAnswer(row)}>
                  {t(row.sex === 'female' ? 'outreach.noAnswerHer' : 'outreach.noAnswer')}
                </Button>
              ) : (
                <Button onClick={() => void acts.resume(row)}>{t('outreach.resume')}</Button>
              )}
              <Button keys="Shift+F7" icon={<Icon of={IconCalendarPause} size="sm" />} onClick={onSnooze}>
                {t('outreach.snooze')}
              </Button>
              {wantsDocuments(row) ? (
                <>
                  <Button
                    keys="F3"
                    icon={<Icon of={IconMail} size="sm" />}
                    onClick={() => void acts.letter(row)}
                  >
                    {t('outreach.letter')}
                  </Button>
                  <Button
                    keys="F9"
                    icon={<Icon of={IconPrinter} size="sm" />}
                    onClick={() => acts.print(row)}
                  >
                    {t('outreach.print')}
                  </Button>
                </>
              ) : null}
            </div>
          </CardSection>
          <CardFooter>
            <Button
              kind="filled"
              keys="Ctrl+Enter"
              icon={<Icon of={IconFileText} size="sm" />}
              onClick={() => acts.log(row)}
            >
              {t('outreach.log')}
            </Button>
          </CardFooter>
        </>
      ) : null}
    </Card>
  );
}

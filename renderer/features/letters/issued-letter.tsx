import { IconDeviceFloppy, IconPrinter } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import { useStaff } from '#renderer/api/session.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { AppLink } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardBody, CardFooter, CardHeader, SplitPane } from '#renderer/ui/card.tsx';
import { DualDateText, Hour } from '#renderer/ui/dates.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { Ref } from '#renderer/ui/numbers.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import { ErrorBlock, Note } from '#renderer/ui/states.tsx';
import { SummaryList, type SummaryRow } from '#renderer/ui/summary-list.tsx';
import { attachmentsText } from '#shared/arabic/counted.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import { recipientLine } from '#shared/letters/letter-rules.ts';
import type { Letter } from '#shared/letters/letter.ts';
import type { OrganisationProfile } from '#shared/organisation/profile.ts';
import { VoidDialog } from './issue-dialogs.tsx';
import { letterRights } from './letter-acts.ts';
import { copiesAsText } from './letter-content.ts';
import { LetterStateBadge } from './letter-state-badge.tsx';
import css from './letters.module.css';
import { PaperStage } from './preview/paper-stage.tsx';
import { CopiesDialog } from './small-dialogs.tsx';
import { useLetterFlow } from './use-letter-flow.ts';

function PersonAt({ name, atMs }: { readonly name: string; readonly atMs: number }): ReactElement {
  return (
    <>
      {name}، <DualDateText iso={riyadhDay(atMs)} />، <Hour atMs={atMs} />
    </>
  );
}

/** An issued letter: its sealed paper, which never changes, beside what is on record about it. */
export function IssuedLetter({
  letter,
  profile,
}: {
  readonly letter: Letter;
  readonly profile: OrganisationProfile;
}): ReactElement {
  const { t, digits } = useText();
  const errorText = useErrorText();
  const rights = letterRights(useStaff());
  const sealed = useChannelQuery('letters.pdf', { id: letter.id });
  const flow = useLetterFlow();
  const [dialog, setDialog] = useState<'copies' | 'void' | null>(null);
  const { content } = letter;
  const print = (): void => void flow.print(letter.id, 1);
  useKey('F9', t('letters.actions.print'), print, { enabled: dialog === null });
  useKey('Ctrl+Enter', t('letters.actions.print'), print, { enabled: dialog === null });
  useKey('Shift+F9', t('letters.actions.printCopies'), () => setDialog('copies'), {
    enabled: dialog === null,
  });

  const attachments =
    content.attachments.kind === 'text'
      ? content.attachments.text
      : attachmentsText(content.attachments.items, profile.letters.fieldDigits);
  const row = (term: string, value: SummaryRow['value'] | null): SummaryRow[] =>
    value === null || value === '' ? [] : [{ term, value }];
  const facts: SummaryRow[] = [
    ...row(
      t('letters.facts.number'),
      letter.referenceNumber === null ? null : <Ref value={letter.referenceNumber} />,
    ),
    ...row(t('letters.facts.date'), letter.issuedOn === null ? null : <DualDateText iso={letter.issuedOn} />),
    ...row(
      t('letters.facts.recipient'),
      [recipientLine(content.recipient), content.recipient.closingHonorific].filter(Boolean).join('، '),
    ),
    ...row(t('letters.facts.attachments'), attachments),
    ...row(t('letters.facts.copies'), copiesAsText(content.copies)),
    ...row(t('letters.facts.signatory'), `${content.signatory.title}: ${content.signatory.name}`),
    ...row(
      t('letters.facts.party'),
      letter.partyId === null || letter.partyName === null ? null : (
        <AppLink to={paths.beneficiary(letter.partyId)}>{letter.partyName}</AppLink>
      ),
    ),
    ...row(t('letters.facts.author'), letter.authorName),
    ...row(
      t('letters.facts.approvedBy'),
      letter.approvedByName === null || letter.approvedAtMs === null ? null : (
        <PersonAt name={letter.approvedByName} atMs={letter.approvedAtMs} />
      ),
    ),
    ...row(
      t('letters.facts.issuedBy'),
      letter.issuedByName === null || letter.issuedAtMs === null ? null : (
        <PersonAt name={letter.issuedByName} atMs={letter.issuedAtMs} />
      ),
    ),
    ...row(t('letters.facts.pages'), letter.pages === null ? null : digits(letter.pages)),
    ...row(
      t('letters.facts.seal'),
      letter.pdfSha256 === null ? null : (
        <bdi dir="ltr" className={css['seal']}>
          {letter.pdfSha256}
        </bdi>
      ),
    ),
  ];
  return (
    <Screen
      title={letter.subject}
      crumbs={[{ name: t('letters.title'), to: paths.letters }, { name: t('letters.outgoing') }]}
      aside={<LetterStateBadge state={letter.state} />}
    >
      <SplitPane columns="minmax(0, 1fr) min(34.5rem, 49%)">
        <Card pane={t('letters.facts.label')}>
          <CardHeader title={t('letters.facts.label')} />
          <CardBody scroll>
            {flow.error === null || dialog !== null ? null : <ErrorBlock text={errorText(flow.error)} />}
            {letter.state === 'voided' ? (
              <div className={css['voidNote']}>
                <Note kind="warning">{t('letters.state.voided', { reason: letter.voidReason })}</Note>
              </div>
            ) : null}
            <SummaryList rows={facts} label={t('letters.facts.label')} />
          </CardBody>
          <CardFooter
            end={
              letter.state === 'issued' && rights.issue ? (
                <Button kind="danger" onClick={() => setDialog('void')}>
                  {t('letters.actions.void')}
                </Button>
              ) : undefined
            }
          >
            <Button
              kind="filled"
              keys="F9"
              icon={<Icon of={IconPrinter} />}
              loading={flow.busy}
              onClick={print}
            >
              {t('letters.actions.print')}
            </Button>
            <Button keys="Shift+F9" onClick={() => setDialog('copies')}>
              {t('letters.actions.printCopies')}
            </Button>
            <Button icon={<Icon of={IconDeviceFloppy} />} onClick={() => void flow.savePdf(letter.id)}>
              {t('letters.actions.savePdf')}
            </Button>
          </CardFooter>
        </Card>
        <PaperStage
          title={t('letters.preview.sealed')}
          pdf={sealed.data?.pdf ?? null}
          stale={sealed.error !== null}
        />
      </SplitPane>
      <CopiesDialog
        opened={dialog === 'copies'}
        busy={flow.busy}
        error={flow.error}
        onConfirm={(copies) =>
          void flow.print(letter.id, copies).then((printed) => (printed ? setDialog(null) : undefined))
        }
        onClose={() => {
          flow.clearError();
          setDialog(null);
        }}
      />
      <VoidDialog
        opened={dialog === 'void'}
        letter={letter}
        busy={flow.busy}
        error={flow.error}
        onConfirm={(reason) =>
          void flow
            .voidLetter(letter.id, reason)
            .then((voided) => (voided === null ? undefined : setDialog(null)))
        }
        onClose={() => {
          flow.clearError();
          setDialog(null);
        }}
      />
    </Screen>
  );
}

import { IconPencil, IconPrinter, IconRefresh } from '@tabler/icons-react';
import type { Agreement } from '#shared/agreements/agreement.ts';
import { isInForce } from '#shared/agreements/agreement-rules.ts';
import { assertNever } from '#shared/assert.ts';
import { DESK_ROLES } from '#shared/staff/staff.ts';
import { FileChip } from '#renderer/api/file-chip.tsx';
import { FilePicker } from '#renderer/api/file-picker.tsx';
import { QueryView } from '#renderer/api/query-view.tsx';
import { useHasRole } from '#renderer/api/session.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { AppLink, useGo } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardBody, CardFooter, CardHeader, CardSection, SplitPane } from '#renderer/ui/card.tsx';
import { DualDateText, PersonAt, useToday } from '#renderer/ui/dates.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { Ref } from '#renderer/ui/numbers.tsx';
import { paths, withQuery } from '#renderer/ui/paths.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import { ErrorBlock } from '#renderer/ui/states.tsx';
import { SummaryList } from '#renderer/ui/summary-list.tsx';
import { useIdParam } from '#renderer/ui/use-route.ts';
import { EndDialog, EventDialog, SettleDialog } from './agreement-dialogs.tsx';
import { AgreementEvents } from './agreement-events.tsx';
import { AgreementBadge } from './agreement-marks.tsx';
import css from './agreements.module.css';
import { useAgreementActs, type AgreementActs } from './use-agreement-acts.ts';
import { useAgreementCrumbs } from './use-agreement-form.ts';

/** One agreement: its terms beside what happened on it. */
export function AgreementPage() {
  const { t } = useText();
  const id = useIdParam();
  const crumbs = useAgreementCrumbs();
  const agreement = useChannelQuery('agreements.get', { id });
  if (agreement.data === undefined)
    return (
      <Screen title={t('agreements.one')} crumbs={crumbs}>
        <QueryView query={agreement} rows={10}>
          {() => null}
        </QueryView>
      </Screen>
    );
  return <OneAgreement key={id} agreement={agreement.data} />;
}

function OneAgreement({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useText();
  const go = useGo();
  const say = useErrorText();
  const today = useToday();
  const crumbs = useAgreementCrumbs();
  const mayWrite = useHasRole(...DESK_ROLES);
  const acts = useAgreementActs(agreement, () => go(paths.agreements));
  const { id, renewedById, endedOn, state } = agreement;
  const closed = acts.dialog === null;
  const inForce = isInForce(agreement, today);
  const mayRenew = mayWrite && renewedById === null && (inForce || state === 'expired');
  const print = (): void => go(paths.paper({ kind: 'agreementRecord', agreementId: id }));
  const addEvent = (): void => acts.show({ kind: 'event' });
  const renew = (): void => go(withQuery(paths.newAgreement, { renews: id }));
  useKey('F9', t('agreements.acts.print'), print, { enabled: closed });
  useKey('Ctrl+Enter', t('agreements.acts.addEvent'), addEvent, { enabled: closed && mayWrite });
  return (
    <Screen title={agreement.title} crumbs={crumbs} aside={<AgreementBadge agreement={agreement} />}>
      <SplitPane columns="minmax(0, 1fr) min(30rem, 42%)">
        <Card pane={t('agreements.facts.label')}>
          <CardHeader title={t('agreements.facts.label')} />
          <CardBody scroll>
            {acts.error === null || !closed ? null : <ErrorBlock text={say(acts.error)} />}
            <Facts agreement={agreement} />
          </CardBody>
          <CardFooter
            end={
              mayWrite ? (
                <Button kind="danger" onClick={() => void acts.remove()}>
                  {t('agreements.acts.remove')}
                </Button>
              ) : undefined
            }
          >
            {mayWrite ? (
              <Button kind="filled" keys="Ctrl+Enter" onClick={addEvent}>
                {t('agreements.acts.addEvent')}
              </Button>
            ) : null}
            <Button keys="F9" icon={<Icon of={IconPrinter} />} onClick={print}>
              {t('agreements.acts.print')}
            </Button>
            {mayWrite ? (
              <Button icon={<Icon of={IconPencil} />} onClick={() => go(paths.editAgreement(id))}>
                {t('agreements.acts.edit')}
              </Button>
            ) : null}
            {mayRenew ? (
              <Button icon={<Icon of={IconRefresh} />} onClick={renew}>
                {t('agreements.acts.renew')}
              </Button>
            ) : null}
            {mayWrite && endedOn === null ? (
              <Button onClick={() => acts.show({ kind: 'end' })}>{t('agreements.acts.end')}</Button>
            ) : null}
            {mayWrite && endedOn !== null ? (
              <Button loading={acts.busy} onClick={() => void acts.reopen()}>
                {t('agreements.acts.reopen')}
              </Button>
            ) : null}
          </CardFooter>
        </Card>
        <Card pane={t('agreements.event.heading')}>
          <CardHeader title={t('agreements.event.heading')} />
          <CardBody scroll>
            <AgreementEvents
              events={agreement.events}
              onSettle={mayWrite ? (event) => acts.show({ kind: 'settle', event }) : undefined}
            />
          </CardBody>
          <Papers agreement={agreement} acts={acts} mayWrite={mayWrite} />
        </Card>
      </SplitPane>
      <Dialogs acts={acts} />
    </Screen>
  );
}

function Dialogs({ acts }: { readonly acts: AgreementActs }) {
  const { dialog, busy, error } = acts;
  if (dialog === null) return null;
  const common = { busy, error, onClose: () => acts.show(null) };
  switch (dialog.kind) {
    case 'end':
      return <EndDialog {...common} onConfirm={(end) => void acts.end(end)} />;
    case 'event':
      return <EventDialog {...common} onConfirm={(event) => void acts.addEvent(event)} />;
    case 'settle':
      return (
        <SettleDialog
          {...common}
          event={dialog.event}
          onConfirm={(settled) => void acts.settle(dialog.event, settled)}
        />
      );
    default:
      return assertNever(dialog);
  }
}

function Facts({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useText();
  const { number, signedOn, startsOn, endsOn, endedOn, endReason, renewsId, renewedById } = agreement;
  const day = (iso: string | null) => (iso === null ? [] : [<DualDateText key={iso} iso={iso} />]);
  const rows = [
    {
      term: t('agreements.facts.party'),
      value: (
        <AppLink to={paths.beneficiaryPart(agreement.partyId, 'agreements')}>{agreement.partyName}</AppLink>
      ),
    },
    { term: t('agreements.facts.kind'), value: t(`agreements.kind.${agreement.kind}`) },
    ...(number === '' ? [] : [{ term: t('agreements.facts.number'), value: <Ref value={number} /> }]),
    {
      term: t('agreements.facts.signedOn'),
      value: day(signedOn)[0] ?? <span className={css['dim']}>{t('agreements.facts.notSigned')}</span>,
    },
    ...day(startsOn).map((value) => ({ term: t('agreements.facts.startsOn'), value })),
    {
      term: t('agreements.facts.endsOn'),
      value: day(endsOn)[0] ?? <span className={css['dim']}>{t('agreements.facts.openEnd')}</span>,
    },
    ...day(endedOn).map((value) => ({ term: t('agreements.facts.endedOn'), value })),
    ...(endReason === '' ? [] : [{ term: t('agreements.facts.endReason'), value: endReason }]),
    ...[
      { term: t('agreements.facts.renews'), to: renewsId },
      { term: t('agreements.facts.renewedBy'), to: renewedById },
    ].flatMap(({ term, to }) =>
      to === null
        ? []
        : [
            {
              term,
              value: <AppLink to={paths.agreement(to)}>{t('agreements.facts.openOne')}</AppLink>,
            },
          ],
    ),
    {
      term: t('agreements.facts.recorded'),
      value: <PersonAt name={agreement.createdByName} atMs={agreement.createdAtMs} />,
    },
  ];
  const duties = (['ourDuties', 'theirDuties', 'liability'] as const).filter((key) => agreement[key] !== '');
  return (
    <>
      <SummaryList rows={rows} label={t('agreements.facts.label')} />
      <div className={css['duties']}>
        {duties.map((key) => (
          <section key={key}>
            <h3>{t(`agreements.facts.${key}`)}</h3>
            <p>{agreement[key]}</p>
          </section>
        ))}
      </div>
    </>
  );
}

function Papers({
  agreement,
  acts,
  mayWrite,
}: {
  readonly agreement: Agreement;
  readonly acts: AgreementActs;
  readonly mayWrite: boolean;
}) {
  const { t } = useText();
  const chips = agreement.attachments.map((attachment) => (
    <FileChip
      key={attachment.id}
      file={attachment.file}
      {...(mayWrite ? { onRemove: () => void acts.detach(attachment) } : {})}
    />
  ));
  return (
    <CardSection title={t('agreements.papers.heading')}>
      <div className={css['pad']}>
        {mayWrite ? (
          <FilePicker
            label={t('agreements.papers.add')}
            accept="any"
            help={null}
            onFile={({ sha256, name }) => void acts.attach({ sha256, name })}
          >
            {chips}
          </FilePicker>
        ) : (
          chips
        )}
      </div>
    </CardSection>
  );
}

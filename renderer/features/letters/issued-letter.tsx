import {
  IconArrowBackUp,
  IconBan,
  IconCertificate,
  IconCopy,
  IconDeviceFloppy,
  IconDots,
  IconMail,
  IconPrinter,
  IconSend,
  IconSignature,
  IconTag,
} from '@tabler/icons-react';
import { Menu } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useStaff } from '#renderer/api/session.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { usePrint } from '#renderer/api/use-print.tsx';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardBody, CardFooter, CardHeader, SplitPane } from '#renderer/ui/card.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { paths, withQuery } from '#renderer/ui/paths.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import { ErrorBlock, Note } from '#renderer/ui/states.tsx';
import type { Letter } from '#shared/letters/letter.ts';
import type { OrganisationProfile } from '#shared/organisation/profile.ts';
import { DeliveryDialog } from './delivery-dialog.tsx';
import { IssuedFacts, IssuedOrigin } from './issued-facts.tsx';
import { IssuedHistory } from './issued-history.tsx';
import { IssuedSteps } from './issued-steps.tsx';
import css from './issued.module.css';
import { VoidDialog } from './issue-dialogs.tsx';
import { letterRights, nextStep, type NextStep } from './letter-acts.ts';
import { LetterStateBadge } from '#renderer/ui/letter-state-badge.tsx';
import { PaperStage } from '#renderer/ui/pdf-stage.tsx';
import { printableLetter } from './printable-letter.ts';
import { SignedScanDialog } from './signed-scan-dialog.tsx';
import { useLetterFlow } from './use-letter-flow.ts';
import { useLetterLife } from './use-letter-life.ts';

const SIGNS = {
  print: IconPrinter,
  sign: IconSignature,
  deliver: IconSend,
  certificate: IconCertificate,
} as const;

/** An issued letter: what is still to be done with it, its sealed paper that never changes, and all that is on record. */
export function IssuedLetter({
  letter,
  profile,
}: {
  readonly letter: Letter;
  readonly profile: OrganisationProfile;
}): ReactElement {
  const { t } = useText();
  const go = useGo();
  const errorText = useErrorText();
  const rights = letterRights(useStaff());
  const sealed = useChannelQuery('letters.pdf', { id: letter.id });
  const flow = useLetterFlow();
  const life = useLetterLife(letter);
  const printing = usePrint(`letter ${letter.id}`);
  const [dialog, setDialog] = useState<'scan' | 'delivery' | 'void' | null>(null);
  const open = letter.state === 'issued';
  const mayWrite = open && rights.write;
  // What is void leaves the desk no more, by no key: what is printed of it is its certificate.
  const next: NextStep | 'certificate' = open
    ? ((rights.write ? nextStep(letter) : null) ?? 'print')
    : 'certificate';

  const print = (): void => void printing.print(printableLetter(letter));
  const choose = (): void => printing.choose(printableLetter(letter));
  const correct = (): void => go(withQuery(paths.newLetter, { correctsId: letter.id }));
  const certificate = (): void => go(paths.paper({ kind: 'voidCertificate', letterId: letter.id }));
  const verbs = {
    print: t('letters.actions.print'),
    sign: t('letterLife.acts.fileScan'),
    deliver: t('letterLife.acts.deliver'),
    certificate: t('letterLife.acts.certificate'),
  };
  const acts = {
    print,
    sign: () => setDialog('scan'),
    deliver: () => setDialog('delivery'),
    certificate,
  };
  const keysOn = { enabled: dialog === null };
  useKey('Ctrl+Enter', verbs[next], acts[next], keysOn);
  useKey('F9', verbs[open ? 'print' : 'certificate'], open ? print : certificate, keysOn);
  useKey('Shift+F9', t('letters.actions.printCopies'), choose, { enabled: open && dialog === null });
  const close = (): void => {
    flow.clearError();
    life.clearError();
    setDialog(null);
  };
  const closeWhen = (done: boolean): void => (done ? setDialog(null) : undefined);

  const error = flow.error ?? life.error;
  return (
    <Screen
      title={letter.subject}
      crumbs={[{ name: t('letters.title'), to: paths.letters }, { name: t('letters.outgoing') }]}
      aside={<LetterStateBadge state={letter.state} />}
      actions={rights.write ? <Button onClick={correct}>{t('letterLife.acts.correct')}</Button> : undefined}
    >
      <IssuedSteps letter={letter} />
      <SplitPane columns="minmax(0, 1fr) min(34.5rem, 49%)">
        <Card pane={t('letters.facts.label')}>
          <CardHeader title={t('letters.facts.label')} />
          <CardBody scroll>
            {open ? printing.notice : null}
            {error === null || dialog !== null ? null : <ErrorBlock text={errorText(error)} />}
            {open ? null : (
              <div className={css['voidNote']}>
                <Note kind="warning">{t('letters.state.voided', { reason: letter.voidReason })}</Note>
              </div>
            )}
            <IssuedFacts letter={letter} digits={profile.letters.fieldDigits} />
            <section className={css['record']}>
              <h3>{t('letterLife.history.title')}</h3>
              <IssuedHistory
                letter={letter}
                onWithdraw={mayWrite ? (id) => void life.withdrawDelivery(id) : null}
              />
            </section>
            <section className={css['record']}>
              <h3>{t('letterLife.facts.origin')}</h3>
              <IssuedOrigin letter={letter} />
            </section>
          </CardBody>
          <CardFooter
            end={
              open ? (
                <Menu position="top-end" width="14rem">
                  <Menu.Target>
                    <Button kind="quiet" icon={<Icon of={IconDots} />}>
                      {t('letterLife.acts.more')}
                    </Button>
                  </Menu.Target>
                  <Menu.Dropdown>
                    <Menu.Item leftSection={<Icon of={IconCopy} size="sm" />} onClick={choose}>
                      {t('letters.actions.printCopies')}
                    </Menu.Item>
                    <Menu.Item
                      leftSection={<Icon of={IconDeviceFloppy} size="sm" />}
                      onClick={() => void flow.savePdf(letter.id)}
                    >
                      {t('letters.actions.savePdf')}
                    </Menu.Item>
                    <Menu.Item
                      leftSection={<Icon of={IconMail} size="sm" />}
                      onClick={() => go(paths.paper({ kind: 'envelopes', letterIds: [letter.id] }))}
                    >
                      {t('papers.one.envelope')}
                    </Menu.Item>
                    <Menu.Item
                      leftSection={<Icon of={IconTag} size="sm" />}
                      onClick={() => go(paths.paper({ kind: 'labels', letterIds: [letter.id] }))}
                    >
                      {t('papers.one.label')}
                    </Menu.Item>
                    {mayWrite && next !== 'sign' ? (
                      <Menu.Item leftSection={<Icon of={IconSignature} size="sm" />} onClick={acts.sign}>
                        {verbs.sign}
                      </Menu.Item>
                    ) : null}
                    {mayWrite && next !== 'deliver' ? (
                      <Menu.Item leftSection={<Icon of={IconSend} size="sm" mirror />} onClick={acts.deliver}>
                        {letter.delivered ? t('letterLife.acts.deliverAgain') : verbs.deliver}
                      </Menu.Item>
                    ) : null}
                    {mayWrite &&
                    letter.signings.some((one) => one.kind === 'scan' && one.withdrawn === null) ? (
                      <Menu.Item
                        leftSection={<Icon of={IconArrowBackUp} size="sm" mirror />}
                        onClick={() => void life.withdrawSigning()}
                      >
                        {t('letterLife.acts.withdrawSigning')}
                      </Menu.Item>
                    ) : null}
                    {rights.issue ? (
                      <Menu.Item
                        className={css['danger'] ?? ''}
                        leftSection={<Icon of={IconBan} size="sm" />}
                        onClick={() => setDialog('void')}
                      >
                        {t('letters.actions.void')}
                      </Menu.Item>
                    ) : null}
                  </Menu.Dropdown>
                </Menu>
              ) : undefined
            }
          >
            <Button
              kind="filled"
              keys={next === 'print' ? 'F9' : 'Ctrl+Enter'}
              icon={<Icon of={SIGNS[next]} mirror={next === 'deliver'} />}
              loading={next === 'print' ? printing.busy : life.busy}
              onClick={acts[next]}
            >
              {verbs[next]}
            </Button>
            {next === 'print' || !open ? null : (
              <Button keys="F9" icon={<Icon of={IconPrinter} />} onClick={print}>
                {t('letters.actions.print')}
              </Button>
            )}
          </CardFooter>
        </Card>
        <PaperStage
          title={t('letters.preview.sealed')}
          pdf={sealed.data?.pdf ?? null}
          stale={sealed.error !== null}
          {...(open ? {} : { ribbon: t('letterLife.facts.voided') })}
        />
      </SplitPane>
      <SignedScanDialog
        opened={dialog === 'scan'}
        error={life.error}
        onFile={(file) => void life.fileScan(file).then(closeWhen)}
        onClose={close}
      />
      {dialog === 'delivery' ? (
        <DeliveryDialog
          letter={letter}
          busy={life.busy}
          error={life.error}
          onConfirm={(delivery) => void life.deliver(delivery).then(closeWhen)}
          onClose={close}
        />
      ) : null}
      <VoidDialog
        opened={dialog === 'void'}
        letter={letter}
        busy={flow.busy}
        error={flow.error}
        onConfirm={(reason) =>
          void flow.voidLetter(letter.id, reason).then((voided) => closeWhen(voided !== null))
        }
        onClose={close}
      />
    </Screen>
  );
}

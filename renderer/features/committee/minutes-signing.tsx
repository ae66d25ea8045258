import { Checkbox } from '@mantine/core';
import { IconCheck, IconClock, IconFileUpload } from '@tabler/icons-react';
import { useState } from 'react';
import type { CommitteeMember, CommitteeSession } from '#shared/committee/committee.ts';
import type { FileRef } from '#shared/files/stored-file.ts';
import { type DocumentSignature, type SealedDocument, standing } from '#shared/sealed/sealed-document.ts';
import type { SignatureInput } from '#shared/sealed/sealed-contract.ts';
import { call } from '#renderer/api/client.ts';
import { QueryView } from '#renderer/api/query-view.tsx';
import { useStaff } from '#renderer/api/session.ts';
import { SignatureDialog } from '#renderer/api/signature-dialog.tsx';
import { SignedSheet } from '#renderer/api/signed-sheet.tsx';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { WithdrawSignature } from '#renderer/api/withdraw-signature.tsx';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { ErrorBlock, Note } from '#renderer/ui/states.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import { ActDialog } from './act-dialog.tsx';
import { useDialogAct } from './use-dialog-act.ts';
import css from './committee.module.css';

interface SigningProps {
  readonly document: SealedDocument;
  /** Who was there, and has not signed yet. */
  readonly left: readonly CommitteeMember[];
}

const sign = async (
  { id }: Pick<SealedDocument, 'id'>,
  members: readonly CommitteeMember[],
  how: Pick<SignatureInput, 'mode' | 'file'>,
): Promise<void> => {
  const signatures = members.map((member) => ({ signer: 'member' as const, memberId: member.id, ...how }));
  await call('signatures.add', { documentId: id, signatures });
};

/** The sealed minutes are signed by those who were there: on the pad, as oneself, or by the sheet that comes back. */
export function MinutesSigning({
  session,
  onClose,
}: {
  readonly session: CommitteeSession;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const papers = useChannelQuery('sealed.list', { subject: { kind: 'committeeSession', id: session.id } });
  const [taking, setTaking] = useState<'sheet' | CommitteeMember | null>(null);
  const [wrong, setWrong] = useState<DocumentSignature | null>(null);
  const document = papers.data?.find(({ id }) => id === session.minutesDocumentId);
  const present = session.attendance.flatMap((one) => (one.present ? [one.member] : []));
  if (document === undefined)
    return (
      <Dialog opened onClose={onClose} title={t('committee.minutes.signTitle')}>
        <QueryView query={papers} rows={3}>
          {() => null}
        </QueryView>
      </Dialog>
    );
  const signed = new Set(standing(document).map(({ name }) => name));
  const left = present.filter(({ name }) => !signed.has(name));
  if (wrong !== null)
    return (
      <WithdrawSignature
        signature={wrong}
        help={t('committee.minutes.withdrawHelp')}
        missing={t('committee.minutes.withdrawMissing')}
        onClose={() => setWrong(null)}
      />
    );
  if (taking === 'sheet')
    return <SheetDialog document={document} left={left} onClose={() => setTaking(null)} />;
  if (taking !== null)
    return (
      <SignatureDialog
        title={t('committee.minutes.padTitle')}
        label={taking.name}
        onClose={() => setTaking(null)}
        onSigned={async (file) => {
          await sign(document, [taking], { mode: 'screen', file });
          showToast(t('committee.minutes.signed'));
          setTaking(null);
        }}
      >
        <p>
          <b>{taking.name}</b>: {t('committee.minutes.padText', { title: document.title })}
        </p>
      </SignatureDialog>
    );
  return (
    <Signers
      document={document}
      left={left}
      present={present}
      onTake={setTaking}
      onWithdraw={setWrong}
      onClose={onClose}
    />
  );
}

function Signers({
  document,
  left,
  present,
  onTake,
  onWithdraw,
  onClose,
}: SigningProps & {
  readonly present: readonly CommitteeMember[];
  readonly onTake: (taking: 'sheet' | CommitteeMember) => void;
  readonly onWithdraw: (signature: DocumentSignature) => void;
  readonly onClose: () => void;
}) {
  const { t, text, digits } = useText();
  const say = useErrorText();
  const me = useStaff();
  // It stays open: the others sign after oneself.
  const { busy, error, run } = useDialogAct(() => undefined);
  const attach = (): void => onTake('sheet');
  useKey('Ctrl+Enter', t('committee.minutes.attach'), attach, { enabled: left.length > 0 });
  return (
    <Dialog
      opened
      onClose={onClose}
      width="38rem"
      title={t('committee.minutes.signTitle')}
      footer={
        <>
          {left.length === 0 ? null : (
            <Button
              kind="filled"
              keys="Ctrl+Enter"
              icon={<Icon of={IconFileUpload} size="sm" />}
              onClick={attach}
            >
              {t('committee.minutes.attach')}
            </Button>
          )}
          <Button keys="Esc" onClick={onClose}>
            {t('common.back')}
          </Button>
        </>
      }
    >
      {error === null ? null : <ErrorBlock text={say(error)} />}
      {left.length === 0 ? null : <Note kind="neutral">{t('committee.minutes.signHelp')}</Note>}
      <p className={css['quorum']} data-met={left.length === 0 || undefined} role="status">
        {digits(
          t('committee.minutes.signedOf', { signed: present.length - left.length, all: present.length }),
        )}
      </p>
      <ul className={css['list']} aria-label={t('committee.minutes.signatures')}>
        {present.map((member) => {
          const given = standing(document).find(({ name }) => name === member.name);
          return (
            <li key={member.id} className={css['signer']}>
              <span className={css['rowWhat']}>
                <b>{member.name}</b>
                <span className={css['dim']}>{text('committee.role', member.role)}</span>
              </span>
              {given === undefined ? (
                <span className={css['rowActs']}>
                  <Badge kind="warning" icon={IconClock}>
                    {t('committee.minutes.waiting')}
                  </Badge>
                  {member.staffId === me.id ? (
                    <Button
                      size="sm"
                      loading={busy}
                      onClick={() =>
                        void run(async () => {
                          await sign(document, [member], { mode: 'account', file: null });
                          showToast(t('committee.minutes.signed'));
                        })
                      }
                    >
                      {t('committee.minutes.asMe', { name: member.name })}
                    </Button>
                  ) : null}
                  <Button
                    size="sm"
                    label={`${t('committee.minutes.onPad')}: ${member.name}`}
                    onClick={() => onTake(member)}
                  >
                    {t('committee.minutes.onPad')}
                  </Button>
                </span>
              ) : (
                <span className={css['rowActs']}>
                  <Badge kind="success" icon={IconCheck}>
                    {t(`committee.minutes.modes.${given.mode}`)}
                  </Badge>
                  <Button
                    kind="quiet"
                    size="sm"
                    label={t('sealed.withdraw.of', { name: member.name })}
                    onClick={() => onWithdraw(given)}
                  >
                    {t('sealed.withdraw.button')}
                  </Button>
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}

/** The signed sheet comes back by its code, for those whose hand is on it. */
function SheetDialog({ document, left, onClose }: SigningProps & { readonly onClose: () => void }) {
  const { t } = useText();
  const [sheet, setSheet] = useState<FileRef | null>(null);
  const [without, setWithout] = useState<readonly number[]>([]);
  const [asked, setAsked] = useState(false);
  const { busy, error, run } = useDialogAct(onClose);
  const who = left.filter(({ id }) => !without.includes(id));
  const save = (): void => {
    setAsked(true);
    if (sheet === null || who.length === 0) return;
    void run(async () => {
      await sign(document, who, { mode: 'paper', file: sheet });
      showToast(t('committee.minutes.signed'));
    });
  };
  return (
    <ActDialog
      title={t('committee.minutes.attachTitle')}
      verb={t('committee.minutes.attach')}
      busy={busy}
      error={error}
      onAct={save}
      onClose={onClose}
    >
      <SignedSheet
        paper={document}
        autoFocus
        onSheet={setSheet}
        error={asked && sheet === null ? t('sealed.scan.fileMissing') : undefined}
      />
      <fieldset className={css['who']}>
        <legend>{t('committee.minutes.who')}</legend>
        {left.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            checked={!without.includes(id)}
            onChange={() =>
              setWithout((all) => (all.includes(id) ? all.filter((one) => one !== id) : [...all, id]))
            }
          />
        ))}
      </fieldset>
      {asked && who.length === 0 ? <ErrorBlock text={t('committee.minutes.whoMissing')} /> : null}
    </ActDialog>
  );
}

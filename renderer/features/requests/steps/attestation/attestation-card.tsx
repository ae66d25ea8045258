import { IconBook2, IconLock, IconPrinter } from '@tabler/icons-react';
import { useRef, useState, type ReactElement } from 'react';
import type { Attestation } from '#shared/attestation/attestation.ts';
import { type DocumentSignature, type SealedDocument, standing } from '#shared/sealed/sealed-document.ts';
import { ReferDialog } from '#renderer/api/research/refer-dialog.tsx';
import { printableSealed, sealedKey, SealedView } from '#renderer/api/sealed-view.tsx';
import { useStaff } from '#renderer/api/session.ts';
import { usePrint } from '#renderer/api/use-print.tsx';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardFooter } from '#renderer/ui/card.tsx';
import { When } from '#renderer/ui/dates.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { paths } from '#renderer/ui/paths.ts';
import { ErrorBlock, Note } from '#renderer/ui/states.tsx';
import requestCss from '../../requests.module.css';
import type { StepProps } from '../step-props.ts';
import { type AttestedDatum, AttestedRows } from './attested-rows.tsx';
import css from './attestation.module.css';
import { ChangeDatum, isPutRightHere } from './change-datum.tsx';
import { useDeedRefusal } from './deed-refusal.tsx';
import { EarlierPapers } from './earlier-papers.tsx';
import { type ApplicantMode, ApplicantBox, OfficerBox } from './signature-boxes.tsx';
import { type Taking, TakingDialogs } from './taking-dialogs.tsx';
import { useAttestation } from './use-attestation.ts';

const signatureOf = (
  document: SealedDocument | null,
  signer: DocumentSignature['signer'],
): DocumentSignature | undefined =>
  document === null ? undefined : standing(document).find((one) => one.signer === signer);

/** مراجعة وإقرار: the check of the answers, the policy's own sentence, both signatures, and the way on. */
export function AttestationCard({
  request,
  party,
  mayWrite,
  busy: pageBusy,
  onEdit,
  onRepresent,
  onDone,
  attestation,
}: StepProps & { readonly attestation: Attestation }): ReactElement {
  const { t, text } = useText();
  const staff = useStaff();
  const go = useGo();
  const acts = useAttestation(request.id);
  const officerButton = useRef<HTMLButtonElement>(null);
  const applicantWays = useRef<HTMLDivElement>(null);
  const [missing, setMissing] = useState<string | null>(null);
  const [taking, setTaking] = useState<Taking | null>(null);
  const [changing, setChanging] = useState<AttestedDatum | null>(null);
  const [referring, setReferring] = useState(false);
  const [viewed, setViewed] = useState<SealedDocument | null>(null);
  const { document } = attestation;
  const stale = attestation.state === 'stale';
  // What was signed of other data binds nobody: the boxes wait again.
  const standingPaper = stale ? null : document;
  const applicant = signatureOf(standingPaper, 'applicant');
  const officer = signatureOf(standingPaper, 'officer');
  const printing = usePrint(document === null ? null : sealedKey(document.id));
  const sex = party?.sex ?? 'unknown';
  const { representation } = request;
  const boxTitle =
    representation === null
      ? t(`sealed.attest.boxOf.${sex}`)
      : text('sealed.attest.boxFor', sex, { name: representation.name });
  const deedRefusal = useDeedRefusal(request, onRepresent);
  const officerVerb = t('sealed.attest.officerSign', { name: staff.name });
  const here = request.phase === 'attestation';
  const verb = t(here ? 'sealed.attest.complete' : 'sealed.attest.back');
  const quiet = taking === null && viewed === null && changing === null && !referring && !pageBusy;

  /** The way of signing that stands: arrows choose another, Tab leads to its button. */
  const toApplicant = (): void =>
    applicantWays.current?.querySelector<HTMLElement>('[role="radio"][aria-checked="true"]')?.focus();
  const press = async (): Promise<void> => {
    acts.forget();
    if (applicant === undefined && deedRefusal !== null) {
      setMissing(t('sealed.refused.deed'));
      return;
    }
    if (applicant === undefined || officer === undefined) {
      const what = { applicant: boxTitle, verb: officerVerb };
      setMissing(
        applicant === undefined && officer === undefined
          ? t('sealed.attest.missing.both', what)
          : applicant === undefined
            ? t('sealed.attest.missing.applicant', what)
            : t('sealed.attest.missing.officer', what),
      );
      if (officer === undefined) officerButton.current?.focus();
      else toApplicant();
      return;
    }
    setMissing(null);
    if (!here) go(paths.request(request.id));
    else if (await acts.complete()) onDone();
  };
  const print = async (how: 'print' | 'choose'): Promise<void> => {
    const paper = await acts.prepare();
    if (paper === undefined) return;
    if (how === 'print') await printing.print(printableSealed(paper));
    else printing.choose(printableSealed(paper));
  };
  const take = async (mode: ApplicantMode): Promise<void> => {
    setMissing(null);
    const paper = await acts.prepare();
    if (paper !== undefined) setTaking({ is: mode, paper });
  };
  const sign = async (): Promise<void> => {
    setMissing(null);
    if (await acts.signAsOfficer(t('sealed.attest.signedOfficer'))) toApplicant();
  };
  const change = (datum: AttestedDatum): void => {
    if (isPutRightHere(datum)) setChanging(datum);
    else if (datum.field === 'representation') onRepresent();
    else onEdit();
  };
  useKey('Ctrl+Enter', verb, () => void press(), { enabled: mayWrite && quiet });
  useKey('F9', t('sealed.attest.print'), () => void print('print'), { enabled: mayWrite && quiet });
  useKey('Shift+F9', t('sealed.attest.printAs'), () => void print('choose'), { enabled: mayWrite && quiet });

  const problem = acts.problem ?? missing ?? undefined;
  const mayWithdraw = mayWrite && here;
  const withdraw = mayWithdraw
    ? (signature: DocumentSignature) => setTaking({ is: 'withdraw', signature })
    : undefined;
  return (
    <Card pane={t('sealed.attest.title')}>
      <div className={requestCss['stepBody']}>
        <div className={css['head']}>
          <h2>{t('sealed.attest.title')}</h2>
          {standingPaper === null ? null : mayWrite ? (
            <button type="button" className={css['frozen']} onClick={() => setViewed(standingPaper)}>
              <Frozen paper={standingPaper} />
            </button>
          ) : (
            <span className={css['dim']}>
              <Frozen paper={standingPaper} />
            </span>
          )}
        </div>
        <p className={requestCss['clause']}>
          <Icon of={IconBook2} size="sm" />
          <q>{attestation.clause}</q>
        </p>
        {problem === undefined ? null : <ErrorBlock text={problem} />}
        {printing.notice}
        {stale ? (
          <Note kind="warning">
            <b>
              {t('sealed.attest.stale', {
                fields: attestation.fields
                  .filter(({ field }) => attestation.changed.includes(field))
                  .map(({ label }) => label)
                  .join('، '),
              })}
            </b>
            <p>{t('sealed.attest.staleHelp')}</p>
          </Note>
        ) : null}
        <AttestedRows attestation={attestation} mayWrite={mayWrite} onChange={change} />
        <EarlierPapers papers={attestation.earlier} onView={mayWrite ? setViewed : null} />
      </div>
      <div className={css['boxes']}>
        <ApplicantBox
          ways={applicantWays}
          title={boxTitle}
          signature={applicant}
          mayWrite={mayWrite}
          refused={deedRefusal}
          onTake={(mode) => void take(mode)}
          onWithdraw={withdraw}
        />
        <OfficerBox
          ref={officerButton}
          signature={officer}
          officerName={staff.name}
          mayWrite={mayWrite}
          onSign={() => void sign()}
          onWithdraw={withdraw}
        />
      </div>
      {mayWrite ? (
        <CardFooter
          end={
            here ? (
              <>
                {standingPaper === null ? null : (
                  <Button kind="quiet" onClick={() => setTaking({ is: 'void', paper: standingPaper })}>
                    {t('sealed.void.button')}
                  </Button>
                )}
                {request.allowed.includes('refer') ? (
                  <Button kind="quiet" onClick={() => setReferring(true)}>
                    {t('referrals.act.refer')}
                  </Button>
                ) : null}
              </>
            ) : null
          }
        >
          <Button kind="filled" keys="Ctrl+Enter" loading={acts.busy} onClick={() => void press()}>
            {verb}
          </Button>
          <Button
            icon={<Icon of={IconPrinter} />}
            keys="F9"
            loading={printing.busy}
            onClick={() => void print('print')}
          >
            {t('sealed.attest.print')}
          </Button>
        </CardFooter>
      ) : null}
      {taking === null ? null : (
        <TakingDialogs
          taking={taking}
          who={{
            title: boxTitle,
            name: representation?.name ?? request.partyName,
            representationId: representation?.id ?? null,
          }}
          declaration={attestation.declaration}
          acts={acts}
          onClose={() => setTaking(null)}
        />
      )}
      {changing === null ? null : (
        <ChangeDatum request={request} datum={changing} onClose={() => setChanging(null)} />
      )}
      {referring ? (
        <ReferDialog
          of={{ partyId: request.partyId, requestId: request.id, visitId: request.visitId }}
          onClose={() => setReferring(false)}
        />
      ) : null}
      {viewed === null ? null : <SealedView paper={viewed} onClose={() => setViewed(null)} />}
    </Card>
  );
}

/** Which version stands, since when. Its pages bear the identity whole: who does not hold the card opens them not. */
function Frozen({ paper }: { readonly paper: SealedDocument }) {
  const { t } = useText();
  return (
    <>
      <Icon of={IconLock} size="xs" />
      {t('sealed.frozen', { version: paper.version })} <When atMs={paper.madeAtMs} />
    </>
  );
}

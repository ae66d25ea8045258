import { IconCopy } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import { FileChips } from '#renderer/api/file-chip.tsx';
import { useText } from '#renderer/i18n/use-text.ts';
import { AppLink } from '#renderer/ui/app-link.tsx';
import { IconButton } from '#renderer/ui/button.tsx';
import { copyText } from '#renderer/ui/copy-text.ts';
import { DualDateText, PersonAt, ShortDate } from '#renderer/ui/dates.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { Ref } from '#renderer/ui/numbers.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { SummaryList, type SummaryRow } from '#renderer/ui/summary-list.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import { attachmentsText } from '#shared/arabic/counted.ts';
import type { DigitSystem } from '#shared/arabic/digits.ts';
import { type LetterLink, signingInForce } from '#shared/letters/letter-life.ts';
import { recipientLine } from '#shared/letters/letter-rules.ts';
import type { Letter } from '#shared/letters/letter.ts';
import { groupedCode } from '#shared/letters/verification-code.ts';
import { copiesAsText } from './letter-content.ts';
import css from './issued.module.css';

/** Another letter of ours, by number and day; a draft by its subject. */
function LetterLinkText({ link }: { readonly link: LetterLink }): ReactElement {
  const { t } = useText();
  return (
    <span className={css['linkLine']}>
      <AppLink to={paths.letter(link.id)}>
        {link.referenceNumber === null ? (
          `${t('letterLife.facts.draft')}: ${link.subject}`
        ) : (
          <Ref value={link.referenceNumber} />
        )}
      </AppLink>
      {link.day === null ? null : <ShortDate iso={link.day} />}
      {link.voided ? <span className={css['dim']}>{t('letterLife.facts.voided')}</span> : null}
    </span>
  );
}

function CodeText({ code }: { readonly code: string }): ReactElement {
  const { t, digits } = useText();
  return (
    <span className={css['linkLine']}>
      <bdi dir="ltr" className={css['code']}>
        {digits(groupedCode(code))}
      </bdi>
      <IconButton
        label={t('letterLife.facts.copyCode')}
        icon={<Icon of={IconCopy} size="sm" />}
        onClick={() => {
          void copyText(code);
          showToast(t('letterLife.facts.codeCopied'));
        }}
      />
    </span>
  );
}

/** What is on record about an issued letter: its paper's fields first, then its links, then who did what. */
export function IssuedFacts({
  letter,
  digits: paperDigits,
}: {
  readonly letter: Letter;
  readonly digits: DigitSystem;
}): ReactElement {
  const { t } = useText();
  const { content } = letter;
  const attachments =
    content.attachments.kind === 'text'
      ? content.attachments.text
      : (content.attachments.instead ?? attachmentsText(content.attachments.items, paperDigits));
  const files =
    content.attachments.kind === 'text'
      ? []
      : content.attachments.items.flatMap((item) => (item.file === undefined ? [] : [item.file]));
  const scan = signingInForce(letter)?.file ?? null;
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
    ...row(t('letterLife.facts.signed'), scan === null ? null : <FileChips files={[scan]} />),
    ...row(
      t('letterLife.facts.corrects'),
      letter.corrects === null ? null : <LetterLinkText link={letter.corrects} />,
    ),
    ...row(
      t('letterLife.facts.correctedBy'),
      letter.correctedBy.length === 0
        ? null
        : letter.correctedBy.map((link) => <LetterLinkText key={link.id} link={link} />),
    ),
    ...row(
      t('letterLife.facts.answers'),
      letter.answers === null ? null : (
        <span className={css['linkLine']}>
          <AppLink to={paths.incomingLetter(letter.answers.id)}>
            <Ref value={letter.answers.referenceNumber} />
          </AppLink>
          {letter.answers.senderLine}
        </span>
      ),
    ),
    ...row(t('letterLife.facts.code'), letter.code === null ? null : <CodeText code={letter.code} />),
    ...row(t('letters.facts.attachments'), attachments),
    ...row(t('letterLife.facts.files'), files.length === 0 ? null : <FileChips files={files} />),
    ...row(t('letters.facts.copies'), copiesAsText(content.copies)),
    ...row(t('letters.facts.signatory'), `${content.signatory.title}: ${content.signatory.name}`),
    ...row(
      t('letters.facts.party'),
      letter.partyId === null || letter.partyName === null ? null : (
        <AppLink to={paths.beneficiary(letter.partyId)}>{letter.partyName}</AppLink>
      ),
    ),
  ];
  return <SummaryList rows={facts} label={t('letters.facts.label')} />;
}

/** Who wrote, approved and issued it, and by what its file is known. */
export function IssuedOrigin({ letter }: { readonly letter: Letter }): ReactElement {
  const { t, digits } = useText();
  const facts: SummaryRow[] = [
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
  return <SummaryList rows={facts} label={t('letterLife.facts.origin')} />;
}

const row = (term: string, value: ReactNode): SummaryRow[] =>
  value === null || value === '' ? [] : [{ term, value }];

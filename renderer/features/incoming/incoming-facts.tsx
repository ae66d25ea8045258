import { IconCheck, IconPencil } from '@tabler/icons-react';
import { attachmentsText } from '#shared/arabic/counted.ts';
import type { IncomingLetter } from '#shared/incoming/incoming.ts';
import { FileChips } from '#renderer/api/file-chip.tsx';
import { useText } from '#renderer/i18n/use-text.ts';
import { AppLink } from '#renderer/ui/app-link.tsx';
import { Badge } from '#renderer/ui/badge.tsx';
import { DualDateText, PersonAt } from '#renderer/ui/dates.tsx';
import { Ref } from '#renderer/ui/numbers.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { SummaryList, type SummaryRow } from '#renderer/ui/summary-list.tsx';
import css from './incoming.module.css';

/** The outgoing letters that were begun for it, and how far each has come. */
function Answers({ letter }: { readonly letter: IncomingLetter }) {
  const { t, text } = useText();
  return (
    <span className={css['answers']}>
      {letter.answers.map((answer) => (
        <span key={answer.id} className={css['answer']}>
          <AppLink to={paths.letter(answer.id)}>
            {answer.referenceNumber === null ? (
              t('incoming.facts.answerDraft')
            ) : (
              <Ref value={answer.referenceNumber} />
            )}
          </AppLink>
          <Badge
            kind={answer.state === 'issued' ? 'success' : answer.state === 'voided' ? 'danger' : 'neutral'}
            icon={answer.state === 'issued' ? IconCheck : IconPencil}
          >
            {text('domain.letterState', answer.state)}
          </Badge>
        </span>
      ))}
    </span>
  );
}

/** What the register holds of a letter, and what became of it. */
export function IncomingFacts({
  letter,
  onChange,
}: {
  readonly letter: IncomingLetter;
  /** Opens assignment and due day; absent for who may not. */
  readonly onChange: (() => void) | undefined;
}) {
  const { t, digits } = useText();
  const { content } = letter;
  const { attachments } = content;
  const row = (term: string, value: SummaryRow['value'] | null): SummaryRow[] =>
    value === null || value === '' ? [] : [{ term, value }];
  const files =
    attachments.kind === 'list'
      ? attachments.items.flatMap(({ file }) => (file === undefined ? [] : [file]))
      : [];
  const worded =
    attachments.kind === 'text'
      ? attachments.text
      : attachments.items.length === 0
        ? ''
        : digits(attachmentsText(attachments.items, 'latin'));
  const rows: SummaryRow[] = [
    ...row(
      t('incoming.facts.number'),
      <span className={css['number']}>
        <Ref value={letter.referenceNumber} />
      </span>,
    ),
    ...row(t('incoming.facts.date'), <DualDateText iso={letter.day} />),
    ...row(t('incoming.facts.sender'), letter.senderLine),
    ...row(
      t('incoming.facts.theirNumber'),
      letter.theirNumber === '' ? null : <Ref value={letter.theirNumber} />,
    ),
    ...row(
      t('incoming.facts.theirDate'),
      letter.theirDay === null ? null : <DualDateText iso={letter.theirDay} />,
    ),
    {
      term: t('incoming.facts.assigned'),
      value: letter.assignedToName ?? <span className={css['dim']}>{t('incoming.noOne')}</span>,
      ...(onChange === undefined ? {} : { onChange }),
    },
    ...row(t('incoming.facts.due'), letter.dueDay === null ? null : <DualDateText iso={letter.dueDay} />),
    ...row(t('incoming.facts.answers'), letter.answers.length === 0 ? null : <Answers letter={letter} />),
    ...row(
      t('incoming.facts.closed'),
      letter.closeNote === '' || letter.closedByName === null || letter.closedAtMs === null ? null : (
        <>
          {letter.closeNote}
          <br />
          <span className={css['quiet']}>
            <PersonAt name={letter.closedByName} atMs={letter.closedAtMs} />
          </span>
        </>
      ),
    ),
    ...row(t('incoming.facts.receivedBy'), t(`incoming.receivedBy.${content.receivedBy}`)),
    ...row(
      t('incoming.facts.original'),
      content.scans.length + letter.laterScans.length === 0 ? t('incoming.facts.onPaper') : null,
    ),
    ...row(t('incoming.facts.attachments'), worded),
    ...row(t('incoming.facts.attachmentFiles'), files.length === 0 ? null : <FileChips files={files} />),
    ...row(t('incoming.facts.note'), content.note),
    ...row(
      t('incoming.facts.party'),
      letter.partyId === null || letter.partyName === null ? null : (
        <AppLink to={paths.beneficiary(letter.partyId)}>{letter.partyName}</AppLink>
      ),
    ),
    ...row(
      t('incoming.facts.registeredBy'),
      <PersonAt name={letter.registeredByName} atMs={letter.registeredAtMs} />,
    ),
  ];
  return <SummaryList rows={rows} label={t('incoming.facts.label')} />;
}

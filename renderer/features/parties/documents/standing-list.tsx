import { Menu } from '@mantine/core';
import {
  IconArrowBackUp,
  IconDots,
  IconFileX,
  IconListCheck,
  IconPaperclip,
  IconRefresh,
  IconTrash,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { DocumentKind, PartyDocument } from '#shared/documents/document.ts';
import type { PartyDocuments } from '#shared/documents/documents-contract.ts';
import { FileChips } from '#renderer/api/file-chip.tsx';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { CardSection } from '#renderer/ui/card.tsx';
import { PersonAt, ShortDate } from '#renderer/ui/dates.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { Identifier } from '#renderer/ui/numbers.tsx';
import css from './documents.module.css';
import { StandingBadge } from './standing-badge.tsx';
import { useDocumentName } from '#renderer/api/register/document-name.ts';

/** What is done with a line; missing: whoever looks may not write. */
export interface LineActs {
  readonly onAdd: (kind: DocumentKind, renews: { readonly title: string } | null) => void;
  readonly onMatch: (document: PartyDocument, matched: boolean) => void;
  readonly onRemove: (document: PartyDocument) => void;
  readonly onRestore: (document: PartyDocument) => void;
  readonly onKeepCopy: (document: PartyDocument) => void;
  readonly onDestroyCopy: (document: PartyDocument) => void;
}

/** Each kind with the document that stands for it; beneath, what stands for nothing: earlier ones and those taken away. */
export function StandingList({
  file,
  acts,
}: {
  readonly file: PartyDocuments;
  readonly acts: LineActs | null;
}) {
  const { t } = useText();
  const shown = new Set(file.standing.map(({ documentId }) => documentId));
  const rest = file.documents.filter(({ id }) => !shown.has(id));
  return (
    <>
      <ul className={css['list']} aria-label={t('documents.title')}>
        {file.standing.map((standing) => {
          const document = file.documents.find(({ id }) => id === standing.documentId);
          const name = t(`documents.kind.${standing.kind}`);
          return (
            <li key={standing.kind} className={css['line']}>
              <span>
                <span className={css['name']}>{name}</span>
                {document === undefined ? null : <Facts document={document} daysLeft={standing.daysLeft} />}
              </span>
              <StandingBadge state={standing.state} />
              {acts === null ? (
                <span />
              ) : document === undefined ? (
                <span className={css['acts']}>
                  <Button
                    size="sm"
                    label={`${t('common.add')}: ${name}`}
                    onClick={() => acts.onAdd(standing.kind, null)}
                  >
                    {t('common.add')}
                  </Button>
                </span>
              ) : (
                <LineButtons
                  document={document}
                  acts={acts}
                  first={
                    standing.state === 'unmatched' ? 'match' : standing.state === 'valid' ? null : 'renew'
                  }
                />
              )}
            </li>
          );
        })}
      </ul>
      {rest.length === 0 ? null : (
        <CardSection title={t('documents.others')}>
          <ul className={css['list']} aria-label={t('documents.others')}>
            {rest.map((document) => (
              <Earlier key={document.id} document={document} acts={acts} />
            ))}
          </ul>
        </CardSection>
      )}
    </>
  );
}

function Earlier({ document, acts }: { readonly document: PartyDocument; readonly acts: LineActs | null }) {
  const { t } = useText();
  const nameOf = useDocumentName();
  const { removed } = document;
  return (
    <li className={`${css['line']} ${removed === null ? '' : css['removed']}`}>
      <span>
        <span className={css['name']}>{nameOf(document)}</span>
        <Facts document={document} daysLeft={null} />
      </span>
      <span />
      {acts === null ? (
        <span />
      ) : removed === null ? (
        <LineButtons document={document} acts={acts} first={null} />
      ) : (
        <Button
          size="sm"
          kind="quiet"
          icon={<Icon of={IconArrowBackUp} size="sm" />}
          label={`${t('documents.restore')}: ${nameOf(document)}`}
          onClick={() => acts.onRestore(document)}
        >
          {t('documents.restore')}
        </Button>
      )}
    </li>
  );
}

/** Number, end, who matched it; why it was taken away; the copy that is kept of it. */
function Facts({
  document,
  daysLeft,
}: {
  readonly document: PartyDocument;
  readonly daysLeft: number | null;
}) {
  const { t } = useText();
  const { number, expiresOn, issuedOn, note, matchedAtMs, matchedByName, copy, removed } = document;
  const facts: ReactNode[] = [
    ...(number === '' ? [] : [<Identifier key="number" value={number} />]),
    ...(issuedOn === null
      ? []
      : [
          <span key="issued">
            {t('documents.issuedOn')} <ShortDate iso={issuedOn} />
          </span>,
        ]),
    expiresOn === null ? (
      <span key="end">{t('documents.noExpiry')}</span>
    ) : (
      <span key="end">
        {t(daysLeft !== null && daysLeft < 0 ? 'documents.expiredOn' : 'documents.validUntil')}{' '}
        <ShortDate iso={expiresOn} />
        {daysLeft !== null && daysLeft >= 0 && daysLeft <= 60
          ? ` (${t('documents.left', { count: daysLeft })})`
          : ''}
      </span>
    ),
    matchedAtMs === null || matchedByName === null ? (
      <span key="match" className={css['warn']}>
        {t('documents.notMatched')}
      </span>
    ) : (
      <span key="match">
        {t('documents.matchedBy')}: <PersonAt name={matchedByName} atMs={matchedAtMs} />
      </span>
    ),
    ...(note === '' ? [] : [<span key="note">{note}</span>]),
    ...(removed === null
      ? []
      : [
          <span key="removed" className={css['warn']}>
            {t('documents.removedNote', { reason: removed.reason })}
          </span>,
        ]),
  ];
  return (
    <>
      <span className={css['facts']}>{facts}</span>
      {copy === null ? null : (
        <span className={css['facts']}>
          <FileChips files={[copy.file]} />
          <span>
            {t('documents.copyUntil')} <ShortDate iso={copy.destroyBy} />
          </span>
          <span>{copy.basis}</span>
        </span>
      )}
    </>
  );
}

function LineButtons({
  document,
  acts,
  first,
}: {
  readonly document: PartyDocument;
  readonly acts: LineActs;
  /** What the line asks for now stands beside the menu. */
  readonly first: 'match' | 'renew' | null;
}) {
  const { t } = useText();
  const nameOf = useDocumentName();
  const name = nameOf(document);
  const matched = document.matchedAtMs !== null;
  return (
    <span className={css['acts']}>
      {first === 'match' ? (
        <Button
          size="sm"
          label={`${t('documents.match')}: ${name}`}
          onClick={() => acts.onMatch(document, true)}
        >
          {t('documents.match')}
        </Button>
      ) : first === 'renew' ? (
        <Button
          size="sm"
          label={`${t('documents.renew')}: ${name}`}
          onClick={() => acts.onAdd(document.kind, { title: document.title })}
        >
          {t('documents.renew')}
        </Button>
      ) : null}
      <Menu position="bottom-end" width="13rem">
        <Menu.Target>
          <Button size="sm" kind="quiet" label={t('documents.more', { name })}>
            <Icon of={IconDots} size="sm" />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<Icon of={IconRefresh} size="sm" />}
            onClick={() => acts.onAdd(document.kind, { title: document.title })}
          >
            {t('documents.renew')}
          </Menu.Item>
          <Menu.Item
            leftSection={<Icon of={IconListCheck} size="sm" mirror />}
            onClick={() => acts.onMatch(document, !matched)}
          >
            {t(matched ? 'documents.unmatch' : 'documents.match')}
          </Menu.Item>
          {document.copy === null ? (
            <Menu.Item
              leftSection={<Icon of={IconPaperclip} size="sm" />}
              onClick={() => acts.onKeepCopy(document)}
            >
              {t('documents.keepCopy')}
            </Menu.Item>
          ) : (
            <Menu.Item
              leftSection={<Icon of={IconFileX} size="sm" />}
              onClick={() => acts.onDestroyCopy(document)}
            >
              {t('documents.destroyCopy')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<Icon of={IconTrash} size="sm" />} onClick={() => acts.onRemove(document)}>
            {t('documents.remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </span>
  );
}

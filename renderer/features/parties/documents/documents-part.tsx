import { IconFilePlus, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import type { DocumentKind, PartyDocument } from '#shared/documents/document.ts';
import { wanting } from '#shared/documents/standing.ts';
import type { Party } from '#shared/parties/party.ts';
import { QueryView } from '#renderer/api/query-view.tsx';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardBody, CardFooter, CardHeader } from '#renderer/ui/card.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { paths } from '#renderer/ui/paths.ts';
import { ErrorBlock } from '#renderer/ui/states.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import { DocumentDialog } from '#renderer/api/register/document-dialog.tsx';
import css from './documents.module.css';
import { MatchDialog } from './match-dialog.tsx';
import { MatchingCard } from './matching-card.tsx';
import { CopyDialog, DestroyDialog, RemoveDialog } from './small-dialogs.tsx';
import { StandingList } from './standing-list.tsx';
import { useDocumentActs } from './use-document-acts.ts';

type Open =
  | {
      readonly kind: 'add';
      readonly of: DocumentKind | null;
      readonly renews: { readonly title: string } | null;
    }
  | { readonly kind: 'match' }
  | { readonly kind: 'remove' | 'copy' | 'destroy'; readonly document: PartyDocument };

/** S.2: what the person showed and what it was matched to, and what is missing, expired or about to expire. */
export function DocumentsPart({
  party,
  mayWrite,
}: {
  readonly party: Pick<Party, 'id' | 'name' | 'sex'>;
  readonly mayWrite: boolean;
}) {
  const { t } = useText();
  const go = useGo();
  const say = useErrorText();
  const acts = useDocumentActs();
  const query = useChannelQuery('documents.ofParty', { partyId: party.id });
  const [open, setOpen] = useState<Open | null>(null);
  const close = (): void => setOpen(null);
  const lacking = wanting(query.data?.standing ?? []);
  const print = (): void => {
    if (query.data === undefined) return;
    if (lacking.length === 0) showToast(t('documents.nothingMissing'));
    else go(paths.paper({ kind: 'missingDocuments', partyId: party.id }));
  };
  const add = (): void => setOpen({ kind: 'add', of: null, renews: null });
  const idle = open === null;
  useKey('F3', t('documents.add'), add, { enabled: mayWrite && idle });
  useKey('F7', t('documents.matching.open'), () => setOpen({ kind: 'match' }), { enabled: mayWrite && idle });
  useKey('F9', t('documents.printMissing'), print, { enabled: idle });
  return (
    <>
      {acts.error === null ? null : <ErrorBlock text={say(acts.error)} />}
      <QueryView query={query}>
        {(file) => (
          <div className={css['part']}>
            <Card pane={t('documents.title')}>
              <CardHeader
                title={t('documents.title')}
                actions={
                  <span className={css['summary']} data-wanting={lacking.length > 0 || undefined}>
                    {lacking.length > 0
                      ? t(party.sex === 'female' ? 'documents.wantingHers' : 'documents.wanting', {
                          count: lacking.length,
                        })
                      : t('documents.complete')}
                  </span>
                }
              />
              <CardBody scroll flush>
                {file.documents.length === 0 && mayWrite ? (
                  <p className={css['firstTime']}>{t('documents.empty')}</p>
                ) : null}
                <StandingList
                  file={file}
                  acts={
                    mayWrite
                      ? {
                          onAdd: (kind, renews) => setOpen({ kind: 'add', of: kind, renews }),
                          onMatch: (document, matched) => void acts.setMatched(document, matched),
                          onRemove: (document) => setOpen({ kind: 'remove', document }),
                          onRestore: (document) => void acts.restore(document),
                          onKeepCopy: (document) => setOpen({ kind: 'copy', document }),
                          onDestroyCopy: (document) => setOpen({ kind: 'destroy', document }),
                        }
                      : null
                  }
                />
              </CardBody>
              <CardFooter
                end={
                  <Button kind="quiet" keys="F9" icon={<Icon of={IconPrinter} size="sm" />} onClick={print}>
                    {t('documents.printMissing')}
                  </Button>
                }
              >
                {mayWrite ? (
                  <Button kind="tinted" keys="F3" icon={<Icon of={IconFilePlus} size="sm" />} onClick={add}>
                    {t('documents.add')}
                  </Button>
                ) : null}
              </CardFooter>
            </Card>
            <MatchingCard
              partyId={party.id}
              data={file.data}
              mayWrite={mayWrite}
              onOpen={() => setOpen({ kind: 'match' })}
            />
          </div>
        )}
      </QueryView>
      {open === null ? null : open.kind === 'add' ? (
        <DocumentDialog partyId={party.id} kind={open.of} renews={open.renews} onClose={close} />
      ) : open.kind === 'match' ? (
        <MatchDialog partyId={party.id} onClose={close} />
      ) : open.kind === 'copy' ? (
        <CopyDialog document={open.document} onClose={close} />
      ) : open.kind === 'destroy' ? (
        <DestroyDialog document={open.document} onClose={close} />
      ) : (
        <RemoveDialog
          document={open.document}
          busy={acts.busy}
          onClose={close}
          onConfirm={(reason) =>
            void acts.remove(open.document, reason).then((done) => (done ? close() : undefined))
          }
        />
      )}
    </>
  );
}

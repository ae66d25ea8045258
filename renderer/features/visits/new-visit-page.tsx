import { useRef, useState } from 'react';
import type { PartyId } from '#shared/ids.ts';
import { type VisitPurpose, visitPurposeSchema } from '#shared/visits/visit.ts';
import { carryParty } from '#renderer/api/carried-party.ts';
import { useChannelCommand, useChannelQuery } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { paths, withQuery } from '#renderer/ui/paths.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import { useQueryParam } from '#renderer/ui/use-route.ts';
import { ChosenVisitor } from './chosen-visitor.tsx';
import { NewVisitorForm } from './new-visitor-form.tsx';
import { useVisitorDraft } from './use-visitor-draft.tsx';
import { VisitorSearch } from './visitor-search.tsx';
import { EMPTY_PARTY, partyFrom, type NewParty } from './typed-text.ts';
import css from './visits.module.css';

type Stage =
  | { readonly kind: 'search' }
  | { readonly kind: 'person'; readonly id: PartyId; readonly name: string }
  /** `start` counts up, so that another start is another form. */
  | { readonly kind: 'form'; readonly party: NewParty; readonly start: number };

/**
 * تسجيل زيارة: search first. A hit leads to the purpose, a miss to the short form with what was typed already in its
 * field. `?party=12` starts at that person (`&purpose=…` with why they came), `?text=…` with that search, `?draft=1` with what
 * was begun.
 */
export function NewVisitPage() {
  const { t } = useText();
  const go = useGo();
  const say = useErrorText();
  const asked = useQueryParam('party');
  const startText = useQueryParam('text') ?? '';
  const fromDrafts = useQueryParam('draft') !== undefined;
  const askedId = Number(asked ?? 0);
  const askedPage = useChannelQuery('parties.page', { id: askedId }, { enabled: askedId > 0 });
  const profile = useChannelQuery('organisation.get', undefined);
  const tickets = profile.data?.tickets === true;
  const start = useChannelCommand('visits.start');
  const [text, setText] = useState(startText);
  const [stage, setStage] = useState<Stage>({ kind: 'search' });
  const [purpose, setPurpose] = useState<VisitPurpose>(
    visitPurposeSchema.catch('supportRequest').parse(useQueryParam('purpose')),
  );
  const [typed, setTyped] = useState<NewParty>(EMPTY_PARTY);
  const starts = useRef(0);

  const openForm = (party: NewParty): void => {
    starts.current += 1;
    setTyped(party);
    setStage({ kind: 'form', party, start: starts.current });
  };
  const draft = useVisitorDraft(stage.kind === 'form', typed, purpose, fromDrafts, (found) => {
    setPurpose(found.purpose);
    openForm(found.party);
  });
  const chosen: Stage =
    stage.kind === 'search' && askedPage.data !== undefined
      ? { kind: 'person', id: askedPage.data.party.id, name: askedPage.data.party.name }
      : stage;

  /** Registers the visit; rejects when refused, and `start.error` says why. */
  const begin = async (party: { id: PartyId; name: string }, serve: boolean): Promise<void> => {
    const visit = await start.mutateAsync({ partyId: party.id, purpose, serve });
    await draft.discard();
    showToast(
      serve
        ? t('visits.new.started', { name: party.name })
        : visit.ticket === null
          ? t('visits.new.queued', { name: party.name })
          : t('visits.new.ticket', { name: party.name, ticket: visit.ticket }),
    );
    go(serve ? withQuery(paths.desk, { visit: visit.id }) : paths.desk, { replace: true });
  };
  const more = (party: NewParty): void => {
    carryParty({ party, purpose });
    void draft.discard().finally(() => go(withQuery(paths.newBeneficiary, { visit: purpose })));
  };
  const back = (): void => {
    setStage({ kind: 'search' });
    if (askedId > 0) go(paths.newVisit, { replace: true });
  };
  const problem = start.error === null ? undefined : say(start.error);

  return (
    <Screen
      title={t('visits.new.title')}
      crumbs={[{ name: t('visits.title'), to: paths.visits }, { name: t('visits.new.title') }]}
    >
      <div className={css['narrow']} data-stage={chosen.kind}>
        {draft.offer}
        {chosen.kind === 'search' ? (
          <VisitorSearch
            text={text}
            onText={setText}
            onHit={(hit) => setStage({ kind: 'person', id: hit.id, name: hit.name })}
            onMiss={(missed) => openForm(partyFrom(missed))}
          />
        ) : chosen.kind === 'person' ? (
          <ChosenVisitor
            id={chosen.id}
            name={chosen.name}
            purpose={purpose}
            onPurpose={setPurpose}
            tickets={tickets}
            busy={start.isPending}
            problem={problem}
            onBack={back}
            onStart={(serve) => begin(chosen, serve)}
          />
        ) : (
          <NewVisitorForm
            key={chosen.start}
            start={chosen.party}
            onTyped={setTyped}
            purpose={purpose}
            onPurpose={setPurpose}
            tickets={tickets}
            problem={problem}
            draftSaved={draft}
            onBack={back}
            onStart={begin}
            onTaken={(id, name) => setStage({ kind: 'person', id, name })}
            onMore={more}
          />
        )}
      </div>
    </Screen>
  );
}

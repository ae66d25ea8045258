import type { PartyPage } from '#shared/parties/profile.ts';
import { CardStack, SplitPane } from '#renderer/ui/card.tsx';
import { CurrentCase } from './current-case.tsx';
import { FollowUps } from './follow-ups.tsx';
import { HouseholdBrief } from './household-brief.tsx';
import { IdentityPane } from './identity-pane.tsx';
import { PartyDeliveries } from './party-deliveries.tsx';
import { PartyLetters } from './party-letters.tsx';
import { PartyRequests } from './party-requests.tsx';
import { PartyTimeline } from './party-timeline.tsx';

/** What the desk needs of somebody at a glance: the open case, who they are, what happened, what waits. */
export function Overview({
  page,
  mayWrite,
  seesCase,
  onEdit,
}: {
  readonly page: PartyPage;
  readonly mayWrite: boolean;
  readonly seesCase: boolean;
  readonly onEdit: () => void;
}) {
  return (
    <>
      <CurrentCase cases={page.cases} mayWrite={mayWrite} />
      <SplitPane columns="min(20rem, 29%) minmax(0, 1fr) min(18rem, 26%)">
        <IdentityPane page={page} mayWrite={mayWrite} onEdit={onEdit} />
        <PartyTimeline id={page.party.id} sex={page.party.sex} />
        <CardStack>
          {page.party.kind === 'person' && seesCase ? <HouseholdBrief partyId={page.party.id} /> : null}
          {page.followUps.length === 0 ? null : <FollowUps contacts={page.followUps} mayWrite={mayWrite} />}
          {/* The one request that is the current case is told above. */}
          {page.requests.length === 1 && page.cases.length === 1 ? null : (
            <PartyRequests requests={page.requests} />
          )}
          {seesCase ? <PartyDeliveries partyId={page.party.id} sex={page.party.sex} /> : null}
          <PartyLetters letters={page.letters} />
        </CardStack>
      </SplitPane>
    </>
  );
}

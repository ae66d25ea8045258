import { IconMessage2Question } from '@tabler/icons-react';
import { useState } from 'react';
import type { RequestId } from '#shared/ids.ts';
import type { SupportRequest } from '#shared/requests/request.ts';
import { CASE_ROLES, DESK_ROLES } from '#shared/staff/staff.ts';
import { QueryView } from '#renderer/api/query-view.tsx';
import { useHasRole } from '#renderer/api/session.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { AppLink } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card, SplitPane } from '#renderer/ui/card.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { LevelBadge } from '#renderer/ui/request-marks.tsx';
import { Screen } from '#renderer/ui/screen.tsx';
import { ErrorBlock, Note } from '#renderer/ui/states.tsx';
import { useIdParam } from '#renderer/ui/use-route.ts';
import { CourseDialog, type CourseAct } from './course-dialog.tsx';
import { PathLink } from './path/path-link.tsx';
import { RepresentDialog } from './represent-dialog.tsx';
import { latestStep } from './request-facts.ts';
import { RequestEditDialog } from './request-edit-dialog.tsx';
import { RequestMenu } from './request-menu.tsx';
import { RequestSpine } from './request-spine.tsx';
import { RequestStatus } from './request-status.tsx';
import { RequestTimeline } from './request-timeline.tsx';
import { ResearchCard } from './research-card.tsx';
import { RequirementsCard } from './requirements-card.tsx';
import { AttestationNotice } from './steps/attestation/attestation-notice.tsx';
import { DecisionToldCard, hasToldCard } from './steps/reply/decision-told-card.tsx';
import { STEP_CARDS } from './steps/step-registry.tsx';
import { useRequestSteps } from './use-request-steps.ts';
import { useStepFocus } from './use-step-focus.ts';
import { WhereaboutsDialog } from './whereabouts-dialog.tsx';
import css from './requests.module.css';

/** طلب الدعم: the seven steps as its spine, the one that waits in the middle. */
export function RequestPage() {
  const { t } = useText();
  const id = useIdParam() as RequestId;
  const request = useChannelQuery('requests.get', { id });
  if (request.data === undefined)
    return (
      <Screen title={t('requests.title')} crumbs={[{ name: t('requests.title'), to: paths.requests }]}>
        <QueryView query={request} rows={10}>
          {() => null}
        </QueryView>
      </Screen>
    );
  return <RequestScreen key={id} request={request.data} />;
}

function RequestScreen({ request }: { readonly request: SupportRequest }) {
  const { t, digits } = useText();
  const mayWrite = useHasRole(...DESK_ROLES);
  // Of others: what was done, and how it ended. The cards ask for what is not theirs to know.
  const sees = useHasRole(...CASE_ROLES);
  const page = useChannelQuery('parties.page', { id: request.partyId });
  const [dialog, setDialog] = useState<'edit' | 'where' | 'represent' | CourseAct | null>(null);
  const [researching, setResearching] = useState(false);
  const [telling, setTelling] = useState(false);
  const steps = useRequestSteps(request);
  const focus = useStepFocus(request.phase);
  const close = (): void => setDialog(null);
  const where = (): void => setDialog('where');
  const Step = STEP_CARDS[request.phase];
  return (
    <Screen
      title={request.partyName}
      crumbs={[
        { name: t('requests.title'), to: paths.requests },
        { name: request.number === null ? t('requests.notRaised') : digits(request.number) },
      ]}
      aside={
        <>
          <span className={css['service']}>{request.service}</span>
          <RequestStatus request={request} />
          <LevelBadge level={request.level} />
          {request.assignedTo === null ? null : (
            <span className={css['dim']}>
              {t('requests.page.assigned', { name: request.assignedTo.name })}
            </span>
          )}
        </>
      }
      actions={
        <>
          {sees ? (
            <Button icon={<Icon of={IconMessage2Question} mirror />} onClick={where}>
              {t('requests.where.title')}
            </Button>
          ) : null}
          <PathLink id={request.id} />
          {mayWrite ? (
            <RequestMenu
              request={request}
              onEdit={() => setDialog('edit')}
              onCourse={setDialog}
              onRepresent={() => setDialog('represent')}
              onReopenStep={() => steps.reopen(latestStep(request))}
            />
          ) : (
            <AppLink to={paths.beneficiary(request.partyId)}>{t('requests.page.person')}</AppLink>
          )}
        </>
      }
    >
      <RequestSpine request={request} />
      {steps.problem === undefined ? null : <ErrorBlock text={steps.problem} />}
      {sees ? <AttestationNotice request={request} mayWrite={mayWrite} /> : null}
      <SplitPane columns="minmax(0, 1fr) 22.5rem">
        <div className={css['step']} ref={focus.place}>
          {sees ? (
            <Step
              key={request.phase}
              request={request}
              party={page.data?.party}
              mayWrite={mayWrite}
              busy={dialog !== null || researching || telling}
              onEdit={() => setDialog('edit')}
              onRepresent={() => setDialog('represent')}
              onDone={focus.onDone}
            />
          ) : (
            <Card pane={t('requests.page.stepCard')}>
              <div className={css['stepBody']}>
                <Note kind="neutral">{t('requests.page.caseOnly')}</Note>
              </div>
            </Card>
          )}
        </div>
        <div className={css['side']}>
          {sees ? <RequirementsCard request={request} mayWrite={mayWrite} /> : null}
          {sees && hasToldCard(request) ? (
            <DecisionToldCard request={request} mayWrite={mayWrite} onBusy={setTelling} />
          ) : null}
          {sees ? <ResearchCard request={request} mayWrite={mayWrite} onBusy={setResearching} /> : null}
          <RequestTimeline request={request} />
        </div>
      </SplitPane>
      {dialog === 'edit' ? <RequestEditDialog request={request} onClose={close} /> : null}
      {dialog === 'where' ? (
        <WhereaboutsDialog request={request} party={page.data?.party} onClose={close} />
      ) : null}
      {dialog === 'represent' && page.data !== undefined ? (
        <RepresentDialog request={request} party={page.data.party} onClose={close} />
      ) : null}
      {dialog === null || dialog === 'edit' || dialog === 'where' || dialog === 'represent' ? null : (
        <CourseDialog key={dialog} request={request} act={dialog} onClose={close} />
      )}
    </Screen>
  );
}

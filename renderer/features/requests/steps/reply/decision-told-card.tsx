import { IconMessage2Check } from '@tabler/icons-react';
import { useState } from 'react';
import type { SupportRequest } from '#shared/requests/request.ts';
import { QueryView } from '#renderer/api/query-view.tsx';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardBody, CardHeader } from '#renderer/ui/card.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { NoticeTries, ToldBadge } from './decision-block.tsx';
import { NoticeDialog } from './notice-dialog.tsx';
import css from './reply.module.css';

/** Where an acceptance has no card of its own: whether the applicant knows of it, and the act that tells them (S.5). */
export function DecisionToldCard({
  request,
  mayWrite,
  onBusy,
}: {
  readonly request: SupportRequest;
  readonly mayWrite: boolean;
  /** Its dialog has the keys of the page. */
  readonly onBusy: (busy: boolean) => void;
}) {
  const { t } = useText();
  const reply = useChannelQuery('requests.reply', { id: request.id });
  const [telling, setTelling] = useState(false);
  const tell = (on: boolean): void => {
    setTelling(on);
    onBusy(on);
  };
  return (
    <Card pane={t('reply.notice.title')}>
      <CardHeader title={t('reply.notice.title')} />
      <CardBody>
        <QueryView query={reply} rows={2}>
          {(data) => {
            const [decision] = data.decisions;
            if (decision === undefined) return null;
            return (
              <div className={css['block']}>
                <div className={css['heading']}>
                  <ToldBadge decision={decision} />
                  {mayWrite ? (
                    <Button
                      size="sm"
                      icon={<Icon of={IconMessage2Check} size="sm" />}
                      onClick={() => tell(true)}
                    >
                      {t('reply.notice.verb')}
                    </Button>
                  ) : null}
                </div>
                <NoticeTries notices={decision.notices} />
                {telling ? <NoticeDialog request={request} reply={data} onClose={() => tell(false)} /> : null}
              </div>
            );
          }}
        </QueryView>
      </CardBody>
    </Card>
  );
}

/** Once a request was accepted, until its service was delivered. */
export const hasToldCard = ({ phase, decision }: SupportRequest): boolean =>
  decision?.kind === 'accepted' && (phase === 'registration' || phase === 'service');

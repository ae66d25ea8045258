import { IconBook2, IconCircleX, IconScale } from '@tabler/icons-react';
import { useState } from 'react';
import { clause } from '#shared/policy/clauses.ts';
import type { Appeal } from '#shared/reply/appeal.ts';
import type { RequestReply } from '#shared/reply/reply-contract.ts';
import { QueryView } from '#renderer/api/query-view.tsx';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardFooter } from '#renderer/ui/card.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import page from '../../requests.module.css';
import type { StepProps } from '../step-props.ts';
import { AppealAnswerDialog } from './appeal-answer-dialog.tsx';
import { AppealBlock } from './appeal-block.tsx';
import { AppealDialog } from './appeal-dialog.tsx';
import { VoidAnswerDialog } from './void-answer-dialog.tsx';
import { DecisionBlock, isTold, NoticeTries, ToldBadge } from './decision-block.tsx';
import { NoticeDialog } from './notice-dialog.tsx';
import css from './reply.module.css';

/** A refusal: on what it stands, whether it was told, and the appeal with the first decision beside it. */
export function RefusedStep(props: StepProps) {
  const { t } = useText();
  const reply = useChannelQuery('requests.reply', { id: props.request.id });
  return (
    <Card pane={t('requests.page.stepCard')}>
      {reply.data === undefined ? (
        <div className={page['stepBody']}>
          <h2 className={page['stepTitle']}>{t('reply.decision.refused')}</h2>
          <QueryView query={reply} rows={6}>
            {() => null}
          </QueryView>
        </div>
      ) : (
        <Refused {...props} reply={reply.data} />
      )}
    </Card>
  );
}

type Act = 'notify' | 'appeal' | 'answer';
type Asked = Act | 'void';

function Refused({ request, mayWrite, busy, reply }: StepProps & { readonly reply: RequestReply }) {
  const { t } = useText();
  const [dialog, setDialog] = useState<Asked | null>(null);
  const first = reply.decisions.find(({ kind }) => kind === 'refused');
  const open = reply.appeals.find(({ answer }) => answer === null);
  // The appeal that counts stands beside what it is against; one that was taken back is history.
  const beside = reply.appeals.find(
    ({ answer, voided }) => voided === null && answer?.outcome !== 'withdrawn',
  );
  const earlier = reply.appeals.filter((appeal) => appeal !== beside);
  const mistaken =
    mayWrite && request.allowed.includes('voidAppealAnswer')
      ? reply.appeals.find(({ answer }) => answer !== null)
      : undefined;
  const voiding = (appeal: Appeal) => (appeal === mistaken ? () => setDialog('void') : undefined);
  const told = first !== undefined && isTold(first);
  const verb: Readonly<Record<Act, string>> = {
    notify: t('reply.notice.verb'),
    appeal: t('reply.appeal.receive'),
    answer: t('reply.appeal.answer'),
  };
  // What presses most comes first: to tell it, then to answer who appealed, and to tell them that.
  const further: Act = open === undefined ? 'appeal' : 'answer';
  const primary: Act = !told || beside?.answer?.outcome === 'upheld' ? 'notify' : further;
  const other: Act = primary === 'notify' ? further : 'notify';
  const ready = mayWrite && first !== undefined;
  useKey('Ctrl+Enter', verb[primary], () => setDialog(primary), {
    enabled: ready && !busy && dialog === null,
  });
  const close = (): void => setDialog(null);
  return (
    <>
      <div className={page['stepBody']}>
        <h2 className={page['stepTitle']} data-over="refused">
          <Icon of={IconCircleX} /> {t('reply.decision.refused')}
        </h2>
        <p className={page['clause']}>
          <Icon of={IconBook2} size="sm" />
          <q>{clause('S.5').text}</q>
        </p>
        {first === undefined ? null : (
          <div className={beside === undefined ? css['block'] : css['beside']}>
            {beside === undefined ? null : <AppealBlock appeal={beside} onVoid={voiding(beside)} />}
            <div className={css['block']}>
              <DecisionBlock
                decision={first}
                {...(beside === undefined ? {} : { label: t('reply.appeal.first') })}
              />
              {told ? null : (
                <div className={css['heading']}>
                  <ToldBadge decision={first} />
                </div>
              )}
              <NoticeTries notices={first.notices} />
            </div>
          </div>
        )}
        {earlier.map((appeal) => (
          <AppealBlock key={appeal.id} appeal={appeal} onVoid={voiding(appeal)} />
        ))}
      </div>
      {ready ? (
        <CardFooter>
          <Button kind="filled" keys="Ctrl+Enter" onClick={() => setDialog(primary)}>
            {verb[primary]}
          </Button>
          <Button
            {...(other === 'notify' ? {} : { icon: <Icon of={IconScale} /> })}
            onClick={() => setDialog(other)}
          >
            {verb[other]}
          </Button>
        </CardFooter>
      ) : null}
      {dialog === 'notify' ? <NoticeDialog request={request} reply={reply} onClose={close} /> : null}
      {dialog === 'appeal' && first !== undefined ? (
        <AppealDialog request={request} reply={reply} first={first} onClose={close} />
      ) : null}
      {dialog === 'void' && mistaken !== undefined ? (
        <VoidAnswerDialog appeal={mistaken} onClose={close} />
      ) : null}
      {dialog === 'answer' && open !== undefined ? (
        <AppealAnswerDialog appeal={open} first={first} onClose={close} />
      ) : null}
    </>
  );
}

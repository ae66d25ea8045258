import type { PartyPage } from '#shared/parties/profile.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Card, CardHeader } from '#renderer/ui/card.tsx';
import { LineList } from '#renderer/ui/line-list.tsx';
import { Identifier } from '#renderer/ui/numbers.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { useStepWords } from '#renderer/ui/request-marks.tsx';
import { StepBars } from '#renderer/ui/spine.tsx';
import css from './parties.module.css';

/** Every request of a person, open or finished, latest first. */
export function PartyRequests({ requests }: { readonly requests: PartyPage['requests'] }) {
  const { t } = useText();
  const go = useGo();
  const words = useStepWords();
  return (
    <Card pane={t('parties.page.requests')}>
      <CardHeader
        title={t('parties.page.requests')}
        {...(requests.length === 0 ? {} : { count: requests.length })}
      />
      {requests.length === 0 ? (
        <p className={css['none']}>{t('parties.page.noRequests')}</p>
      ) : (
        <LineList
          label={t('parties.page.requests')}
          lines={requests.map((request) => ({
            key: request.id,
            text: (
              <>
                {request.service} {request.number === null ? null : <Identifier value={request.number} />}
              </>
            ),
            detail: (
              <>
                <StepBars states={request.steps.map((step) => step.state)} />
                {words(request)}
              </>
            ),
            onOpen: () => go(paths.request(request.id)),
          }))}
        />
      )}
    </Card>
  );
}

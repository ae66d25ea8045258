import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { DualDateText } from '#renderer/ui/dates.tsx';
import { paths, withQuery } from '#renderer/ui/paths.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import { useIdParam } from '#renderer/ui/use-route.ts';
import { OpenVisit } from './open-visit.tsx';
import css from './desk.module.css';

/** One visit of any day, on a screen of its own: from the history and the person's page. */
export function VisitPage() {
  const { t } = useText();
  const go = useGo();
  const id = useIdParam();
  const visit = useChannelQuery('visits.get', { id });
  return (
    <Screen
      title={visit.data?.partyName ?? t('visits.visit.title')}
      crumbs={[{ name: t('visits.title'), to: paths.visits }, { name: t('visits.visit.title') }]}
      aside={
        visit.data === undefined ? null : (
          <span className={css['dim']}>
            <DualDateText iso={visit.data.day} />
          </span>
        )
      }
    >
      <div className={css['alone']}>
        <OpenVisit
          id={id}
          onClosed={() => go(paths.visits)}
          onReopened={(reopened) => go(withQuery(paths.desk, { visit: reopened }))}
        />
      </div>
    </Screen>
  );
}

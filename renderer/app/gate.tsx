import { lazy, Suspense, useEffect } from 'react';
import { onEvent } from '#renderer/api/client.ts';
import { queryClient } from '#renderer/api/query-client.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { QueryView } from '#renderer/api/query-view.tsx';
import { LockScreen } from '#renderer/features/session/lock-screen.tsx';
import { PreparingPage } from '#renderer/features/session/preparing-page.tsx';
import { SignInPage } from '#renderer/features/session/sign-in-page.tsx';
import { Desk } from './desk.tsx';
import css from './gate.module.css';

const FirstRunPage = lazy(async () => ({
  default: (await import('#renderer/features/first-run/first-run-page.tsx')).FirstRunPage,
}));
const RecoveryPage = lazy(async () => ({
  default: (await import('#renderer/features/session/recovery-page.tsx')).RecoveryPage,
}));

function SessionGate() {
  const session = useChannelQuery('session.current', undefined);
  return (
    <QueryView query={session}>
      {(current) =>
        current === null ? (
          <SignInPage />
        ) : (
          <>
            {/* Locked, the screen keeps what is open; another person gets a desk of their own. */}
            <div
              key={current.staff.id}
              className={css['desk']}
              inert={current.locked}
              data-locked={current.locked}
            >
              <Desk staff={current.staff} />
            </div>
            {current.locked ? <LockScreen staff={current.staff} /> : null}
          </>
        )
      }
    </QueryView>
  );
}

/** An office that is brought up to date says how far it is, and when it is done. */
const followAppState = (): (() => void) =>
  onEvent('app.state', (state) => {
    queryClient.setQueryData(['app.state', null], state);
    if (state.kind !== 'preparing') void queryClient.invalidateQueries();
  });

/** How the data folder stands decides which door opens. */
export function Gate() {
  useEffect(followAppState, []);
  const state = useChannelQuery('app.state', undefined);
  return (
    <QueryView query={state}>
      {(now) => (
        <Suspense fallback={null}>
          {now.kind === 'firstRun' ? (
            <FirstRunPage dataFolder={now.dataFolder} />
          ) : now.kind === 'preparing' ? (
            <PreparingPage names={now.names} />
          ) : now.kind === 'recovery' ? (
            <RecoveryPage dataFolder={now.dataFolder} code={now.code} details={now.details} />
          ) : (
            <SessionGate />
          )}
        </Suspense>
      )}
    </QueryView>
  );
}

import { DirectionProvider, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { followDataChanges, followDays, queryClient } from '#renderer/api/query-client.ts';
import { cssVariablesResolver, theme } from '#renderer/styles/theme.ts';
import { listenToKeys } from '#renderer/ui/keys.ts';
import { cspNonce } from './csp-nonce.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { Gate } from './gate.tsx';

/** Everything around the screens: theme, server state, keys. */
export function App() {
  const { i18n } = useTranslation();
  useEffect(followDataChanges, []);
  useEffect(followDays, []);
  useEffect(listenToKeys, []);
  const direction = i18n.language === 'en' ? 'ltr' : 'rtl';
  return (
    <DirectionProvider key={direction} initialDirection={direction} detectDirection={false}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariablesResolver}
        defaultColorScheme="auto"
        getStyleNonce={() => cspNonce}
      >
        <QueryClientProvider client={queryClient}>
          <ErrorBoundary>
            <Gate />
          </ErrorBoundary>
        </QueryClientProvider>
      </MantineProvider>
    </DirectionProvider>
  );
}

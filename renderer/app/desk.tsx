import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import type { Staff } from '#shared/staff/staff.ts';
import { PrintDesk } from '#renderer/api/print-desk.tsx';
import { clearPrintState } from '#renderer/api/print-store.ts';
import { queryClient } from '#renderer/api/query-client.ts';
import { StaffContext } from '#renderer/api/session.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { DigitsContext } from '#renderer/i18n/digits.ts';
import { clearToasts, ToastRegion } from '#renderer/ui/toast.tsx';
import { makeRouter } from './router.tsx';

/** The desk of one person: their router, their digits, nothing of who sat here before. */
export function Desk({ staff }: { readonly staff: Staff }) {
  const router = useMemo(() => makeRouter(), []);
  const profile = useChannelQuery('organisation.get', undefined);
  // At hand before the screen is locked: whoever types at once loses no key while the names come.
  useChannelQuery('session.listStaff', undefined);
  useEffect(
    () => () => {
      clearToasts();
      clearPrintState();
      // What the former person read is not what the next may read.
      queryClient.removeQueries({
        predicate: ({ queryKey }) => queryKey[0] !== 'session.current' && queryKey[0] !== 'app.state',
      });
    },
    [],
  );
  return (
    <StaffContext value={staff}>
      <DigitsContext value={profile.data?.screenDigits ?? 'latin'}>
        <RouterProvider router={router} />
        <ToastRegion />
        <PrintDesk />
      </DigitsContext>
    </StaffContext>
  );
}

import { type RefObject, useEffect, useRef, useState } from 'react';

/**
 * After a row was settled the next one that waits has the focus: the whole form goes by one key. The rows take no focus
 * while an act is under way, so it is given once that is over.
 */
export function useNextRow(
  body: RefObject<HTMLElement | null>,
  busy: boolean,
): (after: string | null) => void {
  const [asked, setAsked] = useState<{ readonly after: string | null } | null>(null);
  const served = useRef(asked);
  useEffect(() => {
    if (asked === null || busy || served.current === asked) return;
    served.current = asked;
    const { after } = asked;
    const rows = [...(body.current?.querySelectorAll<HTMLElement>('[data-field]') ?? [])];
    const from = rows.findIndex((row) => row.dataset['field'] === after) + 1;
    const next = [...rows.slice(from), ...rows.slice(0, from)].find(
      (row) =>
        row.dataset['field'] !== after &&
        row.dataset['open'] !== undefined &&
        row.querySelector('[data-confirm]') !== null,
    );
    next?.querySelector<HTMLElement>('[data-confirm]')?.focus();
  }, [asked, body, busy]);
  return (after) => setAsked({ after });
}

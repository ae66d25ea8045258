import { type RefObject, useEffect, useRef, useState } from 'react';

/**
 * After a row was settled the next one that waits has the focus: the whole form goes by one key. The rows take no focus
 * while an act is under way, so it is given once that is over; once nothing waits it is the card's.
 */
export function useNextRow(
  body: RefObject<HTMLElement | null>,
  busy: boolean,
): (after: string | null, settled?: readonly string[]) => void {
  const [asked, setAsked] = useState<{
    readonly after: string | null;
    /** They may still stand as open: the page asks for them anew a moment later. */
    readonly settled: readonly string[];
  } | null>(null);
  const served = useRef(asked);
  useEffect(() => {
    if (asked === null || busy || served.current === asked) return;
    served.current = asked;
    const { after, settled } = asked;
    const rows = [...(body.current?.querySelectorAll<HTMLElement>('[data-field]') ?? [])];
    const from = rows.findIndex((row) => row.dataset['field'] === after) + 1;
    const waiting = [...rows.slice(from), ...rows.slice(0, from)].filter(
      ({ dataset }) =>
        dataset['field'] !== after &&
        !settled.includes(dataset['field'] ?? '') &&
        dataset['open'] !== undefined,
    );
    const confirms = waiting.map((row) => row.querySelector<HTMLElement>('[data-confirm]'));
    // What the register does not know yet cannot be confirmed: there the way to write it is next.
    const next =
      confirms.find((button) => button !== null) ?? waiting.at(0)?.querySelector<HTMLElement>('button');
    if (next !== null && next !== undefined) next.focus();
    else body.current?.closest<HTMLElement>('[data-pane]')?.focus({ preventScroll: true });
  }, [asked, body, busy]);
  return (after, settled = []) => setAsked({ after, settled });
}

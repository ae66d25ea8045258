import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import css from './table.module.css';

export interface Column<R> {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: R) => ReactNode;
  /** `8rem`, `20%`; columns without a width share what is left. */
  readonly width?: string;
}

const STEP: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 12, PageUp: -12 };

/**
 * Rows of 36 px between hairlines; only those in sight are in the page, so 10,000 rows cost what 20 do. One Tab stop:
 * arrows, Page and Home/End move the selection, Enter opens.
 */
export function Table<R>({
  label,
  columns,
  rows,
  rowKey,
  onOpen,
  onSelect,
  dense = false,
  tall = false,
  rowLabel,
  onNearEnd,
}: {
  readonly label: string;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  readonly rowKey: (row: R) => string | number;
  /** Enter, a click or a double press. Missing: rows are only read. */
  readonly onOpen?: (row: R) => void;
  readonly onSelect?: (row: R) => void;
  readonly dense?: boolean;
  /** Cells of two lines: 52 px. */
  readonly tall?: boolean;
  readonly rowLabel?: (row: R) => string;
  /** The last rows come into sight: fetch the next ones. */
  readonly onNearEnd?: () => void;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  const height = (dense ? 2 : tall ? 3.25 : 2.25) * rem;
  // oxlint-disable-next-line react/incompatible-library -- no React Compiler here; its functions are not memoised
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
  });
  const selected = Math.min(at, rows.length - 1);
  const move = (index: number): void => {
    const row = rows[index];
    if (row === undefined) return;
    setAt(index);
    virtual.scrollToIndex(index);
    onSelect?.(row);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEP[event.key];
    const target =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? rows.length - 1
          : step === undefined
            ? null
            : Math.max(0, Math.min(rows.length - 1, selected + step));
    const row = rows[selected];
    if (event.target !== event.currentTarget) return;
    if (target !== null) {
      event.preventDefault();
      move(target);
    } else if (event.key === 'Enter' && !event.ctrlKey && row !== undefined && onOpen !== undefined) {
      event.preventDefault();
      onOpen(row);
    }
  };
  const items = virtual.getVirtualItems();
  const nearEnd = (items.at(-1)?.index ?? 0) >= rows.length - 20;
  const latestNearEnd = useRef(onNearEnd);
  latestNearEnd.current = onNearEnd;
  useEffect(() => {
    if (nearEnd) latestNearEnd.current?.();
  }, [nearEnd, rows.length]);
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const id = (index: number): string => `${label}-${index}`.replaceAll(' ', '-');
  return (
    <div
      ref={scroller}
      className={css['scroller']}
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      aria-activedescendant={rows.length > 0 ? id(selected) : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <table role="presentation" data-dense={dense || undefined} data-tall={tall || undefined}>
        <colgroup>
          {columns.map((column) => (
            <col key={column.key} style={column.width === undefined ? {} : { width: column.width }} />
          ))}
        </colgroup>
        <thead role="rowgroup">
          <tr role="row" aria-rowindex={1}>
            {columns.map((column) => (
              <th key={column.key} role="columnheader">
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          <tr aria-hidden="true" style={{ height: before }} className={css['space']} />
          {items.map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            return (
              <tr
                key={rowKey(row)}
                id={id(item.index)}
                role="row"
                aria-rowindex={item.index + 2}
                aria-selected={item.index === selected}
                aria-label={rowLabel?.(row)}
                data-openable={onOpen === undefined ? undefined : true}
                onClick={() => {
                  move(item.index);
                  onOpen?.(row);
                }}
              >
                {columns.map((column) => (
                  <td key={column.key} role="gridcell">
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            );
          })}
          <tr aria-hidden="true" style={{ height: after }} className={css['space']} />
        </tbody>
      </table>
    </div>
  );
}

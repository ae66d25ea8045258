import { useVirtualizer } from '@tanstack/react-virtual';
import {
  memo,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import css from './table.module.css';

export interface Column<R> {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: R) => ReactNode;
  /** `8rem`, `20%`; columns without a width share what is left. */
  readonly width?: string;
}

/** A column without a width is never squeezed out by those that have one: then the table is wider than its place and moves. */
const leastWidth = (columns: readonly Column<never>[]): string =>
  `calc(${columns.map(({ width }) => (width === undefined ? '8rem' : width.endsWith('%') ? '0rem' : width)).join(' + ')})`;

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
  question,
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
  /**
   * What the rows answer. Another question begins at the first row again, and its rows are drawn into those that are
   * there: half the time of new ones. For cells that keep no state of their own.
   */
  readonly question?: string;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const [answered, setAnswered] = useState(question);
  if (answered !== question) {
    setAnswered(question);
    setAt(0);
  }
  useLayoutEffect(() => {
    // Not before the first question: a list that is come back to may stand where it stood.
    if (scroller.current !== null && scroller.current.scrollTop > 0) scroller.current.scrollTop = 0;
  }, [question]);
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  const height = (dense ? 2 : tall ? 3.25 : 2.25) * rem;
  // oxlint-disable-next-line react/incompatible-library -- no React Compiler here; its functions are not memoised
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 5,
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
  // The same functions at every render: a row that did not change is not drawn again.
  const latestPress = useRef((_index: number): void => undefined);
  latestPress.current = (index) => {
    move(index);
    const row = rows[index];
    if (row !== undefined) onOpen?.(row);
  };
  const [press] = useState(
    () =>
      (index: number): void =>
        latestPress.current(index),
  );
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
      <table
        role="presentation"
        data-dense={dense || undefined}
        data-tall={tall || undefined}
        style={{ minInlineSize: leastWidth(columns) }}
      >
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
              <TableRow
                key={question === undefined ? rowKey(row) : item.index}
                id={id(item.index)}
                index={item.index}
                row={row}
                columns={columns}
                selected={item.index === selected}
                label={rowLabel?.(row)}
                press={press}
                openable={onOpen !== undefined}
              />
            );
          })}
          <tr aria-hidden="true" style={{ height: after }} className={css['space']} />
        </tbody>
      </table>
    </div>
  );
}

function Row<R>({
  id,
  index,
  row,
  columns,
  selected,
  label,
  press,
  openable,
}: {
  readonly id: string;
  readonly index: number;
  readonly row: R;
  readonly columns: readonly Column<R>[];
  readonly selected: boolean;
  readonly label: string | undefined;
  readonly press: (index: number) => void;
  readonly openable: boolean;
}) {
  return (
    <tr
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      aria-label={label}
      data-openable={openable || undefined}
      onClick={() => press(index)}
    >
      {columns.map((column) => (
        <td key={column.key} role="gridcell">
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
}

/** Drawn again when its row, the columns or the selection changed; columns that are made anew each time cost what they did. */
const TableRow = memo(Row) as typeof Row;

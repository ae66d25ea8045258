import type { StructureRole } from './definition.ts';
import type { StyleStack } from './pdfmake-inside.ts';

/** A step from the document down to a text: which node it is, and what it is to a screen reader. */
export interface StructureStep {
  readonly node: object;
  /** Without a role the step only keeps its children together and in order. */
  readonly role?: ContainerRole | StructureRole;
  /** Place among its siblings; without one, the order of appearance. */
  readonly order?: number;
  readonly attributes?: Readonly<Record<string, number | string>>;
}
export type ContainerRole = 'Table' | 'TR' | 'TH' | 'TD';
/** From the outermost step to the text itself; 'artifact' for what is no content (heads, feet, rules). */
export type StructurePath = readonly StructureStep[] | 'artifact';

type Node = Readonly<Record<string, unknown>>;

interface CellPlace {
  readonly row: readonly unknown[];
  readonly rowIndex: number;
  readonly column: number;
  readonly header: boolean;
  readonly colSpan: number;
  readonly rowSpan: number;
}
const cells = new WeakMap<object, CellPlace>();

/** Remembers where each cell of a table stands: the path of a text holds its cell, but not the cell's place. */
export function rememberCells(table: {
  readonly table: { readonly body: readonly (readonly unknown[])[] };
}): void {
  const headerRows = ((table.table as Node)['headerRows'] as number | undefined) ?? 0;
  table.table.body.forEach((row, rowIndex) => {
    row.forEach((cell, column) => {
      if (typeof cell !== 'object' || cell === null) return;
      const { colSpan = 1, rowSpan = 1 } = cell as { colSpan?: number; rowSpan?: number };
      cells.set(cell, { row, rowIndex, column, header: rowIndex < headerRows, colSpan, rowSpan });
    });
  });
}

const HOLDS_TEXT_ITSELF: ReadonlySet<StructureRole> = new Set([
  'P',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'Lbl',
  'Caption',
]);

function stepsOf(node: Node, parent: Node | undefined): StructureStep[] {
  const steps: StructureStep[] = [];
  const reversed = parent?.['rightToLeft'] === true;
  const place = cells.get(node);
  if (place !== undefined && parent?.['table'] !== undefined) {
    const { row, rowIndex, column, header, colSpan, rowSpan } = place;
    steps.push({ node: row, role: 'TR', order: rowIndex });
    steps.push({
      node,
      role: header ? 'TH' : 'TD',
      order: reversed ? -column : column,
      attributes: {
        ...(colSpan > 1 && { ColSpan: colSpan }),
        ...(rowSpan > 1 && { RowSpan: rowSpan }),
        ...(header && { Scope: 'Column' }),
      },
    });
  } else if (Array.isArray(parent?.['columns'])) {
    const at = (parent['columns'] as unknown[]).indexOf(node);
    steps.push({ node, order: reversed ? -at : at });
  }
  const role = node['structure'] as StructureRole | undefined;
  if (node['table'] !== undefined) steps.push({ node, role: 'Table' });
  else if (role !== undefined) steps.push({ node, role });
  return steps;
}

/** The path of the text that is being measured: pdfmake's style stack holds its ancestors. */
export function structurePath(styles: StyleStack): StructurePath {
  const ancestors: Node[] = [];
  for (const entry of styles.styleOverrides) {
    if (typeof entry === 'object' && entry !== ancestors.at(-1)) ancestors.push(entry);
  }
  const steps: StructureStep[] = [];
  ancestors.forEach((node, index) => {
    steps.push(...stepsOf(node, ancestors[index - 1]));
  });
  if (steps.some(({ role }) => role === 'Artifact')) return 'artifact';
  const last = steps.at(-1);
  const text = ancestors.at(-1);
  if (
    text !== undefined &&
    !(last?.role !== undefined && HOLDS_TEXT_ITSELF.has(last.role as StructureRole))
  ) {
    steps.push({ node: text, role: 'P' });
  }
  return steps;
}

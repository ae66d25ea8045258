import type { Inline, Line, PdfDocument, StructureContent, StructureElement } from './pdfmake-inside.ts';
import { isBidiInline, type Paragraph } from './inlines.ts';
import type { StructureStep } from './structure.ts';

/** A node of the tag tree, gathered while pages are drawn and written at the end, when all its parts are known. */
interface TagNode {
  readonly step: StructureStep;
  readonly children: TagNode[];
  readonly content: StructureContent[];
  readonly paragraphs: Paragraph[];
}

const newNode = (step: StructureStep): TagNode => ({ step, children: [], content: [], paragraphs: [] });

/** The tags of one document: a Document with headings, paragraphs, lists and tables, in reading order. */
export class Tags {
  readonly #document: PdfDocument;
  readonly #root = newNode({ node: {} });
  readonly #nodes = new Map<object, Map<string, TagNode>>();
  /** Lines that have been drawn: a table's header row is drawn again on every page, but said only once. */
  readonly #drawn = new Set<readonly Inline[]>();

  constructor(document: PdfDocument) {
    this.#document = document;
  }

  /** Draws something that a screen reader passes over. */
  artifact(type: 'Pagination' | 'Layout', draw: () => void): void {
    this.#document.markContent('Artifact', { type });
    draw();
    this.#document.endMarkedContent();
  }

  line(line: Line, draw: () => void): void {
    const [first] = line.inlines;
    if (!isBidiInline(first) || first.paragraph.path === 'artifact' || this.#drawn.has(line.inlines)) {
      this.artifact('Pagination', draw);
      return;
    }
    this.#drawn.add(line.inlines);
    const { paragraph } = first;
    const node = this.#nodeOf(first.paragraph.path);
    node.content.push(this.#document.markStructureContent(node.step.role ?? 'P'));
    if (!node.paragraphs.includes(paragraph)) node.paragraphs.push(paragraph);
    draw();
    this.#document.endMarkedContent();
  }

  #nodeOf(path: readonly StructureStep[]): TagNode {
    let parent = this.#root;
    for (const step of path) {
      let roles = this.#nodes.get(step.node);
      if (roles === undefined) this.#nodes.set(step.node, (roles = new Map<string, TagNode>()));
      const role = step.role ?? '';
      let node = roles.get(role);
      if (node === undefined) {
        node = newNode(step);
        roles.set(role, node);
        parent.children.push(node);
      }
      parent = node;
    }
    return parent;
  }

  /** Writes the tree. ActualText stands on the structure elements only: on content, poppler and PDFium would turn it round. */
  end(): void {
    const root = this.#document.struct('Document', { lang: 'ar' });
    this.#document.addStructure(root);
    this.#write(this.#root, root);
    root.end();
  }

  #write(node: TagNode, parent: StructureElement): void {
    const inOrder = node.children.toSorted((a, b) => (a.step.order ?? 0) - (b.step.order ?? 0));
    for (const child of inOrder) {
      const { role } = child.step;
      if (role === undefined) {
        this.#write(child, parent);
        continue;
      }
      const [paragraph] = child.paragraphs;
      const element = this.#document.struct(
        role,
        paragraph === undefined
          ? {}
          : {
              lang: paragraph.rightToLeft ? 'ar' : 'en',
              actual: child.paragraphs.map(({ text }) => text).join('\n'),
            },
      );
      const attributes = Object.entries(child.step.attributes ?? {});
      if (attributes.length > 0)
        element.dictionary.data['A'] = { O: 'Table', ...Object.fromEntries(attributes) };
      parent.add(element);
      for (const content of child.content) element.add(content);
      this.#write(child, element);
      element.end();
    }
  }
}

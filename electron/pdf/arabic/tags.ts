import type {
  AnnotationReference,
  Inline,
  Line,
  PdfDocument,
  StructureContent,
  StructureElement,
} from './pdfmake-inside.ts';
import { isBidiInline, type Paragraph } from './inlines.ts';
import type { StructureStep } from './structure.ts';

/** A node of the tag tree, gathered while pages are drawn and written at the end, when all its parts are known. */
interface TagNode {
  readonly step: StructureStep;
  readonly children: TagNode[];
  readonly content: StructureContent[];
  readonly paragraphs: Paragraph[];
  readonly links: StructureElement[];
}

const newNode = (step: StructureStep): TagNode => ({
  step,
  children: [],
  content: [],
  paragraphs: [],
  links: [],
});

/** Takes in the annotation of a link while its line is drawn. */
export type TakeLink = (annotation: AnnotationReference) => void;

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

  /** Draws a line; `draw` is given what takes in the line's links, or nothing where the line is no content. */
  line(line: Line, draw: (takeLink?: TakeLink) => void): void {
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
    draw((annotation) => {
      // At once: an annotation is written when it is made, with the place that it will have in the tree.
      node.links.push(this.#document.struct('Link').add(annotation));
    });
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
      const lang = paragraph === undefined ? {} : { lang: paragraph.rightToLeft ? 'ar' : 'en' };
      const said =
        paragraph === undefined ? {} : { actual: child.paragraphs.map(({ text }) => text).join('\n') };
      const linked = child.links.length > 0;
      const element = this.#document.struct(role, linked ? lang : { ...lang, ...said });
      const attributes = Object.entries(child.step.attributes ?? {});
      if (attributes.length > 0)
        element.dictionary.data['A'] = { O: 'Table', ...Object.fromEntries(attributes) };
      parent.add(element);
      // ActualText stands for all that is inside its element: links would be passed over.
      const holder = linked ? this.#document.struct('Span', said) : element;
      for (const content of child.content) holder.add(content);
      if (linked) {
        element.add(holder);
        holder.end();
      }
      for (const link of child.links) {
        element.add(link);
        link.end();
      }
      this.#write(child, element);
      element.end();
    }
  }
}

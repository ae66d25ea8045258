import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { fullGrid, rtlColumns, rtlList, rtlTable, withStructure } from '#electron/pdf/arabic/content.ts';
import type { Content, DocumentDefinition } from '#electron/pdf/arabic/definition.ts';
import { setPdf } from '#electron/pdf/arabic/engine.ts';
import { needTool } from '../../support/need-tool.ts';
import { qpdfCheck, qpdfJson } from '../../support/pdf-reading.ts';

const set = (content: Content, more: Partial<DocumentDefinition> = {}): Promise<Uint8Array> =>
  setPdf({ info: { title: 'وسوم', creationDate: new Date(0) }, content, ...more });

interface Tag {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly Tag[];
}

/** The tag tree of a page as text: each role with its children, each leaf with the text that it marks. */
async function tagsOf(bytes: Uint8Array, page = 1): Promise<string[]> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0 });
  const document = await task.promise;
  const shown = await document.getPage(page);
  const tree = (await shown.getStructTree()) as Tag | null;
  const { items } = await shown.getTextContent({ includeMarkedContent: true, disableNormalization: true });
  const texts = new Map<string, string>();
  const open: string[] = [];
  for (const item of items) {
    if ('str' in item) {
      const id = open.at(-1) ?? '';
      texts.set(id, `${texts.get(id) ?? ''}${item.str}`);
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push('id' in item && typeof item.id === 'string' ? item.id : '');
  }
  await task.destroy();
  const lines: string[] = [];
  const walk = (tag: Tag, depth: number): void => {
    if (tag.type === 'content') {
      const last = lines.pop() ?? '';
      lines.push(`${last}${last.endsWith(':') ? ' ' : ''}${(texts.get(tag.id ?? '') ?? '').trim()}`);
      return;
    }
    lines.push(`${'  '.repeat(depth)}${tag.role ?? ''}:`);
    for (const child of tag.children ?? []) walk(child, depth + 1);
  };
  for (const child of tree?.children ?? []) walk(child, 0);
  return lines;
}

describe('the tags of a document', () => {
  it('name headings, paragraphs and quotations', async () => {
    const bytes = await set([
      withStructure('H1', { text: 'عنوان', bold: true }),
      'فقرة أولى',
      withStructure('BlockQuote', { stack: ['قول مأثور'] }),
    ]);
    expect(await tagsOf(bytes)).toEqual([
      'Document:',
      '  H1: عنوان',
      '  P: فقرة أولى',
      '  BlockQuote:',
      '    P: قول مأثور',
    ]);
  });

  it('hold a list with its markers, lists inside it too', async () => {
    const list = rtlList([{ stack: ['أول', rtlList(['فرعي'], { depth: 1, ordered: true })] }, 'ثان'], {
      ordered: true,
    });
    expect(await tagsOf(await set(list))).toEqual([
      'Document:',
      '  L:',
      '    LI:',
      '      Lbl: ١.',
      '      LBody:',
      '        P: أول',
      '        L:',
      '          LI:',
      '            Lbl: أ.',
      '            LBody:',
      '              P: فرعي',
      '    LI:',
      '      Lbl: ٢.',
      '      LBody:',
      '        P: ثان',
    ]);
  });

  it('read the cells of a row from the right', async () => {
    const body = fullGrid([
      [{ text: 'البيان' }, { text: 'القيمة', colSpan: 2 }],
      [{ text: 'أول', rowSpan: 2 }, 'ثان', 'ثالث'],
      ['رابع', 'خامس'],
    ]);
    expect(await tagsOf(await set(rtlTable({ table: { headerRows: 1, body } })))).toEqual([
      'Document:',
      '  Table:',
      '    TR:',
      '      TH:',
      '        P: البيان',
      '      TH:',
      '        P: القيمة',
      '    TR:',
      '      TD:',
      '        P: أول',
      '      TD:',
      '        P: ثان',
      '      TD:',
      '        P: ثالث',
      '    TR:',
      '      TD:',
      '        P: رابع',
      '      TD:',
      '        P: خامس',
    ]);
  });

  it('read columns from the right', async () => {
    const columns = rtlColumns({ columns: [{ stack: ['يمين', 'تحته'] }, { text: 'يسار' }] });
    expect(await tagsOf(await set(columns))).toEqual(['Document:', '  P: يمين', '  P: تحته', '  P: يسار']);
  });

  it('pass over heads, feet, watermarks and repeated header rows', async () => {
    const body = [['البند'], ...Array.from({ length: 60 }, (_, index) => [`صف ${index}`])];
    const bytes = await set(rtlTable({ table: { headerRows: 1, body } }), {
      header: 'ترويسة',
      footer: (page) => `صفحة ${page}`,
      watermark: 'مسودة',
    });
    const first = await tagsOf(bytes, 1);
    expect(first.filter((line) => line.includes('البند'))).toHaveLength(1);
    const second = await tagsOf(bytes, 2);
    expect(second.length).toBeGreaterThan(10);
    expect([...first, ...second].filter((line) => /ترويسة|صفحة|مسودة/.test(line))).toEqual([]);
    expect(second.filter((line) => line.includes('البند'))).toEqual([]);
  });
});

interface PdfObject {
  readonly value?: Readonly<Record<string, unknown>>;
}
/** Every object of the file that is a dictionary. */
const dictionaries = (bytes: Uint8Array): Readonly<Record<string, unknown>>[] => {
  const { qpdf } = qpdfJson(bytes) as { qpdf: [unknown, Readonly<Record<string, PdfObject>>] };
  return Object.values(qpdf[1]).flatMap(({ value }) =>
    typeof value === 'object' && value !== null ? [value] : [],
  );
};

describe('the file', () => {
  it('is PDF/A-3b, tagged, in Arabic, its title shown', async (context) => {
    needTool(context, 'qpdf');
    const bytes = await set('نص');
    const catalog = dictionaries(bytes).find((each) => each['/Type'] === '/Catalog');
    expect(catalog).toMatchObject({ '/Lang': 'u:ar' });
    expect(catalog).toHaveProperty('/StructTreeRoot');
    expect(catalog).toHaveProperty('/OutputIntents');
    expect(dictionaries(bytes)).toContainEqual({ '/Marked': true });
    expect(dictionaries(bytes)).toContainEqual({ '/DisplayDocTitle': true });
    const text = Buffer.from(bytes).toString('utf8');
    expect(text).toMatch(/<pdfaid:part>3<\/pdfaid:part>/);
    expect(text).toMatch(/<pdfaid:conformance>B<\/pdfaid:conformance>/);
    expect(text.startsWith('%PDF-1.7')).toBe(true);
  });

  it('has the logical text of each paragraph on its tag, and on no content', async (context) => {
    needTool(context, 'qpdf');
    const text = 'في ٠٣/٠٢/١٤٤٦هـ (الاثنين)، see A-3b';
    const bytes = await set(text);
    const paragraph = dictionaries(bytes).find((each) => each['/S'] === '/P');
    expect(paragraph).toMatchObject({ '/ActualText': `u:${text}`, '/Lang': 'u:ar' });
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('/Span');
  });

  it('writes a title with markup signs as XML', async () => {
    const bytes = await setPdf({ info: { title: 'أ & ب <ج>', creationDate: new Date(0) }, content: 'نص' });
    expect(Buffer.from(bytes).toString('utf8')).toContain('أ &amp; ب &lt;ج&gt;');
  });

  it('has each link in the tree: its annotation under a Link, what it says beside its address', async (context) => {
    needTool(context, 'qpdf');
    const address = 'https://example.org/a';
    const bytes = await set({ text: ['انظر ', { text: 'صفحة الجمعية هنا', link: address }, ' أو راسلنا.'] });
    const all = dictionaries(bytes);
    const annotations = all.filter((each) => each['/Subtype'] === '/Link');
    expect(annotations).toHaveLength(1);
    expect(annotations[0]).toMatchObject({ '/Contents': `u:صفحة الجمعية هنا (${address})`, '/F': 4 });
    expect(typeof annotations[0]?.['/StructParent']).toBe('number');
    const [link] = all.filter((each) => each['/S'] === '/Link');
    expect(JSON.stringify(link?.['/K'])).toContain('/OBJR');
    // ActualText on the paragraph would hide the link: it stands on the text beside it.
    const paragraph = all.find((each) => each['/S'] === '/P');
    expect(paragraph).not.toHaveProperty('/ActualText');
    expect(all.find((each) => each['/S'] === '/Span')).toMatchObject({
      '/ActualText': 'u:انظر صفحة الجمعية هنا أو راسلنا.',
    });
    const tree = await tagsOf(bytes);
    expect(tree.map((line) => line.replace(/: .*/, ':').trim()).filter((line) => line !== ':')).toEqual([
      'Document:',
      'P:',
      'Span:',
      'Link:',
    ]);
    expect(qpdfCheck(bytes)).toContain('No syntax or stream encoding errors found');
  });

  it('is plain when asked so', async () => {
    const definition = { info: { title: 'ع', creationDate: new Date(0) }, content: 'نص' };
    const plain = await setPdf(definition, { archival: false });
    expect(Buffer.from(plain).toString('latin1')).not.toContain('/StructTreeRoot');
  });
});

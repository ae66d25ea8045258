import type { RenderedPdf } from './render-jobs.ts';

/**
 * The pages of several PDFs behind one another, each drawn as it was. What belongs to a whole file (its seal's bytes, its
 * tags, its archival mark) does not come along: a joint file is a copy. The same parts give the same bytes.
 * @param day ISO, the file's only date
 */
export async function joinPdfs(
  parts: readonly Uint8Array[],
  { title, author, day }: { readonly title: string; readonly author: string; readonly day: string },
): Promise<RenderedPdf> {
  // Loaded when pages are joined: the first letter of a day does not wait for it.
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  const joined = await PDFDocument.create({ updateMetadata: false });
  for (const part of parts) {
    const source = await PDFDocument.load(part, { updateMetadata: false });
    const pages = await joined.copyPages(source, source.getPageIndices());
    for (const page of pages) joined.addPage(page);
  }
  const made = new Date(`${day}T00:00:00Z`);
  joined.setTitle(title, { showInWindowTitleBar: true });
  joined.setAuthor(author);
  joined.setProducer('Wisam');
  joined.setCreator('Wisam');
  joined.setLanguage('ar');
  joined.setCreationDate(made);
  joined.setModificationDate(made);
  const pdf = await joined.save({ useObjectStreams: true, addDefaultPage: false });
  return { pdf, pages: joined.getPageCount() };
}

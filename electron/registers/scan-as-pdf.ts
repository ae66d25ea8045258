import { AppError } from '#shared/app-error.ts';
import type { MediaType } from '#shared/files/stored-file.ts';
import { countPdfPages } from '../files/count-pdf-pages.ts';
import { ownBytes } from '../ports/own-bytes.ts';

const A4 = { width: 595.28, height: 841.89 };
const MARGIN = 18;

/**
 * A scan as the PDF that a letter keeps: a PDF as it is, byte for byte; a picture on a page of A4, lying where it is wide.
 * @throws AppError fileTypeRefused { name }, imageUnreadable { name }, pdfUnreadable { name } (damaged, or locked)
 */
export async function scanAsPdf(
  bytes: Uint8Array,
  mediaType: MediaType,
  name: string,
): Promise<{ pdf: Uint8Array; pages: number }> {
  if (mediaType === 'application/pdf') {
    const pages = await countPdfPages(bytes);
    // It stands in the register for ever, and among a person's letters as one file: what cannot be opened is no letter.
    if (pages === null) throw new AppError('pdfUnreadable', { name });
    return { pdf: bytes, pages };
  }
  if (mediaType !== 'image/png' && mediaType !== 'image/jpeg')
    throw new AppError('fileTypeRefused', { name });
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  const document = await PDFDocument.create();
  try {
    const image = mediaType === 'image/png' ? await document.embedPng(bytes) : await document.embedJpg(bytes);
    const lying = image.width > image.height;
    const sheet = lying ? { width: A4.height, height: A4.width } : A4;
    const page = document.addPage([sheet.width, sheet.height]);
    const scale = Math.min(
      (sheet.width - 2 * MARGIN) / image.width,
      (sheet.height - 2 * MARGIN) / image.height,
    );
    const [width, height] = [image.width * scale, image.height * scale];
    page.drawImage(image, {
      x: (sheet.width - width) / 2,
      y: (sheet.height - height) / 2,
      width,
      height,
    });
    return { pdf: ownBytes(await document.save()), pages: 1 };
  } catch (error) {
    throw new AppError('imageUnreadable', { name }, { cause: error });
  }
}

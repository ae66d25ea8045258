/* oxlint-disable no-underscore-dangle -- pdfmake, pdfkit and fontkit name their private parts so */
import { AppError } from '#shared/app-error.ts';
import { BODY_FONT, PDF_FONTS } from '../fonts.ts';
import { isFontFile } from './bidi-font.ts';
import type { DocumentDefinition } from './definition.ts';
import { installHooks } from './install.ts';
import { PrinterClass, type PdfDocument } from './pdfmake-inside.ts';

export interface SetOptions {
  /** PDF/A-3b with tags (the default), or a plain PDF for a quick proof. */
  readonly archival?: boolean;
}
export interface SetPdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/**
 * pdfmake writes into the definition that it lays out; the caller's stays as it was.
 * @throws AppError renderFailed { reason: nativeList, use }
 */
function copyOf<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copyOf) as T;
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  if ('ul' in value || 'ol' in value) {
    // pdfmake hangs its own markers on the left, over the text: `rtlList` sets them on the right.
    throw new AppError('renderFailed', { reason: 'nativeList', use: 'rtlList' });
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copyOf(inner)])) as T;
}

const NO_FILES = { existsSync: (): boolean => false };
/** pdfmake asks for addresses in fonts, images and files before it starts; none is ever fetched. */
const NO_ADDRESSES = {
  resolve(address: unknown): void {
    if (typeof address === 'string' && /^https?:/i.test(address)) {
      throw new AppError('renderFailed', { reason: 'addressRefused', address });
    }
  },
  resolved: (): Promise<void> => Promise.resolve(),
};

function pdfmakeDefinition(definition: DocumentDefinition, archival: boolean): Record<string, unknown> {
  if (
    !(definition.info.creationDate instanceof Date) ||
    Number.isNaN(definition.info.creationDate.getTime())
  ) {
    throw new AppError('renderFailed', { reason: 'creationDateMissing' });
  }
  const { header, footer, background, ...rest } = copyOf(definition);
  const fresh = (given: unknown): unknown =>
    typeof given === 'function'
      ? (...about: unknown[]) => copyOf((given as (...a: unknown[]) => unknown)(...about))
      : given;
  return {
    language: 'ar',
    displayTitle: true,
    ...rest,
    info: { producer: 'Wisam', creator: 'Wisam', ...rest.info },
    header: fresh(header),
    footer: fresh(footer),
    background: fresh(background),
    defaultStyle: { font: BODY_FONT, ...rest.defaultStyle },
    version: '1.7',
    ...(archival ? { subset: 'PDF/A-3b', tagged: true } : {}),
  };
}

function bytesOf(document: PdfDocument): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
  const chunks: Uint8Array[] = [];
  document.on('data', (chunk) => chunks.push(chunk));
  document.on('end', () => {
    resolve(new Uint8Array(Buffer.concat(chunks)));
  });
  document.on('error', reject);
  document.end();
  return promise;
}

/**
 * Sets a document right to left and gives its bytes with the number of its pages. The same definition gives the same
 * bytes: its only clock is `info.creationDate`. Nothing but the program's own fonts is read, nothing is fetched.
 * @throws AppError `missingGlyph` (character, codePoint, context) or `renderFailed` (reason).
 */
export async function setPdfWithPages(
  definition: DocumentDefinition,
  options: SetOptions = {},
): Promise<SetPdf> {
  installHooks();
  try {
    const printer = new PrinterClass(copyOf(PDF_FONTS), NO_FILES, NO_ADDRESSES, isFontFile);
    const document = await printer.createPdfKitDocument(
      pdfmakeDefinition(definition, options.archival ?? true),
      {},
    );
    const pages = document._root.data.Pages.data.Count;
    return { bytes: await bytesOf(document), pages };
  } catch (error) {
    if (error instanceof AppError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError('renderFailed', { reason }, { cause: error });
  }
}

/** As `setPdfWithPages`, for those who need only the bytes. */
export async function setPdf(definition: DocumentDefinition, options: SetOptions = {}): Promise<Uint8Array> {
  return (await setPdfWithPages(definition, options)).bytes;
}

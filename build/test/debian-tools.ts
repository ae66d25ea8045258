import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

interface Tool {
  /** A program on the path, or a file. */
  readonly find: string;
  readonly debianPackage: string;
  /** What is not checked without it. */
  readonly checks: string;
}

/** What the deeper checks use where it is installed; `.ci/run` installs all of it. */
export const TOOLS = {
  pdftotext: { find: 'pdftotext', debianPackage: 'poppler-utils', checks: 'letters read back by pdftotext' },
  qpdf: { find: 'qpdf', debianPackage: 'qpdf', checks: 'PDF structure by qpdf' },
  mutool: { find: 'mutool', debianPackage: 'mupdf-tools', checks: 'PDF text and pictures by mutool' },
  tesseract: {
    find: '/usr/share/tesseract-ocr/5/tessdata/ara.traineddata',
    debianPackage: 'tesseract-ocr-ara',
    checks: 'letters read by OCR',
  },
  age: { find: 'age', debianPackage: 'age', checks: 'backups opened by age' },
  zstd: { find: 'zstd', debianPackage: 'zstd', checks: 'backups unpacked by zstd' },
  cups: {
    find: '/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd',
    debianPackage: 'printer-driver-cups-pdf',
    checks: 'a job through a real CUPS printer',
  },
  unicode: {
    find: '/usr/share/unicode/BidiCharacterTest.txt',
    debianPackage: 'unicode-data',
    checks: "Unicode's BidiCharacterTest",
  },
} as const satisfies Record<string, Tool>;

export function hasTool(name: keyof typeof TOOLS): boolean {
  const { find } = TOOLS[name];
  if (find.startsWith('/')) return existsSync(find) || existsSync(`${find}.gz`);
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, find)));
}

/** One line a tool that is not there, with what is not checked because of it. */
export const missingTools = (): string[] =>
  (Object.keys(TOOLS) as (keyof typeof TOOLS)[])
    .filter((name) => !hasTool(name))
    .map((name) => `${TOOLS[name].checks}: Debian's ${TOOLS[name].debianPackage} is not installed`);

// node build/gallery/make.ts: draws the pictures of docs/bidi-gallery.md; wants Debian's mupdf-tools and poppler-utils.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { setPdf } from '#electron/pdf/arabic/engine.ts';
import { PDF_FONTS } from '#electron/pdf/fonts.ts';
import { bundledChromium, CHROMIUM_FLAGS, findChromium } from '../stand-in/browser.ts';
import { GALLERY, type GalleryCase } from './cases.ts';
import { readPgm, trimmed, writePng } from './grey-png.ts';

const PAGE = { width: 330, height: 260 };
const MARGIN = 8;
const SIZE = 15;
const LEADING = 29;
const DOTS_PER_INCH = 160;
const target = new URL('../../docs/gallery/', import.meta.url);
const scratch = mkdtempSync(join(tmpdir(), 'wisam-gallery-'));

const ours = ({ content }: GalleryCase): Promise<Uint8Array> =>
  setPdf({
    info: { title: 'معرض', creationDate: new Date(0) },
    pageSize: PAGE,
    pageMargins: MARGIN,
    defaultStyle: { fontSize: SIZE },
    content,
  });

const face = (family: string, file: string, weight: number): string =>
  `@font-face{font-family:${family};font-weight:${weight};src:url(data:font/ttf;base64,${readFileSync(file).toString('base64')})}`;

async function theirs(browser: Browser, { html }: GalleryCase): Promise<Uint8Array> {
  const { Amiri, Plex } = PDF_FONTS;
  const page = await browser.newPage();
  try {
    await page.setContent(`<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><style>
      ${face('Amiri', Amiri.normal, 400)}${face('Amiri', Amiri.bold, 700)}${face('Plex', Plex.normal, 400)}
      @counter-style abjad{system:fixed;symbols:'أ' 'ب' 'ج' 'د'}
      @page{size:${PAGE.width}pt ${PAGE.height}pt;margin:${MARGIN}pt}
      body{margin:0;font:${SIZE}pt Amiri,Plex;line-height:${LEADING}pt}p{margin:0}ol{margin:0;padding-inline-start:22pt}
      table{width:100%;table-layout:fixed;border-collapse:collapse}td{border:1pt solid;padding:2pt 4pt;vertical-align:top}
      </style></head><body>${html}</body></html>`);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    return new Uint8Array(await page.pdf({ preferCSSPageSize: true, tagged: true }));
  } finally {
    await page.close();
  }
}

function draw(name: string, pdf: Uint8Array): number {
  const file = join(scratch, `${name}.pdf`);
  const picture = join(scratch, `${name}.pgm`);
  writeFileSync(file, pdf);
  const args = [
    'draw',
    '-q',
    '-r',
    String(DOTS_PER_INCH),
    '-c',
    'gray',
    '-F',
    'pgm',
    '-o',
    picture,
    file,
    '1',
  ];
  execFileSync('mutool', args, { stdio: 'ignore' });
  const png = writePng(trimmed(readPgm(readFileSync(picture)), 6));
  writeFileSync(new URL(`${name}.png`, target), png);
  return png.length;
}

const words = (text: string): string[] => text.normalize('NFC').match(/[\p{L}\p{M}]+|\p{Nd}+/gu) ?? [];
/** How many of the words pdftotext gives back, in hundredths. */
function foundAgain(name: string, text: string): string {
  if (text === '') return '—';
  const controls = /[\u061C\u200C-\u200F\u202A-\u202E\u2060-\u2069]/g;
  const read = execFileSync('pdftotext', [join(scratch, `${name}.pdf`), '-'], { encoding: 'utf8' });
  const found = new Set([...words(read.replace(controls, '')), ...words(read.replace(controls, ' '))]);
  const wanted = words(text.replace(controls, ''));
  return `${Math.round((100 * wanted.filter((word) => found.has(word)).length) / wanted.length)} %`;
}

const executablePath = findChromium() ?? (await bundledChromium());
if (executablePath === undefined) throw new Error('there is no Chromium to compare with');
const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS, '--no-sandbox'] });
try {
  mkdirSync(target, { recursive: true });
  process.stdout.write(`Chromium ${browser.version()}\n`);
  let total = 0;
  for (const each of GALLERY) {
    const ourName = `${each.name}-wisam`;
    const theirName = `${each.name}-chromium`;
    total += draw(ourName, await ours(each)) + draw(theirName, await theirs(browser, each));
    process.stdout.write(
      `${each.name}: words found again by pdftotext ${foundAgain(ourName, each.text)} | ${foundAgain(theirName, each.text)}\n`,
    );
  }
  process.stdout.write(`${GALLERY.length} cases, ${Math.round(total / 1000)} KB\n`);
} finally {
  await browser.close();
  rmSync(scratch, { recursive: true, force: true });
}

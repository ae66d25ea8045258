/** Chromium as the other typesetter: its PDF of the same text is what ours is compared with. */
import { readFileSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { PDF_FONTS } from '#electron/pdf/fonts.ts';
import { bundledChromium, CHROMIUM_FLAGS, findChromium } from '../../build/stand-in/browser.ts';

export async function openChromium(): Promise<Browser> {
  const executablePath = findChromium() ?? (await bundledChromium());
  if (executablePath === undefined)
    throw new Error('No Chromium is installed and none is bundled for this platform.');
  return chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS, '--no-sandbox'] });
}

const fontFace = (family: string, file: string, weight: number): string =>
  `@font-face { font-family: ${family}; font-weight: ${weight}; src: url(data:font/ttf;base64,${readFileSync(file).toString('base64')}) }`;

export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Prints HTML on A4 with the program's own fonts, right to left. */
export async function chromiumPdf(browser: Browser, body: string, css = ''): Promise<Uint8Array> {
  const { Amiri, Plex } = PDF_FONTS;
  const page = await browser.newPage();
  try {
    await page.setContent(
      `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><style>
        ${fontFace('Amiri', Amiri.normal, 400)} ${fontFace('Amiri', Amiri.bold, 700)} ${fontFace('Plex', Plex.normal, 400)}
        @page { size: A4; margin: 50pt }
        body { margin: 0; font: 12pt Amiri; line-height: 24pt } p { margin: 0; white-space: pre }
        ${css}</style></head><body>${body}</body></html>`,
    );
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    return new Uint8Array(await page.pdf({ preferCSSPageSize: true, tagged: true }));
  } finally {
    await page.close();
  }
}

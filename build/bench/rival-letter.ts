import { readFileSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import type { PaperLetter } from '#shared/letters/letter.ts';
import { PDF_FONTS } from '#electron/pdf/fonts.ts';
import { bundledChromium, CHROMIUM_FLAGS, findChromium } from '../stand-in/browser.ts';
import { benchParagraphs } from './letters.ts';

/** The honest rival: a page that stays open in a warm Chromium, its body replaced by each letter, printed tagged. */
export interface RivalTypesetter {
  readonly print: (letter: PaperLetter, index: number) => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
}

export async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium() ?? (await bundledChromium());
  if (executablePath === undefined) throw new Error('there is no Chromium to compare with');
  return chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS, '--no-sandbox'] });
}

const face = (family: string, file: string, weight: number): string =>
  `@font-face{font-family:${family};font-weight:${weight};src:url(data:font/ttf;base64,${readFileSync(file).toString('base64')})}`;

const page = (): string => {
  const { Amiri, Plex } = PDF_FONTS;
  return `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><style>
${face('Amiri', Amiri.normal, 400)}${face('Amiri', Amiri.bold, 700)}${face('Plex', Plex.normal, 400)}
@page{size:A4;margin:13mm 22mm 11mm}body{margin:0;font:15.5pt/1.85 Amiri}
header{display:flex;justify-content:space-between;border-bottom:.7mm solid #0b6b4f;font-size:11.5pt}
h1{font-size:20pt;color:#0b6b4f}h2{font-size:15.5pt;text-align:center;text-decoration:underline}
main p{margin:0 0 1.6mm;text-align:justify;text-indent:9mm}footer{font:8.25pt Plex}
</style></head><body></body></html>`;
};

const body = (letter: PaperLetter, index: number): string => `
<header><div>المملكة العربية السعودية<br>المركز الوطني لتنمية القطاع غير الربحي<br>جمعية التنمية الأهلية بالحميمة</div>
<h1>جمعية التنمية الأهلية بالحميمة</h1><div>الرقم: ${letter.referenceNumber ?? ''}<br>التاريخ: ${letter.day ?? ''}</div></header>
<p>بسم الله الرحمن الرحيم</p><p><b>${letter.recipient.honorific} ${letter.recipient.title}</b></p><h2>${letter.subject}</h2>
<p>السلام عليكم ورحمة الله وبركاته، وبعد:</p>
<main>${benchParagraphs(index)
  .map((text) => `<p>${text}</p>`)
  .join('')}</main>
<p>${letter.signatory.title}<br>${letter.signatory.name}</p><footer>قرية الصمد - طريق الجموم حدا</footer>`;

export async function openRival(browser: Browser): Promise<RivalTypesetter> {
  const tab: Page = await browser.newPage();
  await tab.setContent(page());
  await tab.evaluate(async () => {
    await document.fonts.ready;
  });
  return {
    print: async (letter, index) => {
      await tab.evaluate(
        (html) => {
          document.body.innerHTML = html;
        },
        body(letter, index),
      );
      return tab.pdf({ preferCSSPageSize: true, tagged: true });
    },
    close: () => tab.close(),
  };
}

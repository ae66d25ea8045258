/**
 * Word, browsers and WhatsApp put far more on the clipboard than a letter can hold. What the schema does not know is
 * dropped by the editor itself; this takes care of what it would misread: Word's conditional comments, lists that are
 * paragraphs with a drawn bullet, headings that are only big type, bold that is a style, links, and line ends inside a
 * paragraph.
 */
export function cleanPastedHtml(html: string): string {
  const page = new DOMParser().parseFromString(
    html.replace(/<!--\[if [\s\S]*?<!\[endif\]-->/gi, '').replace(/<\/?(?:o|w|m|v):[^>]*>/gi, ''),
    'text/html',
  );
  for (const element of page.querySelectorAll(
    'style, script, meta, link, title, xml, img, svg, object, iframe',
  )) {
    element.remove();
  }
  restoreWordLists(page);
  for (const element of page.body.querySelectorAll<HTMLElement>('*')) cleanElement(page, element);
  return page.body.innerHTML;
}

const BULLET = /^[\s\u00A0]*(?:[·•▪◦o§ü-]|\(?[0-9٠-٩a-z]{1,3}[.)-])[\s\u00A0]+/u;
const NUMBER = /^[\s\u00A0]*\(?[0-9٠-٩]{1,3}[.)-]/u;

/** Word writes `<p class="MsoListParagraph" style="mso-list:l0 level2 lfo1">` with the marker drawn as text. */
function restoreWordLists(page: Document): void {
  let open: { level: number; list: HTMLElement }[] = [];
  let previous: Element | null = null;
  for (const paragraph of page.body.querySelectorAll('p')) {
    const level = Number(/mso-list:[^;"]*level(\d)/i.exec(paragraph.getAttribute('style') ?? '')?.[1] ?? 0);
    if (level === 0) {
      open = [];
      continue;
    }
    if (open.length > 0 && paragraph.previousElementSibling !== previous) open = [];
    const text = paragraph.textContent ?? '';
    for (const marker of paragraph.querySelectorAll('span[style*="mso-list:Ignore" i]')) marker.remove();
    const item = page.createElement('li');
    item.innerHTML = paragraph.innerHTML.replace(BULLET, '');
    const depth = Math.min(level, open.length + 1);
    open = open.slice(0, depth);
    let holder = open[depth - 1];
    if (holder === undefined) {
      holder = { level: depth, list: page.createElement(NUMBER.test(text) ? 'ol' : 'ul') };
      const parent = open[depth - 2]?.list.lastElementChild;
      if (parent === undefined || parent === null) paragraph.before(holder.list);
      else parent.append(holder.list);
      open.push(holder);
    }
    holder.list.append(item);
    previous = open[0]?.list ?? null;
    paragraph.remove();
  }
}

function cleanElement(page: Document, element: HTMLElement): void {
  const { fontWeight, textDecoration, textAlign } = element.style;
  const block = /^(?:P|H[1-6]|LI|TD|TH)$/.test(element.tagName);
  if (!block && element.tagName !== 'B' && element.tagName !== 'STRONG' && isBold(fontWeight))
    wrap(page, element, 'strong');
  if (element.tagName !== 'U' && textDecoration.includes('underline')) wrap(page, element, 'u');
  // Google Docs wraps the whole clipboard in <b style="font-weight:normal">.
  if ((element.tagName === 'B' || element.tagName === 'STRONG') && fontWeight !== '' && !isBold(fontWeight)) {
    element.replaceWith(...element.childNodes);
    return;
  }
  if (/^(?:A|I|EM|FONT|SUP|SUB|S|DEL|INS)$/.test(element.tagName)) {
    element.replaceWith(...element.childNodes);
    return;
  }
  const spans = ['colspan', 'rowspan', 'start'].map((name) => [name, element.getAttribute(name)] as const);
  for (const name of element.getAttributeNames()) element.removeAttribute(name);
  for (const [name, value] of spans)
    if (value !== null && /^\d{1,2}$/.test(value)) element.setAttribute(name, value);
  // Right and justify are what a letter does anyway; only the centred line was meant.
  if (block && textAlign === 'center') element.style.textAlign = 'center';
}

const isBold = (weight: string): boolean => weight === 'bold' || weight === 'bolder' || Number(weight) >= 600;

function wrap(page: Document, element: HTMLElement, tag: 'strong' | 'u'): void {
  const holder = page.createElement(tag);
  holder.append(...element.childNodes);
  element.append(holder);
}

/** Spaces of a typesetter and controls of another program: a letter has its own. RLM, LRM and isolates stay. */
export const cleanPastedText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00AD\u200B\uFEFF\u2028]/g, '')
    .replace(/[\u2000-\u200A\u202F\u205F\u3000]/g, ' ')
    .replace(/(?![\n\t])\p{Cc}/gu, '');

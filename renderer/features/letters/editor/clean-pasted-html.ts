/** A start tag with its attributes; quoted values may hold anything. */
const TAG = /<[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gi;
/** Where a style is kept while the page is read: the security policy refuses to parse inline styles. */
const STYLE = 'data-style';

/**
 * Word, browsers and WhatsApp put far more on the clipboard than a letter can hold. What the schema does not know is
 * dropped by the editor itself; this takes care of what it would misread: Word's conditional comments, lists that are
 * paragraphs with a drawn bullet, bold and underline that are a style, links. What was copied from a letter comes
 * back as it was.
 */
export function cleanPastedHtml(html: string): string {
  const ours = html.includes('data-pm-slice');
  const page = new DOMParser().parseFromString(
    html
      .replace(/<!--[\s\S]*?-->/g, '')
      .replace(/<(style|script|xml)\b[\s\S]*?<\/\1\s*>/gi, '')
      .replace(/<\/?(?:o|w|m|v):[^>]*>/gi, '')
      .replace(TAG, (tag) => tag.replace(/(\s)style(\s*=)/gi, ours ? '$1data-dropped$2' : `$1${STYLE}$2`)),
    'text/html',
  );
  if (ours) return page.body.innerHTML;
  for (const element of page.querySelectorAll('meta, link, title, img, svg, object, iframe'))
    element.remove();
  restoreWordLists(page);
  for (const element of page.body.querySelectorAll<HTMLElement>('*')) cleanElement(page, element);
  return page.body.innerHTML;
}

/** The value of one declaration of a style, lower case; empty when there is none. */
const styleOf = (element: Element, property: string): string =>
  new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;]*)`, 'i')
    .exec(element.getAttribute(STYLE) ?? '')?.[1]
    ?.trim()
    .toLowerCase() ?? '';

const BULLET = /^[\s\u00A0]*(?:[·•▪◦o§ü-]|\(?[0-9٠-٩a-z]{1,3}[.)-])[\s\u00A0]+/u;
const NUMBER = /^[\s\u00A0]*\(?[0-9٠-٩]{1,3}[.)-]/u;

/** Word writes `<p class="MsoListParagraph" style="mso-list:l0 level2 lfo1">` with the marker drawn as text. */
function restoreWordLists(page: Document): void {
  let open: { level: number; list: HTMLElement }[] = [];
  let previous: Element | null = null;
  for (const paragraph of page.body.querySelectorAll('p')) {
    const level = Number(/mso-list:[^;"]*level(\d)/i.exec(paragraph.getAttribute(STYLE) ?? '')?.[1] ?? 0);
    if (level === 0) {
      open = [];
      continue;
    }
    if (open.length > 0 && paragraph.previousElementSibling !== previous) open = [];
    const text = paragraph.textContent ?? '';
    for (const marker of paragraph.querySelectorAll(`span[${STYLE}*="mso-list:Ignore" i]`)) marker.remove();
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
  const fontWeight = styleOf(element, 'font-weight');
  const underlined = /underline/.test(
    styleOf(element, 'text-decoration') + styleOf(element, 'text-decoration-line'),
  );
  const block = /^(?:P|H[1-6]|LI|TD|TH)$/.test(element.tagName);
  if (!block && element.tagName !== 'B' && element.tagName !== 'STRONG' && isBold(fontWeight))
    wrap(page, element, 'strong');
  if (element.tagName !== 'U' && underlined) wrap(page, element, 'u');
  // Google Docs wraps the whole clipboard in <b style="font-weight:normal">.
  if ((element.tagName === 'B' || element.tagName === 'STRONG') && fontWeight !== '' && !isBold(fontWeight)) {
    element.replaceWith(...element.childNodes);
    return;
  }
  if (/^(?:A|I|EM|FONT|SUP|SUB|S|DEL|INS)$/.test(element.tagName)) {
    element.replaceWith(...element.childNodes);
    return;
  }
  const centred =
    block && (styleOf(element, 'text-align') === 'center' || element.getAttribute('align') === 'center');
  const spans = ['colspan', 'rowspan', 'start'].map((name) => [name, element.getAttribute(name)] as const);
  for (const name of element.getAttributeNames()) element.removeAttribute(name);
  for (const [name, value] of spans)
    if (value !== null && /^\d{1,2}$/.test(value)) element.setAttribute(name, value);
  // Right and justify are what a letter does anyway; only the centred line was meant.
  if (centred) element.className = 'letter-align-center';
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

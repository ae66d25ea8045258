import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clause } from '#shared/policy/clauses.ts';
import { actLine, evidenceLine, gapLine } from '#shared/requests/path-lines.ts';
import { GAP_CODES } from '#shared/requests/path-words.ts';
import type { PathClause } from '#shared/requests/request-path.ts';
import type { PaperSheet } from '#electron/pdf/documents/paper-sheets.ts';
import { paperSpeech } from '#electron/requests/path-speech.ts';
import { letterContent } from '../../support/letter-content.ts';
import { missingWords } from '../../support/missing-words.ts';
import { needTool } from '../../support/need-tool.ts';
import { openOffice, person, type TestDesk } from '../../support/office.ts';
import { pageCount, pdftotext, placedTexts, qpdfCheck } from '../../support/pdf-reading.ts';
import { toClosed } from '../../support/request-path.ts';
import { shownLines } from '../../support/shown-lines.ts';
import { renderTinyLetter, tinyPdf } from '../../support/tiny-pdf.ts';
import { LONG_NAME, setPaper } from './sample-papers.ts';

const sheets: PaperSheet[] = [];
let desk: TestDesk;
beforeAll(async () => {
  desk = await openOffice({
    ports: {
      renderer: {
        renderLetter: renderTinyLetter,
        renderRecoverySheet: (sheet) => Promise.resolve({ pdf: tinyPdf(JSON.stringify(sheet)) }),
        renderHeadPreview: (profile) => Promise.resolve({ pdf: tinyPdf(profile.name) }),
        renderPaper: (sheet) => {
          sheets.push(sheet);
          return Promise.resolve({ pdf: tinyPdf(JSON.stringify(sheet)), pages: 1 });
        },
      },
    },
  });
  const party = await desk.call('parties.add', { ...person(LONG_NAME), sex: 'female' });
  const { id } = await desk.call('requests.open', { partyId: party.id, service: 'سلة غذائية شهرية' });
  await toClosed(desk, id);
  const { id: letterId } = await desk.call('letters.create', { content: letterContent('تأييد') });
  await desk.call('letters.issue', { id: letterId });
  await desk.call('papers.make', { kind: 'supportRequestForm', requestId: id });
  await desk.call('papers.make', { kind: 'requestPath', requestId: id });
  await desk.call('papers.make', { kind: 'auditSample', seed: 'بذرة 7', count: 2, asOf: '2026-11-22' });
}, 60_000);
afterAll(() => desk.close());

const made = <K extends PaperSheet['kind']>(kind: K): Extract<PaperSheet, { readonly kind: K }> => {
  const found = sheets.find((one): one is Extract<PaperSheet, { readonly kind: K }> => one.kind === kind);
  if (found === undefined) throw new Error(`no ${kind} was made`);
  return found;
};
const speech = paperSpeech('arabicIndic');
/** All that a path says: the clauses whole, and a line for each act, piece of evidence and gap. */
const saidOf = (path: readonly PathClause[]): string =>
  path
    .flatMap((one) => [
      clause(one.clause).text,
      ...one.acts.map((act) => `${act.by} ${actLine(speech, act)}`),
      ...one.evidence.map((piece) => `${piece.by} ${evidenceLine(speech, piece)}`),
      ...one.gaps.map((gap) => gapLine(speech, gap)),
    ])
    .join(' ');

describe('the path of a request on paper', () => {
  it('is given back by pdftotext, word for word: every clause, act, evidence and gap', async (context) => {
    needTool(context, 'pdftotext');
    const sheet = made('requestPath');
    expect(sheet.gaps).toBeGreaterThan(0);
    const { pdf } = await setPaper(sheet);
    const said = `مسار الطلب طالبة الدعم ${LONG_NAME} رقم الملف سلة غذائية شهرية عادي ما لا أثر له ${saidOf(sheet.path)} أعدّه سارة محمد المطيري`;
    expect(missingWords(said, pdftotext(pdf))).toEqual([]);
    expect(pdftotext(pdf)).not.toContain('طالب الدعم:');
  });

  it('is a sound file of the same bytes each time', async () => {
    const { pdf } = await setPaper(made('requestPath'));
    expect(Buffer.compare(pdf, (await setPaper(made('requestPath'))).pdf)).toBe(0);
    expect(() => qpdfCheck(pdf)).not.toThrow();
  });

  it('has a letter for every gap that can be told', async (context) => {
    needTool(context, 'pdftotext');
    const gaps = GAP_CODES.map((code) => ({ clause: 'S.5' as const, code, text: '' }));
    const path = [
      { clause: 'S.5' as const, step: 5 as const, state: 'done' as const, acts: [], evidence: [], gaps },
    ];
    const { pdf } = await setPaper({ ...made('requestPath'), path, gaps: gaps.length });
    expect(missingWords(saidOf(path), pdftotext(pdf))).toEqual([]);
  });

  it('strikes what no longer holds', async () => {
    const piece = {
      clause: 'S.5' as const,
      kind: 'session' as const,
      detail: '',
      text: 'جلسة',
      ref: '',
      atMs: null,
      by: '',
    };
    const path = (holds: boolean): PathClause[] => [
      { clause: 'S.5', step: 5, state: 'done', acts: [], evidence: [{ ...piece, holds }], gaps: [] },
    ];
    const [held, struck] = await Promise.all(
      [true, false].map(async (holds) => (await setPaper({ ...made('requestPath'), path: path(holds) })).pdf),
    );
    expect(Buffer.compare(held!, struck!)).not.toBe(0);
  });
});

describe('the auditor’s sample on paper', () => {
  it('tells its seed, day and register, and each pick with its path on a page of its own', async (context) => {
    needTool(context, 'pdftotext');
    const sheet = made('auditSample');
    expect(sheet.items).toHaveLength(2);
    const { pdf } = await setPaper(sheet);
    const said = `عيّنة المدقق البذرة بذرة 7 الأحد ٢٠٢٦ ${sheet.items.map(({ heading, path }) => `${speech.number(heading)} ${speech.number(heading)} ${saidOf(path)}`).join(' ')}`;
    expect(missingWords(said, pdftotext(pdf))).toEqual([]);
    const texts = await placedTexts(pdf);
    const pages = new Set(texts.filter(({ text }) => text.includes('صادر')).map(({ page }) => page));
    expect([...pages]).toEqual([1, await pageCount(pdf)]);
  });
});

it.each(['supportRequestForm', 'attestation', 'raisingSlip', 'requestPath', 'auditSample'] as const)(
  'the number of the request stands on %s with its year at the left, as it is written',
  async (kind) => {
    const lines = (await shownLines((await setPaper(made(kind))).pdf)).join('\n');
    expect(lines).not.toContain('٠٠٠١-١٤٤٨');
    // Before the raising there is none.
    if (kind !== 'attestation') expect(lines).toContain('١٤٤٨-٠٠٠١');
  },
);

import type { PaperRequest } from '#shared/papers/papers-contract.ts';
import type { PrintChoice, Printed } from '#shared/printing/print-choice.ts';
import type { Staff } from '#shared/staff/staff.ts';
import { findRendering, keepRendering } from '#db/letters/letter-renderings.ts';
import { pdfSha256 } from '#db/letters/letter-seal.ts';
import { insertPrintJob } from '#db/letters/print-jobs.ts';
import type { Database } from '#db/open-database.ts';
import { actorOf } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import { copyOfSealed } from '../sealed/signatures-page.ts';
import type { LetterFiles, RenderLetter, SaveFile } from '../letters/letter-ports.ts';
import type { Clock } from '../ports/clock.ts';
import type { Printer, PrintMedia } from '../ports/printer.ts';
import { printPaper } from '../printing/print-paper.ts';
import { type PaperPlan, planPaper, testPageSheet } from './paper-makers.ts';
import { ENVELOPE_SHEETS } from '../pdf/documents/envelope-sizes.ts';
import type { RenderPaper } from './paper-ports.ts';
import { createPaperStore, type MadePaper } from './paper-store.ts';

interface PaperPorts {
  readonly db: Database;
  readonly clock: Clock;
  readonly files: LetterFiles;
  readonly renderLetter: RenderLetter;
  readonly renderPaper: RenderPaper;
  readonly printer: Printer;
  readonly saveFile: SaveFile;
}

export type PaperService = ReturnType<typeof createPaperService>;

/** Every paper of the desk but a letter's own sheet: made and looked at, then printed or saved as it was looked at. */
export function createPaperService(ports: PaperPorts) {
  const { db, clock, files, saveFile } = ports;
  const store = createPaperStore();

  async function make(request: PaperRequest, staff: Staff): Promise<MadePaper> {
    const nowMs = clock.nowMs();
    const { paper, ...about } = db.snapshot((reader) => planPaper(request, { reader, nowMs, staff, files }));
    const made = { ...about, kind: request.kind, media: mediaOf(paper) };
    if (paper.set === 'kept') return { ...made, pdf: paper.pdf, pages: paper.pages };
    if (paper.set === 'sealed')
      return {
        ...made,
        ...(await copyOfSealed({ db, files, renderer: ports }, paper.document, paper.frozen)),
      };
    const set = paper.set === 'letter' ? ports.renderLetter(paper.job) : ports.renderPaper(paper.sheet);
    const { pdf, pages } = await set;
    return { ...made, pdf, pages };
  }

  /** From its first print on a kept paper is what it was then, whoever had it before them in the meantime. */
  function asKept(paper: MadePaper): MadePaper {
    const { keep, pdf, pages } = paper;
    if (keep === null) return paper;
    return db.write((tx) => {
      // The print itself is logged once a printer has it.
      tx.unaudited();
      keepRendering(tx, keep, { pdf, pages }, clock.nowMs());
      return { ...paper, ...(findRendering(tx, keep) ?? { pdf, pages }) };
    });
  }

  return {
    /** Errors: those of `papers.make`. */
    async make(
      request: PaperRequest,
      staff: Staff,
    ): Promise<{ token: string; pdf: Uint8Array; pages: number; title: string }> {
      const paper = await make(request, staff);
      const { pdf, pages, title } = paper;
      return { token: store.keep(paper, staff.id), pdf, pages, title };
    },

    /** Errors: those of `papers.print`. */
    async print(
      { token, ...choice }: PrintChoice & { readonly token: string },
      staff: Staff,
    ): Promise<Printed> {
      const paper = asKept(store.get(token, staff.id));
      return printPaper(
        ports,
        {
          bytes: paper.pdf,
          pages: paper.pages,
          jobName: `wisam-${paper.kind}`,
          title: paper.title,
          paper: paper.kind,
          letterId: paper.letterId,
          media: paper.media,
          discloses: paper.discloses,
        },
        choice,
        actorOf(staff),
        {
          action: 'paper.printed',
          subjectKind: paper.subject.kind,
          subjectId: paper.subject.id,
          details: {},
        },
      );
    },

    /** A copy to where the person chooses; null when they chose nothing. Error: paperGone. */
    async save(token: string, staff: Staff): Promise<{ path: string } | null> {
      const paper = asKept(store.get(token, staff.id));
      const path = await saveFile({ suggestedName: fileName(paper.title), bytes: paper.pdf });
      if (path === null) return null;
      const sha256 = pdfSha256(paper.pdf);
      db.write((tx) => {
        const nowMs = clock.nowMs();
        const { title, kind, letterId } = paper;
        insertPrintJob(
          tx,
          { letterId, title, kind: 'save', copies: 1, target: path, sha256, paper: kind },
          staff.id,
          nowMs,
        );
        tx.audit(auditEntry(actorOf(staff), nowMs, 'paper.saved', paper.subject, { paper: kind, sha256 }));
        if (paper.discloses !== undefined) {
          const whose = { kind: 'party', id: paper.discloses };
          tx.audit(
            auditEntry(actorOf(staff), nowMs, 'party.disclosed', whose, { paper: kind, method: 'save' }),
          );
        }
      });
      return { path };
    },

    /** One page for the printer's settings. */
    testPage: async (printer: string): Promise<{ pdf: Uint8Array; pages: number }> => {
      const nowMs = clock.nowMs();
      return ports.renderPaper(db.snapshot((reader) => testPageSheet(reader, nowMs, printer)));
    },

    /** Lets go of every paper that was made: whoever sits down next has not looked at them. */
    forget: store.clear,
  };
}

/** Envelopes are printed on envelopes; every other paper is A4. */
const mediaOf = (paper: PaperPlan['paper']): PrintMedia | null =>
  paper.set === 'sheet' && paper.sheet.kind === 'envelopes' ? ENVELOPE_SHEETS[paper.sheet.size] : null;

/** Without the characters that Windows refuses in a name, and without marks of direction. */
const fileName = (title: string): string =>
  `${title
    .replace(/[\u200E\u200F\u2066-\u2069]/g, '')
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]+/gu, '-')
    .trim()
    .slice(0, 80)}.pdf`;

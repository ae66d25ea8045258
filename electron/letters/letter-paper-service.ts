import { riyadhDay } from '#shared/calendar/dual-date.ts';
import type { LetterId } from '#shared/ids.ts';
import type { LetterContent } from '#shared/letters/letter.ts';
import { AppError } from '#shared/app-error.ts';
import type { PrintChoice, Printed } from '#shared/printing/print-choice.ts';
import { findLetterPdf } from '#db/letters/letter-queries.ts';
import { pdfSha256 } from '#db/letters/letter-seal.ts';
import { insertPrintJob } from '#db/letters/print-jobs.ts';
import type { Database } from '#db/open-database.ts';
import { getProfile } from '#db/organisation/organisation-rows.ts';
import type { Actor } from '../audit/actor.ts';
import type { Clock } from '../ports/clock.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import { getLetter } from './letter-service.ts';
import type { Printer } from '../ports/printer.ts';
import { printPaper } from '../printing/print-paper.ts';
import { readPictures, unsignedImages } from './letter-images.ts';
import { type LetterFiles, NO_FILES, type RenderLetter, type SaveFile } from './letter-ports.ts';

interface LetterPaperPorts {
  readonly db: Database;
  readonly clock: Clock;
  readonly renderLetter: RenderLetter;
  readonly printer: Printer;
  readonly saveFile: SaveFile;
  readonly files?: LetterFiles;
}

export type LetterPaperService = ReturnType<typeof createLetterPaperService>;

/** A letter as paper: preview, sealed bytes, print, saved copy. */
export function createLetterPaperService({
  db,
  clock,
  renderLetter,
  printer,
  saveFile,
  files = NO_FILES,
}: LetterPaperPorts) {
  /** Before issue the page bears today's dates, as it will if it is issued now; only the number is dotted. */
  const unissued = (content: LetterContent) => ({
    ...content,
    referenceNumber: null,
    day: riyadhDay(clock.nowMs()),
  });

  /**
   * The sealed bytes of what bears a number, untouched; of anything else a page set now, marked and without a number.
   * @throws AppError notFound, missingGlyph, databaseCorrupt when the bytes are not those that were sealed
   */
  async function paperOf(id: LetterId) {
    const { letter, profile, images, pdf } = db.snapshot((reader) => ({
      letter: getLetter(reader, id),
      profile: getProfile(reader),
      images: unsignedImages(reader),
      pdf: findLetterPdf(reader, id),
    }));
    if (letter.state === 'issued' || letter.state === 'voided') {
      if (pdf === undefined || letter.pages === null || pdfSha256(pdf) !== letter.pdfSha256)
        throw new AppError('databaseCorrupt', { letter: id });
      return { letter, pdf, pages: letter.pages, sealed: true };
    }
    const page = await renderLetter({
      letter: unissued(letter.content),
      profile,
      mark: letter.state === 'draft' ? 'draft' : 'proof',
      title: letter.subject,
      pictures: readPictures(images, files),
    });
    return { letter, ...page, sealed: false };
  }

  return {
    /** The live page of a content as it stands. @throws AppError missingGlyph, renderFailed */
    preview: (content: LetterContent): Promise<{ pdf: Uint8Array; pages: number }> =>
      renderLetter({
        letter: unissued(content),
        profile: getProfile(db),
        mark: 'draft',
        title: content.subject,
        pictures: readPictures(unsignedImages(db), files),
      }),

    async pdf(id: LetterId): Promise<{ pdf: Uint8Array; pages: number; sealed: boolean }> {
      const { pdf, pages, sealed } = await paperOf(id);
      return { pdf, pages, sealed };
    },

    /** Logged once the printer has the job. @throws AppError notFound, pageRangeWrong, printerFailed, printerMissing */
    async print({ id, ...choice }: PrintChoice & { readonly id: LetterId }, actor: Actor): Promise<Printed> {
      const { letter, pdf, pages, sealed } = await paperOf(id);
      return printPaper(
        { db, clock, printer },
        {
          bytes: pdf,
          pages,
          jobName: letter.referenceNumber ?? `wisam-${id}`,
          title: letter.referenceNumber ?? letter.subject,
          paper: 'letter',
          letterId: id,
        },
        choice,
        actor,
        { action: 'letter.printed', subjectKind: 'letter', subjectId: id, details: { sealed } },
      );
    },

    /** A copy to where the person chooses; null when they chose nothing. */
    async save(id: LetterId, actor: Actor): Promise<{ path: string } | null> {
      const { letter, pdf, sealed } = await paperOf(id);
      const path = await saveFile({
        suggestedName: fileName(letter.referenceNumber, letter.subject),
        bytes: pdf,
      });
      if (path === null) return null;
      const title = letter.referenceNumber ?? letter.subject;
      db.write((tx) => {
        const nowMs = clock.nowMs();
        const sha256 = pdfSha256(pdf);
        insertPrintJob(
          tx,
          { letterId: id, title, kind: 'save', copies: 1, target: path, sha256 },
          actor.id,
          nowMs,
        );
        tx.audit(auditEntry(actor, nowMs, 'letter.saved', { kind: 'letter', id }, { sealed, sha256 }));
      });
      return { path };
    },
  };
}

/** `127-ص-1448.pdf`: without the characters that Windows refuses in a name. */
const fileName = (referenceNumber: string | null, subject: string): string => {
  const stem = (referenceNumber ?? subject)
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]+/gu, '-')
    .trim()
    .slice(0, 80);
  return `${stem === '' ? 'letter' : stem}.pdf`;
};

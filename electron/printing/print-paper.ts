import { AppError } from '#shared/app-error.ts';
import type { LetterId, PartyId } from '#shared/ids.ts';
import { parsePageRange } from '#shared/printing/page-range.ts';
import type { PrintChoice, Printed } from '#shared/printing/print-choice.ts';
import { VIEWER } from '#shared/printing/print-setting.ts';
import type { AuditEntry } from '#db/audit/audit-chain.ts';
import { pdfSha256 } from '#db/letters/letter-seal.ts';
import { insertPrintJob } from '#db/letters/print-jobs.ts';
import type { Database } from '#db/open-database.ts';
import { getPrintSetting } from '#db/settings/desk-settings.ts';
import type { Actor } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import type { Clock } from '../ports/clock.ts';
import type { Printer, PrintMedia } from '../ports/printer.ts';

export interface PaperToPrint {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** In the printer's queue, which others may read: a number, never a subject or a name. */
  readonly jobName: string;
  /** In the desk's own list of prints. */
  readonly title: string;
  /** `letter`, `preprinted`, or another document's kind. */
  readonly paper: string;
  readonly letterId: LetterId | null;
  /** Whose data the paper takes along: then its print is a disclosure too, and is logged as one (PDPL). */
  readonly discloses?: PartyId | undefined;
  /** Absent or null: A4. */
  readonly media?: PrintMedia | null;
}

interface PrintPorts {
  readonly db: Database;
  readonly clock: Clock;
  readonly printer: Printer;
}

/**
 * Every paper of Wisam is printed here: where the person says, else at the remembered printer, else at the system's
 * usual one; and once a printer has it, the print is logged, with `event` in the log of acts. What fails changes nothing
 * and is no print; only a job that nobody took in time may still come out, and the log of acts says so.
 * @param event its details are completed by copies, pages, printer and hash
 * @throws AppError pageRangeWrong { pages }, printerMissing, printerFailed { reason }
 */
export async function printPaper(
  { db, clock, printer }: PrintPorts,
  paper: PaperToPrint,
  choice: PrintChoice,
  actor: Actor,
  event: Pick<AuditEntry, 'action' | 'subjectKind' | 'subjectId' | 'details'>,
): Promise<Printed> {
  const asked = parsePageRange(choice.pageRange ?? '', paper.pages);
  if (!asked.ok) throw new AppError('pageRangeWrong', { pages: paper.pages, part: asked.part });
  const { bytes, jobName, media = null } = paper;
  const wanted = choice.printer ?? getPrintSetting(db).printer;
  const viewed = wanted === VIEWER;
  // The viewer shows the whole paper, and what is printed from there is not ours to know.
  const copies = viewed ? 1 : choice.copies;
  const pageRange = viewed ? null : asked.range;
  const sha256 = pdfSha256(bytes);
  const details = {
    ...event.details,
    copies,
    sha256,
    ...(pageRange === null ? {} : { pages: pageRange }),
    ...(paper.paper === 'letter' ? {} : { paper: paper.paper }),
  };
  const subject = { kind: event.subjectKind, id: event.subjectId };
  const taken = viewed
    ? await printer.openInViewer(bytes).then(() => ({ printer: VIEWER, finished: true }))
    : await printer
        .printPdf({ bytes, jobName, copies, pageRange, media, printer: wanted })
        .catch((error: unknown) => {
          if (timedOut(error))
            db.write((tx) => {
              const where = String(error.details['printer'] ?? wanted ?? '');
              const about = { ...details, printer: where };
              tx.audit(auditEntry(actor, clock.nowMs(), 'paper.printUncertain', subject, about));
            });
          throw error;
        });
  const printedAtMs = clock.nowMs();
  const jobId = db.write((tx) => {
    const id = insertPrintJob(
      tx,
      {
        letterId: paper.letterId,
        title: paper.title,
        kind: 'print',
        copies,
        target: taken.printer,
        sha256,
        paper: paper.paper,
        pageRange,
      },
      actor.id,
      printedAtMs,
    );
    tx.audit(auditEntry(actor, printedAtMs, event.action, subject, { ...details, printer: taken.printer }));
    if (paper.discloses !== undefined) {
      const whose = { kind: 'party', id: paper.discloses };
      const about = { paper: paper.paper, method: 'print', copies };
      tx.audit(auditEntry(actor, printedAtMs, 'party.disclosed', whose, about));
    }
    return id;
  });
  return { jobId, printedAtMs, printer: taken.printer, finished: taken.finished };
}

/** Whether the printer was silent: a job that was taken back then may have reached it all the same. */
const timedOut = (error: unknown): error is AppError =>
  error instanceof AppError &&
  error.code === 'printerFailed' &&
  error.details['reason'] === 'timeout' &&
  error.details['sent'] !== false;

import type { PrintSetting } from '#shared/printing/print-setting.ts';
import type { Printed } from '#shared/printing/print-choice.ts';
import type { PrinterInfo } from '#shared/printing/printing-contract.ts';
import { getPrintJob, setCameOut } from '#db/letters/print-jobs.ts';
import type { Database } from '#db/open-database.ts';
import { getPrintSetting, setPrintSetting } from '#db/settings/desk-settings.ts';
import type { Actor } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import type { Clock } from '../ports/clock.ts';
import type { Printer } from '../ports/printer.ts';
import { printPaper } from './print-paper.ts';

/** One page that shows the printer's name, the edges it reaches, and letters and lines to judge. */
export type MakeTestPage = (printer: string) => Promise<{ readonly pdf: Uint8Array; readonly pages: number }>;

interface PrintingPorts {
  readonly db: Database;
  readonly clock: Clock;
  readonly printer: Printer;
  readonly makeTestPage: MakeTestPage;
}

export type PrintingService = ReturnType<typeof createPrintingService>;

const NOBODY = { kind: 'printing', id: null } as const;

/** The desk's printers, how it prints, and what became of each print. */
export function createPrintingService({ db, clock, printer, makeTestPage }: PrintingPorts) {
  return {
    /** The remembered one first, then the system's usual one. */
    printers: async (): Promise<PrinterInfo[]> => {
      const remembered = getPrintSetting(db).printer;
      const all = await printer.listPrinters();
      return all.toSorted((a, b) => Number(b.name === remembered) - Number(a.name === remembered));
    },

    setting: (): PrintSetting => getPrintSetting(db),

    saveSetting: (setting: PrintSetting, actor: Actor): PrintSetting => {
      const nowMs = clock.nowMs();
      return db.write((tx) => {
        setPrintSetting(tx, setting, nowMs);
        const { preprinted } = setting;
        tx.audit(
          auditEntry(actor, nowMs, 'printing.setUp', NOBODY, {
            printer: setting.printer ?? '',
            preprinted: preprinted.on,
            xMm: preprinted.xMm,
            yMm: preprinted.yMm,
          }),
        );
        return setting;
      });
    },

    remember: (name: string | null, actor: Actor): void => {
      const nowMs = clock.nowMs();
      db.write((tx) => {
        const before = getPrintSetting(tx);
        if (before.printer === name) return;
        setPrintSetting(tx, { ...before, printer: name }, nowMs);
        tx.audit(auditEntry(actor, nowMs, 'printing.remembered', NOBODY, { printer: name ?? '' }));
      });
    },

    /** The last answer stands. @throws AppError notFound */
    cameOut: (answer: { jobId: number; complete: boolean; from: number | null }, actor: Actor): void => {
      const nowMs = clock.nowMs();
      const { jobId, complete, from } = answer;
      db.write((tx) => {
        const job = getPrintJob(tx, jobId);
        if (job.cameOut === complete && from === null) return;
        setCameOut(tx, jobId, complete);
        const subject = job.letterId === null ? NOBODY : ({ kind: 'letter', id: job.letterId } as const);
        tx.audit(
          auditEntry(actor, nowMs, complete ? 'printing.cameOut' : 'printing.cameOutShort', subject, {
            job: jobId,
            ...(from === null ? {} : { from }),
          }),
        );
      });
    },

    /** @throws AppError printerMissing, printerFailed */
    testPage: async (name: string, actor: Actor): Promise<Printed> => {
      const { pdf, pages } = await makeTestPage(name);
      return printPaper(
        { db, clock, printer },
        { bytes: pdf, pages, jobName: 'wisam-test', title: 'wisam-test', paper: 'testPage', letterId: null },
        { copies: 1, pageRange: null, printer: name },
        actor,
        { action: 'printing.tested', subjectKind: NOBODY.kind, subjectId: null, details: {} },
      );
    },
  };
}

import { native } from '#shared/locales/ar/native.ts';
import type { AppState } from '#shared/first-run/first-run-contract.ts';
import type { AppContract } from '#shared/ipc/app-contract.ts';
import type { AppEvents } from '#shared/ipc/events.ts';
import type { Session } from '#shared/staff/staff-contract.ts';
import type { Database } from '#db/open-database.ts';
import { refreshLetterSearch } from '#db/letters/letter-search.ts';
import { refreshSearchIndex } from '#db/search/refresh-index.ts';
import { findStaff } from '#db/staff/staff-queries.ts';
import { auditHandlers } from './audit/audit-ipc.ts';
import { createAuditService } from './audit/audit-service.ts';
import { watchClock } from './audit/clock-guard.ts';
import { backupHandlers } from './backup/backup-ipc.ts';
import { createBackupService } from './backup/backup-service.ts';
import { restoreIntoFolder } from './backup/restore-folder.ts';
import { batchHandlers, type BatchListener, createBatches } from './batches/batch-ipc.ts';
import { caseHandlers, createCaseServices } from './case-services.ts';
import { contactHandlers } from './contacts/contact-ipc.ts';
import { createContactService } from './contacts/contact-service.ts';
import { deskHandlers } from './desk/desk-ipc.ts';
import { createDeskService } from './desk/desk-service.ts';
import { draftHandlers } from './drafts/draft-ipc.ts';
import { createDraftService } from './drafts/draft-service.ts';
import { fileHandlers } from './files/file-ipc.ts';
import { createOfficeFiles } from './files/office-files.ts';
import { firstRunHandlers } from './first-run/first-run-ipc.ts';
import { createFirstRunService, type RenderRecoverySheet } from './first-run/first-run-service.ts';
import type { Handlers } from './ipc/dispatch.ts';
import { incomingHandlers } from './incoming/incoming-ipc.ts';
import { createIncomingService } from './incoming/incoming-service.ts';
import { letterHandlers } from './letters/letter-ipc.ts';
import { createLetterLifeService } from './letters/letter-life-service.ts';
import { createLetterPaperService } from './letters/letter-paper-service.ts';
import type { RenderLetter, SaveFile } from './letters/letter-ports.ts';
import { createLetterService } from './letters/letter-service.ts';
import { officeImageHandlers } from './organisation/office-image-ipc.ts';
import { createOfficeImageService } from './organisation/office-image-service.ts';
import { organisationHandlers, type RenderHeadPreview } from './organisation/organisation-ipc.ts';
import { createOrganisationService } from './organisation/organisation-service.ts';
import { paperHandlers } from './papers/paper-ipc.ts';
import type { RenderPaper } from './papers/paper-ports.ts';
import { createPaperService } from './papers/paper-service.ts';
import { createPeopleServices, peopleHandlers, type PeoplePorts } from './people-services.ts';
import { writeFileSafely } from './platform/node/write-file-safely.ts';
import type { Clock } from './ports/clock.ts';
import type { Dialogs } from './ports/dialogs.ts';
import type { Printer } from './ports/printer.ts';
import { printingHandlers } from './printing/printing-ipc.ts';
import { createPrintingService } from './printing/printing-service.ts';
import { createOfficeRegisters, registerHandlers } from './registers/register-ipc.ts';
import { createDeskSession, type DeskSession } from './session/desk-session.ts';
import type { Passwords } from './staff/passwords.ts';
import { staffHandlers } from './staff/staff-ipc.ts';
import { createStaffService } from './staff/staff-service.ts';
import { templateHandlers } from './templates/template-ipc.ts';
import { createTemplateService } from './templates/template-service.ts';
import { visitHandlers } from './visits/visit-ipc.ts';
import { createVisitService } from './visits/visit-service.ts';

/** What the services need of the world; the shell, the command line and the tests hand it in. */
export interface AppPorts {
  readonly version: string;
  readonly clock: Clock;
  readonly passwords: Passwords;
  /** PDFs: `createPdfRenderer` fits. */
  readonly renderer: {
    readonly renderLetter: RenderLetter;
    readonly renderRecoverySheet: RenderRecoverySheet;
    readonly renderHeadPreview: RenderHeadPreview;
    readonly renderPaper: RenderPaper;
  };
  readonly printer: Printer;
  readonly dialogs: Dialogs;
  /** `electron/backup/backup-worker.ts`, as a source or as a bundle. */
  readonly backupWorkerFile: string | URL;
  /** `electron/verify/verify-worker.ts`, likewise. */
  readonly verifyWorkerFile: string | URL;
  readonly onBackupProgress: (progress: AppEvents['backup.progress']) => void;
  /** `electron/imports/import-worker.ts`, likewise, and who hears of it. */
  readonly imports: PeoplePorts['imports'];
  /** What failed in the background and was nobody's fault but ours. */
  readonly onFault?: PeoplePorts['onFault'];
  /** Of letters to many; nobody listens where it is missing. */
  readonly batchListener?: BatchListener;
}

/** A data folder that is locked for this process, with its database open. */
export interface OpenData {
  readonly dataFolder: string;
  readonly db: Database;
  readonly close: () => void;
}

/** All that works on one open database. */
export type OfficeServices = ReturnType<typeof createOfficeServices>;

export function createOfficeServices(data: OpenData, ports: AppPorts, session: DeskSession) {
  const { db } = data;
  const { clock, printer, passwords } = ports;
  const { renderLetter } = ports.renderer;
  refreshLetterSearch(db);
  refreshSearchIndex(db, clock.nowMs());
  const base = { db, clock };
  watchClock(clock);
  const files = createOfficeFiles({ ...base, dataFolder: data.dataFolder, dialogs: ports.dialogs });
  const backup = createBackupService({
    database: db,
    dataFolder: data.dataFolder,
    appVersion: ports.version,
    nowMs: clock.nowMs,
    workerFile: ports.backupWorkerFile,
    onProgress: ports.onBackupProgress,
  });
  const letters = createLetterService({ ...base, renderLetter, files: files.fileStore });
  const paper = createLetterPaperService({
    ...base,
    renderLetter,
    files: files.fileStore,
    printer,
    saveFile: saveFileThrough(ports.dialogs),
  });
  const papers = createPaperService({
    ...base,
    files: files.fileStore,
    renderLetter,
    renderPaper: ports.renderer.renderPaper,
    printer,
    saveFile: saveFileThrough(ports.dialogs),
  });
  const heard = session.onEnd(papers.forget);
  const registers = createOfficeRegisters({
    ...base,
    files: files.fileStore,
    dataFolder: data.dataFolder,
    dialogs: ports.dialogs,
    workerFile: ports.verifyWorkerFile,
  });
  const batches = createBatches({ ...base, session, listener: ports.batchListener }, letters, paper, papers);
  const people = createPeopleServices({ ...ports, db, files, session });
  return {
    db,
    audit: createAuditService(base),
    backup,
    contacts: createContactService(base),
    desk: createDeskService(base),
    drafts: createDraftService(base),
    ...files,
    incoming: createIncomingService(base),
    batches,
    letters,
    letterLife: createLetterLifeService({ ...base, files: files.fileStore }),
    officeImages: createOfficeImageService({
      ...base,
      fileStore: files.fileStore,
      renderHead: ports.renderer.renderHeadPreview,
    }),
    organisation: createOrganisationService(base),
    paper,
    papers,
    people,
    printing: createPrintingService({
      ...base,
      printer,
      makeTestPage: papers.testPage,
    }),
    registers,
    cases: createCaseServices({ ...ports, db, files, session }),
    staff: createStaffService({ ...base, session, passwords }),
    templates: createTemplateService(base),
    visits: createVisitService(base),
    /** Ends the session and a running backup, then closes the database and lets the next process in. */
    close: () => {
      batches.runner.close();
      people.close();
      registers.close();
      session.close();
      heard();
      // Its worker has a connection of its own: it is told to end and needs not be waited for.
      void backup.close();
      data.close();
    },
  };
}

/** Holds the one open office of this process: `createContainer` of the shell fits. */
export interface OfficeHolder {
  readonly dataFolder: string;
  readonly state: () => AppState;
  /** Errors: firstRunNeeded, or the code that kept the folder from opening. */
  readonly office: () => OfficeServices;
  readonly open: () => AppState;
  readonly take: (office: OfficeServices) => void;
}

export interface AppServices {
  /** One for each channel of the contract. */
  readonly handlers: Handlers<AppContract>;
  readonly session: DeskSession;
}

/**
 * Every channel's handler over whatever office is open. `makeHolder` is given what turns an open data folder into an
 * office: the shell's container, or a test's, keeps the result.
 */
export function createAppServices<H extends OfficeHolder>(
  ports: AppPorts,
  makeHolder: (openServices: (data: OpenData) => OfficeServices) => H,
): AppServices & { readonly holder: H } {
  const session = createDeskSession();
  const openServices = (data: OpenData): OfficeServices => {
    try {
      return createOfficeServices(data, ports, session);
    } catch (error) {
      // A page that is damaged is found at the first read: the lock must not outlive the attempt.
      data.close();
      throw error;
    }
  };
  const holder = makeHolder(openServices);
  const saveFile = saveFileThrough(ports.dialogs);
  const firstRun = createFirstRunService({
    dataFolder: holder.dataFolder,
    clock: ports.clock,
    passwords: ports.passwords,
    renderRecoverySheet: ports.renderer.renderRecoverySheet,
    printer: ports.printer,
    saveFile,
  });

  const restore = async (archive: string, recoveryKey: string): Promise<AppState> => {
    const { dataFolder } = holder;
    await restoreIntoFolder(
      { archive, recoveryKey, dataFolder, appVersion: ports.version, nowMs: ports.clock.nowMs },
      { workerFile: ports.backupWorkerFile, onProgress: ports.onBackupProgress },
    );
    return holder.open();
  };

  const words = native.dialogs;
  const office = (): OfficeServices => holder.office();
  const handlers: Handlers<AppContract> = {
    ...firstRunHandlers({
      state: holder.state,
      open: holder.open,
      service: firstRun,
      enter: (made): Session => {
        const services = openServices(made);
        holder.take(services);
        const staff = findStaff(services.db, made.staffId);
        if (staff === undefined) throw new Error('the first person is not there');
        return session.open(staff);
      },
      chooseArchive: () =>
        ports.dialogs.chooseFile(words.backupArchive, { name: words.archives, extensions: ['age'] }),
      restore,
    }),
    ...staffHandlers(() => office().staff),
    ...organisationHandlers(
      () => office().organisation,
      ports.renderer.renderHeadPreview,
      () => (holder.state().kind === 'ready' ? office().officeImages.logo() : null),
    ),
    ...officeImageHandlers(() => office().officeImages),
    ...deskHandlers(() => office().desk),
    ...peopleHandlers(() => office().people),
    ...visitHandlers(() => office().visits),
    ...contactHandlers(() => office().contacts),
    ...caseHandlers(() => office().cases),
    ...letterHandlers(
      () => office().letters,
      () => office().paper,
      () => office().letterLife,
    ),
    ...incomingHandlers(() => office().incoming),
    ...fileHandlers(() => office().files),
    ...printingHandlers(() => office().printing),
    ...paperHandlers(() => office().papers),
    ...batchHandlers(() => office().batches),
    ...templateHandlers(() => office().templates),
    ...registerHandlers(() => office().registers),
    ...draftHandlers(() => office().drafts),
    ...backupHandlers(() => office().backup, {
      chooseFolder: () => ports.dialogs.chooseFolder(words.backupFolder),
    }),
    ...auditHandlers(() => office().audit),
  };
  return { handlers, session, holder };
}

const saveFileThrough =
  (dialogs: Dialogs): SaveFile =>
  async ({ suggestedName, bytes }) => {
    const words = native.dialogs;
    const path = await dialogs.chooseSaveFile(words.saveLetter, suggestedName, {
      name: words.pdf,
      extensions: ['pdf'],
    });
    if (path !== null) writeFileSafely(path, bytes);
    return path;
  };

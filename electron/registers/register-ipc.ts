import { AppError } from '#shared/app-error.ts';
import { registerExcel } from '#shared/locales/ar/register-excel.ts';
import type { RegisterCheck, registersContract } from '#shared/registers/registers-contract.ts';
import { getProfile } from '#db/organisation/organisation-rows.ts';
import { readRegisterBook } from '#db/registers/register-book.ts';
import { type Actor, actorOf } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { readDatabaseKey } from '../keys/key-file.ts';
import { attachmentsLine } from '../pdf/letter-fields.ts';
import { writeFileSafely } from '../platform/node/write-file-safely.ts';
import type { Dialogs } from '../ports/dialogs.ts';
import { checkRegisters } from './check-registers.ts';
import { writeRegisterExcel } from './register-excel.ts';
import type { RegisterPorts } from './enter-paper.ts';
import { createRegisterService, type RegisterService } from './register-service.ts';

export interface OfficeRegisters {
  readonly registers: RegisterService;
  readonly check: () => Promise<RegisterCheck>;
  readonly exportExcel: (
    input: { readonly register: 'outgoing' | 'incoming'; readonly hijriYear: number },
    actor: Actor,
  ) => Promise<{ path: string } | null>;
  readonly close: () => void;
}

/** The registers of one open office. */
export function createOfficeRegisters(
  ports: RegisterPorts & {
    readonly dataFolder: string;
    readonly dialogs: Dialogs;
    readonly workerFile: string | URL;
  },
): OfficeRegisters {
  const { db, clock, dataFolder, dialogs } = ports;
  const closing = new AbortController();
  let running: Promise<RegisterCheck> | undefined;
  return {
    registers: createRegisterService(ports),

    /** Asked twice, it runs once. */
    check: () => {
      running ??= checkRegisters(
        { file: db.file, key: readDatabaseKey(dataFolder), dataFolder },
        { workerFile: ports.workerFile, nowMs: clock.nowMs, signal: closing.signal },
      ).finally(() => {
        running = undefined;
      });
      return running;
    },

    async exportExcel({ register, hijriYear }, actor) {
      const { book, office } = db.snapshot((reader) => ({
        book: readRegisterBook(reader, register, hijriYear),
        office: getProfile(reader).name,
      }));
      if (book === undefined) throw new AppError('notFound', { kind: 'register', id: hijriYear });
      const bytes = await writeRegisterExcel(book, {
        office,
        nowMs: clock.nowMs(),
        attachments: (of) => attachmentsLine(of, 'latin'),
      });
      const name = registerExcel.file[register].replace('{{year}}', String(hijriYear));
      const path = await dialogs.chooseSaveFile(registerExcel.dialog, name, {
        name: registerExcel.kind,
        extensions: ['xlsx'],
      });
      if (path === null) return null;
      writeFileSafely(path, bytes);
      db.write((tx) => {
        const details = { register, hijriYear, lines: book.lines.length };
        tx.audit(
          auditEntry(actor, clock.nowMs(), 'register.exported', { kind: 'register', id: null }, details),
        );
      });
      return { path };
    },

    close: () => closing.abort(),
  };
}

export const registerHandlers = (office: () => OfficeRegisters): Handlers<typeof registersContract> => ({
  'registers.overview': () => office().registers.overview(),
  'registers.listReserved': () => office().registers.listReserved(),
  'registers.reserve': (input, { signedIn }) => office().registers.reserve(input, actorOf(signedIn().staff)),
  'registers.enterOutgoing': (input, { signedIn }) =>
    office().registers.enterOutgoing(input, actorOf(signedIn().staff)),
  'registers.enterIncoming': (input, { signedIn }) =>
    office().registers.enterIncoming(input, actorOf(signedIn().staff)),
  'registers.voidReserved': ({ reason, ...address }, { signedIn }) =>
    office().registers.voidReserved(address, reason, actorOf(signedIn().staff)),
  'registers.check': () => office().check(),
  'registers.exportExcel': (input, { signedIn }) => office().exportExcel(input, actorOf(signedIn().staff)),
});

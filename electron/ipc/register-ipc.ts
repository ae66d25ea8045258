import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import type { Contract } from '#shared/ipc/contract.ts';
import type { Result } from '#shared/result.ts';
import { isTrustedSender } from '../security/trusted-sender.ts';
import { createDispatch, type DispatchPorts, type Handlers, type NoExtra } from './dispatch.ts';

export interface IpcPorts extends DispatchPorts {
  readonly ipcMain: Pick<IpcMain, 'handle'>;
  /** Told of a call from a page that is not the desk's. */
  readonly refused: (channel: string) => void;
}

/** Opens one door for each channel of the contract; the sender is checked here, in one place, before anything else. */
export function registerIpc<C extends Contract, H extends Handlers<C>>(
  contract: C,
  handlers: H & NoExtra<C, H>,
  ports: IpcPorts,
): void {
  const dispatch = createDispatch<C, H>(contract, handlers, ports);
  for (const name of Object.keys(contract))
    ports.ipcMain.handle(
      name,
      async (event: IpcMainInvokeEvent, input: unknown): Promise<Result<unknown>> => {
        if (isTrustedSender(event)) return dispatch(name, input);
        ports.refused(name);
        return { ok: false, error: { code: 'untrustedSender', details: {} } };
      },
    );
}

import type { RegisterCheck } from '#shared/registers/registers-contract.ts';
import { runJob } from '../threads/run-job.ts';
import type { Verification } from '../verify/verify-database.ts';
import type { VerifyJob } from '../verify/verify-folder.ts';

/** `outgoing-1448-127` at the end of a fault: the place that it names. */
const PLACE = /:(outgoing|incoming|requests|files)-(1[345]\d\d)(?:-(\d+))?$/u;

export function placeOfFault(fault: string | null): RegisterCheck['place'] {
  const found = fault === null ? null : PLACE.exec(fault);
  if (found === null) return null;
  const [, register = '', year, number] = found;
  return { register, hijriYear: Number(year), number: number === undefined ? null : Number(number) };
}

/** Verifies the open database in a thread with a connection of its own: the desk goes on meanwhile. */
export async function checkRegisters(
  job: VerifyJob,
  ports: { readonly workerFile: string | URL; readonly nowMs: () => number; readonly signal?: AbortSignal },
): Promise<RegisterCheck> {
  const { fault, read, audit } = await runJob<Verification, never>(
    { ...job, open: true },
    { workerFile: ports.workerFile, signal: ports.signal },
  );
  return {
    fault,
    place: placeOfFault(fault),
    ...read,
    events: audit.count,
    auditHead: audit.hash,
    checkedAtMs: ports.nowMs(),
  };
}

import { AppError } from '#shared/app-error.ts';
import { batchSourceSchema } from '#shared/batches/batch-template.ts';
import { riyadhDay, riyadhTime } from '#shared/calendar/dual-date.ts';
import type { BatchId } from '#shared/ids.ts';
import { findBatch, listBatchPersons, listSealedOfBatch } from '#db/batches/batch-queries.ts';
import { pdfSha256 } from '#db/letters/letter-seal.ts';
import type { Reader } from '#db/transaction.ts';
import type { BatchLetters, BatchReport, PaperHead } from '../pdf/documents/paper-sheets.ts';

/** @throws AppError notFound; a discarded batch is not found */
function getBatch(reader: Reader, id: BatchId) {
  const batch = findBatch(reader, id);
  if (batch === undefined || batch.discardedAtMs !== null)
    throw new AppError('notFound', { kind: 'batch', id });
  return batch;
}

/** Who got which number, who was left out and why. @throws AppError notFound */
export function batchReport(reader: Reader, id: BatchId, head: PaperHead, nowMs: number): BatchReport {
  const { summary, templateJson } = getBatch(reader, id);
  return {
    ...head,
    name: summary.name,
    templateName: batchSourceSchema.parse(JSON.parse(templateJson)).template.name,
    preparedBy: summary.createdByName,
    preparedDay: riyadhDay(summary.createdAtMs),
    madeOn: riyadhDay(nowMs),
    madeAt: riyadhTime(nowMs),
    persons: listBatchPersons(reader, id).map(({ name, referenceNumber, letterState, leftOut }) => ({
      name,
      referenceNumber,
      voided: letterState === 'voided',
      leftOut,
    })),
  };
}

/**
 * The sealed letters of a batch behind one another, to look through and to print as one job; voided ones are left out.
 * @throws AppError notFound, paperEmpty, databaseCorrupt
 */
export function batchLetters(reader: Reader, id: BatchId, head: PaperHead, nowMs: number): BatchLetters {
  const { summary } = getBatch(reader, id);
  const letters = listSealedOfBatch(reader, id);
  if (letters.length === 0) throw new AppError('paperEmpty', { kind: 'batchLetters' });
  for (const letter of letters)
    if (pdfSha256(letter.pdf) !== letter.pdfSha256)
      throw new AppError('databaseCorrupt', { letter: letter.id });
  return {
    profile: head.profile,
    name: summary.name,
    madeOn: riyadhDay(nowMs),
    pdfs: letters.map(({ pdf }) => pdf),
  };
}

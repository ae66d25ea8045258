import type { BatchSource } from '#shared/batches/batch-template.ts';
import { fillTemplate } from '#shared/letters/templates/fill-template.ts';
import type { Clock } from '../ports/clock.ts';
import { readMergeData } from '../templates/merge-data.ts';
import type { FillFor } from './judge-persons.ts';

/** Fills a batch's template for one person after the other, as it would be filled for a single letter. */
export const createFillFor =
  (clock: Clock, source: BatchSource): FillFor =>
  (reader, party, requestId) => {
    const data = readMergeData(
      reader,
      { partyId: party.id, requestId, correctsId: null, answersId: null, asked: source.values },
      clock.nowMs(),
    );
    const { content, unfilled } = fillTemplate(source.template, data);
    return { content: { ...content, signatory: source.signatory }, missing: unfilled };
  };

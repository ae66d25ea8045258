import { riyadhDay, riyadhTime } from '#shared/calendar/dual-date.ts';
import { maskIdentifier } from '#shared/identifiers/mask.ts';
import { hasSignaturesPage, type SealedDocument, standing } from '#shared/sealed/sealed-document.ts';
import type { LetterFiles } from '../letters/letter-ports.ts';
import { joinPdfs } from '../pdf/join-pdfs.ts';
import type { RenderedPdf } from '../pdf/render-jobs.ts';
import { sealedHead, type SealPorts } from './seal.ts';

export interface CopyPorts extends SealPorts {
  readonly files: LetterFiles;
}

/**
 * The pages of a frozen paper as they are looked at, printed and saved: behind them «بيان التواقيع» where signatures were
 * given that stand nowhere on paper. The frozen file itself is kept as it is; the same signatures give the same bytes.
 * @throws AppError fileVanished (a drawing is gone), pictureUnreadable, renderFailed
 */
export async function copyOfSealed(
  { db, renderer, files }: CopyPorts,
  document: SealedDocument,
  frozen: Uint8Array,
): Promise<RenderedPdf> {
  if (!hasSignaturesPage(document)) return { pdf: frozen, pages: document.pages };
  const { title, version, code, pdfSha256, madeAtMs } = document;
  const head = db.snapshot((reader) => sealedHead(reader, files));
  const page = await renderer.renderPaper({
    kind: 'signatures',
    ...head,
    title,
    version,
    code,
    pdfSha256,
    day: riyadhDay(madeAtMs),
    time: riyadhTime(madeAtMs),
    signatures: standing(document).map(({ signer, mode, name, idNumber, atMs, takenByName, file }) => ({
      signer,
      mode,
      name,
      idNumber: maskIdentifier(idNumber),
      day: riyadhDay(atMs),
      time: riyadhTime(atMs),
      takenByName,
      drawing: mode === 'screen' && file !== null ? files.read(file.sha256, file.name) : null,
    })),
  });
  return joinPdfs([frozen, page.pdf], { title, author: head.profile.name, day: riyadhDay(madeAtMs) });
}

import type { PaperJob, RenderLetter } from '#electron/letters/letter-ports.ts';

/** A real one-page PDF, small and quick, whose bytes depend on the text: for tests of what is done with a PDF. */
export function tinyPdf(text: string): Uint8Array {
  const hex = Buffer.from(text, 'utf16le').swap16().toString('hex');
  const stream = `BT /F1 12 Tf 72 720 Td <feff${hex}> Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let body = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const at = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = body.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(body, 'latin1');
}

/** Sets what stands on the paper, and whether it bears a mark, into a tiny PDF. */
export const renderTinyLetter: RenderLetter = ({ letter, mark, code, pictures, profile }: PaperJob) => {
  const sizes = Object.entries(pictures ?? {}).map(([name, bytes]) => [name, bytes?.length ?? 0]);
  const head = { organisation: profile.name, code: code ?? null, pictures: sizes };
  return Promise.resolve({ pdf: tinyPdf(JSON.stringify({ mark, letter, ...head })), pages: 1 });
};

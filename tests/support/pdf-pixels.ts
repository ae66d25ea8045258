import { createRequire } from 'node:module';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** As much of a canvas as is used here. */
interface Context {
  fillStyle: string;
  fillRect(x: number, y: number, width: number, height: number): void;
  getImageData(x: number, y: number, width: number, height: number): { readonly data: Uint8ClampedArray };
}
interface Canvas {
  readonly width: number;
  readonly height: number;
  getContext(kind: '2d'): Context;
}

// What pdf.js itself draws with under Node: its dependency, not ours.
const { createCanvas } = createRequire(createRequire(import.meta.url).resolve('pdfjs-dist'))(
  '@napi-rs/canvas',
) as { readonly createCanvas: (width: number, height: number) => Canvas };

export interface Pixels {
  /** RGBA, row by row. */
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}
/** In points from the upper left corner of the page. */
export interface Part {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A page as a viewer draws it on white, drawn once: gives the pixels of any part of it. */
export async function drawnPage(
  bytes: Uint8Array,
  { page = 1, dpi = 150 }: { readonly page?: number; readonly dpi?: number } = {},
): Promise<(part?: Part) => Pixels> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0, useSystemFonts: false });
  try {
    const sheet = await (await task.promise).getPage(page);
    const viewport = sheet.getViewport({ scale: dpi / 72 });
    const canvas = createCanvas(Math.round(viewport.width), Math.round(viewport.height));
    const context = canvas.getContext('2d');
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    await sheet.render({ canvas: null, canvasContext: context as never, viewport }).promise;
    return (part) => cut(context, canvas, part, dpi / 72);
  } finally {
    await task.destroy();
  }
}

/** A page, or a part of it, drawn for this once. */
export const pagePixels = async (
  bytes: Uint8Array,
  { part, ...how }: { readonly page?: number; readonly dpi?: number; readonly part?: Part } = {},
): Promise<Pixels> => (await drawnPage(bytes, how))(part);

function cut(
  context: Context,
  whole: { readonly width: number; readonly height: number },
  part: Part | undefined,
  scale: number,
): Pixels {
  const { left, top, width, height } = part ?? {
    left: 0,
    top: 0,
    width: whole.width / scale,
    height: whole.height / scale,
  };
  const size = { width: Math.round(width * scale), height: Math.round(height * scale) };
  const { data } = context.getImageData(
    Math.round(left * scale),
    Math.round(top * scale),
    size.width,
    size.height,
  );
  return { data, ...size };
}

/** How dark a place is on average: 0 is white, 1 is black. */
export function darkness({ data }: Pixels): number {
  let sum = 0;
  for (let at = 0; at < data.length; at += 4)
    sum += 255 - ((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0)) / 3;
  return sum / (data.length / 4) / 255;
}

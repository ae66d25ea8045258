import { z } from 'zod';

/** A file that Wisam keeps, by its content: the same bytes are kept once, whatever they are called. */
export const fileRefSchema = z.object({
  /** SHA-256 of the bytes, 64 lower-case hex digits. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
  /** As the person's disk called it; shown, never used as a path. */
  name: z.string().min(1).max(200),
});
export type FileRef = z.infer<typeof fileRefSchema>;

/** What a file is, told by its bytes and never by its name; the extension that a saved copy gets. */
export const MEDIA_TYPES = {
  'application/pdf': { kind: 'pdf', extension: 'pdf' },
  'image/png': { kind: 'picture', extension: 'png' },
  'image/jpeg': { kind: 'picture', extension: 'jpg' },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    kind: 'document',
    extension: 'docx',
  },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { kind: 'sheet', extension: 'xlsx' },
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': {
    kind: 'slides',
    extension: 'pptx',
  },
  'application/vnd.oasis.opendocument.text': { kind: 'document', extension: 'odt' },
  'application/vnd.oasis.opendocument.spreadsheet': { kind: 'sheet', extension: 'ods' },
  'application/vnd.oasis.opendocument.presentation': { kind: 'slides', extension: 'odp' },
  'application/msword': { kind: 'document', extension: 'doc' },
  'application/vnd.ms-excel': { kind: 'sheet', extension: 'xls' },
  'application/vnd.ms-powerpoint': { kind: 'slides', extension: 'ppt' },
  'application/zip': { kind: 'archive', extension: 'zip' },
  'text/plain': { kind: 'text', extension: 'txt' },
} as const;
export const mediaTypeSchema = z.enum(Object.keys(MEDIA_TYPES) as [MediaType, ...MediaType[]]);
export type MediaType = keyof typeof MEDIA_TYPES;
export type FileKind = (typeof MEDIA_TYPES)[MediaType]['kind'];

export const fileKind = (mediaType: MediaType): FileKind => MEDIA_TYPES[mediaType].kind;

/** What may be handed in at a place: a picture (PNG, JPEG), a scan (PDF or a picture), or any ordinary document. */
export const FILE_ACCEPTS = ['picture', 'scan', 'any'] as const;
export const fileAcceptSchema = z.enum(FILE_ACCEPTS);
export type FileAccept = z.infer<typeof fileAcceptSchema>;

const ACCEPTED: Readonly<Record<FileAccept, readonly FileKind[]>> = {
  picture: ['picture'],
  scan: ['pdf', 'picture'],
  any: ['pdf', 'picture', 'document', 'sheet', 'slides', 'archive', 'text'],
};
export const isAccepted = (mediaType: MediaType, accept: FileAccept): boolean =>
  ACCEPTED[accept].includes(fileKind(mediaType));

/** What a file of ours is. */
export const storedFileSchema = fileRefSchema.extend({
  mediaType: mediaTypeSchema,
  sizeBytes: z.int().positive(),
  /** Of a PDF that can be read; null of anything else. */
  pages: z.int().positive().nullable(),
});
export type StoredFile = z.infer<typeof storedFileSchema>;

export const MOST_FILE_BYTES = 25 * 1024 * 1024;
/** A picture's width × height: what is larger would need gigabytes of memory to be shown. */
export const MOST_PICTURE_PIXELS = 60_000_000;

/**
 * A name as a disk gave it, fit to be shown and kept: no path, no control or bidi characters (they can make `exe.pdf` of
 * `fdp.exe`), no characters that a system refuses, 200 code units at most with its extension kept. Never empty.
 */
export function cleanFileName(name: string): string {
  const last = name.split(/[\\/]/u).at(-1) ?? '';
  const plain = last
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}:*?"<>|]+/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/^[ .]+|[ .]+$/gu, '');
  if (plain === '') return 'file';
  if (plain.length <= 200) return plain;
  const extension = /\.[\p{L}\p{N}]{1,8}$/u.exec(plain)?.[0] ?? '';
  // A cut must not leave half of a surrogate pair.
  const stem = plain.slice(0, 200 - extension.length).replace(/[\uD800-\uDBFF]$/u, '');
  return stem.trimEnd() + extension;
}

/** The name that a saved copy is offered: with the extension of what the bytes are, whatever the name said. */
export function copyName(name: string, mediaType: MediaType): string {
  const { extension } = MEDIA_TYPES[mediaType];
  const clean = cleanFileName(name);
  const said = /\.([\p{L}\p{N}]{1,8})$/u.exec(clean)?.[1]?.toLowerCase();
  if (said === extension || (extension === 'jpg' && said === 'jpeg')) return clean;
  return cleanFileName(`${said === undefined ? clean : clean.slice(0, -said.length - 1)}.${extension}`);
}

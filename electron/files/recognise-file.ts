import { AppError } from '#shared/app-error.ts';
import {
  type FileAccept,
  isAccepted,
  type MediaType,
  MOST_FILE_BYTES,
  MOST_PICTURE_PIXELS,
} from '#shared/files/stored-file.ts';
import { looksLikeJpeg, looksLikePng, readPicture } from './read-picture.ts';

/**
 * What a file is, by its bytes; its name only helps the message when they are nothing that is taken.
 * @throws AppError fileEmpty, fileTooLarge { maxMb }, fileTypeRefused { name }, imageUnreadable { name },
 * imageTooLarge { name, maxMegapixels }, pdfUnreadable { name }: cut short
 */
export function recogniseFile(input: Uint8Array, name: string, accept: FileAccept): MediaType {
  if (input.length === 0) throw new AppError('fileEmpty', { name });
  if (input.length > MOST_FILE_BYTES)
    throw new AppError('fileTooLarge', { name, maxMb: MOST_FILE_BYTES / (1024 * 1024) });
  const bytes = Buffer.from(input.buffer, input.byteOffset, input.length);
  const found = mediaTypeOf(bytes, name);
  if (found !== null && isAccepted(found, accept)) return found;
  // Told apart from a wrong choice: the name promises a picture, the bytes are something else.
  throw new AppError(PICTURE_NAME.test(name) ? 'imageUnreadable' : 'fileTypeRefused', { name });
}

const PICTURE_NAME = /\.(?:png|jpe?g)$/iu;
const NEVER_TEXT =
  /\.(?:png|jpe?g|pdf|docx?|xlsx?|pptx?|od[tsp]|zip|exe|bat|cmd|vbs|jse?|ps1|sh|hta|html?|svg)$/iu;
const PROGRAM = /vbaProject\.bin$|\.(?:exe|dll|scr|com|bat|cmd|vbs|jse?|ps1|lnk|msi|hta)$/iu;

function mediaTypeOf(bytes: Buffer, name: string): MediaType | null {
  // Scanners may write a little before the header; readers look for it in the first kilobyte, and so do we.
  if (bytes.subarray(0, 1024).includes('%PDF-')) {
    // Readers mend a file whose end is missing, and show the pages that are left: half a scan would pass for a whole one.
    if (!bytes.subarray(-65_536).includes('%%EOF')) throw new AppError('pdfUnreadable', { name });
    return 'application/pdf';
  }
  if (looksLikePng(bytes) || looksLikeJpeg(bytes)) return pictureType(bytes, name);
  if (bytes.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'))) return zipType(bytes);
  if (bytes.subarray(0, 8).equals(OLE_SIGNATURE)) return oleType(bytes);
  // Text that calls itself a picture or a document is damage, not a text; a script is a program.
  return !NEVER_TEXT.test(name) && isText(bytes) ? 'text/plain' : null;
}

function pictureType(bytes: Buffer, name: string): MediaType {
  const picture = readPicture(bytes);
  if (picture === null) throw new AppError('imageUnreadable', { name });
  if (picture.widthPx * picture.heightPx > MOST_PICTURE_PIXELS)
    throw new AppError('imageTooLarge', { name, maxMegapixels: MOST_PICTURE_PIXELS / 1_000_000 });
  return picture.mediaType;
}

const OPEN_DOCUMENTS: Readonly<Record<string, MediaType>> = {
  'application/vnd.oasis.opendocument.text': 'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet': 'application/vnd.oasis.opendocument.spreadsheet',
  'application/vnd.oasis.opendocument.presentation': 'application/vnd.oasis.opendocument.presentation',
};

/** By the names in the container's directory. One that carries macros is not taken: it is a program. */
function zipType(bytes: Buffer): MediaType | null {
  const names = zipNames(bytes);
  if (names === null) return null;
  if (names.some((name) => PROGRAM.test(name))) return null;
  if (names.includes('[Content_Types].xml')) {
    if (names.includes('word/document.xml'))
      return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    if (names.includes('xl/workbook.xml'))
      return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    if (names.includes('ppt/presentation.xml'))
      return 'application/vnd.openxmlformats-officedocument.presentationml.presentation';
  }
  // OpenDocument keeps its type as the first entry, stored as it is: 30 bytes of header, the name, then the words.
  if (bytes.toString('latin1', 30, 38) === 'mimetype') {
    const size = bytes.readUInt32LE(22);
    return OPEN_DOCUMENTS[bytes.toString('latin1', 38, 38 + Math.min(size, 80))] ?? 'application/zip';
  }
  return 'application/zip';
}

/** The entries' names from the directory at the end; null when the file was cut short. */
function zipNames(bytes: Buffer): readonly string[] | null {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0 || end + 22 > bytes.length) return null;
  const names: string[] = [];
  let at = bytes.readUInt32LE(end + 16);
  const count = bytes.readUInt16LE(end + 10);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== 0x02014b50) return null;
    const length = bytes.readUInt16LE(at + 28);
    names.push(bytes.toString('utf8', at + 46, at + 46 + length));
    at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return names;
}

const OLE_SIGNATURE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

/** Office files of before 2007. Installers use the same container: it is told by the stream that each must hold. */
function oleType(bytes: Buffer): MediaType | null {
  const holds = (stream: string): boolean => bytes.includes(Buffer.from(stream, 'utf16le'));
  if (holds('WordDocument')) return 'application/msword';
  if (holds('Workbook')) return 'application/vnd.ms-excel';
  if (holds('PowerPoint Document')) return 'application/vnd.ms-powerpoint';
  return null;
}

/** UTF-8 with nothing in it but characters and line ends. */
function isText(bytes: Buffer): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return !/\p{Cc}/u.test(text.replaceAll(/[\t\n\f\r]/gu, ''));
  } catch {
    return false;
  }
}

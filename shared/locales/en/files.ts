import type { Words } from '../words.ts';
import type { files as ar } from '../ar/files.ts';

export const files: Words<typeof ar> = {
  kind: {
    pdf: 'PDF',
    picture: 'Picture',
    document: 'Document',
    sheet: 'Spreadsheet',
    slides: 'Slides',
    archive: 'Archive',
    text: 'Text',
  },
  size: { kb: '{{count}} KB', mb: '{{count}} MB' },
  choose: 'Choose a file',
  chooseMany: 'Choose files',
  drop: 'or drag it here, or paste it with Ctrl V',
  dropHere: 'Drop the file here',
  accept: {
    picture: 'A PNG or JPEG picture',
    scan: 'PDF, PNG or JPEG, up to 25 MB',
    any: 'PDF, picture or office document, up to 25 MB',
  },
  keeping: 'Keeping {{name}}…',
  kept: '{{name}} is kept',
  open: 'Preview {{name}}',
  saveCopy: 'Save a copy',
  savedTo: 'The copy was saved to {{path}}',
  remove: 'Remove {{name}}',
  preview: 'Preview of the file',
  noPreview: 'There is no preview of this kind: save a copy and open it in its own program',
  pages: 'Page {{page}} of {{pages}}',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  rotate: 'Rotate',
};

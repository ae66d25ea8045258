import { call } from '#renderer/api/client.ts';
import type { Printable } from '#renderer/api/print-store.ts';
import type { LetterId } from '#shared/ids.ts';
import type { Letter } from '#shared/letters/letter.ts';
import type { PrintChoice } from '#shared/printing/print-choice.ts';

export const letterKey = (id: LetterId): string => `letter ${id}`;

/** A letter before its number: the marked proof, whose pages are known once it is set. */
export const printableProof = ({ id, subject }: Pick<Letter, 'id' | 'subject'>): Printable => ({
  key: letterKey(id),
  title: subject,
  pages: null,
  send: (choice) => call('letters.print', { id, ...choice }),
});

/** An issued letter as something to print: its sealed bytes, or its fields and body for pre-printed paper. */
export const printableLetter = (
  letter: Pick<Letter, 'id' | 'referenceNumber' | 'subject' | 'pages' | 'state' | 'origin'>,
): Printable => ({
  key: letterKey(letter.id),
  title: letter.referenceNumber ?? letter.subject,
  pages: letter.pages,
  send: (choice) => call('letters.print', { id: letter.id, ...choice }),
  // A void letter is shown as it was sealed, and one written by hand is the scan of its own sheet.
  ...(letter.state !== 'issued' || letter.origin === 'paper'
    ? {}
    : {
        sendPreprinted: async (choice: PrintChoice) => {
          const { token } = await call('papers.make', { kind: 'preprinted', letterId: letter.id });
          return call('papers.print', { token, ...choice });
        },
      }),
  registered: true,
});

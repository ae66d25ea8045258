import { useState } from 'react';
import { useText } from '#renderer/i18n/use-text.ts';
import { showToast } from '#renderer/ui/toast.tsx';
import { useLatest } from '#renderer/ui/use-latest.ts';
import type { LetterContent, Recipient } from '#shared/letters/letter.ts';
import type { LetterLinks } from '../letter-start.ts';
import type { FilledLetter } from './template-asks.tsx';

const isBlank = (recipient: Recipient): boolean =>
  recipient.name === '' && recipient.title === '' && recipient.organisation === '';

/**
 * Puts a filled template in the place of what stands in a letter. Signatory and attachments stay; the addressee too,
 * where the template names none. The toast takes it back.
 */
export function useTemplateWriting(
  content: LetterContent,
  setContent: (content: LetterContent) => void,
  links: LetterLinks,
  setLinks: (change: (links: LetterLinks) => LetterLinks) => void,
): { readonly edition: number; readonly write: (filled: FilledLetter) => void } {
  const { t } = useText();
  // The form and the editor hold texts of their own while one types: another content is another form.
  const [edition, setEdition] = useState(0);
  const latest = useLatest({ content, links });
  const put = (next: LetterContent): void => {
    setContent(next);
    setEdition((old) => old + 1);
  };
  return {
    edition,
    write: ({ content: filled, unfilled, links: about, templateName }) => {
      const { content: before, links: linksBefore } = latest.current;
      put({
        ...filled,
        signatory: before.signatory,
        attachments: before.attachments,
        recipient:
          isBlank(filled.recipient) && !isBlank(before.recipient) ? before.recipient : filled.recipient,
      });
      setLinks((old) => ({ ...old, partyId: about.partyId, requestId: about.requestId }));
      const said = t('templates.dialog.filled', { name: templateName });
      showToast(
        unfilled.length === 0
          ? said
          : `${said}. ${t('templates.dialog.unfilled', { names: unfilled.map((name) => `{${name}}`).join('، ') })}`,
        () => {
          put(before);
          // Whom and what it was about goes back too, or the next template is filled for a person nobody chose.
          const { partyId, requestId } = linksBefore;
          setLinks((now) => ({ ...now, partyId, requestId }));
        },
      );
    },
  };
}

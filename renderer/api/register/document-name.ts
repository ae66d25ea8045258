import type { PartyDocument } from '#shared/documents/document.ts';
import { useText } from '#renderer/i18n/use-text.ts';

/** What a document is called: its own title, or its kind. */
export const useDocumentName = (): ((document: Pick<PartyDocument, 'kind' | 'title'>) => string) => {
  const { t } = useText();
  return ({ kind, title }) => (title === '' ? t(`documents.kind.${kind}`) : title);
};

import { useState } from 'react';
import { addDays } from '#shared/calendar/iso-day.ts';
import { formatDualDate } from '#shared/calendar/dual-date.ts';
import type { OutreachRow } from '#shared/outreach/outreach.ts';
import { call, isApiError, type ApiError } from '#renderer/api/client.ts';
import { useChannelCommand } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { useToday } from '#renderer/ui/dates.tsx';
import { paths, withQuery } from '#renderer/ui/paths.ts';
import { showToast } from '#renderer/ui/toast.tsx';
import { useAbout, useDocumentNames } from './reason-words.tsx';

/** Days until the documents of a letter are to be brought. */
const LETTER_DAYS = 14;

export type OutreachActs = ReturnType<typeof useOutreachActs>;

/** What is done with somebody on the list; a refused act says why. */
export function useOutreachActs() {
  const { t } = useText();
  const go = useGo();
  const today = useToday();
  const about = useAbout();
  const names = useDocumentNames();
  const [error, setError] = useState<ApiError | null>(null);
  const noAnswer = useChannelCommand('outreach.noAnswer');
  const snooze = useChannelCommand('outreach.snooze');
  const create = useChannelCommand('letters.create');
  const act = async (run: () => Promise<void>): Promise<void> => {
    setError(null);
    try {
      await run();
    } catch (problem) {
      if (!isApiError(problem)) throw problem;
      setError(problem);
    }
  };
  const putOff = ({ partyId }: OutreachRow, until: string | null, note = '') =>
    snooze.mutateAsync({ partyId, until, note });
  return {
    error,
    busy: noAnswer.isPending || snooze.isPending || create.isPending,

    /** The form, with what the call is about. */
    log: (row: OutreachRow): void =>
      go(withQuery(paths.newContact, { party: row.partyId, about: about(row) })),

    noAnswer: (row: OutreachRow): Promise<void> =>
      act(async () => {
        const said = t(row.sex === 'female' ? 'outreach.noAnswerHer' : 'outreach.noAnswer');
        const text = t('outreach.noAnswerText', { said, reason: about(row) }).slice(0, 400);
        const { contact, until } = await noAnswer.mutateAsync({ partyId: row.partyId, about: text });
        showToast(t('outreach.noAnswerDone', { day: formatDualDate(until) }), () =>
          call('outreach.withdrawNoAnswer', { partyId: row.partyId, contactId: contact.id }),
        );
      }),

    /** A draft from the template that asks for documents of a file, filled and opened. */
    letter: (row: OutreachRow): Promise<void> =>
      act(async () => {
        const lines = row.due
          .filter(({ reason }) => reason.startsWith('document'))
          .flatMap((due) => due.documents.map((one) => names({ ...due, documents: [one] })));
        const { content } = await call('templates.fill', {
          ref: 'fileDocuments',
          partyId: row.partyId,
          asked: {
            missingItems: lines.join('\n'),
            deadline: addDays(today, LETTER_DAYS),
          },
        });
        const letter = await create.mutateAsync({ partyId: row.partyId, content });
        go(paths.letter(letter.id));
      }),

    /** The list that is handed over or read out. */
    print: (row: OutreachRow): void =>
      go(
        paths.paper({
          kind: 'missingDocuments',
          partyId: row.partyId,
          returnDay: addDays(today, LETTER_DAYS),
        }),
      ),

    snooze: (row: OutreachRow, until: string, note: string): Promise<void> =>
      act(async () => {
        await putOff(row, until, note);
        showToast(t('outreach.putOff', { name: row.name }), () =>
          call('outreach.snooze', { partyId: row.partyId, until: null, note: '' }),
        );
      }),

    resume: (row: OutreachRow): Promise<void> =>
      act(async () => {
        const before = row.snoozed;
        await putOff(row, null);
        showToast(t('outreach.resumed', { name: row.name }), async () => {
          if (before !== null)
            await call('outreach.snooze', { partyId: row.partyId, until: before.until, note: before.note });
        });
      }),
  };
}

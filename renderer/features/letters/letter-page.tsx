import { useQueryClient } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useMemo, useState, type ReactElement } from 'react';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import { ErrorBlock, SkeletonRows } from '#renderer/ui/states.tsx';
import { templateRefSchema } from '#shared/templates/templates-contract.ts';
import {
  incomingIdSchema,
  letterIdSchema,
  partyIdSchema,
  requestIdSchema,
  type LetterId,
} from '#shared/ids.ts';
import type { Letter } from '#shared/letters/letter.ts';
import { IssuedLetter } from './issued-letter.tsx';
import { LetterDesk } from './letter-desk.tsx';
import { letterStart } from './letter-start.ts';

/** A positive whole number from the address, as an id; null for anything else. */
const idFrom = <T,>(
  schema: { safeParse: (value: unknown) => { success: boolean; data?: T } },
  text: unknown,
): T | null => schema.safeParse(Number(text)).data ?? null;

/**
 * One letter, wherever it stands: written, waiting, or issued. A new letter keeps its editor when it gets its row and
 * its address at the first save: the person types on. `/letters/new` takes `partyId`, `requestId`, `to` (a name),
 * `correctsId` (a letter of ours that it follows) and `answersId` (an incoming one).
 */
export function LetterPage(): ReactElement {
  const { letterId = 'new' }: { letterId?: string } = useParams({ strict: false });
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const partyId = idFrom(partyIdSchema, search['partyId']);
  const requestId = idFrom(requestIdSchema, search['requestId']);
  const template = templateRefSchema.safeParse(search['template']).data ?? null;
  const recipientName = typeof search['to'] === 'string' ? search['to'] : '';
  const { t } = useText();
  const go = useGo();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const id: LetterId | null = idFrom(letterIdSchema, letterId);
  const isNew = letterId === 'new';
  const wanted = useChannelQuery(
    'letters.get',
    { id: id ?? letterIdSchema.parse(1) },
    { enabled: id !== null },
  );
  const profile = useChannelQuery('organisation.get', undefined);
  const signatories = useChannelQuery('staff.listSignatories', undefined);
  const correctsId = isNew ? idFrom(letterIdSchema, search['correctsId']) : null;
  const answersId = isNew ? idFrom(incomingIdSchema, search['answersId']) : null;
  const corrected = useChannelQuery(
    'letters.get',
    { id: correctsId ?? letterIdSchema.parse(1) },
    { enabled: correctsId !== null },
  );
  const answered = useChannelQuery(
    'incoming.get',
    { id: answersId ?? incomingIdSchema.parse(1) },
    { enabled: answersId !== null },
  );

  const [reloads, setReloads] = useState(0);
  // Another address is another letter, unless it is the one that the open letter has just been given.
  const [visit, setVisit] = useState({ address: letterId, created: null as LetterId | null, number: 0 });
  if (visit.address !== letterId) {
    const same = visit.created !== null && visit.created === id;
    setVisit({ address: letterId, created: null, number: visit.number + (same ? 0 : 1) });
  }

  const start = useMemo(
    () =>
      letterStart({
        recipientName,
        signatories: signatories.data ?? [],
        digits: profile.data?.letters.fieldDigits ?? 'arabicIndic',
        corrected: correctsId === null ? undefined : corrected.data,
        answered: answersId === null ? undefined : answered.data,
      }),
    [signatories.data, profile.data, recipientName, correctsId, corrected.data, answersId, answered.data],
  );
  const awaits =
    (correctsId !== null && corrected.data === undefined) ||
    (answersId !== null && answered.data === undefined);

  const letter: Letter | null | undefined = isNew ? null : wanted.data;
  const error = wanted.error ?? profile.error ?? signatories.error ?? corrected.error ?? answered.error;
  if (error !== null || (id === null && !isNew)) {
    return (
      <Screen title={t('letters.title')} crumbs={[{ name: t('letters.title'), to: paths.letters }]}>
        <Card>
          <ErrorBlock text={error === null ? t('letters.noSuchLetter') : errorText(error)} />
        </Card>
      </Screen>
    );
  }
  if (letter === undefined || profile.data === undefined || signatories.data === undefined || awaits) {
    return (
      <Screen title={t('letters.title')}>
        <SkeletonRows rows={10} />
      </Screen>
    );
  }
  if (letter !== null && (letter.state === 'issued' || letter.state === 'voided')) {
    return <IssuedLetter key={letter.id} letter={letter} profile={profile.data} />;
  }
  const onCreated = (created: Letter): void => {
    queries.setQueryData(['letters.get', { id: created.id }], created);
    setVisit((old) => ({ ...old, created: created.id }));
    go(paths.letter(created.id), { replace: true, keepScreen: true });
  };
  return (
    <LetterDesk
      key={`${visit.number}-${reloads}`}
      letter={letter}
      start={letter?.content ?? start}
      template={isNew ? template : null}
      links={
        letter === null
          ? { partyId: partyId ?? corrected.data?.partyId ?? null, requestId, correctsId, answersId }
          : {
              partyId: letter.partyId,
              requestId: letter.requestId,
              correctsId: letter.corrects?.id ?? null,
              answersId: letter.answers?.id ?? null,
            }
      }
      profile={profile.data}
      signatories={signatories.data}
      onCreated={onCreated}
      onReload={() => void wanted.refetch().then(() => setReloads((count) => count + 1))}
    />
  );
}

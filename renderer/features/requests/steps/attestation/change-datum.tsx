import type { ReactElement } from 'react';
import type { SupportRequest } from '#shared/requests/request.ts';
import { CorrectDatum, IN_THE_REGISTER } from '#renderer/api/register/correct-datum.tsx';
import { useActs } from '#renderer/api/use-acts.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { AnswerDialog } from '../matching/answer-dialog.tsx';
import { useForm } from '../matching/use-form.ts';
import type { AttestedDatum } from './attested-rows.tsx';

/** Whether it is put right here: the register's, or an answer to the service. The rest has a dialog of the page. */
export const isPutRightHere = ({ field }: AttestedDatum): boolean =>
  IN_THE_REGISTER.includes(field) || field.startsWith('answer:');

/** «تغيير» of S.4: put right where it is read, and confirmed at the request as S.2 does. Mounted while it is open. */
export function ChangeDatum({
  request,
  datum,
  onClose,
}: {
  readonly request: SupportRequest;
  readonly datum: AttestedDatum;
  readonly onClose: () => void;
}): ReactElement | null {
  const register = useActs();
  const form = useForm(request.id);
  const { data } = useChannelQuery('form.ofRequest', { id: request.id });
  const { field, label } = datum;
  if (IN_THE_REGISTER.includes(field))
    return (
      <CorrectDatum
        partyId={request.partyId}
        field={field}
        label={label}
        acts={{
          ...register,
          tell: (done, undo) => {
            register.tell(done, undo);
            void form.settleCorrected(field);
          },
        }}
        onClose={onClose}
      />
    );
  const value = data?.fields.find((one) => one.field === field)?.value;
  if (data === undefined || value?.field !== 'answer') return null;
  return (
    <AnswerDialog
      value={value}
      question={data.questions.find(({ key }) => key === value.key)}
      save={form.answer}
      onClose={onClose}
    />
  );
}

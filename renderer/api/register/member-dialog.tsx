import { useState } from 'react';
import { type Member, memberInputSchema, RELATIONS, sexOf } from '#shared/households/household.ts';
import type { MemberRecord } from '#shared/households/households-contract.ts';
import { householdProblems } from '#shared/households/household-rules.ts';
import type { PartyId } from '#shared/ids.ts';
import { parseBirth } from '#shared/parties/birth-date.ts';
import { call, isApiError } from '../client.ts';
import { PersonPicker } from '../person-picker.tsx';
import { useText } from '#renderer/i18n/use-text.ts';
import { FormBirth } from '#renderer/ui/birth-field.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { useToday } from '#renderer/ui/dates.tsx';
import { DualDateField } from '#renderer/ui/dual-date-field.tsx';
import {
  FieldRow,
  FormCheck,
  FormChoice,
  FormDate,
  FormDigits,
  FormSelect,
  FormText,
} from '#renderer/ui/form.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { Note } from '#renderer/ui/states.tsx';
import { useZodForm } from '#renderer/ui/use-zod-form.ts';
import { FormDialog } from '../form-dialog.tsx';
import type { Acts } from '../use-acts.ts';
import css from './register.module.css';
import { useMemberWords } from './member-words.ts';

/** A member, new or changed. Mounted while it is open. */
export function MemberDialog({
  partyId,
  record,
  members,
  acts,
  onClose,
}: {
  readonly partyId: PartyId;
  /** Whole, with what was typed; null: a new member. */
  readonly record: MemberRecord | null;
  readonly members: readonly Member[];
  readonly acts: Acts;
  readonly onClose: () => void;
}) {
  const { t, text } = useText();
  const words = useMemberWords();
  const today = useToday();
  const [who, setWho] = useState<'known' | 'written'>('written');
  const [picked, setPicked] = useState<{ readonly id: PartyId; readonly name: string } | null>(null);
  const [elsewhere, setElsewhere] = useState<{ readonly name: string; readonly head: string } | null>(null);
  const [movedOn, setMovedOn] = useState<string | null>(today);
  const form = useZodForm(memberInputSchema, {
    partyId: record?.partyId ?? null,
    ...(record === null ? {} : { relation: record.relation }),
    name: record?.name ?? '',
    sex: record?.sex ?? null,
    birth: { printed: typedBirth(record), calendar: record?.birth?.calendar ?? null },
    idNumber: record?.idNumber ?? '',
    breadwinner: record?.breadwinner ?? false,
    occupation: record?.occupation ?? '',
    health: record?.health ?? '',
    joinedOn: record?.joinedOn ?? null,
  });
  const typed = form.watch();
  const hasFile = record === null ? who === 'known' : record.partyId !== null;
  const asksWho = record === null && who === 'known' && picked === null;
  const head = members.find((member) => member.relation === 'head' && member.left === null);

  const save = async (): Promise<boolean> => {
    const member = form.getValues();
    const moves = elsewhere !== null && movedOn !== null;
    try {
      const { id } = await call('households.saveMember', {
        partyId,
        id: record?.id ?? null,
        member,
        move: moves ? { on: movedOn } : null,
      });
      const name = picked?.name ?? member.name ?? '';
      if (record !== null)
        acts.tell(t('household.done.changed', { name: record.name }), () =>
          call('households.saveMember', { partyId, id, member: record }),
        );
      else if (moves)
        acts.tell(t('household.done.moved', { name }), () => call('households.undoMove', { id }));
      else acts.tell(t('household.done.added', { name }), () => call('households.withdrawMember', { id }));
      return true;
    } catch (error) {
      if (!isApiError(error) || error.code !== 'memberElsewhere') throw error;
      // Asked here, where everything typed stays: the same key then moves them in one act.
      const { name, head: of } = error.details ?? {};
      setElsewhere({ name: String(name), head: String(of) });
      return false;
    }
  };
  const verb = t(
    elsewhere !== null
      ? 'household.moveForm.save'
      : record === null
        ? 'household.form.add'
        : 'household.form.save',
  );
  const title = record === null ? t('household.addTitle') : t('household.editTitle', { name: record.name });
  return (
    <FormDialog form={form} title={title} verb={verb} save={save} onClose={onClose} width="44rem">
      {record === null ? (
        <Segmented
          label={t('household.form.who')}
          value={who}
          onChange={(chosen) => {
            setWho(chosen);
            setPicked(null);
            setElsewhere(null);
            form.setValue('partyId', null);
          }}
          choices={(['written', 'known'] as const).map((value) => ({
            value,
            label: t(`household.form.${value}`),
          }))}
        />
      ) : null}
      {asksWho ? (
        <PersonPicker
          label={t('household.form.search')}
          nobody={t('household.form.nobody')}
          onPick={(hit) => {
            setPicked(hit);
            form.setValue('partyId', hit.id);
          }}
        />
      ) : null}
      {picked === null ? null : (
        <div className={css['chosen']}>
          <span className={css['name']}>{picked.name}</span>
          <Button
            size="sm"
            onClick={() => {
              setPicked(null);
              setElsewhere(null);
              form.setValue('partyId', null);
            }}
          >
            {t('household.form.other')}
          </Button>
        </div>
      )}
      {elsewhere === null ? null : (
        <>
          <Note kind="warning">{t('household.moveForm.text', elsewhere)}</Note>
          <DualDateField label={t('household.moveForm.on')} value={movedOn} onChange={setMovedOn} required />
        </>
      )}
      {asksWho ? null : (
        <>
          <FieldRow>
            <FormSelect
              name="relation"
              label={t(head?.sex === 'female' ? 'household.form.relationToHer' : 'household.form.relation')}
              required
              searchable
              choices={RELATIONS.map((value) => ({
                value,
                label: words.relation({ relation: value, sex: record?.sex ?? typed.sex ?? null }),
              }))}
            />
            {hasFile || sexOf(typed.relation) !== null ? null : (
              <FormChoice
                name="sex"
                label={t('household.form.sex')}
                optional
                choices={(['male', 'female'] as const).map((value) => ({
                  value,
                  label: text('domain.sex', value),
                }))}
              />
            )}
          </FieldRow>
          {hasFile ? (
            <Note kind="neutral">{t('household.form.fromFile')}</Note>
          ) : (
            <>
              <FieldRow>
                <FormText
                  name="name"
                  label={t('household.form.name')}
                  help={t('household.form.nameHelp')}
                  required
                  autoFocus
                />
                <FormDigits
                  name="idNumber"
                  label={t('household.form.idNumber')}
                  help={t('household.form.idNumberHelp')}
                  optional
                  maxLength={20}
                />
              </FieldRow>
              <FormBirth
                name="birth"
                label={t('household.form.birth')}
                help={t('household.form.birthHelp')}
                optional
              />
            </>
          )}
          <FieldRow>
            <FormText
              name="occupation"
              label={t('household.form.occupation')}
              help={t('household.form.occupationHelp')}
              optional
            />
            <FormText
              name="health"
              label={t('household.form.health')}
              help={t('household.form.healthHelp')}
              optional
            />
          </FieldRow>
          <FormCheck name="breadwinner" label={t('household.form.breadwinner')} />
          {elsewhere === null ? (
            <FormDate
              name="joinedOn"
              label={t('household.form.joinedOn')}
              help={t('household.form.joinedHelp')}
              optional
            />
          ) : null}
          {warnings().map((problem) => (
            <Note key={problem} kind="warning">
              {problem}
            </Note>
          ))}
        </>
      )}
    </FormDialog>
  );

  /** What does not fit with the head, told before it is saved; it does not block. */
  function warnings(): string[] {
    const read = parseBirth(typed.birth?.printed ?? '', typed.birth?.calendar ?? null, today);
    if (hasFile || head === undefined || !read.ok || typed.relation === 'head') return [];
    const candidate: Member = {
      id: (record?.id ?? -1) as Member['id'],
      partyId: null,
      relation: typed.relation,
      name: typed.name ?? '',
      sex: typed.sex ?? null,
      birth: read.value,
      idNumber: '',
      breadwinner: typed.breadwinner ?? false,
      occupation: '',
      health: '',
      joinedOn: null,
      left: null,
    };
    return householdProblems([head, candidate], today).flatMap((problem) =>
      'memberId' in problem && problem.memberId === candidate.id
        ? [t(`household.problem.${problem.code}`, { name: problem.name, other: problem.other })]
        : [],
    );
  }
}

const typedBirth = (record: MemberRecord | null): string =>
  record?.birth == null ? '' : record.birth.printed.split('-').toReversed().map(Number).join('/');

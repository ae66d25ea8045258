import { IconPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { Circumstances } from '#shared/circumstances/circumstances-contract.ts';
import { type FactKind, factsOn } from '#shared/circumstances/facts.ts';
import { countsOn, type MoneyKind, type MoneyLine } from '#shared/circumstances/money.ts';
import { formatAmount } from '#shared/circumstances/money-text.ts';
import type { Member } from '#shared/households/household.ts';
import type { MemberRecord } from '#shared/households/households-contract.ts';
import type { PartyId } from '#shared/ids.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useToday } from '#renderer/ui/dates.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { ErrorBlock, SkeletonRows } from '#renderer/ui/states.tsx';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { call, isApiError } from '../client.ts';
import type { Acts } from '../use-acts.ts';
import { useChannelQuery } from '../use-channel.ts';
import { FactDialog } from './fact-dialog.tsx';
import { LeaveDialog } from './leave-dialog.tsx';
import { MemberDialog } from './member-dialog.tsx';
import { useMemberWords } from './member-words.ts';
import { EndMoneyDialog, MoneyDialog } from './money-dialog.tsx';
import css from './register.module.css';

interface Props {
  readonly partyId: PartyId;
  /** «الدخل الشهري» */
  readonly title: string;
  readonly acts: Acts;
  readonly onClose: () => void;
}

/** One fact of somebody's life, known from a day on. Mounted while it is open. */
export function PartyFactDialog({
  partyId,
  kind,
  acts,
  onClose,
}: Omit<Props, 'title'> & { readonly kind: FactKind }) {
  const today = useToday();
  const { data } = useChannelQuery('circumstances.ofParty', { partyId });
  if (data === undefined) return null;
  const standing = factsOn(data.facts, today).get(kind);
  return <FactDialog kind={kind} person={data.person} standing={standing} acts={acts} onClose={onClose} />;
}

function PartDialog({
  title,
  addLabel,
  onAdd,
  onClose,
  children,
}: {
  readonly title: string;
  readonly addLabel: string;
  readonly onAdd: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { t } = useText();
  useKey('Ctrl+Enter', addLabel, onAdd);
  return (
    <Dialog
      opened
      onClose={onClose}
      title={title}
      width="40rem"
      footer={
        <>
          <Button kind="filled" keys="Ctrl+Enter" icon={<Icon of={IconPlus} />} onClick={onAdd}>
            {addLabel}
          </Button>
          <Button keys="Esc" onClick={onClose}>
            {t('common.back')}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}

/** What comes in, or goes out and is owed, line by line: changed, ended or added. Mounted while it is open. */
export function MoneyLinesDialog({
  partyId,
  title,
  kinds,
  acts,
  onClose,
}: Props & { readonly kinds: readonly MoneyKind[] }) {
  const { t, digits } = useText();
  const today = useToday();
  const { data } = useChannelQuery('circumstances.ofParty', { partyId });
  const [open, setOpen] = useState<{ readonly is: 'line' | 'end'; readonly line: MoneyLine | null } | null>(
    null,
  );
  const close = (): void => setOpen(null);
  const lines = (data?.money.lines ?? []).filter(
    (line) => kinds.includes(line.kind) && countsOn(line, today),
  );
  if (open !== null && data !== undefined)
    return open.is === 'end' && open.line !== null ? (
      <EndMoneyDialog line={open.line} acts={acts} onClose={close} />
    ) : (
      <MoneyDialog person={data.person} line={open.line} acts={acts} onClose={close} />
    );
  return (
    <PartDialog
      title={title}
      addLabel={t('requestForm.correct.addLine')}
      onAdd={() => setOpen({ is: 'line', line: null })}
      onClose={onClose}
    >
      {data === undefined ? <SkeletonRows rows={3} height="2.75rem" /> : null}
      {data !== undefined && lines.length === 0 ? (
        <p className={css['dim']}>{t('requestForm.correct.noLines')}</p>
      ) : null}
      <ul className={css['lines']}>
        {lines.map((line) => (
          <li key={line.id}>
            <span className={css['grow']}>
              {t(`money.category.${line.category}`)}
              {line.detail === '' ? null : <span className={css['small']}>{line.detail}</span>}
              {ownerOf(data, line, partyId)}
            </span>
            <b>{digits(t('money.amount', { amount: formatAmount(line.monthlyHalalas) }))}</b>
            <Button size="sm" onClick={() => setOpen({ is: 'line', line })}>
              {t('common.edit')}
            </Button>
            <Button size="sm" kind="quiet" onClick={() => setOpen({ is: 'end', line })}>
              {t('requestForm.correct.ended')}
            </Button>
          </li>
        ))}
      </ul>
    </PartDialog>
  );
}

/** Whose line it is, where it is somebody else's of the household. */
function ownerOf(data: Circumstances | undefined, line: MoneyLine, partyId: PartyId): ReactNode {
  if (line.partyId === partyId) return null;
  const name = data?.money.owners.find((owner) => owner.partyId === line.partyId)?.name ?? '';
  return name === '' ? null : <span className={css['small']}>{name}</span>;
}

/** The household, one by one: changed, left, or added. Mounted while it is open. */
export function MembersDialog({ partyId, title, acts, onClose }: Props) {
  const { t } = useText();
  const say = useErrorText();
  const words = useMemberWords();
  const today = useToday();
  const { data } = useChannelQuery('households.ofParty', { partyId });
  const [problem, setProblem] = useState<string | undefined>();
  const [open, setOpen] = useState<
    | { readonly is: 'member'; readonly record: MemberRecord | null }
    | { readonly is: 'leave'; readonly member: Member }
    | null
  >(null);
  const close = (): void => setOpen(null);
  const members = data?.household?.members ?? [];
  const there = members.filter(({ left }) => left === null);
  const edit = async ({ id }: Member): Promise<void> => {
    try {
      setOpen({ is: 'member', record: await call('households.member', { id }) });
    } catch (error) {
      if (!isApiError(error)) throw error;
      setProblem(say(error));
    }
  };
  if (open?.is === 'member')
    return (
      <MemberDialog partyId={partyId} record={open.record} members={members} acts={acts} onClose={close} />
    );
  if (open?.is === 'leave') return <LeaveDialog member={open.member} acts={acts} onClose={close} />;
  return (
    <PartDialog
      title={title}
      addLabel={t('household.form.add')}
      onAdd={() => setOpen({ is: 'member', record: null })}
      onClose={onClose}
    >
      {problem === undefined ? null : <ErrorBlock text={problem} />}
      {data === undefined ? <SkeletonRows rows={4} height="2.75rem" /> : null}
      {data !== undefined && there.length === 0 ? (
        <p className={css['dim']}>{t('requestForm.correct.noMembers')}</p>
      ) : null}
      <ul className={css['lines']}>
        {there.map((member) => (
          <li key={member.id}>
            <span className={css['grow']}>
              {member.name}
              <span className={css['small']}>
                {words.relation(member)}، {words.age(member, today)}
              </span>
            </span>
            <Button size="sm" onClick={() => void edit(member)}>
              {t('common.edit')}
            </Button>
            {member.partyId === partyId ? null : (
              <Button size="sm" kind="quiet" onClick={() => setOpen({ is: 'leave', member })}>
                {t('requestForm.correct.left')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </PartDialog>
  );
}

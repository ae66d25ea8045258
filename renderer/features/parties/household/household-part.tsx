import { IconUserPlus, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import type { Member } from '#shared/households/household.ts';
import type { MemberRecord } from '#shared/households/households-contract.ts';
import { householdProblems, isThereOn } from '#shared/households/household-rules.ts';
import { formatHijri } from '#shared/calendar/dual-date.ts';
import { hijriFromGregorian } from '#shared/calendar/hijri.ts';
import type { PartyId } from '#shared/ids.ts';
import { call } from '#renderer/api/client.ts';
import { QueryView } from '#renderer/api/query-view.tsx';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardBody, CardFooter, CardHeader } from '#renderer/ui/card.tsx';
import { useToday } from '#renderer/ui/dates.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { EmptyState, ErrorBlock, Note } from '#renderer/ui/states.tsx';
import { useActs } from '#renderer/api/use-acts.ts';
import css from './household.module.css';
import { LeaveDialog } from '#renderer/api/register/leave-dialog.tsx';
import { ComeBackDialog, HeadDialog, LinkDialog, OpenFileDialog } from './household-dialogs.tsx';
import { HouseholdTree } from './household-tree.tsx';
import { MemberDialog } from '#renderer/api/register/member-dialog.tsx';
import { RepresentativesCard } from './representatives-card.tsx';
import { useMemberActs } from './use-member-acts.ts';

export type Open =
  | { readonly kind: 'member'; readonly record: MemberRecord | null }
  | { readonly kind: 'leave' | 'back' | 'file' | 'link' | 'head'; readonly member: Member };

/** الأسرة: everybody of the household by generations, who supports it, and who acts for the person. */
export function HouseholdPart({
  partyId,
  mayWrite,
}: {
  readonly partyId: PartyId;
  readonly mayWrite: boolean;
}) {
  const { t } = useText();
  const say = useErrorText();
  const today = useToday();
  const acts = useActs();
  const query = useChannelQuery('households.ofParty', { partyId });
  const [open, setOpen] = useState<Open | null>(null);
  const [dialogs, setDialogs] = useState(0);
  const close = (): void => setOpen(null);
  const members = query.data?.household?.members ?? [];
  const person = query.data?.person;
  const edit = (member: Member): void =>
    void call('households.member', { id: member.id }).then(
      (record) => setOpen({ kind: 'member', record }),
      () => undefined,
    );
  const actsOf = useMemberActs({ acts, mayWrite, onOpen: setOpen, onEdit: edit });
  const add = (): void => setOpen({ kind: 'member', record: null });
  useKey('Ctrl+Enter', t('household.add'), add, { enabled: mayWrite && open === null && dialogs === 0 });
  const there = members.filter((member) => isThereOn(member, today));
  const self = members.find((member) => member.partyId === (person?.id ?? partyId));
  const gone = self?.left ?? null;
  return (
    <>
      {acts.error === null ? null : <ErrorBlock text={say(acts.error)} />}
      <div className={css['part']}>
        <Card pane={t('household.title')}>
          <CardHeader
            title={t('household.title')}
            {...(there.length === 0 ? {} : { aside: t('household.count', { count: there.length }) })}
          />
          <CardBody scroll flush>
            <QueryView query={query} rows={6}>
              {() =>
                members.length === 0 ? (
                  <EmptyState
                    icon={IconUsersGroup}
                    text={t(mayWrite ? 'household.empty' : 'household.emptyRead')}
                    {...(mayWrite ? { keys: 'Ctrl+Enter' as const } : {})}
                  />
                ) : (
                  <>
                    <div className={css['notes']}>
                      {gone === null || gone.reason === 'death' ? null : (
                        <Note>
                          {t(`household.formerSelf.${self?.sex ?? 'male'}`, {
                            day: formatHijri(hijriFromGregorian(gone.on)),
                          })}
                        </Note>
                      )}
                      {householdProblems(members, today).map((problem) => (
                        <Note
                          key={`${problem.code}${'memberId' in problem ? problem.memberId : ''}`}
                          kind="warning"
                        >
                          {t(
                            `household.problem.${problem.code}`,
                            'memberId' in problem ? { name: problem.name, other: problem.other } : {},
                          )}
                        </Note>
                      ))}
                    </div>
                    <HouseholdTree
                      members={members}
                      self={person?.id ?? partyId}
                      day={today}
                      actsOf={actsOf}
                    />
                  </>
                )
              }
            </QueryView>
          </CardBody>
          {mayWrite ? (
            <CardFooter>
              <Button
                kind="filled"
                keys="Ctrl+Enter"
                icon={<Icon of={IconUserPlus} size="sm" />}
                onClick={add}
              >
                {t('household.add')}
              </Button>
            </CardFooter>
          ) : null}
        </Card>
        <RepresentativesCard
          partyId={partyId}
          name={person?.name ?? ''}
          mayWrite={mayWrite}
          acts={acts}
          quiet={open !== null}
          onDialog={(shown) => setDialogs(shown ? 1 : 0)}
        />
      </div>
      {open === null ? null : open.kind === 'member' ? (
        <MemberDialog partyId={partyId} record={open.record} members={members} acts={acts} onClose={close} />
      ) : open.kind === 'leave' ? (
        <LeaveDialog member={open.member} acts={acts} onClose={close} />
      ) : open.kind === 'back' ? (
        <ComeBackDialog member={open.member} acts={acts} onClose={close} />
      ) : open.kind === 'file' ? (
        <OpenFileDialog member={open.member} acts={acts} onClose={close} />
      ) : open.kind === 'link' ? (
        <LinkDialog member={open.member} acts={acts} onClose={close} />
      ) : (
        <HeadDialog member={open.member} members={members} acts={acts} onClose={close} />
      )}
    </>
  );
}

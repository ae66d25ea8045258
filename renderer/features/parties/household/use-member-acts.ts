import type { Member } from '#shared/households/household.ts';
import { isDead } from '#shared/households/household-rules.ts';
import { call } from '#renderer/api/client.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import type { MenuAct } from '#renderer/ui/more-menu.tsx';
import type { Acts } from '#renderer/api/use-acts.ts';
import type { Open } from './household-part.tsx';
import { genderOf } from '#renderer/api/register/member-words.ts';

/** What may be done to a member: a dialog where something is asked, else at once, with an undo. */
export function useMemberActs({
  acts,
  mayWrite,
  onOpen,
  onEdit,
}: {
  readonly acts: Acts;
  readonly mayWrite: boolean;
  readonly onOpen: (open: Open) => void;
  readonly onEdit: (member: Member) => void;
}): (member: Member) => readonly MenuAct[] {
  const { t } = useText();
  return (member) => {
    if (!mayWrite) return [];
    const { id, name, sex, partyId, breadwinner, relation, left } = member;
    const female = sex === 'female';
    const remove: MenuAct = {
      key: 'remove',
      word: t('household.actions.remove'),
      run: () =>
        void acts.run(
          () => call('households.withdrawMember', { id }),
          t('household.done.removed', { name }),
          () => call('households.restoreMember', { id }),
        ),
    };
    const edit: MenuAct = { key: 'edit', word: t('household.actions.edit'), run: () => onEdit(member) };
    if (left !== null) {
      const back: MenuAct = {
        key: 'back',
        word: t('household.actions.comeBack'),
        run: () => onOpen({ kind: 'back', member }),
      };
      return isDead(member) ? [edit, remove] : [edit, back, remove];
    }
    const earns = !breadwinner;
    return [
      edit,
      ...(partyId === null
        ? [
            {
              key: 'file',
              word: t(`household.actions.openFile.${genderOf(sex)}`),
              run: () => onOpen({ kind: 'file', member }),
            },
            { key: 'link', word: t('household.actions.link'), run: () => onOpen({ kind: 'link', member }) },
          ]
        : []),
      {
        key: 'breadwinner',
        word: t(
          earns
            ? female
              ? 'household.actions.breadwinnerFemale'
              : 'household.actions.breadwinner'
            : female
              ? 'household.actions.notBreadwinnerFemale'
              : 'household.actions.notBreadwinner',
        ),
        run: () =>
          void acts.run(
            () => call('households.setBreadwinner', { id, breadwinner: earns }),
            t('household.done.breadwinner'),
            () => call('households.setBreadwinner', { id, breadwinner }),
          ),
      },
      ...(relation === 'head'
        ? []
        : [
            {
              key: 'head',
              word: t(female ? 'household.actions.headFemale' : 'household.actions.head'),
              run: () => onOpen({ kind: 'head', member }),
            },
          ]),
      {
        key: 'leave',
        word: t('household.actions.leave'),
        run: () => onOpen({ kind: 'leave', member }),
      },
      remove,
    ];
  };
}

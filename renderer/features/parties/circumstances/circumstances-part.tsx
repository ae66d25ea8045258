import { useState } from 'react';
import type { GivenCategory, Need } from '#shared/circumstances/categories.ts';
import type { RecordedFact } from '#shared/circumstances/circumstances-contract.ts';
import { type FactKind, factsOn } from '#shared/circumstances/facts.ts';
import type { MoneyLine } from '#shared/circumstances/money.ts';
import { householdIncome } from '#shared/circumstances/per-head-income.ts';
import type { PartyId } from '#shared/ids.ts';
import { call } from '#renderer/api/client.ts';
import { QueryView } from '#renderer/api/query-view.tsx';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useToday } from '#renderer/ui/dates.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { ErrorBlock } from '#renderer/ui/states.tsx';
import type { MenuAct } from '#renderer/ui/more-menu.tsx';
import { useActs } from '#renderer/api/use-acts.ts';
import { CategoriesCard, NeedsCard } from './categories-card.tsx';
import css from './circumstances.module.css';
import { FactDialog } from '#renderer/api/register/fact-dialog.tsx';
import { FactsCard } from './facts-card.tsx';
import { HistoryDrawer } from './history-drawer.tsx';
import { MoneyCard } from './money-card.tsx';
import { EndMoneyDialog, MoneyDialog } from '#renderer/api/register/money-dialog.tsx';
import { WorkingDrawer } from './working-drawer.tsx';
import {
  AddNeedDialog,
  EndCategoryDialog,
  GiveCategoriesDialog,
  MeetNeedDialog,
  WithdrawFactDialog,
} from './small-dialogs.tsx';

type Open =
  | { readonly kind: 'fact'; readonly of: FactKind }
  | { readonly kind: 'history' | 'working' | 'give' | 'need' }
  | { readonly kind: 'withdrawFact'; readonly fact: RecordedFact }
  | { readonly kind: 'money'; readonly line: MoneyLine | null }
  | { readonly kind: 'endMoney'; readonly line: MoneyLine }
  | { readonly kind: 'endCategory'; readonly given: GivenCategory }
  | { readonly kind: 'meet'; readonly need: Need };

/** الأحوال: dated facts with their history, money with the income per head, categories and needs. */
export function CircumstancesPart({
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
  const query = useChannelQuery('circumstances.ofParty', { partyId });
  const [open, setOpen] = useState<Open | null>(null);
  const close = (): void => setOpen(null);
  const idle = open === null;
  useKey('Ctrl+Enter', t('money.addLine'), () => setOpen({ kind: 'money', line: null }), {
    enabled: mayWrite && idle,
  });
  useKey('F7', t('circumstances.history'), () => setOpen({ kind: 'history' }), { enabled: idle });
  useKey('F8', t('money.perHead.show'), () => setOpen({ kind: 'working' }), { enabled: idle });

  const withdraw = (what: 'money' | 'category' | 'need', id: number, done: string): void =>
    void acts.run(
      () => call('circumstances.withdraw', { what, id, reason: '' }),
      done,
      () => call('circumstances.restore', { what, id }),
    );
  const moneyActs = (line: MoneyLine): MenuAct[] => {
    // Money stands in its owner's file: another member's line is changed there.
    if (!mayWrite || line.partyId !== query.data?.person.id) return [];
    const what = t(`money.category.${line.category}`);
    return [
      { key: 'change', word: t('money.change'), run: () => setOpen({ kind: 'money', line }) },
      line.untilOn === null
        ? { key: 'end', word: t('money.end'), run: () => setOpen({ kind: 'endMoney', line }) }
        : {
            key: 'resume',
            word: t('money.resume'),
            run: () =>
              void acts.run(
                () => call('circumstances.endMoney', { id: line.id, untilOn: null }),
                t('money.done.resumed', { what }),
                () => call('circumstances.endMoney', { id: line.id, untilOn: line.untilOn }),
              ),
          },
      {
        key: 'withdraw',
        word: t('money.withdraw'),
        run: () => withdraw('money', line.id, t('money.done.withdrawn', { what })),
      },
    ];
  };
  const { data } = query;
  return (
    <>
      {acts.error === null ? null : <ErrorBlock text={say(acts.error)} />}
      <QueryView query={query} rows={8}>
        {(all) => (
          <div className={css['part']}>
            <div className={css['column']}>
              <FactsCard
                data={all}
                mayWrite={mayWrite}
                onRecord={(of) => setOpen({ kind: 'fact', of })}
                onHistory={() => setOpen({ kind: 'history' })}
              />
              <div className={css['pair']}>
                <CategoriesCard
                  data={all}
                  acts={
                    mayWrite
                      ? {
                          give: () => setOpen({ kind: 'give' }),
                          end: (given) => setOpen({ kind: 'endCategory', given }),
                          withdraw: ({ id, name }) =>
                            withdraw('category', id, t('categories.done.withdrawn', { name })),
                        }
                      : null
                  }
                />
                <NeedsCard
                  data={all}
                  acts={
                    mayWrite
                      ? {
                          add: () => setOpen({ kind: 'need' }),
                          meet: (need) => setOpen({ kind: 'meet', need }),
                          withdraw: ({ id, need }) =>
                            withdraw('need', id, t('needs.done.withdrawn', { need })),
                        }
                      : null
                  }
                />
              </div>
            </div>
            <MoneyCard
              data={all}
              income={householdIncome(all.money.lines, all.money.heads, all.person.id, today)}
              actsOf={moneyActs}
              onAdd={mayWrite ? () => setOpen({ kind: 'money', line: null }) : null}
              onWorking={() => setOpen({ kind: 'working' })}
            />
          </div>
        )}
      </QueryView>
      {open === null || data === undefined ? null : open.kind === 'fact' ? (
        <FactDialog
          kind={open.of}
          person={data.person}
          standing={factsOn(data.facts, today).get(open.of)}
          acts={acts}
          onClose={close}
        />
      ) : open.kind === 'history' ? (
        <HistoryDrawer
          data={data}
          onWithdraw={mayWrite ? (fact) => setOpen({ kind: 'withdrawFact', fact }) : null}
          onClose={close}
        />
      ) : open.kind === 'withdrawFact' ? (
        <WithdrawFactDialog fact={open.fact} acts={acts} onClose={() => setOpen({ kind: 'history' })} />
      ) : open.kind === 'working' ? (
        <WorkingDrawer data={data} onClose={close} />
      ) : open.kind === 'money' ? (
        <MoneyDialog person={data.person} line={open.line} acts={acts} onClose={close} />
      ) : open.kind === 'endMoney' ? (
        <EndMoneyDialog line={open.line} acts={acts} onClose={close} />
      ) : open.kind === 'give' ? (
        <GiveCategoriesDialog partyId={data.person.id} given={data.categories} acts={acts} onClose={close} />
      ) : open.kind === 'endCategory' ? (
        <EndCategoryDialog given={open.given} acts={acts} onClose={close} />
      ) : open.kind === 'meet' ? (
        <MeetNeedDialog need={open.need} acts={acts} onClose={close} />
      ) : (
        <AddNeedDialog partyId={data.person.id} acts={acts} onClose={close} />
      )}
    </>
  );
}

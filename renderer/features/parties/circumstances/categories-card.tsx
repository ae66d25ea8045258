import { IconTag } from '@tabler/icons-react';
import type { Circumstances } from '#shared/circumstances/circumstances-contract.ts';
import type { GivenCategory, Need } from '#shared/circumstances/categories.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardBody, CardHeader } from '#renderer/ui/card.tsx';
import { ShortDate } from '#renderer/ui/dates.tsx';
import { MoreMenu } from '#renderer/ui/more-menu.tsx';
import css from './circumstances.module.css';

export interface CategoryActs {
  readonly give: () => void;
  readonly end: (given: GivenCategory) => void;
  readonly withdraw: (given: GivenCategory) => void;
}

/** Categories that stand, each with its day and reason, and those that ended. */
export function CategoriesCard({
  data,
  acts,
}: {
  readonly data: Circumstances;
  /** Null: who reads only. */
  readonly acts: CategoryActs | null;
}) {
  const { t } = useText();
  const kept = data.categories.filter((one) => one.withdrawn === null);
  const standing = kept.filter((one) => one.untilOn === null);
  const past = kept.filter((one) => one.untilOn !== null);
  return (
    <Card pane={t('categories.title')}>
      <CardHeader
        title={t('categories.title')}
        actions={
          acts === null ? undefined : (
            <Button size="sm" onClick={acts.give}>
              {t('categories.give')}
            </Button>
          )
        }
      />
      <CardBody scroll flush>
        {standing.length === 0 ? <p className={css['none']}>{t('categories.none')}</p> : null}
        <ul className={css['list']} aria-label={t('categories.title')}>
          {standing.map((one) => (
            <li key={one.id} className={css['line']}>
              <span className={css['what']}>
                <span>
                  <Badge kind="info" icon={IconTag}>
                    {one.name}
                  </Badge>
                </span>
                <span className={css['small']}>
                  {t('money.since')} <ShortDate iso={one.sinceOn} />
                  {one.reason === '' ? null : `، ${one.reason}`}
                </span>
              </span>
              {acts === null ? null : (
                <MoreMenu
                  label={t('categories.more', { name: one.name })}
                  acts={[
                    {
                      key: 'end',
                      word: t('categories.endOf', { name: one.name }),
                      run: () => acts.end(one),
                    },
                    {
                      key: 'withdraw',
                      word: t('categories.withdrawOf', { name: one.name }),
                      run: () => acts.withdraw(one),
                    },
                  ]}
                />
              )}
            </li>
          ))}
        </ul>
        {past.length === 0 ? null : (
          <ul className={css['list']} aria-label={t('categories.past')} data-past>
            {past.map((one) => (
              <li key={one.id} className={css['line']}>
                <span className={css['what']}>
                  <span className={css['dim']}>{one.name}</span>
                  <span className={css['small']}>
                    {t('money.since')} <ShortDate iso={one.sinceOn} /> {t('money.until')}{' '}
                    <ShortDate iso={one.untilOn ?? one.sinceOn} />
                    {one.endReason === '' ? null : `، ${one.endReason}`}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        )}
      </CardBody>
    </Card>
  );
}

export interface NeedActs {
  readonly add: () => void;
  readonly meet: (need: Need) => void;
  readonly withdraw: (need: Need) => void;
}

/** What is needed since when, and what was met and how. */
export function NeedsCard({ data, acts }: { readonly data: Circumstances; readonly acts: NeedActs | null }) {
  const { t } = useText();
  const kept = data.needs.filter((one) => one.withdrawn === null);
  const open = kept.filter((one) => one.met === null);
  const met = kept.filter((one) => one.met !== null);
  return (
    <Card pane={t('needs.title')}>
      <CardHeader
        title={t('needs.title')}
        {...(open.length === 0 ? {} : { count: open.length })}
        actions={
          acts === null ? undefined : (
            <Button size="sm" onClick={acts.add}>
              {t('needs.add')}
            </Button>
          )
        }
      />
      <CardBody scroll flush>
        {open.length === 0 ? <p className={css['none']}>{t('needs.none')}</p> : null}
        <ul className={css['list']} aria-label={t('needs.title')}>
          {open.map((one) => (
            <li key={one.id} className={css['line']}>
              <span className={css['what']}>
                <span className={css['strong']}>{one.need}</span>
                <span className={css['small']}>
                  {t('money.since')} <ShortDate iso={one.sinceOn} />
                </span>
              </span>
              {acts === null ? null : (
                <>
                  <Button
                    size="sm"
                    label={t('needs.meetOf', { need: one.need })}
                    onClick={() => acts.meet(one)}
                  >
                    {t('needs.meet')}
                  </Button>
                  <MoreMenu
                    label={t('needs.more', { need: one.need })}
                    acts={[
                      {
                        key: 'withdraw',
                        word: t('needs.withdrawOf', { need: one.need }),
                        run: () => acts.withdraw(one),
                      },
                    ]}
                  />
                </>
              )}
            </li>
          ))}
        </ul>
        {met.length === 0 ? null : (
          <ul className={css['list']} aria-label={t('needs.past')} data-past>
            {met.map((one) => (
              <li key={one.id} className={css['line']}>
                <span className={css['what']}>
                  <span className={css['dim']}>{one.need}</span>
                  <span className={css['small']}>
                    {t('needs.met')} <ShortDate iso={one.met?.on ?? one.sinceOn} />، {one.met?.how}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        )}
      </CardBody>
    </Card>
  );
}

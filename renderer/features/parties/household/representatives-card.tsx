import {
  IconAlertTriangle,
  IconCheck,
  IconClock,
  IconFileCertificate,
  IconUserShield,
} from '@tabler/icons-react';
import { useState } from 'react';
import { type Representation, representationOn } from '#shared/households/representation.ts';
import type { PartyId } from '#shared/ids.ts';
import { call } from '#renderer/api/client.ts';
import { QueryView } from '#renderer/api/query-view.tsx';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { AppLink } from '#renderer/ui/app-link.tsx';
import { Badge, type BadgeKind } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardBody, CardFooter, CardHeader } from '#renderer/ui/card.tsx';
import { DualDateText, PersonAt, ShortDate, useToday } from '#renderer/ui/dates.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { SafePhone } from '#renderer/ui/contact-points.tsx';
import { Identifier } from '#renderer/ui/numbers.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { type MenuAct, MoreMenu } from '#renderer/ui/more-menu.tsx';
import type { Acts } from '#renderer/api/use-acts.ts';
import css from './household.module.css';
import { genderOf } from '#renderer/api/register/member-words.ts';
import { EndRepresentationDialog, RepresentationDialog } from './representative-dialogs.tsx';

type Open =
  | { readonly kind: 'edit'; readonly of: Representation | null }
  | { readonly kind: 'end'; readonly of: Representation };

/** الولي والوصي والوكيل: who acts for the person and for whom the person acts, and whether the deed holds today. */
export function RepresentativesCard({
  partyId,
  name,
  mayWrite,
  acts,
  quiet,
  onDialog,
}: {
  readonly partyId: PartyId;
  readonly name: string;
  readonly mayWrite: boolean;
  readonly acts: Acts;
  /** A dialog of the part is open. */
  readonly quiet: boolean;
  readonly onDialog: (shown: boolean) => void;
}) {
  const { t } = useText();
  const query = useChannelQuery('representatives.ofParty', { partyId });
  const [open, setOpen] = useState<Open | null>(null);
  const show = (next: Open | null): void => {
    setOpen(next);
    onDialog(next !== null);
  };
  const add = (): void => show({ kind: 'edit', of: null });
  useKey('F7', t('representatives.add'), add, { enabled: mayWrite && open === null && !quiet });

  const actsOf = (one: Representation): MenuAct[] => {
    if (!mayWrite) return [];
    const { id, representativeName: of } = one;
    const remove: MenuAct = {
      key: 'remove',
      word: t('representatives.remove'),
      run: () =>
        void acts.run(
          () => call('representatives.withdraw', { id }),
          t('representatives.done.removed', { name: of }),
          () => call('representatives.restore', { id }),
        ),
    };
    if (one.ended !== null) return [remove];
    return [
      { key: 'edit', word: t('representatives.edit'), run: () => show({ kind: 'edit', of: one }) },
      ...(one.matched === null
        ? []
        : [{ key: 'unmatch', word: t('representatives.unmatch'), run: () => match(one, false) }]),
      { key: 'end', word: t('representatives.end'), run: () => show({ kind: 'end', of: one }) },
      remove,
    ];
  };
  const match = (one: Representation, matched: boolean): void =>
    void acts.run(
      () => call('representatives.match', { id: one.id, matched }),
      t(matched ? 'representatives.done.matched' : 'representatives.done.unmatched', {
        name: one.representativeName,
      }),
      () => call('representatives.match', { id: one.id, matched: !matched }),
    );
  return (
    <Card pane={t('representatives.title')}>
      <CardHeader title={t('representatives.title')} />
      <CardBody scroll flush>
        <QueryView query={query} rows={3}>
          {(both) => (
            <>
              {both.by.length === 0 ? <p className={css['empty']}>{t('representatives.empty')}</p> : null}
              <ul className={css['deeds']} aria-label={t('representatives.title')}>
                {both.by.map((one) => (
                  <Deed
                    key={one.id}
                    deed={one}
                    of="by"
                    acts={actsOf(one)}
                    onMatch={mayWrite ? () => match(one, true) : null}
                  />
                ))}
              </ul>
              {both.for.length === 0 ? null : (
                <section className={css['former']}>
                  <h3 className={css['levelName']}>{t('representatives.forTitle')}</h3>
                  <ul className={css['deeds']} aria-label={t('representatives.forTitle')}>
                    {both.for.map((one) => (
                      <Deed key={one.id} deed={one} of="for" acts={[]} onMatch={null} />
                    ))}
                  </ul>
                </section>
              )}
            </>
          )}
        </QueryView>
      </CardBody>
      {mayWrite ? (
        <CardFooter>
          <Button keys="F7" icon={<Icon of={IconUserShield} size="sm" />} onClick={add}>
            {t('representatives.add')}
          </Button>
        </CardFooter>
      ) : null}
      {open === null ? null : open.kind === 'edit' ? (
        <RepresentationDialog
          partyId={partyId}
          name={name}
          deed={open.of}
          acts={acts}
          onClose={() => show(null)}
        />
      ) : (
        <EndRepresentationDialog deed={open.of} acts={acts} onClose={() => show(null)} />
      )}
    </Card>
  );
}

const KINDS: Readonly<Record<ReturnType<typeof representationOn>['state'], BadgeKind>> = {
  valid: 'success',
  unmatched: 'warning',
  notYet: 'neutral',
  ended: 'neutral',
  expired: 'danger',
  expiring: 'warning',
};
const SIGNS = {
  valid: IconCheck,
  unmatched: IconFileCertificate,
  notYet: IconClock,
  ended: IconClock,
  expired: IconAlertTriangle,
  expiring: IconClock,
} as const;

function Deed({
  deed,
  of,
  acts,
  onMatch,
}: {
  readonly deed: Representation;
  readonly of: 'by' | 'for';
  readonly acts: readonly MenuAct[];
  readonly onMatch: (() => void) | null;
}) {
  const { t } = useText();
  const standing = representationOn(deed, useToday());
  const { state } = standing;
  const [id, name] =
    of === 'by' ? [deed.representativeId, deed.representativeName] : [deed.partyId, deed.partyName];
  const kind = t(`representatives.kind.${deed.kind}.${genderOf(deed.representativeSex)}`);
  const warning =
    state === 'expired' || state === 'expiring'
      ? t(`representatives.say.${state}`, { count: standing.days })
      : state === 'unmatched' || state === 'notYet'
        ? t(`representatives.say.${state}`)
        : null;
  const over = state === 'ended' || state === 'expired';
  return (
    <li className={css['deed']} data-over={over || undefined}>
      <span className={css['who']}>
        <span className={css['name']}>
          <AppLink to={paths.beneficiary(id)} quiet>
            {name}
          </AppLink>
        </span>
        <span className={css['facts']}>
          {[kind, deed.relation].filter((fact) => fact !== '').join('، ')}
          {of === 'for' || deed.representativeMobile === '' ? null : (
            <>
              {'، '}
              <SafePhone value={deed.representativeMobile} safe={deed.representativeSafe} />
            </>
          )}
        </span>
      </span>
      <Badge kind={KINDS[state]} icon={SIGNS[state]}>
        {t(`representatives.state.${state}`)}
      </Badge>
      <span className={`${css['facts']} ${css['wide']}`}>
        {deed.deedNumber === '' ? null : (
          <>
            {t('representatives.deedNumber')} <Identifier value={deed.deedNumber} />
            {deed.deedIssuer === '' ? null : `، ${deed.deedIssuer}`}
          </>
        )}
        {deed.scope === '' ? null : <div>{deed.scope}</div>}
        <div>
          {deed.expiresOn === null ? (
            t('representatives.noExpiry')
          ) : (
            <>
              {t('representatives.until')} <DualDateText iso={deed.expiresOn} />
            </>
          )}
        </div>
        {deed.matched === null ? null : (
          <div>
            {t('representatives.matched')}: <PersonAt name={deed.matched.by} atMs={deed.matched.atMs} />
          </div>
        )}
        {deed.ended === null ? null : (
          <div>
            {t('representatives.state.ended')} <ShortDate iso={deed.ended.on} />، {deed.ended.reason}
          </div>
        )}
      </span>
      {warning === null ? null : (
        <span className={`${css['warning']} ${css['wide']}`} data-kind={KINDS[state]}>
          {warning}
        </span>
      )}
      {acts.length === 0 ? null : (
        <span className={css['acts']}>
          {onMatch !== null && deed.matched === null && deed.deedNumber !== '' && deed.ended === null ? (
            <Button
              size="sm"
              icon={<Icon of={IconCheck} size="sm" />}
              label={t('representatives.matchedBy', { name })}
              onClick={onMatch}
            >
              {t('representatives.match')}
            </Button>
          ) : null}
          <MoreMenu label={t('representatives.more', { name })} acts={acts} />
        </span>
      )}
    </li>
  );
}

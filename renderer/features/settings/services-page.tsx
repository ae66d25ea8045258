import {
  IconArchive,
  IconArrowDown,
  IconArrowUp,
  IconListCheck,
  IconPackage,
  IconPencil,
  IconPlus,
  IconRestore,
} from '@tabler/icons-react';
import { useState, type KeyboardEvent, type ReactElement } from 'react';
import type { ServiceId } from '#shared/ids.ts';
import type { Service } from '#shared/services/service.ts';
import { call } from '#renderer/api/client.ts';
import { useAmount } from '#renderer/api/deliveries/handover-words.tsx';
import { QueryView } from '#renderer/api/query-view.tsx';
import { useHasRole } from '#renderer/api/session.ts';
import { type Acts, useActs } from '#renderer/api/use-acts.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { Card, CardBody, CardFooter, CardHeader } from '#renderer/ui/card.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { EmptyState, ErrorBlock } from '#renderer/ui/states.tsx';
import { GeneralDialog, ServiceDialog } from './service-dialog.tsx';
import css from './services-page.module.css';

/** دليل الخدمات: added, changed, put in order, put aside. What was asked for once is never removed. */
export function ServicesPage(): ReactElement {
  const { t } = useText();
  const say = useErrorText();
  const acts = useActs();
  const mayChange = useHasRole('manager', 'administrator');
  const list = useChannelQuery('services.list', undefined);
  const [editing, setEditing] = useState<Service | 'new' | 'general' | null>(null);
  const add = (): void => setEditing('new');
  useKey('Ctrl+Enter', t('services.add'), add, { enabled: mayChange && editing === null });
  const general = list.data?.general ?? [];
  return (
    <Card pane={t('services.title')}>
      <CardHeader title={t('services.title')} />
      {acts.error === null ? null : <ErrorBlock text={say(acts.error)} />}
      <CardBody scroll flush>
        <p className={css['help']}>
          {t('services.help')} {mayChange ? t('services.keys') : null}
        </p>
        <QueryView query={list} rows={8}>
          {({ services }) =>
            services.length === 0 ? (
              <EmptyState icon={IconPackage} text={t('services.empty')} />
            ) : (
              <Services all={services} acts={acts} mayChange={mayChange} onEdit={setEditing} />
            )
          }
        </QueryView>
        <section className={css['general']} aria-label={t('services.general')}>
          <h3>{t('services.general')}</h3>
          <p className={css['small']}>{t('services.generalHelp')}</p>
          <p>{general.map(({ name }) => name).join(' · ')}</p>
        </section>
      </CardBody>
      {mayChange ? (
        <CardFooter>
          <Button kind="filled" keys="Ctrl+Enter" icon={<Icon of={IconPlus} size="sm" />} onClick={add}>
            {t('services.add')}
          </Button>
          <Button icon={<Icon of={IconListCheck} size="sm" mirror />} onClick={() => setEditing('general')}>
            {t('services.editGeneral')}
          </Button>
        </CardFooter>
      ) : null}
      {editing === null ? null : editing === 'general' ? (
        <GeneralDialog general={general} acts={acts} onClose={() => setEditing(null)} />
      ) : (
        <ServiceDialog
          service={editing === 'new' ? null : editing}
          general={general}
          acts={acts}
          onClose={() => setEditing(null)}
        />
      )}
    </Card>
  );
}

function Services({
  all,
  acts,
  mayChange,
  onEdit,
}: {
  readonly all: readonly Service[];
  readonly acts: Acts;
  readonly mayChange: boolean;
  readonly onEdit: (service: Service) => void;
}): ReactElement {
  const { t } = useText();
  const move = async (service: Service, step: -1 | 1): Promise<void> => {
    const before = all.map(({ id }) => id);
    const from = before.indexOf(service.id);
    const other = before[from + step];
    if (other === undefined) return;
    const ids: ServiceId[] = [...before];
    ids[from] = other;
    ids[from + step] = service.id;
    await acts.run(
      () => call('services.reorder', { ids }),
      t('services.done.moved', { name: service.name }),
      () => call('services.reorder', { ids: before }),
    );
  };
  const onKeyDown = (event: KeyboardEvent, service: Service): void => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
    if (!event.altKey || step === null || !mayChange) return;
    event.preventDefault();
    void move(service, step);
  };
  return (
    <ul className={css['list']} aria-label={t('services.title')}>
      {all.map((service, index) => (
        <li
          key={service.id}
          className={css['line']}
          data-aside={!service.active || undefined}
          onKeyDown={(event) => onKeyDown(event, service)}
        >
          <Facts service={service} />
          {mayChange ? (
            <span className={css['acts']}>
              <IconButton
                label={t('services.edit', { name: service.name })}
                icon={<Icon of={IconPencil} size="sm" />}
                onClick={() => onEdit(service)}
              />
              {index === 0 ? (
                <span className={css['noArrow']} />
              ) : (
                <IconButton
                  label={t('services.up', { name: service.name })}
                  icon={<Icon of={IconArrowUp} size="sm" />}
                  onClick={() => void move(service, -1)}
                />
              )}
              {index === all.length - 1 ? (
                <span className={css['noArrow']} />
              ) : (
                <IconButton
                  label={t('services.down', { name: service.name })}
                  icon={<Icon of={IconArrowDown} size="sm" />}
                  onClick={() => void move(service, 1)}
                />
              )}
              <Aside service={service} acts={acts} />
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function Facts({ service }: { readonly service: Service }): ReactElement {
  const { t, digits } = useText();
  const amount = useAmount();
  const { eligibility, ownRequirements } = service;
  const rules =
    eligibility.villages.length > 0 ||
    eligibility.categoryIds.length > 0 ||
    eligibility.perHeadCeilingHalalas !== null;
  return (
    <>
      <span className={css['what']}>
        <span className={css['name']}>{service.name}</span>
        <span className={css['small']}>
          {t(`deliveries.kind.${service.kind}`)}، {amount(service)}
        </span>
      </span>
      <span className={css['marks']}>
        {service.openRequests === 0 ? null : (
          <span className={css['small']}>{digits(t('services.open', { count: service.openRequests }))}</span>
        )}
        {rules ? <Badge>{t('services.rules')}</Badge> : null}
        {ownRequirements === null ? null : (
          <Badge icon={IconListCheck}>{t('services.ownRequirements')}</Badge>
        )}
        {service.active ? null : <Badge icon={IconArchive}>{t('services.isAside')}</Badge>}
      </span>
    </>
  );
}

function Aside({ service, acts }: { readonly service: Service; readonly acts: Acts }): ReactElement {
  const { t } = useText();
  const { id, name, active } = service;
  return (
    <IconButton
      label={t(active ? 'services.aside' : 'services.back', { name })}
      icon={<Icon of={active ? IconArchive : IconRestore} size="sm" />}
      onClick={() =>
        void acts.run(
          () => call('services.setActive', { id, active: !active }),
          t(active ? 'services.done.aside' : 'services.done.back', { name }),
          () => call('services.setActive', { id, active }),
        )
      }
    />
  );
}

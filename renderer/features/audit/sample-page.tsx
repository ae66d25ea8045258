import { IconDice5, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { MOST_SAMPLED, sampleOrderShape, type SampleItem } from '#shared/audit/sample-contract.ts';
import { toAsciiDigits } from '#shared/arabic/digits.ts';
import { z } from 'zod';
import { QueryView } from '#renderer/api/query-view.tsx';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { AppLink, useGo } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardBody, CardFooter, CardHeader, SplitPane } from '#renderer/ui/card.tsx';
import { useToday } from '#renderer/ui/dates.tsx';
import { Form, FormDate, FormDigits, FormText } from '#renderer/ui/form.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { Ref } from '#renderer/ui/numbers.tsx';
import { GapBadge, PathClauses } from '#renderer/ui/path-clauses.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { useZodForm } from '#renderer/ui/use-zod-form.ts';
import css from './audit-page.module.css';

const orderSchema = z.object({
  ...sampleOrderShape,
  /** As it is typed. */
  count: z
    .string()
    .transform((text) => Number(toAsciiDigits(text)))
    .refine((value) => Number.isInteger(value) && value >= 1 && value <= MOST_SAMPLED, {
      message: 'auditSample.count',
    }),
});
type Order = z.output<typeof orderSchema>;

const screenOf = ({ register, id }: SampleItem): string =>
  register === 'requests'
    ? paths.request(id)
    : register === 'outgoing'
      ? paths.letter(id)
      : paths.incomingLetter(id);

/** عيّنة المدقق: the same seed over the same register picks the same, whoever draws it. */
export function SamplePage() {
  const { t } = useText();
  const go = useGo();
  const [order, setOrder] = useState<Order | null>(null);
  const [at, setAt] = useState(0);
  const form = useZodForm(orderSchema, { seed: '', count: '5', asOf: useToday() });
  const sample = useChannelQuery('auditSample.draw', order ?? { seed: '-', count: 1, asOf: '2000-01-01' }, {
    enabled: order !== null,
  });
  const draw = (values: Order): void => {
    setAt(0);
    setOrder(values);
  };
  const print = (): void => {
    if (order !== null) go(paths.paper({ kind: 'auditSample', ...order }));
  };
  useKey('Ctrl+Enter', t('auditSample.draw'), () => void form.handleSubmit(draw)());
  useKey('F9', t('requestPath.print'), print, { enabled: sample.data !== undefined });
  const chosen = sample.data?.items[at];
  return (
    <Screen
      title={t('auditSample.title')}
      crumbs={[{ name: t('audit.title'), to: paths.audit }]}
      actions={
        <Button
          keys="F9"
          icon={<Icon of={IconPrinter} />}
          disabled={sample.data === undefined || sample.data.items.length === 0}
          onClick={print}
        >
          {t('requestPath.print')}
        </Button>
      }
    >
      <SplitPane columns="22rem minmax(0, 1fr)">
        <Card pane={t('auditSample.draw')} grow>
          <CardHeader title={t('auditSample.draw')} />
          <CardBody scroll>
            <Form form={form} label={t('auditSample.draw')} onSubmit={draw}>
              <FormText
                name="seed"
                label={t('auditSample.seed')}
                help={t('auditSample.seedHelp')}
                autoFocus
              />
              <FormDigits
                name="count"
                label={t('auditSample.count')}
                help={t('auditSample.countHelp')}
                maxLength={2}
              />
              <FormDate name="asOf" label={t('auditSample.asOf')} />
            </Form>
            {order === null ? null : (
              <QueryView query={sample} rows={8}>
                {(data) =>
                  data.items.length === 0 ? (
                    <EmptyState icon={IconDice5} text={t('auditSample.nothing')} />
                  ) : (
                    <>
                      <p className={css['from']}>
                        {t('auditSample.from', {
                          requests: data.population.requests,
                          letters: data.population.letters,
                        })}
                      </p>
                      <Picks items={data.items} at={at} onPick={setAt} />
                    </>
                  )
                }
              </QueryView>
            )}
          </CardBody>
          <CardFooter>
            <Button
              kind="filled"
              keys="Ctrl+Enter"
              icon={<Icon of={IconDice5} />}
              loading={order !== null && sample.isFetching}
              onClick={() => void form.handleSubmit(draw)()}
            >
              {t('auditSample.draw')}
            </Button>
          </CardFooter>
        </Card>
        <Card pane={t('auditSample.drawn')} grow>
          {chosen === undefined ? (
            <>
              <CardHeader title={t('auditSample.drawn')} />
              <CardBody>
                <EmptyState icon={IconDice5} text={t('auditSample.empty')} />
                <p className={css['from']}>{t('auditSample.explain')}</p>
              </CardBody>
            </>
          ) : (
            <>
              <CardHeader
                title={chosen.name}
                aside={chosen.subject}
                actions={
                  <>
                    <GapBadge gaps={chosen.gaps} />
                    <AppLink to={screenOf(chosen)}>{t('auditSample.openItem')}</AppLink>
                  </>
                }
              />
              <CardBody scroll flush>
                <PathClauses path={chosen.path} label={chosen.name} />
              </CardBody>
            </>
          )}
        </Card>
      </SplitPane>
    </Screen>
  );
}

/** What the seed picked; arrows or Tab go through it, its path stands beside it. */
function Picks({
  items,
  at,
  onPick,
}: {
  readonly items: readonly SampleItem[];
  readonly at: number;
  readonly onPick: (index: number) => void;
}) {
  const { t, text } = useText();
  return (
    <ol className={css['picks']} aria-label={t('auditSample.drawn')}>
      {items.map((item, index) => (
        <li key={`${item.register}-${item.id}`}>
          <button type="button" aria-pressed={index === at} onClick={() => onPick(index)}>
            <span className={css['pickKind']}>
              {text('auditSample.register', item.register)}{' '}
              {item.number === null ? t('auditSample.unnumbered') : <Ref value={item.number} />}
            </span>
            <span className={css['pickName']}>{item.name}</span>
            <GapBadge gaps={item.gaps} />
          </button>
        </li>
      ))}
    </ol>
  );
}

import { useMantineColorScheme } from '@mantine/core';
import {
  IconClipboardList,
  IconCopyCheck,
  IconDice5,
  IconFileText,
  IconFileImport,
  IconIdBadge2,
  IconKeyboard,
  IconLock,
  IconMailDown,
  IconMail,
  IconMoon,
  IconPackage,
  IconPhoneOutgoing,
  IconRosetteDiscountCheck,
  IconTemplate,
  IconUser,
  IconUserPlus,
  IconUsersGroup,
} from '@tabler/icons-react';
import { fixLayout } from '#shared/arabic/keyboard-layout.ts';
import { searchKey } from '#shared/arabic/search-key.ts';
import { PATH_ROLES } from '#shared/audit/sample-contract.ts';
import { recognisedLayout } from '#shared/parties/recognised-layout.ts';
import { CASE_ROLES, DESK_ROLES } from '#shared/staff/staff.ts';
import { lockDesk } from '#renderer/api/lock-desk.ts';
import { useHasRole } from '#renderer/api/session.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { pressKey } from '#renderer/ui/keys.ts';
import { Identifier } from '#renderer/ui/numbers.tsx';
import { paths, withQuery } from '#renderer/ui/paths.ts';
import type { PaletteSection } from './palette-commands.ts';
import { type PaletteEntry, type PaletteGroup, usePaletteHits } from './use-palette-hits.tsx';

const isNumber = (text: string): boolean => /^[\d٠-٩۰-۹+\s-]+$/u.test(text);

function useCommands(
  sections: readonly PaletteSection[],
): readonly (PaletteEntry & { readonly text: string; readonly words: string })[] {
  const { t } = useText();
  const go = useGo();
  const serves = useHasRole(...DESK_ROLES);
  const sees = useHasRole(...CASE_ROLES);
  const examines = useHasRole(...PATH_ROLES);
  const { toggleColorScheme } = useMantineColorScheme();
  const screens = sections.map((section, index) => ({
    key: `go-${section.key}`,
    icon: section.icon,
    mirror: section.mirror ?? false,
    text: t('palette.goTo', { screen: t(`nav.${section.key}`) }),
    words: t(`nav.${section.key}`),
    // There is no Alt+10 to press.
    ...(index < 9 ? { keys: `Alt+${index + 1}` } : {}),
    run: () => go(section.path),
  }));
  const acts = [
    ...(examines
      ? [
          {
            key: 'audit-sample',
            icon: IconDice5,
            text: t('auditSample.open'),
            words: t('auditSample.open'),
            run: () => go(paths.auditSample),
          },
        ]
      : []),
    {
      key: 'new-batch',
      icon: IconMail,
      text: t('batches.create'),
      words: t('batches.create'),
      run: () => go(paths.newBatch),
    },
    {
      key: 'other-parties',
      icon: IconUsersGroup,
      text: t('palette.goTo', { screen: t('otherParties.label') }),
      words: t('otherParties.label'),
      run: () => go(paths.otherParties),
    },
    {
      key: 'agreements',
      icon: IconFileText,
      text: t('palette.goTo', { screen: t('agreements.title') }),
      words: t('agreements.title'),
      run: () => go(paths.agreements),
    },
    {
      key: 'new-agreement',
      icon: IconFileText,
      text: t('agreements.create'),
      words: t('agreements.create'),
      run: () => go(paths.newAgreement),
    },
    {
      key: 'verify-letter',
      icon: IconRosetteDiscountCheck,
      text: t('letterLife.verify.title'),
      words: t('letterLife.verify.title'),
      run: () => go(paths.verifyLetter),
    },
    {
      key: 'incoming',
      icon: IconMailDown,
      text: t('incoming.form.title'),
      words: t('incoming.form.title'),
      run: () => go(paths.newIncoming),
    },
    {
      key: 'templates',
      icon: IconTemplate,
      text: t('templates.title'),
      words: t('templates.title'),
      run: () => go(paths.letterTemplates),
    },
    {
      key: 'import',
      icon: IconFileImport,
      mirror: true,
      text: t('imports.command'),
      words: t('imports.command'),
      run: () => go(paths.importPeople),
    },
    {
      key: 'lock',
      icon: IconLock,
      text: t('keys.lock'),
      words: t('keys.lock'),
      keys: 'Ctrl+L',
      run: () => void lockDesk(),
    },
    {
      key: 'keys',
      icon: IconKeyboard,
      text: t('keys.title'),
      words: t('keys.title'),
      keys: 'F1',
      run: () => pressKey('F1'),
    },
    {
      key: 'theme',
      icon: IconMoon,
      text: t('palette.toggleTheme'),
      words: t('palette.toggleTheme'),
      run: () => toggleColorScheme(),
    },
  ];
  const visit = sections.some(({ key }) => key === 'visits')
    ? [
        {
          key: 'new-visit',
          icon: IconUserPlus,
          text: t('keys.newVisit'),
          words: t('keys.newVisit'),
          keys: 'F2',
          run: () => pressKey('F2'),
        },
        {
          key: 'new-party',
          icon: IconIdBadge2,
          text: t('partyRecord.newTitle'),
          words: `${t('partyRecord.newTitle')} ${t('partyRecord.newOrganisation')}`,
          run: () => go(paths.newBeneficiary),
        },
      ]
    : [];
  const served = [
    { key: 'outreach', icon: IconPhoneOutgoing, words: t('outreach.title'), path: paths.outreach },
    { key: 'duplicates', icon: IconCopyCheck, words: t('duplicates.desk.title'), path: paths.duplicates },
  ];
  const care = [
    ...(sees
      ? [{ key: 'deliveries', icon: IconPackage, words: t('deliveries.day.go'), path: paths.deliveries }]
      : []),
    ...(serves ? served : []),
  ].map(({ path, ...entry }) => ({
    ...entry,
    text: t('palette.goTo', { screen: entry.words }),
    run: () => go(path),
  }));
  return [...visit, ...screens, ...care, ...acts];
}

/** What the palette lists for what was typed. A wrong layout is recognised when the typed text itself finds nobody. */
export function usePaletteGroups(
  typed: string,
  sections: readonly PaletteSection[],
): { readonly groups: readonly PaletteGroup[]; readonly layout: string | undefined; readonly busy: boolean } {
  const { t } = useText();
  const go = useGo();
  // At every key: the answer takes a millisecond or two, and what is waited for is seen to be.
  const text = typed.trim();
  const fixed = fixLayout(text);
  const found = useChannelQuery('desk.find', { text }, { enabled: text !== '', keepPrevious: true });
  const missed = text !== '' && found.data?.length === 0 && fixed !== text;
  const meant = useChannelQuery('desk.find', { text: fixed }, { enabled: missed });
  const recent = useChannelQuery('desk.recent', undefined, { enabled: text === '' });
  const usesLayout = missed && (meant.data?.length ?? 0) > 0;
  const hits = usePaletteHits(text === '' ? [] : usesLayout ? (meant.data ?? []) : (found.data ?? []));
  const people = (found.data ?? []).flatMap((hit) => (hit.kind === 'party' ? [hit.party] : []));
  const understood = (text === '' ? null : recognisedLayout(text, people)) ?? undefined;
  const commands = useCommands(sections);

  const keys = [searchKey(text), searchKey(fixed)].filter((key) => key !== '');
  const matching = commands.filter(
    (command) => keys.length === 0 || keys.some((key) => searchKey(command.words).includes(key)),
  );
  // Who types the whole of a command means it, whatever else bears its words.
  const exact = matching.filter(({ words, text: shown }) =>
    keys.some((key) => key === searchKey(words) || key === searchKey(shown)),
  );
  const near = matching.filter((command) => !exact.includes(command));
  const register: PaletteEntry[] =
    text !== '' && !usesLayout && found.data?.length === 0 && sections.some(({ key }) => key === 'visits')
      ? [
          {
            key: 'register',
            icon: IconUserPlus,
            text: t('palette.register'),
            detail: isNumber(text) ? <Identifier value={text} /> : text,
            run: () => go(withQuery(paths.newVisit, { text })),
          },
        ]
      : [];
  const recents: PaletteEntry[] = (text === '' ? (recent.data ?? []) : []).map((one) => ({
    key: `recent-${one.partyId}-${one.requestId ?? 0}`,
    icon: one.requestId === null ? IconUser : IconClipboardList,
    mirror: one.requestId !== null,
    text: one.name,
    run: () => go(one.requestId === null ? paths.beneficiary(one.partyId) : paths.request(one.requestId)),
  }));
  const asked: PaletteGroup = { name: t('palette.commands'), entries: [...exact, ...register, ...near] };
  return {
    groups: [
      { name: t('palette.recent'), entries: recents },
      ...(exact.length > 0 ? [asked, ...hits] : [...hits, asked]),
    ],
    layout: usesLayout ? fixed : understood,
    busy: found.isFetching,
  };
}

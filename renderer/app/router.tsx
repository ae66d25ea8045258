import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { paths } from '#renderer/ui/paths.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { NotFound } from './not-found.tsx';
import type { ScreenEntry } from './screen-entry.ts';
import { screens, settingsScreens } from './screens.ts';
import { SettingsLayout } from './settings-layout.tsx';
import { Shell } from './shell/shell.tsx';

/** Values of a query stay text: the default parser would turn an id number into a number. */
const parseSearch = (search: string): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(search));

function stringifySearch(search: Record<string, unknown>): string {
  const text = new URLSearchParams(
    Object.entries(search).map(([name, value]) => [name, String(value)]),
  ).toString();
  return text === '' ? '' : `?${text}`;
}

/** A router over the part after # of the address: the app:// handler knows one page only. */
export function makeRouter() {
  const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });
  const index = createRoute({
    getParentRoute: () => root,
    path: '/',
    beforeLoad: () => {
      throw redirect({ to: paths.desk });
    },
  });
  const children = screens.map(({ path, load, name }) =>
    createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load, name) }),
  );
  const settings = createRoute({ getParentRoute: () => root, path: '/settings', component: SettingsLayout });
  const settingsIndex = createRoute({
    getParentRoute: () => settings,
    path: '/',
    beforeLoad: () => {
      throw redirect({ to: paths.settingsOf('profile'), replace: true });
    },
  });
  const settingsChildren = settingsScreens.map(({ path, load, name }: ScreenEntry) =>
    createRoute({ getParentRoute: () => settings, path, component: lazyRouteComponent(load, name) }),
  );
  return createRouter({
    routeTree: root.addChildren([
      index,
      ...children,
      settings.addChildren([settingsIndex, ...settingsChildren]),
    ]),
    history: createHashHistory(),
    parseSearch,
    stringifySearch,
    defaultPreload: false,
    defaultErrorComponent: () => <ErrorBoundary>{null}</ErrorBoundary>,
  });
}

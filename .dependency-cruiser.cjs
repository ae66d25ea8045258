// Who may import whom: docs/ and the layers' table say why. tests/guards/import-rules.test.ts plants one violation of
// each rule and sees it caught, and fails when fewer modules were cruised than there are source files.
const SHELL = '^electron/(main|preload)[.]ts$|^electron/(app|security|ipc|platform)/';
const NODE_PLATFORM = '^electron/platform/node/';
/** Typed only, no Electron inside: a feature describes its handlers with it. */
const DISPATCH = '^electron/ipc/dispatch[.]ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'shared-is-pure',
      comment: 'shared runs anywhere: itself, zod and the calendar table, nothing else',
      severity: 'error',
      from: { path: '^shared/' },
      to: { pathNot: '^shared/|^node_modules/(zod|@tabby_ai/hijri-converter)/' },
    },
    {
      name: 'db-knows-no-shell',
      comment: 'db: shared, kysely, better-sqlite3 and Node',
      severity: 'error',
      from: { path: '^db/' },
      to: {
        pathNot: '^(db|shared)/|^node_modules/(kysely|better-sqlite3|@types/better-sqlite3)/',
        dependencyTypesNot: ['core'],
      },
    },
    {
      name: 'migrations-are-frozen',
      comment:
        'a migration imports nothing of ours but its own type: what it did to the data years ago must not change with our code',
      severity: 'error',
      from: { path: '^db/migrations/', pathNot: '^db/migrations/index[.]ts$' },
      to: {
        path: '^(shared|db|electron|renderer|build|tests)/',
        pathNot: '^db/migrations/(migration[.]ts$|parts/)',
      },
    },
    {
      name: 'features-run-without-electron',
      comment: 'services, PDFs and the command line run under plain Node, in tests and in workers',
      severity: 'error',
      from: { path: ['^electron/', NODE_PLATFORM], pathNot: `${SHELL}(?!node/)` },
      to: { path: '^node_modules/electron/' },
    },
    {
      name: 'features-own-their-ports',
      comment: 'the shell implements the ports of a feature; a feature never reaches into the shell',
      severity: 'error',
      from: { path: '^electron/', pathNot: [SHELL, '^electron/cli[.]ts$'] },
      to: { path: SHELL, pathNot: [DISPATCH, NODE_PLATFORM] },
    },
    {
      name: 'main-process-knows-no-desk',
      comment: 'the main process and the page meet in shared only',
      severity: 'error',
      from: { path: '^(electron|db|shared)/' },
      to: { path: '^(renderer|tests|build)/' },
    },
    {
      name: 'preload-stays-small',
      comment: 'a sandboxed preload is one file: Electron and the names of channels and events',
      severity: 'error',
      from: { path: '^electron/preload[.]ts$' },
      to: { pathNot: '^shared/ipc/(channel-names|events)[.]ts$|^node_modules/electron/' },
    },
    {
      name: 'renderer-is-a-page',
      comment: 'the desk is a web page: no Node, no Electron, no database',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^(electron|db|build|tests)/|^node_modules/(electron|better-sqlite3|kysely|pdfmake)/' },
    },
    {
      name: 'renderer-uses-no-node',
      comment: 'the desk is a web page: it has no Node',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'features-keep-apart',
      comment: "a screen never imports another screen's inside",
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    },
    {
      name: 'features-know-no-frame',
      comment: 'the app composes the screens; a screen does not know the app',
      severity: 'error',
      from: { path: '^renderer/features/' },
      to: { path: '^renderer/app/', pathNot: '^renderer/app/csp-nonce[.]ts$' },
    },
    {
      name: 'ui-is-only-ui',
      comment: 'a component knows no feature and calls nobody',
      severity: 'error',
      from: { path: '^renderer/ui/' },
      to: { path: '^renderer/(features|api|app)/' },
    },
    {
      name: 'only-declared-packages',
      comment: 'what is not in package.json may be gone tomorrow',
      severity: 'error',
      // the empty app of the bench is a program of its own, with Electron given
      from: { pathNot: '^build/bench/empty-app/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'] },
    },
    {
      name: 'shipped-code-needs-shipped-packages',
      comment: 'a devDependency is not in the packaged program; Electron is the program itself',
      severity: 'error',
      from: { path: '^(shared|db|electron)/' },
      to: { dependencyTypes: ['npm-dev'], pathNot: '^node_modules/(electron|@types/[^/]+)/' },
    },
    {
      name: 'resolvable',
      comment: 'an import that leads nowhere',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '[?](raw|url|worker)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '[.]d[.]ts$' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs'],
      conditionNames: ['import', 'node', 'default'],
      exportsFields: ['exports'],
    },
  },
};

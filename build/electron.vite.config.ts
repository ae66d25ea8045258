import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const at = (path: string): string => resolve(import.meta.dirname, '..', path);

/** What stays a `require()` in the main bundle: native code, fonts found by their path, and pdfmake, whose inside is patched at run time. */
const external = [
  'better-sqlite3',
  'pdfmake',
  '@node-rs/argon2',
  'bidi-js',
  '@expo-google-fonts/amiri',
  '@expo-google-fonts/ibm-plex-sans-arabic',
];

/** Every `*-worker.ts` of the main process is a file of its own beside `index.cjs`: a thread is started from a file. */
const workers = Object.fromEntries(
  readdirSync(at('electron'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('-worker.ts'))
    .map((entry) => [basename(entry.name, '.ts'), join(entry.parentPath, entry.name)]),
);

/**
 * What pdf.js fetches by name when it meets a scan in JBIG2, fax or JPEG 2000: plain JavaScript, since the page's policy
 * forbids WebAssembly. `renderer/ui/scan-document.ts` names the folder.
 */
const scanDecoders = (): Plugin => ({
  name: 'wisam-scan-decoders',
  generateBundle() {
    for (const name of ['jbig2_nowasm_fallback.js', 'openjpeg_nowasm_fallback.js'])
      this.emitFile({
        type: 'asset',
        fileName: `pdfjs/${name}`,
        source: readFileSync(at(`node_modules/pdfjs-dist/wasm/${name}`)),
      });
  },
});

export default defineConfig({
  main: {
    root: at('.'),
    build: {
      outDir: at('out/main'),
      sourcemap: true,
      externalizeDeps: {
        include: external,
        exclude: ['kysely', 'zod', '@tabby_ai/hijri-converter', 'age-encryption', 'tar-stream', 'marked'],
      },
      rolldownOptions: {
        input: { index: at('electron/main.ts'), ...workers },
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' },
      },
    },
  },
  preload: {
    root: at('.'),
    build: {
      outDir: at('out/preload'),
      // A sandboxed preload must be one self-contained CommonJS file.
      externalizeDeps: false,
      isolatedEntries: true,
      rolldownOptions: {
        input: { index: at('electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react(), scanDecoders()],
    build: {
      outDir: at('out/renderer'),
      // Each file is a request that the window waits for at its start: few and small ones, and one style sheet.
      minify: true,
      cssCodeSplit: false,
      chunkSizeWarningLimit: 1000,
      rolldownOptions: {
        input: { index: at('renderer/index.html') },
        output: {
          codeSplitting: {
            groups: [
              {
                name: 'vendor',
                test: /node_modules\/(?!.*(@tiptap|prosemirror|pdfjs-dist|linkifyjs))/,
                minShareCount: 2,
              },
              { name: 'desk', test: /\/(renderer\/(ui|api|i18n|app|styles)|shared)\//, minShareCount: 2 },
            ],
          },
        },
      },
    },
  },
});

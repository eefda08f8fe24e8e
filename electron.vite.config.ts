import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'
import { licencesOf } from './scripts/licences.mjs'

const LOCALE_FILE = /\/react-(?:aria|stately)\/.+\/intl\/.+\/[a-z]{2}-[A-Z]{2}\.mjs$/
const OWN_LOCALE = /\/(?:en-US|ko-KR)\.mjs$/

/** React Aria brings its words in thirty languages; two of them can be chosen here. */
const ownLocales: Plugin = {
  name: 'own-locales',
  enforce: 'pre',
  load: (id) => (LOCALE_FILE.test(id) && !OWN_LOCALE.test(id) ? 'export default {}' : null),
}

// The targets are the oldest runtime that the program is tested on, not the pinned Electron:
// newer syntax would pass the build and fail at the first start.
export default defineConfig({
  main: {
    plugins: [
      {
        name: 'licences',
        generateBundle() {
          const source = JSON.stringify(licencesOf(import.meta.dirname))
          this.emitFile({ type: 'asset', fileName: 'licences.json', source })
        },
      },
    ],
    // As one string a text is read faster than as the script of an object.
    json: { stringify: true },
    build: {
      target: 'node20.18',
      minify: true,
      sourcemap: true,
      externalizeDeps: false,
      rollupOptions: { input: { index: 'src/main/index.ts' } },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      sourcemap: true,
      externalizeDeps: false,
      rollupOptions: {
        input: { index: 'src/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react(), ownLocales],
    json: { stringify: true },
    build: {
      target: 'chrome130',
      minify: true,
      sourcemap: true,
      modulePreload: { polyfill: false },
      rollupOptions: { input: { index: 'src/renderer/index.html' } },
    },
  },
})

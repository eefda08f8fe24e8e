import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { licencesOf } from './scripts/licences.mjs'

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
    build: {
      target: 'node20.18',
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
    plugins: [react()],
    build: {
      target: 'chrome130',
      minify: true,
      sourcemap: true,
      modulePreload: { polyfill: false },
      rollupOptions: { input: { index: 'src/renderer/index.html' } },
    },
  },
})

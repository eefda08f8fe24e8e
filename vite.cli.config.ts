import { defineConfig } from 'vite'

// The command line without Electron: one file that plain Node runs.
export default defineConfig({
  publicDir: false,
  json: { stringify: true },
  ssr: { noExternal: true },
  build: {
    ssr: 'src/main/cli/main.ts',
    target: 'node20',
    outDir: 'out/cli',
    sourcemap: true,
    minify: false,
    rollupOptions: { output: { format: 'es', entryFileNames: 'main.js', codeSplitting: false } },
  },
})

import { expect, type ElectronApplication } from '@playwright/test'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'

interface SavedVm {
  readonly name: string
  readonly verdict: string
  readonly findings: readonly { readonly code: string; readonly articles: readonly string[] }[]
}

/** The diagnosis that a saved report carries. */
interface SavedDiagnosis {
  readonly schema: string
  readonly language: string
  readonly summary: Readonly<Record<string, number>>
  readonly vms: readonly SavedVm[]
}

/** The one report of a folder, read from the disk; its PDF stands beside it under the same name. */
export async function savedReport(folder: string): Promise<{ path: string; html: string; diagnosis: SavedDiagnosis }> {
  const names = await readdir(folder)
  const name = names.find((one) => one.endsWith('.html')) ?? ''
  expect(names.toSorted(), 'files in the report folder').toEqual([name, name.replace(/\.html$/, '.pdf')])
  const path = join(folder, name)
  const html = await readFile(path, 'utf8')
  const data = /<script type="application\/json" id="diagnosis">(.*?)<\/script>/s.exec(html)?.[1]
  expect(data, 'the diagnosis in the report').toBeDefined()
  return { path, html, diagnosis: JSON.parse(data ?? '') as SavedDiagnosis }
}

/** What a person reads in a saved report: opened in a browser window of its own, without script, all unfolded. */
export function readInBrowser(electron: ElectronApplication, path: string): Promise<string> {
  return electron.evaluate(async ({ BrowserWindow }, file) => {
    const window = new BrowserWindow({
      show: false,
      webPreferences: { sandbox: true, javascript: false, partition: 'reader' },
    })
    try {
      await window.loadFile(file)
      window.webContents.debugger.attach()
      const send = (method: string, params?: object) => window.webContents.debugger.sendCommand(method, params)
      const { root } = (await send('DOM.getDocument')) as { root: { nodeId: number } }
      const folds = (await send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: 'details' })) as {
        nodeIds: number[]
      }
      for (const nodeId of folds.nodeIds) await send('DOM.setAttributeValue', { nodeId, name: 'open', value: '' })
      const { nodes } = (await send('Accessibility.getFullAXTree')) as {
        nodes: { role?: { value: string }; name?: { value: string } }[]
      }
      return nodes.flatMap(({ role, name }) => (role?.value === 'StaticText' ? (name?.value ?? []) : [])).join('\n')
    } finally {
      window.destroy()
    }
  }, path)
}

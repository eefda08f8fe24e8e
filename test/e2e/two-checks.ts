import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SAMPLE_CAPTURE } from './app'

const DAY_MS = 86_400_000

interface Rows {
  readonly [key: string]: unknown
  readonly classes: Readonly<Record<string, readonly Record<string, unknown>[]>>
}

/** The backup service of one VM as the host would show it without its daemon. */
function withoutDaemon(capture: Rows, name: string): Rows {
  const vm = capture.classes['Msvm_ComputerSystem']?.find((row) => row['ElementName'] === name)
  const rows = capture.classes['Msvm_VssComponent'] ?? []
  const changed = rows.map((row) =>
    row['SystemName'] === vm?.['Name'] ? { ...row, OperationalStatus: [12], StatusDescriptions: null } : row,
  )
  return { ...capture, classes: { ...capture.classes, Msvm_VssComponent: changed } }
}

/** Two captures of one host, three days and one day old; in the newer one the backup service of web-01 is silent, which can bear another name. */
export async function twoChecks(vm = 'web-01'): Promise<readonly [older: string, newer: string]> {
  const folder = await mkdtemp(join(tmpdir(), 'two-checks-'))
  const text = await readFile(SAMPLE_CAPTURE, 'utf8')
  const sample = JSON.parse(text.replaceAll('"web-01"', () => JSON.stringify(vm))) as Rows
  const write = async (name: string, capture: Rows, daysAgo: number): Promise<string> => {
    const path = join(folder, name)
    const collectedAt = `${new Date(Date.now() - daysAgo * DAY_MS).toISOString().slice(0, 19)}Z`
    const target = { computerName: 'HV01', via: 'local' }
    await writeFile(path, JSON.stringify({ ...capture, collectedAt, target, sha256: null }))
    return path
  }
  return [await write('monday.hvcapture', sample, 3), await write('wednesday.hvcapture', withoutDaemon(sample, vm), 1)]
}

import { SERVICE_CLASSES, type JudgedServiceId } from '../../../../src/core/model/service'

/** One row of Get-VMIntegrationService, in numbers. */
export interface CmdletRow {
  readonly vm: string
  readonly service: JudgedServiceId
  readonly enabled: boolean
  readonly status: readonly number[]
}

const SENTENCES = {
  en: 'The protocol version of the component installed in the virtual machine does not match the version expected by the hosting system',
  de: 'Die Protokollversion der auf dem virtuellen Computer installierten Komponente entspricht nicht der vom Hostsystem erwarteten Version.',
} as const

/** Languages whose six names are confirmed; of French and Russian the long sentence is not known. */
export type HostLanguage = 'en' | 'de' | 'fr' | 'ru'

const NAMES: Readonly<Record<HostLanguage, Readonly<Record<JudgedServiceId, string>>>> = {
  en: {
    'guest-service-interface': 'Guest Service Interface',
    heartbeat: 'Heartbeat',
    kvp: 'Key-Value Pair Exchange',
    shutdown: 'Shutdown',
    timesync: 'Time Synchronization',
    vss: 'VSS',
  },
  de: {
    'guest-service-interface': 'Gastdienstschnittstelle',
    heartbeat: 'Takt',
    kvp: 'Austausch von Schlüsselwertepaaren',
    shutdown: 'Herunterfahren',
    timesync: 'Zeitsynchronisierung',
    vss: 'VSS',
  },
  fr: {
    'guest-service-interface': 'Interface de services d’invité',
    heartbeat: 'Pulsation',
    kvp: 'Échange de paires clé-valeur',
    shutdown: 'Arrêt',
    timesync: 'Synchronisation date/heure',
    vss: 'VSS',
  },
  ru: {
    'guest-service-interface': 'Интерфейс гостевой службы',
    heartbeat: 'Пульс',
    kvp: 'Обмен парами "ключ-значение"',
    shutdown: 'Завершение работы',
    timesync: 'Синхронизация времени',
    vss: 'VSS',
  },
}

const ENUM: Readonly<Record<number, string>> = {
  2: 'Ok',
  3: 'Degraded',
  7: 'NonRecoverableError',
  12: 'NoContact',
  13: 'LostCommunication',
  32775: 'ProtocolMismatch',
}

/** Descriptions as real output shows them; those of other languages only as far as they are confirmed. */
function wordOf(number: number, language: HostLanguage): string {
  if (number === 32775) return language === 'en' || language === 'de' ? SENTENCES[language] : ''
  const words: Readonly<Record<number, string>> =
    language === 'en'
      ? { 2: 'OK', 3: 'Degraded', 7: 'Non-Recoverable Error', 12: 'No Contact', 13: 'Lost Communication' }
      : language === 'de'
        ? { 2: 'OK', 12: 'Kein Kontakt' }
        : { 2: 'OK' }
  return words[number] ?? ''
}

interface Cells {
  readonly VMName: string
  readonly Name: string
  readonly Enabled: string
  readonly PrimaryStatusDescription: string
  readonly SecondaryStatusDescription: string
}

const COLUMNS = ['VMName', 'Name', 'Enabled', 'PrimaryStatusDescription', 'SecondaryStatusDescription'] as const

function cellsOf(row: CmdletRow, language: HostLanguage): Cells {
  return {
    VMName: row.vm,
    Name: NAMES[language][row.service],
    Enabled: row.enabled ? 'True' : 'False',
    PrimaryStatusDescription: row.status[0] === undefined ? '' : wordOf(row.status[0], language),
    SecondaryStatusDescription: row.status[1] === undefined ? '' : wordOf(row.status[1], language),
  }
}

/** A table as Format-Table lays it out for a console: columns by content, the last ones cut or left out. `mark` ends a cut cell. */
export function tableOf(rows: readonly CmdletRow[], language: HostLanguage, width: number, mark: '...' | '…'): string {
  const cells = rows.map((row) => cellsOf(row, language))
  const lines: string[][] = [[], [], ...rows.map(() => [])]
  let used = 0
  for (const column of COLUMNS) {
    const wanted = Math.max(column.length, ...cells.map((cell) => cell[column].length))
    const left = width - used
    if (left < column.length) break
    const size = Math.min(wanted, left)
    const cut = (text: string): string => (text.length <= size ? text : text.slice(0, size - mark.length) + mark)
    lines[0]?.push(column.padEnd(size))
    lines[1]?.push('-'.repeat(column.length).padEnd(size))
    cells.forEach((cell, index) => lines[index + 2]?.push(cut(cell[column]).padEnd(size)))
    used += size + 1
  }
  return `\n${lines.map((line) => line.join(' ').trimEnd()).join('\n')}\n\n`
}

/** The same with -Wrap: no cell is cut, what is too long goes on below in its column. */
export function wrappedOf(rows: readonly CmdletRow[], language: HostLanguage, width: number): string {
  const cells = rows.map((row) => cellsOf(row, language))
  const sizes = COLUMNS.map((column) => Math.max(column.length, ...cells.map((cell) => cell[column].length)))
  const others = sizes.slice(0, -1).reduce((sum, size) => sum + size + 1, 0)
  const last = Math.min(sizes.at(-1) ?? 0, Math.max(26, width - others))
  const piecesOf = (text: string): readonly string[] => {
    const pieces: string[] = []
    for (let rest = text; rest !== '';) {
      const space = rest.length > last ? rest.lastIndexOf(' ', last) : -1
      const end = rest.length <= last ? rest.length : space > 0 ? space : last
      pieces.push(rest.slice(0, end))
      rest = rest.slice(end).trimStart()
    }
    return pieces.length === 0 ? [''] : pieces
  }
  const line = (texts: readonly string[]): string =>
    texts
      .map((text, at) => text.padEnd(sizes[at] ?? 0))
      .join(' ')
      .trimEnd()
  const body = cells.flatMap((cell) => {
    const [first = '', ...more] = piecesOf(cell.SecondaryStatusDescription)
    const before = COLUMNS.slice(0, -1).map((column) => cell[column])
    return [line([...before, first]), ...more.map((piece) => ' '.repeat(others) + piece)]
  })
  return `\n${[line(COLUMNS), line(COLUMNS.map((column) => '-'.repeat(column.length))), ...body].join('\n')}\n\n`
}

/** What Format-Wide prints: the names of the services and nothing else. */
export function wideOf(rows: readonly CmdletRow[], language: HostLanguage, width: number): string {
  const names = rows.map((row) => NAMES[language][row.service])
  const column = Math.floor(width / 2)
  const lines = Array.from({ length: Math.ceil(names.length / 2) }, (_, at) =>
    names
      .slice(at * 2, at * 2 + 2)
      .map((name) => name.padEnd(column))
      .join('')
      .trimEnd(),
  )
  return `\n${lines.join('\n')}\n\n`
}

/** The same as PowerShell shows an object inside a text. */
export function dumpOf(rows: readonly CmdletRow[], language: HostLanguage): string {
  return rows
    .map((row) => {
      const cells = cellsOf(row, language)
      return `@{${COLUMNS.map((column) => `${column}=${cells[column]}`).join('; ')}}`
    })
    .join('\n')
}

/** The same as Format-List prints it, values broken at the width of the console. */
export function listOf(rows: readonly CmdletRow[], language: HostLanguage, width: number): string {
  const broken = (key: string, value: string): string => {
    const space = Math.max(20, width - 29)
    const pieces: string[] = []
    let rest = value
    while (rest.length > space) {
      const at = rest.lastIndexOf(' ', space)
      const end = at <= 0 ? space : at
      pieces.push(rest.slice(0, end))
      rest = rest.slice(end).trimStart()
    }
    return `${key.padEnd(26)} : ${[...pieces, rest].join(`\n${' '.repeat(29)}`)}`
  }
  return rows
    .map((row) => {
      const cells = cellsOf(row, language)
      return [
        broken('OperationalStatus', `{${row.status.map((number) => ENUM[number] ?? '').join(', ')}}`),
        ...COLUMNS.map((column) => broken(column, cells[column])),
        broken('Id', `Microsoft:8C1F4A6E-6D2C-4E0F-9C57-1B1F0E5C2A11\\${SERVICE_CLASSES[row.service].componentId}`),
      ].join('\n')
    })
    .join('\n\n')
}

/** The same through ConvertTo-Csv. */
export function csvOf(rows: readonly CmdletRow[], language: HostLanguage): string {
  const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`
  const lines = rows.map((row) => {
    const cells = cellsOf(row, language)
    return COLUMNS.map((column) => quote(cells[column])).join(',')
  })
  return ['#TYPE Microsoft.HyperV.PowerShell.VMIntegrationComponent', COLUMNS.map(quote).join(','), ...lines].join(
    '\r\n',
  )
}

/** The same through ConvertTo-Json: an array, one object alone, or the wrapped list of Windows PowerShell. */
export function jsonOf(
  rows: readonly CmdletRow[],
  language: HostLanguage,
  form: 'array' | 'wrapped' | 'compressed',
): string {
  const objects = rows.map((row) => ({
    VMName: row.vm,
    Name: NAMES[language][row.service],
    Enabled: row.enabled,
    OperationalStatus: form === 'wrapped' ? { value: row.status, Count: row.status.length } : row.status,
    PrimaryOperationalStatus: row.status[0] ?? null,
    SecondaryOperationalStatus: row.status[1] ?? null,
  }))
  const value =
    form === 'wrapped' ? { value: objects, Count: objects.length } : objects.length === 1 ? objects[0] : objects
  return JSON.stringify(value, null, form === 'compressed' ? undefined : 4)
}

/** The same through Export-Clixml: enums with their number and their name, references to the types of the first object. */
export function clixmlOf(rows: readonly CmdletRow[], language: HostLanguage): string {
  const text = (value: string): string =>
    value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
  const objects = rows.map((row, index) => {
    const cells = cellsOf(row, language)
    const status = row.status.map(
      (number) =>
        `<Obj RefId="9"><TNRef RefId="2" /><ToString>${ENUM[number] ?? ''}</ToString><I32>${number}</I32></Obj>`,
    )
    return [
      `  <Obj RefId="${index}">`,
      '    <TNRef RefId="0" />',
      '    <Props>',
      `      <B N="Enabled">${row.enabled}</B>`,
      `      <Obj N="OperationalStatus" RefId="1"><TNRef RefId="1" /><LST>${status.join('')}</LST></Obj>`,
      `      <S N="Name">${text(cells.Name)}</S>`,
      `      <S N="VMName">${text(row.vm)}</S>`,
      '    </Props>',
      '  </Obj>',
    ].join('\n')
  })
  return `<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">\n${objects.join('\n')}\n</Objs>\n`
}

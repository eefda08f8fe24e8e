/** A raw value as evidence shows it: as JSON, except that a text stands as it is. */
export function rawValueText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
}

const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>&]/gu

function asCode(character: string): string {
  return [...Array(character.length).keys()]
    .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
    .join('')
}

// Runs of what is not plain ASCII, or is a sign of HTML: a large result has the same few ten thousand times.
type Runs = Map<string, string>

function inert(json: string, runs: Runs): string {
  return json.replace(/[<>&\x7f-\uffff]+/g, (run) => {
    let safe = runs.get(run)
    if (safe === undefined) {
      safe = run.replace(UNSAFE, asCode)
      runs.set(run, safe)
    }
    return safe
  })
}

/**
 * JSON in one line that no reader, terminal or HTML page takes for anything else: everything invisible, and what could
 * open or close a tag, is escaped inside the strings. Reads back as the same value.
 */
export function inertJson(value: unknown): string {
  return inert(JSON.stringify(value), new Map())
}

/** As `inertJson`, in pieces of one VM each: the whole of a large check is a string that costs more than its parts. */
export function inertPieces(diagnosis: { readonly vms: readonly object[] }): readonly string[] {
  const runs: Runs = new Map()
  const frame = JSON.stringify({ ...diagnosis, vms: [] })
  // Inside a string the quotes would be escaped, so that this can only be the key.
  const at = frame.indexOf('"vms":[]') + '"vms":['.length
  const vms = diagnosis.vms.map((vm, index) => (index === 0 ? '' : ',') + inert(JSON.stringify(vm), runs))
  return [inert(frame.slice(0, at), runs), ...vms, inert(frame.slice(at), runs)]
}

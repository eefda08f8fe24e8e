import { type CalledVm, loneWorksheet, ownerOf, withWorksheet } from '../../core/decode/lone-worksheet'
import { decodeCapture } from '../../core/decode/snapshot'
import { say } from '../../core/i18n/translate'
import type { Check } from './check'
import type { Source } from './sources'

interface Answer {
  readonly source: Source
  readonly text: string
  readonly owner: string
}

/** The VMs of all sources but pasted worksheets; a source that cannot be read has none, and says so when its turn comes. */
async function vmsOf(sources: readonly Source[]): Promise<readonly CalledVm[]> {
  const vms: CalledVm[] = []
  for (const source of sources) {
    const loaded = await source.load()
    if (loaded.ok) vms.push(...decodeCapture(loaded.capture).vms)
  }
  return vms
}

function joined(source: Source, answers: readonly Answer[]): Source {
  return {
    ...source,
    load: async () => {
      const loaded = await source.load()
      if (!loaded.ok) return loaded
      const own = new Set(decodeCapture(loaded.capture).vms.map(({ id }) => id))
      const capture = answers
        .filter(({ owner }) => own.has(owner))
        .reduce((before, { owner, text }) => withWorksheet(before, owner, text), loaded.capture)
      return { ok: true, capture }
    },
  }
}

/**
 * Joins pasted output of the guest worksheet to the VM of another source that it was printed in: the id that the worksheet
 * was made for, a name above it, or the only VM there is. What is joined is no source of its own any more; where the VM is
 * not clear, the text stays one, and how to say which VM it is goes to standard error.
 */
export async function joinWorksheets(check: Check, sources: readonly Source[]): Promise<readonly Source[]> {
  const lone = new Map<Source, NonNullable<ReturnType<typeof loneWorksheet>>>()
  for (const source of sources.filter(({ isPasted }) => isPasted === true)) {
    const loaded = await source.load()
    const worksheet = loaded.ok ? loneWorksheet(loaded.capture) : null
    if (worksheet !== null) lone.set(source, worksheet)
  }
  const others = sources.filter((source) => !lone.has(source))
  if (lone.size === 0 || others.length === 0) return sources
  const vms = await vmsOf(others)
  const answers: Answer[] = []
  for (const [source, worksheet] of lone) {
    const owner = ownerOf(worksheet, vms)
    const params = { name: source.name, vm: worksheet.called ?? '' }
    if (owner.kind === 'one') {
      answers.push({ source, text: worksheet.text, owner: owner.id })
      const vm = vms.find(({ id }) => id === owner.id)?.name ?? owner.id
      await check.progress(say(check.language, 'cli.worksheet.joined', { ...params, vm }))
    } else if (owner.kind === 'several') {
      await check.tell(say(check.language, 'cli.worksheet.several', { ...params, ids: owner.ids.join(', ') }))
    } else {
      await check.tell(say(check.language, `cli.worksheet.${owner.kind}`, params))
    }
  }
  const gone = new Set(answers.map(({ source }) => source))
  return sources.flatMap((source) => {
    if (gone.has(source)) return []
    return [answers.length === 0 || lone.has(source) ? source : joined(source, answers)]
  })
}

import { readKvpItem } from './kvp-item'

/** What a guest delivered over data exchange: its items by name, and how many elements could not be read. */
export interface KvpItems {
  readonly items: ReadonlyMap<string, string>
  readonly broken: number
}

const NONE: KvpItems = { items: new Map(), broken: 0 }

/**
 * Decodes `Msvm_KvpExchangeComponent.GuestIntrinsicExchangeItems` (or the like): a list of CIM-XML or MOF texts, or one such
 * text where PowerShell unrolled the list. A name that comes twice keeps its last value. Never throws: what cannot be read
 * is counted. Names and values are the guest's and not to be trusted.
 */
export function decodeKvpItems(value: unknown): KvpItems {
  if (value === undefined || value === null) return NONE
  const elements: readonly unknown[] = Array.isArray(value) ? value : [value]
  const items = new Map<string, string>()
  let broken = 0
  for (const element of elements) {
    const item = typeof element === 'string' ? readKvpItem(element) : null
    if (item === null) broken += 1
    else items.set(item.name, item.data)
  }
  return { items, broken }
}

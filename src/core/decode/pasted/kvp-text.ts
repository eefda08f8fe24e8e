import { readKvpItem } from '../kvp-item'

const END = '</INSTANCE>'

/** Data exchange items that stand in a text as CIM-XML, however they are strung together. What is broken is left out. */
export function kvpItemsIn(text: string): ReadonlyMap<string, string> {
  const items = new Map<string, string>()
  for (const piece of text.split(END, 500)) {
    const from = piece.indexOf('<INSTANCE')
    const item = from < 0 ? null : readKvpItem(piece.slice(from) + END)
    if (item !== null) items.set(item.name, item.data)
  }
  return items
}

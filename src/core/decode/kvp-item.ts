import { XMLParser, XMLValidator } from 'fast-xml-parser'

/** One data exchange item: a name and what the guest says under it. */
export interface KvpItem {
  readonly name: string
  readonly data: string
}

/** Longest text of an item that is read. The wire allows 2,560 characters; escaped and wrapped in XML that stays far below. */
export const ITEM_LIMIT = 65_536

// The form that Microsoft documents and hosts write, with any white space between its tags. What does not fit in any detail
// goes to the parser. Each alternative starts with text that no other matches, so that the time stays linear.
const ATTRIBUTES = String.raw`(?: CLASSORIGIN="\w+")?(?: PROPAGATED="(?:true|false)")?(?: TYPE="\w+")?`
const ENTITY = '&(?:amp|lt|gt|quot|apos|#\\d{1,7}|#x[0-9A-Fa-f]{1,6});'
const TEXT = String.raw`[^<>&\r]*(?:${ENTITY}[^<>&\r]*)*`
// XML's white space, which is less than a regular expression's.
const GAP = String.raw`[ \t\r\n]*`
const VALUE = (text: string): string => `${GAP}(?:<VALUE>${text}</VALUE>${GAP})?</PROPERTY>${GAP}`
const OTHERS = `(?:<PROPERTY NAME="(?:Caption|Description|ElementName|InstanceID|Source)"${ATTRIBUTES}>${VALUE(TEXT)})*`
const DOCUMENTED_FORM = new RegExp(
  String.raw`^<INSTANCE CLASSNAME="\w+">${GAP}${OTHERS}<PROPERTY NAME="Data"${ATTRIBUTES}>${VALUE(`(${TEXT})`)}` +
    String.raw`${OTHERS}<PROPERTY NAME="Name"${ATTRIBUTES}>${VALUE(`(${TEXT})`)}${OTHERS}</INSTANCE>$`,
)

const NAMED_ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" } as const
const ENTITIES = /&(?:#(\d{1,7})|#x([0-9A-Fa-f]{1,6})|(amp|lt|gt|quot|apos));/g

/** Replaces the five entities of XML and numeric references; anything else stays as it is, since no DTD can define it. */
function withoutEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(ENTITIES, (whole, decimal?: string, hex?: string, name?: keyof typeof NAMED_ENTITIES) => {
    if (name !== undefined) return NAMED_ENTITIES[name]
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    return isCharacter ? String.fromCodePoint(code) : whole
  })
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  // Only what XML itself defines may be replaced, and the library would take entities from a DTD too.
  processEntities: false,
  cdataPropName: '#cdata',
  ignoreDeclaration: true,
  ignorePiTags: true,
})

/** A tag with what is inside it in order, or a text; attributes stand under `:@`. */
type Node = Readonly<Record<string, unknown>>

function childrenOf(node: Node, tag: string): readonly Node[] | null {
  const name = Object.keys(node).find((key) => key.toUpperCase() === tag)
  return name === undefined ? null : (node[name] as readonly Node[])
}

function nameOf(node: Node): string | null {
  const attributes = Object.entries((node[':@'] ?? {}) as Readonly<Record<string, string>>)
  const name = attributes.find(([attribute]) => attribute.toUpperCase() === 'NAME')?.[1]
  return name === undefined ? null : withoutEntities(name)
}

function textOf(nodes: readonly Node[]): string {
  return nodes.map((node) => node['#text'] as string | undefined).join('')
}

/** Text of the first VALUE of a property; empty where it has none. */
function valueOf(property: readonly Node[]): string {
  const value = property.map((node) => childrenOf(node, 'VALUE')).find((children) => children !== null) ?? []
  return value
    .map((part) => {
      const verbatim = part['#cdata'] as readonly Node[] | undefined
      return verbatim === undefined ? withoutEntities(textOf([part])) : textOf(verbatim)
    })
    .join('')
}

/** Reads a CIM-XML instance with the parser: any white space, order, attributes. Null where it is none, or has no name. */
export function parseXmlItem(text: string): KvpItem | null {
  // A DTD has no place here and could define entities; CIM-XML never has one.
  if (/<!(?!--|\[CDATA\[)/.test(text) || XMLValidator.validate(text) !== true) return null
  const values = new Map<string, string>()
  for (const root of parser.parse(text) as readonly Node[]) {
    for (const node of childrenOf(root, 'INSTANCE') ?? []) {
      const property = childrenOf(node, 'PROPERTY')
      const name = nameOf(node)
      if (property !== null && name !== null) values.set(name.toUpperCase(), valueOf(property))
    }
  }
  return itemOf(values.get('NAME'), values.get('DATA'))
}

function itemOf(name = '', data = ''): KvpItem | null {
  const trimmed = name.trim()
  return trimmed === '' ? null : { name: trimmed, data }
}

const MOF_HEAD = /^\s*instance\s+of\s+\w[^{"]*$/i
const MOF_PROPERTY = /\s*(\w+)\s*=(?:\s*((?:"(?:[^"\\]|\\.)*"\s*)+)|[^";{}]*);\s*/gy
// Sticky: one string behind the other, and no look for an end from each sign that is none's.
const MOF_STRING = /\s*"((?:[^"\\]|\\.)*)"/gy
const MOF_ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

function mofString(literals: string): string {
  const joined = Array.from(literals.matchAll(MOF_STRING), ([, body]) => body).join('')
  return joined.replace(/\\(?:x([0-9a-f]{1,4})|(.))/gis, (_whole, hex, letter) =>
    typeof hex === 'string' ? String.fromCharCode(Number.parseInt(hex, 16)) : (MOF_ESCAPES[letter] ?? letter),
  )
}

/** Reads the text form of an embedded instance: `instance of Msvm_KvpExchangeDataItem { Data = "..."; Name = "..."; };`. */
function parseMofItem(text: string): KvpItem | null {
  // By the first and the last bracket: one expression for all of it would try every pair of them.
  const from = text.indexOf('{')
  const to = text.lastIndexOf('}')
  if (!MOF_HEAD.test(text.slice(0, from)) || !['', ';'].includes(text.slice(to + 1).trim())) return null
  const body = text.slice(from + 1, to)
  const values = new Map<string, string>()
  let end = 0
  for (const [whole, name = '', literals] of body.matchAll(MOF_PROPERTY)) {
    if (literals !== undefined) values.set(name.toUpperCase(), mofString(literals))
    end += whole.length
  }
  if (body.slice(end).trim() !== '') return null
  return itemOf(values.get('NAME'), values.get('DATA'))
}

/** The documented form read by one expression, several times as fast as the parser; null means: ask the parser. */
export function matchDocumentedItem(text: string): KvpItem | null {
  const match = DOCUMENTED_FORM.exec(text)
  return match === null ? null : itemOf(withoutEntities(match[2] ?? ''), withoutEntities(match[1] ?? ''))
}

/** An item whose tags are entities, as after one or two serializers more (`&lt;INSTANCE`, `&amp;lt;INSTANCE`), with its tags. */
function withTags(text: string): string {
  const escapes = /^&(amp;)?lt;/.exec(text)
  if (escapes === null) return text
  const once = withoutEntities(text)
  return escapes[1] === undefined ? once : withoutEntities(once)
}

/** Reads one element of `GuestIntrinsicExchangeItems`, in either form; null where it is broken, too long or has no name. */
export function readKvpItem(element: string): KvpItem | null {
  if (element.length > ITEM_LIMIT) return null
  const text = withTags(element.trim())
  const documented = matchDocumentedItem(text)
  if (documented !== null) return documented
  try {
    return /^instance\s/i.test(text) ? parseMofItem(text) : parseXmlItem(text)
  } catch {
    return null
  }
}

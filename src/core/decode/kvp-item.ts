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

const NAMED_ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Replaces the five entities of XML and numeric references; anything else stays as it is, since no DTD can define it. */
function withoutEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return NAMED_ENTITIES[name] ?? whole
    const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal)
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

type Node = Readonly<Record<string, unknown>>

function nodesOf(value: unknown): readonly Node[] {
  return Array.isArray(value) ? value.filter((node) => typeof node === 'object' && node !== null) : []
}

function childrenOf(node: Node, tag: string): readonly Node[] | null {
  const name = Object.keys(node).find((key) => key.toUpperCase() === tag)
  return name === undefined ? null : nodesOf(node[name])
}

function attributeOf(node: Node, attribute: string): string | null {
  const attributes = node[':@']
  if (typeof attributes !== 'object' || attributes === null) return null
  for (const [name, value] of Object.entries(attributes)) {
    if (name.toUpperCase() === attribute && typeof value === 'string') return withoutEntities(value)
  }
  return null
}

function plainText(node: Node): string {
  return typeof node['#text'] === 'string' ? node['#text'] : ''
}

/** Text of the first VALUE of a property; null where it has none. */
function valueOf(property: readonly Node[]): string | null {
  for (const node of property) {
    const value = childrenOf(node, 'VALUE')
    if (value === null) continue
    return value
      .map((part) => withoutEntities(plainText(part)) + nodesOf(part['#cdata']).map(plainText).join(''))
      .join('')
  }
  return null
}

/** Reads a CIM-XML instance with the parser: any white space, order, attributes. Null where it is none, or has no name. */
export function parseXmlItem(text: string): KvpItem | null {
  // A DTD has no place here and could define entities; CIM-XML never has one.
  if (/<!(?!--|\[CDATA\[)/.test(text) || XMLValidator.validate(text) !== true) return null
  const values = new Map<string, string | null>()
  for (const root of nodesOf(parser.parse(text))) {
    for (const node of childrenOf(root, 'INSTANCE') ?? []) {
      const property = childrenOf(node, 'PROPERTY')
      const name = attributeOf(node, 'NAME')
      if (property !== null && name !== null) values.set(name.toUpperCase(), valueOf(property))
    }
  }
  return itemOf(values.get('NAME') ?? null, values.get('DATA') ?? null)
}

function itemOf(name: string | null, data: string | null): KvpItem | null {
  const trimmed = name?.trim() ?? ''
  return trimmed === '' ? null : { name: trimmed, data: data ?? '' }
}

const MOF_HEAD = /^\s*instance\s+of\s+\w[^{"]*$/i
const MOF_PROPERTY = /\s*(\w+)\s*=(?:\s*((?:"(?:[^"\\]|\\.)*"\s*)+)|([^";{}]*));\s*/y
// Sticky: one string behind the other, and no look for an end from each sign that is none's.
const MOF_STRING = /\s*"((?:[^"\\]|\\.)*)"/gy
const MOF_ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

function mofString(literals: string): string {
  let joined = ''
  for (const [, body] of literals.matchAll(MOF_STRING)) joined += body ?? ''
  return joined.replace(/\\(?:x([0-9a-f]{1,4})|(.))/gis, (_whole, hex, letter) =>
    typeof hex === 'string' ? String.fromCharCode(Number.parseInt(hex, 16)) : (MOF_ESCAPES[letter] ?? letter),
  )
}

/** Reads the text form of an embedded instance: `instance of Msvm_KvpExchangeDataItem { Data = "..."; Name = "..."; };`. */
function parseMofItem(text: string): KvpItem | null {
  // By the first and the last bracket: one expression for all of it would try every pair of them.
  const from = text.indexOf('{')
  const to = text.lastIndexOf('}')
  if (from < 0 || to < from || !MOF_HEAD.test(text.slice(0, from))) return null
  if (!['', ';'].includes(text.slice(to + 1).trim())) return null
  const body = text.slice(from + 1, to)
  const values = new Map<string, string>()
  let position = 0
  while (position < body.length) {
    MOF_PROPERTY.lastIndex = position
    const match = MOF_PROPERTY.exec(body)
    if (match === null) {
      if (body.slice(position).trim() === '') break
      return null
    }
    if (match[1] !== undefined && match[2] !== undefined) values.set(match[1].toUpperCase(), mofString(match[2]))
    position = MOF_PROPERTY.lastIndex
  }
  return itemOf(values.get('NAME') ?? null, values.get('DATA') ?? null)
}

/** The documented form read by one expression, several times as fast as the parser; null means: ask the parser. */
export function matchDocumentedItem(text: string): KvpItem | null {
  const match = DOCUMENTED_FORM.exec(text)
  return match === null ? null : itemOf(withoutEntities(match[2] ?? ''), withoutEntities(match[1] ?? ''))
}

/** An item whose tags are entities, as after one or two serializers more (`&lt;INSTANCE`, `&amp;lt;INSTANCE`), with its tags. */
function withTags(text: string): string {
  const escapes = /^&(amp;)?lt;/i.exec(text)
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

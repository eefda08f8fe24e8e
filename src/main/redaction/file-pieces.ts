import { message } from '../../core/i18n/translate'
import type { TextRef } from '../../core/model/text'
import type { FilePiece } from '../../core/redaction/leaks'

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return ENTITIES[name.toLowerCase()] ?? whole
    const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

/** Fields that hold a name and nothing else; a name that is an ordinary word counts there. */
const NAME_FIELD = /(?:^|\.)(?:host\.name|vms\.\d+\.name|ElementName|computerName|VMName)$/

/** Every text of a JSON value, with its path; names of fields as well, where they are not our own. */
export function jsonPieces(value: unknown): readonly FilePiece[] {
  const pieces: FilePiece[] = []
  const walk = (one: unknown, path: string): void => {
    if (typeof one === 'string') {
      pieces.push({ where: message('files.leak.data', { path }), text: one, isValue: NAME_FIELD.test(path) })
    } else if (Array.isArray(one)) one.forEach((item, index) => walk(item, `${path}.${index}`))
    else if (typeof one === 'object' && one !== null) {
      for (const [key, inner] of Object.entries(one)) {
        pieces.push({ where: message('files.leak.key'), text: key, isValue: false })
        walk(inner, path === '' ? key : `${path}.${key}`)
      }
    }
  }
  walk(value, '')
  return pieces
}

function linePieces(text: string): readonly FilePiece[] {
  return text
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({ where: message('files.leak.line', { line: index + 1 }), text: line, isValue: false }))
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** JSON, or a value per line. What is neither is read as lines. */
function jsonFilePieces(text: string): readonly FilePiece[] {
  const whole = jsonOf(text)
  if (whole !== undefined) return jsonPieces(whole)
  return text.split('\n').flatMap((line) => {
    const value = line.trim() === '' ? null : jsonOf(line)
    return value === undefined ? linePieces(line) : jsonPieces(value)
  })
}

/** Attributes that a person, a screen reader or another program reads. Classes, ids and anchors are the page's own. */
const READ_ATTRIBUTE = /\s(title|alt|content|aria-[a-z]+|label|value|href|src|data-[a-z-]+)="([^"]*)"/gi
const OWN_SHEET = /<style>[^<]*<\/style>/g
const SCRIPT = /^<script\b/

type PageToken = { readonly kind: 'comment' | 'script' | 'tag' | 'text'; readonly text: string }

/** The parts of a page in their order. What has a begin and no end is text, so that nothing is left out. */
function* pageTokens(page: string): Generator<PageToken> {
  let at = 0
  const upTo = (end: string, from: number): string | null => {
    const found = page.indexOf(end, from)
    if (found === -1) return null
    at = found + end.length
    return page.slice(from, found)
  }
  while (at < page.length) {
    const begin = at
    if (page[at] !== '<') {
      const next = page.indexOf('<', at)
      at = next === -1 ? page.length : next
      yield { kind: 'text', text: page.slice(begin, at) }
      continue
    }
    const isComment = page.startsWith('<!--', at)
    const part = isComment ? upTo('-->', at + 4) : upTo('>', at + 1)
    if (part === null) {
      yield { kind: 'text', text: page.slice(begin) }
      return
    }
    const script = !isComment && SCRIPT.test(page.slice(begin, begin + 8)) ? upTo('</script>', at) : null
    if (script !== null) yield { kind: 'script', text: script }
    else yield { kind: isComment ? 'comment' : 'tag', text: part }
  }
}

function pagePieces(page: string): readonly FilePiece[] {
  const pieces: FilePiece[] = []
  const add = (where: TextRef, text: string): void => {
    if (text.trim() !== '') pieces.push({ where, text: decoded(text), isValue: false })
  }
  for (const { kind, text } of pageTokens(page.replace(OWN_SHEET, ''))) {
    if (kind === 'script') pieces.push(...jsonFilePieces(text))
    else if (kind !== 'tag') add(message('files.leak.text'), text)
    else {
      for (const [, name = '', value = ''] of text.matchAll(READ_ATTRIBUTE)) {
        if (!value.startsWith('#')) add(message('files.leak.attribute', { name }), value)
      }
    }
  }
  return pieces
}

/** The texts of a finished file by its ending, as a reader gets them: unescaped, with the data that is embedded. A page is one by any name. */
export function textFilePieces(name: string, text: string): readonly FilePiece[] {
  const ending = /\.[a-z]+$/i.exec(name)?.[0].toLowerCase()
  if (ending === '.html' || text.startsWith('<!doctype html>')) return pagePieces(text)
  if (ending === '.json' || ending === '.hvcapture') return jsonFilePieces(text)
  if (ending === '.md') return linePieces(decoded(text.replace(/\\([\p{P}\p{S}])/gu, '$1')))
  if (ending === '.csv') return linePieces(text.replaceAll('""', '"'))
  return linePieces(ending === '.xml' ? decoded(text) : text)
}

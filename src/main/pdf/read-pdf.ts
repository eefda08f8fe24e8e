import { getDocumentProxy } from 'unpdf'

/** What a reader finds in a PDF. */
export interface PdfText {
  /** The text of each page, its lines as they follow each other. */
  readonly pages: readonly string[]
  readonly title: string | null
  readonly language: string | null
  readonly isTagged: boolean
  /** The roles of its tag tree, each once: H1, Table, TH. */
  readonly tags: readonly string[]
  /** The document's properties and its embedded metadata. */
  readonly properties: unknown
  /** The titles of the outline, depth first. */
  readonly outline: readonly string[]
}

interface OutlineNode {
  readonly title: string
  readonly items: readonly OutlineNode[]
}

function titlesOf(nodes: readonly OutlineNode[]): readonly string[] {
  return nodes.flatMap(({ title, items }) => [title, ...titlesOf(items)])
}

function takeRoles(node: unknown, roles: Set<string>): void {
  if (typeof node !== 'object' || node === null) return
  if ('role' in node && typeof node.role === 'string') roles.add(node.role)
  if ('children' in node && Array.isArray(node.children)) for (const child of node.children) takeRoles(child, roles)
}

/** Reads a PDF back: its text, title, language, properties and outline. Throws where it is none. */
export async function readPdf(bytes: Uint8Array): Promise<PdfText> {
  // The reader takes the buffer away from whoever gave it.
  const document = await getDocumentProxy(new Uint8Array(bytes))
  const pages: string[] = []
  const tags = new Set<string>()
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
    // Chromium names no character for the space of some fonts; the reader then gives the number of its glyph.
    pages.push(text.replace(/[^\P{Cc}\n]/gu, ' '))
    takeRoles(await page.getStructTree(), tags)
    page.cleanup()
  }
  const { info, metadata } = await document.getMetadata()
  const properties = info as Readonly<Record<string, unknown>>
  const marks = await document.getMarkInfo()
  const outline = ((await document.getOutline()) ?? []) as readonly OutlineNode[]
  const text = (name: string): string | null => (typeof properties[name] === 'string' ? properties[name] : null)
  await document.destroy()
  return {
    pages,
    title: text('Title'),
    language: text('Language'),
    isTagged: marks?.Marked === true,
    tags: [...tags],
    properties: [properties, metadata?.getRaw?.() ?? null],
    outline: titlesOf(outline),
  }
}

import type { TicketPart } from '../model/ticket-part'
import { html, type Html } from './html'
import type { ReportContent } from './content'
import { markdown } from './markdown'
import type { PlainLine } from './plain-lines'
import { type FittedText, internalText, publicText } from './plain-text'

/** A text for the clipboard; `html` stands beside it for programs that take it, null where the text is all. */
export interface TicketText {
  readonly text: string
  readonly html: string | null
}

function lineAsHtml({ kind, text }: PlainLine): Html {
  if (kind === 'command') return html`<pre>${text}</pre>`
  return kind === 'title' || kind === 'heading' || kind === 'vm' ? html`<p><b>${text}</b></p>` : html`<p>${text}</p>`
}

function asHtml({ lines, text }: FittedText): TicketText {
  return { text, html: html`<div>${lines.map(lineAsHtml)}</div>`.toString() }
}

/** One part for a ticket, as text (at most 4,000 characters for the two plain ones) and as HTML. */
export function ticketPart(content: ReportContent, part: TicketPart): TicketText {
  switch (part) {
    case 'public':
      return asHtml(publicText(content))
    case 'internal':
      return asHtml(internalText(content))
    case 'markdown':
      return { text: markdown(content), html: null }
  }
}

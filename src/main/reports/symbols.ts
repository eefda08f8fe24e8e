import { html, type Html, trusted } from '../../core/report/html'

/** Shapes by name, on a grid of 16. Every verdict has its own shape, so that none is told by colour alone. */
const SHAPES = {
  'action-needed': '<circle cx="8" cy="8" r="6.2"/><path d="M8 4.6v4"/><path d="M8 11.2v.1"/>',
  'cannot-tell':
    '<circle cx="8" cy="8" r="6.2"/><path d="M6.2 6.4a1.9 1.9 0 1 1 2.6 1.8c-.6.3-.8.6-.8 1.2"/><path d="M8 11.4v.1"/>',
  advice:
    '<path d="M8 1.8a4.2 4.2 0 0 0-2.3 7.7c.5.4.8 1 .8 1.6h3c0-.6.3-1.2.8-1.6A4.2 4.2 0 0 0 8 1.8z"/><path d="M6.6 13.6h2.8"/>',
  'safe-to-ignore':
    '<path d="M8 1.9l5 1.9v3.7c0 3-2 5.3-5 6.6-3-1.3-5-3.6-5-6.6V3.8z"/><path d="M5.6 7.2c.8-.9 1.6-.9 2.4 0s1.6.9 2.4 0"/><path d="M5.6 9.4c.8-.9 1.6-.9 2.4 0s1.6.9 2.4 0"/>',
  healthy: '<circle cx="8" cy="8" r="6.2"/><path d="M5.2 8.2l2 2 3.7-4.2"/>',
  'not-running': '<path d="M5 3.6a5.5 5.5 0 1 0 6 0"/><path d="M8 1.8v5"/>',
  'mark-ok': '<path d="M3.5 8.4l3 3 6-6.7"/>',
  'mark-older': '<path d="M3 6.6c1.6-1.7 3.3-1.7 5 0s3.4 1.7 5 0"/><path d="M3 10.4c1.6-1.7 3.3-1.7 5 0s3.4 1.7 5 0"/>',
  'mark-bad': '<path d="M4 4l8 8M12 4l-8 8"/>',
  'mark-off': '<path d="M4 8h8"/>',
  'mark-advice': '<path d="M8 3.4v6"/><path d="M8 12.4v.1"/>',
  'mark-open': '<path d="M6.2 6a1.9 1.9 0 1 1 2.6 1.8c-.6.3-.8.6-.8 1.2"/><path d="M8 11.4v.1"/>',
} as const

type SymbolName = keyof typeof SHAPES

/** All shapes once; every use refers to them, so that ten thousand rows stay small. */
export const SPRITE: Html = html`<svg class="sprite" aria-hidden="true">
  ${Object.entries(SHAPES).map(
    ([name, shape]) => html`<symbol id="i-${name}" viewBox="0 0 16 16">${trusted(shape)}</symbol>`,
  )}
</svg>`

/** A symbol that says nothing to a screen reader; the word stands beside it. */
export function symbol(name: SymbolName): Html {
  return html`<svg class="i" aria-hidden="true"><use href="#i-${name}" /></svg>`
}

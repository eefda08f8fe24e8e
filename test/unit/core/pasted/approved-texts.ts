import { expect, test } from 'vitest'
import { decodePasted } from '../../../../src/core/decode/pasted/decode-pasted'
import { snapshotOfText } from '../../../../src/core/decode/pasted-capture'
import { readingText } from '../approval/reading-text'

/** Everything that is understood of a text, below the text itself. */
function approvable(text: string): string {
  const reading = decodePasted(text, null, {}, '2026-11-23T08:46:37Z')
  return `${text.trimEnd()}\n~~~\n${readingText({ ...reading, snapshot: snapshotOfText(reading) })}`
}

/** One test for each text, by its name: every line and every VM as approved. */
export function approveTexts(texts: Readonly<Record<string, string>>): void {
  test.each(Object.entries(texts))('%s', (name, text) => {
    expect(approvable(text)).toMatchSnapshot(name)
  })
}

import type { Capture } from '../../../../src/core/model/capture'
import { captureOf, UBUNTU } from '../capture-builder'

/** Names that one shape or another takes for its own. */
export const HOSTILE_NAMES = [
  '=cmd|calc!A1',
  '＝cmd',
  '+1',
  '-1',
  '@all',
  '\tx',
  '\rx',
  '\nx',
  '\0x',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'a|b|c',
  '`rm -rf`',
  '**bold** [link](http://evil.example)',
  '{code}x{code}',
  '[code]<b>x</b>[/code]',
  '[x|http://evil.example]',
  '\u202egnp.exe',
  'a\r\nb\u2028c',
  "it's; $(reboot)",
  'x"y,z',
  '\u001b[2J',
  '# head',
  'C:\\new\\names',
  '가'.repeat(300),
  'x'.repeat(5000),
  'VM-001',
] as const

/** A host whose VMs have these names and need action, each for the same reason. */
export function hostileHost(names: readonly string[]): Capture {
  return captureOf(names.map((name) => ({ name, kvp: UBUNTU, services: { vss: { status: [7, 32775] } } })))
}

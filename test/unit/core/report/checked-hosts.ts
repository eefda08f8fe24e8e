import { judge } from '../../../../src/core/diagnosis/judge'
import { renderDiagnosis } from '../../../../src/core/diagnosis/render'
import type { Capture } from '../../../../src/core/model/capture'
import type { Diagnosis } from '../../../../src/core/model/diagnosis'
import type { Language } from '../../../../src/core/model/text'
import { reportContent, type ReportContent } from '../../../../src/core/report/content'
import type { ReportOptions } from '../../../../src/core/report/source'
import { momentText } from '../../../../src/main/reports/report-time'
import { sampleCapture } from '../../../../src/main/sources/sample-capture'
import { captureOf, UBUNTU } from '../capture-builder'
import { captureOfCase, CASES } from '../case-capture'

/** Options of a report, as a program with a clock makes them. */
export const OPTIONS: ReportOptions = { programVersion: '1.0.0', writtenAt: '2026-11-23T10:00:00Z', momentText }

/** A capture judged and said in a language. */
export function diagnosisOf(capture: Capture, language: Language = 'en'): Diagnosis {
  return renderDiagnosis(judge(capture), { language, source: 'test.hvcapture', programVersion: '1.0.0' })
}

/** The content of a report about one or several diagnoses. */
export function contentOf(
  [first, ...others]: readonly [Diagnosis, ...Diagnosis[]],
  options: Partial<ReportOptions> = {},
): ReportContent {
  const source = (diagnosis: Diagnosis) => ({ diagnosis, via: null, captureSha256: null })
  return reportContent([source(first), ...others.map(source)], { ...OPTIONS, ...options })
}

/** Every host that the shapes of a report are tried on, by a name: the sample, and one for each case. */
export const HOSTS: readonly (readonly [name: string, capture: Capture])[] = [
  ['the sample host', sampleCapture()],
  ...CASES.map((each) => [each.id, captureOfCase(each)] as const),
]

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

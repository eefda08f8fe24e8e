import { judge } from '../../../../src/core/diagnosis/judge'
import { renderDiagnosis } from '../../../../src/core/diagnosis/render'
import type { Capture } from '../../../../src/core/model/capture'
import type { Diagnosis } from '../../../../src/core/model/diagnosis'
import type { Language } from '../../../../src/core/model/text'
import { reportContent, type ReportContent } from '../../../../src/core/report/content'
import type { ReportOptions } from '../../../../src/core/report/source'
import { momentText } from '../../../../src/main/reports/report-time'
import { sampleCapture } from '../../../../src/main/sources/sample-capture'
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

import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { planGuidedCheck } from '../../../../src/core/diagnosis/guided-check'
import { judge } from '../../../../src/core/diagnosis/judge'
import { renderVm } from '../../../../src/core/diagnosis/render'
import type { Language } from '../../../../src/core/model/text'
import { ResultHero } from '../../../../src/renderer/components/result-hero'
import { createSession } from '../../../../src/renderer/state/session'
import { SessionContext } from '../../../../src/renderer/state/session-context'
import { captureOf, UBUNTU } from '../../core/capture-builder'
import { fakeBridge } from '../fake-bridge'

/** The answer for a Linux VM two of whose services have an older protocol. */
function markup(language: Language): string {
  const services = { kvp: { status: [3, 32775] }, vss: { status: [3, 32775] } }
  const [judged] = judge(captureOf([{ kvp: UBUNTU, services }])).vms
  const step = judged && planGuidedCheck(judged, language).find(({ id }) => id === 'result')
  if (judged === undefined || step === undefined) throw new Error('no result')
  const session = createSession(fakeBridge({}), { notify: () => undefined, firstLanguage: language })
  return renderToStaticMarkup(
    <SessionContext value={session}>
      <ResultHero vm={renderVm(judged, language)} step={step} />
    </SessionContext>,
  )
}

describe('the answer of a guided check', () => {
  test('in Korean has the verdict and each finding it comes from in English too', () => {
    const html = markup('ko')
    const english = /<span class="english[^"]*" lang="en">([^<]*)<\/span>/u.exec(html)?.[1] ?? ''
    expect(html).toContain('무시해도 됨')
    expect(english).toMatch(/^Safe to ignore · Data exchange .*; Backup \(volume shadow copy\) /u)
  })

  test('in English says everything once', () => {
    expect(markup('en')).not.toContain('lang="en"')
  })
})

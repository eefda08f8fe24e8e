import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { judge } from '../../../../src/core/diagnosis/judge'
import { renderVm } from '../../../../src/core/diagnosis/render'
import { say } from '../../../../src/core/i18n/translate'
import type { FindingText } from '../../../../src/core/model/diagnosis'
import { JUDGED_SERVICES } from '../../../../src/core/model/service'
import { LANGUAGES, type Language } from '../../../../src/core/model/text'
import { ToDoStep } from '../../../../src/renderer/components/to-do-list'
import { createSession } from '../../../../src/renderer/state/session'
import { SessionContext } from '../../../../src/renderer/state/session-context'
import { captureOf, FREEBSD, UBUNTU, windowsItems } from '../../core/capture-builder'
import { fakeBridge } from '../fake-bridge'

type Step = FindingText['steps'][number]

function markup(step: Step, firstLanguage: Language): string {
  const session = createSession(fakeBridge({}), { notify: () => undefined, firstLanguage })
  return renderToStaticMarkup(
    <SessionContext value={session}>
      <ToDoStep step={step} onCopy={() => undefined} />
    </SessionContext>,
  )
}

/** Every step that a service in each of its troubles leads to, for guests of several kinds. */
function stepsOf(language: Language): readonly Step[] {
  const guests = [null, UBUNTU, FREEBSD, windowsItems('Windows Server 2019 Standard', '10.0.17763')]
  const troubles = [{ status: [12] }, { status: [13] }, { status: [3, 32775] }, { enabled: 3 }, { status: [7] }]
  const vms = guests.flatMap((kvp) =>
    troubles.flatMap((trouble) => JUDGED_SERVICES.map((id) => ({ kvp, services: { [id]: trouble } }))),
  )
  return vms.flatMap((vm) =>
    judge(captureOf([vm])).vms.flatMap((judged) => renderVm(judged, language).findings.flatMap(({ steps }) => steps)),
  )
}

describe.each(LANGUAGES)('steps with a command, %s', (language) => {
  const plainCopy = say(language, 'ui.result.copy-command')
  const steps = stepsOf(language).filter(({ command }) => command !== null)
  const risky = steps.filter(({ risk }) => risk !== 'none')

  test('there are some of both kinds', () => {
    expect(risky.length).toBeGreaterThan(0)
    expect(steps.length).toBeGreaterThan(risky.length)
  })

  test('with a risk each says it and who decides, and has no plain Copy', () => {
    for (const step of risky) {
      const html = markup(step, language)
      expect(html).toContain(say(language, `term.risk.${step.risk}`))
      expect(html).not.toContain(plainCopy)
      expect(html).toContain(say(language, 'ui.result.copy-risky'))
    }
  })

  test('without a risk it is copied at once', () => {
    for (const step of steps.filter(({ risk }) => risk === 'none').slice(0, 50)) {
      expect(markup(step, language)).toContain(plainCopy)
    }
  })

  test.each(['restart', 'data-loss'] as const)('a risk of %s names who decides', (risk) => {
    expect(say(language, `term.risk.${risk}`)).toMatch(/decides|결정/)
  })
})

import { ChevronDown } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'
import { comparisonAnswer, comparisonCautions } from '../../core/compare/comparison-answer'
import type { CompareRef, ShownComparison } from '../../core/ipc'
import { HostText } from '../components/host-text'
import { ProblemNote } from '../components/problem-note'
import { ChangedVm } from '../components/vm-changes'
import { momentText } from '../format-time'
import type { Screen } from '../state/app-state'
import { useApp, useLanguage, useSay, useSession } from '../state/session-context'
import { say as sayIn } from '../say'

/** Changed machines that are drawn at once. */
const PAGE = 50

interface Choice {
  readonly id: string
  readonly name: string
  readonly ref: CompareRef
}

const idOf = (ref: CompareRef): string =>
  'sourceId' in ref ? `source ${ref.sourceId}` : `kept ${ref.hostId} ${ref.file}`

/** Everything that can be compared: what is open, then what is kept. */
function useChoices(): readonly Choice[] {
  const say = useSay()
  const language = useLanguage()
  const sources = useApp((state) => state.sources)
  const history = useApp((state) => state.history)
  const [now] = useState(Date.now)
  return useMemo(() => {
    const time = (iso: string): string => momentText(iso, now, language)
    const named = (host: string, iso: string): string => say('history.name-of-check', { host, time: time(iso) })
    return [
      ...sources
        .filter(({ problem }) => problem === null)
        .map(({ id, name, checkedAt }) => ({
          name: `${checkedAt === null ? name : named(name, checkedAt)} · ${say('compare.screen.open-sources')}`,
          ref: { sourceId: id },
        })),
      ...(history?.hosts ?? []).flatMap((host) =>
        host.checks.map(({ file, checkedAt }) => ({
          name: named(host.name, checkedAt),
          ref: { hostId: host.id, file },
        })),
      ),
    ].map((choice) => ({ ...choice, id: idOf(choice.ref) }))
  }, [say, language, sources, history, now])
}

interface PickerProps {
  readonly label: string
  readonly choices: readonly Choice[]
  readonly chosen: CompareRef | null
  readonly onChoose: (ref: CompareRef) => void
}

function Picker({ label, choices, chosen, onChoose }: PickerProps) {
  return (
    <Select
      className="compare-picker"
      value={chosen === null ? null : idOf(chosen)}
      placeholder="…"
      onChange={(key) => {
        const choice = choices.find(({ id }) => id === key)
        if (choice !== undefined) onChoose(choice.ref)
      }}
    >
      <Label>{label}</Label>
      <Button className="button plain">
        <SelectValue />
        <ChevronDown size="1rem" aria-hidden />
      </Button>
      <Popover className="popover" offset={4}>
        <ListBox className="menu compare-menu" items={choices}>
          {(choice) => (
            <ListBoxItem className="menu-item" textValue={choice.name}>
              <HostText text={choice.name} />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  )
}

function Result({ shown: { comparison } }: { readonly shown: ShownComparison }) {
  const say = useSay()
  const [limit, setLimit] = useState(PAGE)
  return (
    <>
      <p className="compare-answer">{comparisonAnswer(comparison, sayIn)}</p>
      {comparisonCautions(comparison, sayIn).map((caution) => (
        <p key={caution} className="muted">
          {caution}
        </p>
      ))}
      {comparison.vms.slice(0, limit).map((vm) => (
        <ChangedVm key={`${vm.id} ${vm.change}`} vm={vm} />
      ))}
      {comparison.vms.length > limit && (
        <Button className="button link" onPress={() => setLimit(limit + PAGE)}>
          {say('compare.screen.more', { count: comparison.vms.length - limit })}
        </Button>
      )}
    </>
  )
}

/** Two checks against each other: which, what changed, and why. */
export function CompareScreen({ screen }: { readonly screen: Extract<Screen, { kind: 'compare' }> }) {
  const say = useSay()
  const session = useSession()
  const choices = useChoices()
  const shown = useApp((state) => state.comparison)
  const problem = useApp((state) => state.comparisonProblem)
  const { older, newer } = screen
  const isSame = older !== null && newer !== null && idOf(older) === idOf(newer)
  return (
    <main className="start" aria-label={say('compare.screen.title')} data-pane="">
      <div className="kept-column">
        <h1>{say('compare.screen.title')}</h1>
        {choices.length < 2 && <p className="lead">{say('compare.screen.needs-two')}</p>}
        <div className="compare-pickers">
          <Picker
            label={say('compare.screen.older')}
            choices={choices}
            chosen={older}
            onChoose={(ref) => void session.compare(ref, newer)}
          />
          <Picker
            label={say('compare.screen.newer')}
            choices={choices}
            chosen={newer}
            onChoose={(ref) => void session.compare(older, ref)}
          />
        </div>
        {isSame && <p className="muted">{say('compare.screen.same-source')}</p>}
        {problem !== null && <ProblemNote problem={problem} onCopy={(text) => void session.copy(text)} />}
        {shown !== null && !isSame && <Result shown={shown} />}
      </div>
    </main>
  )
}

import { ChevronRight } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import type { GuideStep } from '../../core/ipc'
import { rawValueText } from '../shown-text'
import { useSay } from '../state/session-context'
import { EnglishTerm } from './english-term'

interface FoldedProps {
  readonly title: ReactNode
  readonly children: ReactNode
  readonly level?: 2 | 3 | 4
  /** Whether it is there from the start, and folded on demand. */
  readonly isOpen?: boolean
}

/** Something that is there on demand. */
export function Folded({ title, children, level = 3, isOpen = false }: FoldedProps) {
  return (
    <Disclosure className="folded" defaultExpanded={isOpen}>
      <Heading level={level}>
        <Button slot="trigger" className="folded-button">
          <ChevronRight size="1.1rem" aria-hidden />
          <span>{title}</span>
        </Button>
      </Heading>
      <DisclosurePanel className="folded-panel">{children}</DisclosurePanel>
    </Disclosure>
  )
}

interface FoundTableProps {
  readonly rows: GuideStep['found']
  /** Column heads, for screen readers. */
  readonly labels: readonly [string, string]
}

/** What was found, value by value; the raw values behind it come up on demand. */
export function FoundTable({ rows, labels }: FoundTableProps) {
  const say = useSay()
  const [showsRaw, setShowsRaw] = useState(false)
  const hasRaw = rows.some(({ raw }) => raw !== null)
  return (
    <>
      <table className="found">
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{labels[0]}</th>
            <th scope="col">{labels[1]}</th>
            {showsRaw && <th scope="col">{say('ui.guide.raw')}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              <th scope="row">
                <bdi>{rawValueText(row.label)}</bdi>
                <EnglishTerm text={row.english?.label} />
              </th>
              <td>
                <bdi>{rawValueText(row.value)}</bdi>
                <EnglishTerm text={row.english?.value} />
              </td>
              {showsRaw && (
                <td className="raw">
                  <bdi className="mono">{row.raw === null ? '' : rawValueText(row.raw)}</bdi>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {hasRaw && (
        <Button className="button link" aria-expanded={showsRaw} onPress={() => setShowsRaw(!showsRaw)}>
          {say(showsRaw ? 'ui.action.hide-raw' : 'ui.action.show-raw')}
        </Button>
      )}
    </>
  )
}

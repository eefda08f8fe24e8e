import { useState } from 'react'
import { Button } from 'react-aria-components'
import type { PastedLineText } from '../../core/model/diagnosis'
import { useSay } from '../state/session-context'
import { HostText } from './host-text'
import { Folded } from './raw-values'

/** Lines that are drawn at once: a ticket fits, a log does not stop the window. */
const PAGE_LINES = 300

function Meaning({ line: { kind, meaning, guessed } }: { readonly line: PastedLineText }) {
  const say = useSay()
  if (kind === 'not-understood') return <span className="not-understood">{say('ui.paste.not-understood')}</span>
  return (
    <>
      <HostText text={meaning ?? say('ui.paste.ignored')} className={kind === 'ignored' ? 'muted' : ''} />
      {guessed && <span className="guess">{say('ui.paste.guess')}</span>}
    </>
  )
}

/** What was understood of a pasted text, line by line. Only blank lines are left out. */
export function UnderstoodLines({ lines }: { readonly lines: readonly PastedLineText[] }) {
  const say = useSay()
  const [limit, setLimit] = useState(PAGE_LINES)
  const written = lines.filter(({ text, meaning }) => text.trim() !== '' || meaning !== null)
  const open = written.filter(({ kind }) => kind === 'not-understood')
  const title = say('ui.paste.understood', { count: written.length, understood: written.length - open.length })
  return (
    <section className="understood" aria-label={say('ui.paste.meaning')}>
      <Folded title={title} level={2} isOpen>
        <table className="found">
          <thead>
            <tr>
              <th scope="col">{say('ui.paste.line')}</th>
              <th scope="col">{say('ui.paste.text')}</th>
              <th scope="col">{say('ui.paste.meaning')}</th>
            </tr>
          </thead>
          <tbody>
            {written.slice(0, limit).map((line) => (
              <tr key={line.line}>
                <td className="muted">{line.line}</td>
                <td>
                  <HostText text={line.text} className="mono" />
                </td>
                <td>
                  <Meaning line={line} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {written.length > limit && (
          <Button className="button link" onPress={() => setLimit(limit + PAGE_LINES)}>
            {say('ui.paste.more', { count: written.length - limit })}
          </Button>
        )}
      </Folded>
    </section>
  )
}

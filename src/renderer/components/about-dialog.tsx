import { FolderOpen } from 'lucide-react'
import { useApp, useSay, useSession } from '../state/session-context'
import { Action } from './action'
import { HostText } from './host-text'
import { Folded } from './raw-values'
import { Sheet } from './sheet'

/** The program's versions, its log, and the licences of what it is made of. */
export function AboutDialog() {
  const say = useSay()
  const { showLog } = useSession()
  const info = useApp((state) => state.info)
  const about = useApp((state) => state.about)
  const facts = [
    ['version', info?.version],
    ['knowledge', info?.knowledge],
    ['electron', about?.electron],
    ['licence', 'MIT'],
  ] as const
  return (
    <Sheet title={say('ui.about.title')}>
      <p>{say('ui.about.text')}</p>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{say(`ui.about.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {about !== null && (
          <div>
            <dt>{say('ui.about.log')}</dt>
            <dd className="log-folder">
              <HostText text={about.logFolder} />
              <Action kind="link" icon={<FolderOpen size="1.05rem" aria-hidden />} onPress={() => void showLog()}>
                {say('ui.toast.show')}
              </Action>
            </dd>
          </div>
        )}
      </dl>
      {about !== null && (
        <Folded title={say('ui.about.licences', { count: about.licences.length })}>
          <p className="muted">{say('ui.about.licences-hint')}</p>
          {about.licences.map(({ name, version, licence, text }) => (
            <details key={`${name} ${version}`} className="licence">
              <summary>{`${name} ${version} (${licence})`}</summary>
              {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, also by keyboard */}
              {text !== null && <pre tabIndex={0}>{text}</pre>}
            </details>
          ))}
        </Folded>
      )}
    </Sheet>
  )
}

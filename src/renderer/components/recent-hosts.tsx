import { Pin, PinOff, X } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { shownText } from '../../core/i18n/shown-text'
import type { RecentHost } from '../../core/model/recent-host'
import { momentText } from '../format-time'
import { useLanguage, useSay, useSession } from '../state/session-context'
import { IconAction } from './action'
import { HostText } from './host-text'

/** Hosts and clusters that were checked before: what came of it and when, to be chosen, pinned or removed. */
export function RecentHosts({ hosts }: { readonly hosts: readonly RecentHost[] }) {
  const say = useSay()
  const language = useLanguage()
  const { openRemote, pinRecent, forgetRecent } = useSession()
  const [now] = useState(() => Date.now())
  return (
    <section className="recent-hosts" aria-label={say('remote.ui.recent')}>
      <h3>{say('remote.ui.recent')}</h3>
      {hosts.length === 0 ? (
        <p className="muted small">{say('remote.ui.never')}</p>
      ) : (
        <ul>
          {hosts.map((host) => {
            const name = shownText(host.name)
            const when = momentText(host.checkedAt, now, language)
            return (
              <li key={`${host.kind} ${host.name}`} className="recent-host">
                <Button className="button link" onPress={() => void openRemote(host)}>
                  <HostText text={say('remote.ui.entry', { kind: host.kind, name: host.name })} />
                </Button>
                <span className="muted small">{say('remote.ui.result', { result: host.result, when })}</span>
                <IconAction
                  label={say(host.isPinned ? 'remote.ui.unpin' : 'remote.ui.pin', { name })}
                  icon={host.isPinned ? <PinOff size="1rem" aria-hidden /> : <Pin size="1rem" aria-hidden />}
                  onPress={() => void pinRecent(host)}
                />
                <IconAction
                  label={say('remote.ui.forget', { name })}
                  icon={<X size="1rem" aria-hidden />}
                  onPress={() => void forgetRecent(host)}
                />
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}

import { MESSAGES } from '../i18n/messages'
import { APPLIANCES, FAMILIES } from '../knowledge/guest-families'
import { HOST_RELEASES } from '../knowledge/host-releases'
import { WINDOWS_RELEASES } from '../knowledge/windows-releases'
import { SERVICE_CLASSES, SERVICES } from '../model/service'
import { folded } from './name-trie'

/** Words that hosts and guests write of themselves, and names of the fields of our own files. */
const FIXED = `Microsoft Windows Server Datacenter Standard Essentials Enterprise Professional Education Pro Home Core
Hyper-V Azure Stack HCI Local Edition Evaluation 2008 2012 2016 2019 2022 2025 R2 Linux GNU Unix BSD FreeBSD kernel generic
x86_64 amd64 Workgroup localhost localdomain administrator system root admin user guest host vm node cluster machine
computer name id state status version service services heartbeat vss kvp rdv shutdown timesync backup ok degraded error
paused running off saved critical starting stopping enabled disabled listed verdict findings evidence source value rule code
certainty certain likely title explanation lost impact urgency steps text where command rights risk articles accepted
question answers label howToFind summary symptom problems pasted line kind meaning guessed program knowledge language
redaction none names strict checkedAt build revision access headline tellCaller seenWorking firstSeen changedAt generation
configurationVersion uptimeSeconds addresses replica family kernel asOf negotiated expected detail support until
extendedUntil notes schema sample local file remoting integration doctor capture diagnosis report html pdf json csv
systemctl sudo dnf apt yum zypper Get-VM Get-VMIntegrationService Enable-VMIntegrationService PowerShell`

/** Texts of the command line and of the window's own parts hold examples, and no report shows them. */
const NOT_IN_REPORTS = /^(?:cli|ui|menu|files)\./

function corpus(): string {
  const texts = (['en', 'ko'] as const).flatMap((language) =>
    [...MESSAGES[language]].filter(([key]) => !NOT_IN_REPORTS.test(key)).map(([, text]) => text),
  )
  const products = [...FAMILIES, ...APPLIANCES, ...WINDOWS_RELEASES, ...HOST_RELEASES].flatMap((entry) => [
    entry.id,
    'name' in entry ? entry.name : '',
    'version' in entry ? (entry.version ?? '') : '',
  ])
  const classes = SERVICES.flatMap((id) => Object.values(SERVICE_CLASSES[id]))
  return folded([FIXED, ...texts, ...products, ...classes].join('\n'))
}

let own: string | null = null

const WORD = /[\p{L}\p{N}]/u
/** Shorter names are found everywhere by chance. */
const SHORTEST = 3
const SHORTEST_HANGUL = 2

/**
 * Whether a name is also an ordinary word: one that the program's own texts, its files or the names of products contain,
 * or a name so short, or only a number, that it stands everywhere by chance. Such a name is hidden where names stand and
 * where it is quoted, and stays where it means something else: a VM named “OK” must not take every OK out of a report.
 */
export function isOrdinaryWord(name: string): boolean {
  const isHangul = /[가-힣]/.test(name)
  if (name.length < (isHangul ? SHORTEST_HANGUL : SHORTEST) || /^[\d.,:;_\s-]+$/.test(name)) return true
  own ??= corpus()
  const wanted = folded(name)
  for (let at = own.indexOf(wanted); at !== -1; at = own.indexOf(wanted, at + 1)) {
    const isWhole = isHangul || (!WORD.test(own.charAt(at - 1)) && !WORD.test(own.charAt(at + wanted.length)))
    if (isWhole) return true
  }
  return false
}

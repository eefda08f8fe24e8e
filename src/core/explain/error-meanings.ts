import { problemOf } from '../decode/class-problem'
import { causeOfCode, type ReadingCause } from '../decode/failure-table'
import { MESSAGES, type TextKey } from '../i18n/messages'
import { message } from '../i18n/translate'
import type { MeaningDraft } from './draft'

/** A Windows class, whose errors mean something else than those of Hyper-V's classes. */
const WINDOWS_CLASS = 'Win32_OperatingSystem'

/** Causes that lie between this computer and the host. */
const OF_CONNECTION: readonly ReadingCause[] = [
  'remote-refused',
  'winrm-unreachable',
  'winrm-filtered',
  'name-not-resolved',
  'not-trusted',
  'credentials-needed',
  'kerberos',
  'password-wrong',
  'password-expired',
  'account-locked',
  'winrm-old',
  'connection-lost',
  'rpc-unreachable',
]

/** A code as Windows writes it: `0x80041003`. */
function shown(code: string): string {
  return code.startsWith('0x') ? `0x${code.slice(2).toUpperCase()}` : code
}

function reading(code: string, windowsClass: string | null): MeaningDraft | null {
  const cause = causeOfCode(code, windowsClass)
  if (cause === 'unknown') return null
  const isWindowsCode = code.startsWith('0x')
  const problem = problemOf(cause, { class: windowsClass, code: isWindowsCode ? shown(code) : code })
  const subject = !isWindowsCode
    ? 'meaning.error.subject-program'
    : OF_CONNECTION.includes(cause)
      ? 'meaning.error.subject-connection'
      : windowsClass === null
        ? 'meaning.error.subject'
        : 'meaning.error.subject-windows'
  return {
    kind: 'error',
    property: windowsClass,
    subject: message(subject),
    value: shown(code),
    name: cause,
    text: problem.message,
    todo: problem.step,
  }
}

/**
 * What an error means: of WMI and Windows by its code in the form `0x80041003`, of PowerShell and of this program by
 * its id. Some codes mean one thing on a class of Hyper-V and another on a class of Windows.
 */
export function errorMeanings(code: string): readonly MeaningDraft[] {
  const hyperV = reading(code, null)
  const windows = reading(code, WINDOWS_CLASS)
  const found = [hyperV, windows !== null && windows.name !== hyperV?.name ? windows : null]
  const key = `meaning.error.${code}`
  if (code.startsWith('0x') && MESSAGES.en.has(key)) {
    found.push({
      kind: 'error',
      property: null,
      subject: message('meaning.error.subject-connection'),
      value: shown(code),
      name: null,
      text: message(key as TextKey),
      todo: message(`meaning.error.step-${code}` as TextKey),
    })
  }
  return found.filter((draft) => draft !== null)
}

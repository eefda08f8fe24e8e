/** What can go wrong with PowerShell itself; these are also the codes under which a capture keeps them. */
export const SESSION_CAUSES = [
  'powershell-missing',
  'powershell-blocked',
  'powershell-ended',
  'powershell-silent',
  'powershell-noise',
  'time-limit',
  'cancelled',
  'answer-damaged',
  'answer-missing',
  'constrained-language',
  'security-software',
  'no-cim-command',
  'connection-lost',
] as const
export type SessionCause = (typeof SESSION_CAUSES)[number]

/** Every cause of a failed reading. One without its two sentences in `problem.cause` does not compile. */
export type ReadingCause =
  | SessionCause
  | 'namespace-missing'
  | 'refused'
  | 'class-missing'
  | 'vmms-stopped'
  | 'vmms-silent'
  | 'wmi-silent'
  | 'wmi-damaged'
  | 'class-timed-out'
  | 'quota'
  | 'query-refused'
  | 'vm-vanished'
  | 'events-refused'
  | 'events-unreadable'
  | 'events-timed-out'
  | 'remote-refused'
  | 'winrm-unreachable'
  | 'winrm-filtered'
  | 'name-not-resolved'
  | 'not-trusted'
  | 'credentials-needed'
  | 'kerberos'
  | 'password-wrong'
  | 'password-expired'
  | 'account-locked'
  | 'winrm-old'
  | 'answer-too-large'
  | 'events-not-over-cim'
  | 'host-silent'
  | 'rpc-unreachable'
  | 'cluster-missing'
  | 'cluster-silent'
  | 'node-down'
  | 'restricted-endpoint'
  | 'execution-policy'
  | 'unknown'

/**
 * One row per cause: the codes it is known by. Windows error codes in hexadecimal, as `FullyQualifiedErrorId` carries
 * them, and PowerShell's own ids of errors that have no number. The messages beside them are in the host's language, so
 * nothing is read from those. A cause without a code is concluded from something else, which its comment names.
 *
 * Sources: WMI error constants (wbemcli.h), WinRM error codes (wsmerror.h), winerror.h, and the ids of PowerShell's cmdlets.
 */
export const FAILURE_TABLE = {
  // How the PowerShell process came to its end.
  'powershell-missing': [],
  'powershell-blocked': [],
  'powershell-ended': [],
  'powershell-silent': [],
  'powershell-noise': [],
  'time-limit': [],
  cancelled: [],
  'answer-damaged': [],
  'answer-missing': [],
  'constrained-language': [
    'MethodInvocationNotSupportedInConstrainedLanguage',
    'CannotCreateTypeConstrainedLanguage',
    'ConversionSupportedOnlyToCoreTypes',
  ],
  'security-software': ['ScriptContainedMaliciousContent'],
  'no-cim-command': ['CommandNotFoundException'],
  'execution-policy': ['UnauthorizedAccess'],
  'restricted-endpoint': ['ScriptsNotAllowed'],

  'namespace-missing': ['0x8004100E'],
  // 0x8001 is what a method of Hyper-V returns.
  refused: ['0x80041003', '0x80070005', '0x00008001'],
  'class-missing': ['0x80041010'],
  // The state of the service, by Win32_Service.
  'vmms-stopped': [],
  // Where a service does not answer, Hyper-V's classes point to vmms and those of Windows to WMI itself.
  'vmms-silent': ['0x80041002', '0x80041013', '0x800706BA', '0x800706BE', '0x80070422', '0x80080005', '0x8007045B'],
  'wmi-silent': [],
  // Also a namespace that every Windows has, when it is missing.
  'wmi-damaged': ['0x80041014'],
  'class-timed-out': ['0x00040004'],
  quota: ['0x8004106C', '0x80041006'],
  'query-refused': ['0x80041017'],
  // A reading of one virtual machine that has no row of it, while the host's own row is there.
  'vm-vanished': [],

  'events-refused': ['System.UnauthorizedAccessException'],
  // Whatever else a log answers with.
  'events-unreadable': [],
  // The limits above, of a log.
  'events-timed-out': [],
  'events-not-over-cim': ['events-not-over-cim'],

  'remote-refused': ['0x80338104'],
  'winrm-unreachable': ['0x80338012', '0x80070035'],
  'winrm-filtered': ['0x80338126'],
  'name-not-resolved': ['0x803381B9', '0x80072AF9'],
  'not-trusted': ['0x803380E4'],
  'credentials-needed': ['0x8033810C', '0x803381BB'],
  kerberos: ['0x8009030E', '0x80090311', '0x80090322', '0x8007051F', '0x80070520'],
  'password-wrong': ['0x8007052E'],
  'password-expired': ['0x80070532', '0x80070773'],
  'account-locked': ['0x80070775', '0x80070533'],
  'winrm-old': ['0x80338139'],
  // By the name of the setting in the message, which is not translated.
  'answer-too-large': [],
  'connection-lost': ['CimJob_BrokenCimSession', '0x803381FA'],
  // A connection that says nothing within the limit, or over which RPC does not answer: see `connectionProblem`.
  'host-silent': [],
  'rpc-unreachable': [],
  // The namespace root\MSCluster is not there, answers without a node, or says that a node is down.
  'cluster-missing': [],
  'cluster-silent': [],
  'node-down': [],
  unknown: [],
} as const satisfies Readonly<Record<ReadingCause, readonly string[]>>

/** A hexadecimal code in one form, so that `0x40004` and `0x00040004` are the same; other codes in lower case. */
export function normalizedCode(code: string): string {
  const hex = /^0x([0-9a-f]{1,8})$/i.exec(code.trim())?.[1]
  return hex === undefined ? code.trim().toLowerCase() : `0x${hex.padStart(8, '0').toLowerCase()}`
}

const BY_CODE = new Map<string, ReadingCause>(
  (Object.entries(FAILURE_TABLE) as [ReadingCause, readonly string[]][]).flatMap(([cause, codes]) =>
    codes.map((code) => [normalizedCode(code), cause] as const),
  ),
)

/** Whether a code of a capture tells of PowerShell itself. */
export function isSessionCause(code: string): code is SessionCause {
  return (SESSION_CAUSES as readonly string[]).includes(code)
}

/** Whether a problem is about one of the host's event logs, which are evidence beside the rows and not needed for a verdict. */
export function isEventLog(className: string | null): boolean {
  return className !== null && /^(?:System$|Microsoft-Windows-Hyper-V-)/.test(className)
}

function causeOfLog(cause: ReadingCause): ReadingCause {
  if (cause === 'events-not-over-cim') return cause
  if (cause === 'refused' || cause === 'events-refused') return 'events-refused'
  return cause === 'time-limit' || cause === 'class-timed-out' ? 'events-timed-out' : 'events-unreadable'
}

/** The cause behind a code of a capture: a Windows error, an error id of PowerShell, or one of our own. `className` null: the connection. */
export function causeOfCode(code: string, className: string | null, words = ''): ReadingCause {
  const known = normalizedCode(code)
  const cause = isSessionCause(known) ? known : (BY_CODE.get(known) ?? 'unknown')
  if (isEventLog(className)) return causeOfLog(cause)
  const ofWindows = className !== null && /^(?:Win32_|StdRegProv$)/.test(className)
  if (cause === 'vmms-silent') return ofWindows ? 'wmi-silent' : 'vmms-silent'
  // The namespace root\cimv2 exists on every Windows.
  if (cause === 'namespace-missing' && ofWindows) return 'wmi-damaged'
  return cause === 'unknown' && /\bMaxEnvelopeSize/i.test(words) ? 'answer-too-large' : cause
}

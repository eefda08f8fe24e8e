/** Where the script is described, with its skip switches and how long it takes. */
export const TSS_PAGE =
  'https://learn.microsoft.com/troubleshoot/windows-client/windows-tss/collect-data-analyze-troubleshoot-hyperv-scenarios'

/**
 * Microsoft's collection for a Hyper-V case, with every skip switch of its page: the Best Practices Analyzer, parts that can
 * hang, parts that may not be needed, SMB to cluster shared volumes, replica data. 30 to 90 minutes, by the same page.
 */
export const TSS_COMMANDS = [
  'Set-ExecutionPolicy -Scope Process -ExecutionPolicy Bypass',
  String.raw`.\TSS.ps1 -SDP HyperV -SkipSDPList skipBPA,skipHang,skipTS,skipCsvSMB,skipHVreplica`,
] as const

/** Event channels of the host that a case about integration services rests on. */
export const CHANNELS = [
  'Microsoft-Windows-Hyper-V-VMMS-Admin',
  'Microsoft-Windows-Hyper-V-Worker-Admin',
  'Microsoft-Windows-Hyper-V-Integration-Admin',
  'System',
  'Application',
] as const

/**
 * What an administrator of a Windows guest runs, in PowerShell 2.0 and later. Reads three registry keys and the services
 * whose names begin with vmic, which are the same in every language; changes nothing.
 */
export const WINDOWS_COMMANDS: readonly string[] = [
  "$v = Get-ItemProperty -LiteralPath 'HKLM:\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion'",
  '"name: $($v.ProductName)"',
  '"build: $($v.CurrentBuildNumber)"',
  '"edition: $($v.EditionID)"',
  '"kind: $($v.InstallationType)"',
  "$a = Get-ItemProperty -LiteralPath 'HKLM:\\SOFTWARE\\Microsoft\\Virtual Machine\\Auto' -ErrorAction SilentlyContinue",
  '"services-version: $($a.IntegrationServicesVersion)"',
  "$g = Get-ItemProperty -LiteralPath 'HKLM:\\SOFTWARE\\Microsoft\\Virtual Machine\\Guest\\Parameters' -ErrorAction SilentlyContinue",
  '"host-version: $($g.HostSystemOsMajor).$($g.HostSystemOsMinor)"',
  "foreach ($s in @(Get-Service -Name 'vmic*' -ErrorAction SilentlyContinue)) {",
  '  $k = Get-ItemProperty -LiteralPath "HKLM:\\SYSTEM\\CurrentControlSet\\Services\\$($s.Name)" -ErrorAction SilentlyContinue',
  '  "service: $($s.Name) $($s.Status) $($k.Start)"',
  '}',
]

import collector from '../powershell/collect.ps1?raw'
import remote from '../powershell/remote.ps1?raw'

/** PowerShell runs a statement of several lines at the first blank one, so a block that is sent as one has none. */
function withoutBlankLines(script: string): string {
  return script.replaceAll(/\n(?:[ \t]*\n)+/g, '\n').trim()
}

/** The functions of a script from one on, which is a statement of its own. */
function functionOf(script: string, name: string): string {
  const found = script.split('\n\n').find((statement) => statement.startsWith(`function ${name} `))
  if (found === undefined) throw new Error(`The script has no ${name}`)
  return found.trim()
}

/**
 * What a session that reads other computers runs first: the collector for CIM sessions, the collector once more as a
 * block that remoting sends, and the entry. All of it is constant text; computer and account come with each request.
 */
export function remoteScript(): string {
  const sent = [
    'function Get-IntegrationDoctorCollector {',
    '    {',
    'param([object] $Asked, [string] $What)',
    withoutBlankLines(collector),
    functionOf(remote, 'Read-IntegrationDoctorCluster'),
    "if ($What -eq 'cluster') { Read-IntegrationDoctorCluster $Asked } else { Read-IntegrationDoctor $Asked }",
    '    }',
    '}',
  ].join('\n')
  return `${[collector.trimEnd(), sent, remote.trimEnd()].join('\n\n')}\n`
}

import { describe, expect, test } from 'vitest'
import { translate } from '../../../../src/core/i18n/translate'
import { assistanceFor, type FailedConnection, type WayFacts } from '../../../../src/core/remote/assistance'

const free: WayFacts = {
  address: '10.1.2.3',
  http: 'open',
  https: 'refused',
  rpc: 'open',
  isWinrm: true,
  isUnixSsh: false,
}

const lines = (facts: Partial<WayFacts>, failed: Partial<FailedConnection> = {}) =>
  assistanceFor(
    { host: 'hv01', transport: 'remoting', userName: null, code: '0x80338012', ...failed },
    { ...free, ...facts },
  )

const last = (facts: Partial<WayFacts>, failed: Partial<FailedConnection> = {}) => {
  const line = lines(facts, failed).at(-1)
  if (line === undefined) throw new Error('nothing was said')
  return { id: line.id, state: line.state, command: line.command, where: line.where, says: translate('en', line.text) }
}

describe('what stands between this computer and a host', () => {
  test('a name without an address ends the search', () => {
    expect(lines({ address: null })).toHaveLength(1)
    expect(last({ address: null })).toMatchObject({ id: 'name', state: 'wrong', command: "Resolve-DnsName 'hv01'" })
  })

  test.each([
    [{ http: 'refused' as const }, {}, 'port', 'nothing listens on port 5985', 'Enable-PSRemoting -Force'],
    [{ http: 'silent' as const }, {}, 'port', 'Nothing comes back from port 5985', 'Enable-PSRemoting -Force'],
    [
      { http: 'refused' as const, https: 'open' as const },
      {},
      'port',
      'Only WinRM over HTTPS',
      'Enable-PSRemoting -Force',
    ],
    [{ http: 'refused' as const, isUnixSsh: true }, {}, 'port', 'probably a Linux computer', null],
    [{ isWinrm: false }, {}, 'winrm', 'not WinRM', "Test-WSMan 'hv01'"],
    [
      { rpc: 'silent' as const },
      { transport: 'cim-dcom' as const },
      'port',
      'port 135',
      "Enable-NetFirewallRule -Name 'WMI-RPCSS-In-TCP', 'WMI-WINMGMT-In-TCP'",
    ],
    [
      {},
      { code: '0x803380E4' },
      'trust',
      'trusted',
      "Set-Item WSMan:\\localhost\\Client\\TrustedHosts -Value 'hv01' -Concatenate -Force",
    ],
    [
      {},
      { code: '0x8033810C', host: '10.1.2.3' },
      'trust',
      'trusted',
      "Set-Item WSMan:\\localhost\\Client\\TrustedHosts -Value '10.1.2.3' -Concatenate -Force",
    ],
    [{}, { code: '0x8009030E' }, 'double-hop', 'double hop', "setspn -Q 'HTTP/hv01'"],
    [
      {},
      { code: '0x80070005', userName: "CORP\\O'Brien" },
      'rights',
      'may not sign in',
      "Add-LocalGroupMember -SID S-1-5-32-580 -Member 'CORP\\O''Brien'; Add-LocalGroupMember -SID S-1-5-32-578 -Member 'CORP\\O''Brien'",
    ],
    [{}, { code: '0x8007052E' }, 'free', 'in order', null],
  ])('%j and %j', (facts, failed, id, words, command) => {
    const said = last(facts, failed)
    expect(said).toMatchObject({ id, command })
    expect(said.says).toContain(words)
  })

  test('a command that changes something says what and who decides; one that reads needs no asking', () => {
    const all = [
      ...lines({ address: null }),
      ...lines({ http: 'refused' }),
      ...lines({ http: 'refused', https: 'open' }),
      ...lines({ rpc: 'silent' }, { transport: 'cim-dcom' }),
      ...lines({ isWinrm: false }),
      ...['0x803380E4', '0x8009030E', '0x80070005', '0x8007052E'].flatMap((code) => lines({}, { code })),
    ].filter(({ command }) => command !== null)
    const changing = all.filter(({ command }) => /^(Enable|Set|Add)-/u.test(command ?? ''))
    expect(changing).toHaveLength(5)
    for (const { risk } of changing) {
      expect(risk && translate('en', risk)).toMatch(/the administrator of (the host|this computer) decides$/u)
      expect(risk && translate('ko', risk)).toMatch(/관리자가 결정$/u)
    }
    const reading = all.filter((line) => !changing.includes(line))
    expect(reading.map(({ command }) => command)).toEqual([
      "Resolve-DnsName 'hv01'",
      "Test-WSMan 'hv01'",
      "setspn -Q 'HTTP/hv01'",
    ])
    expect(reading.map(({ risk }) => risk)).toEqual([null, null, null])
  })

  test('what an open way shows is fine, and a refusal is named only then', () => {
    expect(lines({}, { code: '0x80070005' }).map(({ id, state }) => `${id} ${state}`)).toEqual([
      'name fine',
      'port fine',
      'rights wrong',
    ])
    expect(lines({ http: 'silent' }, { code: '0x80070005' }).map(({ id }) => id)).not.toContain('rights')
  })
})

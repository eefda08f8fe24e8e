import { expect, test } from 'vitest'
import { problemOf } from '../../../../src/core/decode/class-problem'
import { assist, assistanceLines } from '../../../../src/main/remote/assist'
import type { WayFacts } from '../../../../src/core/remote/assistance'

const target = { computerName: 'hv01', transport: 'remoting', credential: null } as const
const refused = problemOf('remote-refused', { code: '0x80070005' })

const said = async (way: Partial<WayFacts>, language: 'en' | 'ko') => {
  const facts: WayFacts = {
    address: '10.1.2.3',
    http: 'open',
    https: 'refused',
    rpc: 'open',
    isWinrm: true,
    isUnixSsh: false,
    ...way,
  }
  return assistanceLines(await assist(target, refused, async () => facts), language)
}

test('on the command line a command that changes something stands below what it changes and who decides', async () => {
  expect(await said({ http: 'refused' }, 'en')).toEqual([
    'ok: “hv01” has the address 10.1.2.3.',
    'in the way: The computer is there, but nothing listens on port 5985.',
    'Before it is run: starts WinRM on the host and opens its firewall for remote administration; the administrator of the host decides.',
    'On the host, as administrator: Enable-PSRemoting -Force',
  ])
  expect(await said({ http: 'refused' }, 'ko')).toContain('호스트에서 관리자 권한으로: Enable-PSRemoting -Force')
})

test('a command that only reads needs no administrator', async () => {
  expect((await said({ address: null }, 'en')).at(-1)).toBe("On this computer: Resolve-DnsName 'hv01'")
  expect((await said({ address: null }, 'ko')).at(-1)).toBe("이 컴퓨터에서: Resolve-DnsName 'hv01'")
})

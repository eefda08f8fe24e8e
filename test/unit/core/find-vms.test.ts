import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { containsText, type FindableVm, findVms } from '../../../src/core/find/find-vms'
import { anyText } from '../main/any-text'

const vm = (name: string, parts: Partial<FindableVm> = {}): FindableVm => ({
  id: '5CED1297-4598-4915-A5FC-AD21BB4D02A4',
  name,
  guest: 'Ubuntu 22.04',
  addresses: ['10.20.1.15', 'fe80::1'],
  ...parts,
})

describe('a VM contains a text', () => {
  test.each([
    ['its name', 'EB-0'],
    ['its guest', 'ubuntu 22'],
    ['an address', '20.1.15'],
    ['its id', '5ced1297'],
    ['the guest’s own name', 'app.contoso'],
    ['full-width letters', 'ＷＥＢ'],
  ])('in %s', (_, text) => {
    expect(containsText(vm('web-01', { guestHostName: 'app.contoso.com' }), text)).toBe(true)
  })

  test('whether Hangul was typed composed or decomposed', () => {
    expect(containsText(vm('회계서버'.normalize('NFD')), '회계')).toBe(true)
    expect(containsText(vm('회계서버'), '회계'.normalize('NFD'))).toBe(true)
  })

  test('never across two of its parts, and never a blank one', () => {
    expect(containsText(vm('web-01'), '01\nubuntu')).toBe(false)
    expect(containsText(vm('web-01'), ' ')).toBe(false)
    expect(containsText(vm('web-01'), '.*')).toBe(false)
  })

  test('that is a part of its name, whatever the name is', () => {
    fc.assert(
      fc.property(anyText, (name) => {
        const text = name.normalize('NFKC').trim()
        fc.pre(text !== '')
        expect(containsText(vm(name), text)).toBe(true)
      }),
    )
  })
})

describe('a search over several lists', () => {
  const lists = [
    { host: 'HV01', vms: [vm('db-web'), vm('web-01')] },
    { host: 'HV02', vms: [vm('web'), vm('mail', { guest: null })] },
  ]
  const found = (text: string, limit = 10) =>
    findVms(lists, text, limit).found.map((one) => `${one.list.host} ${one.vm.name}`)

  test('names the list of each, the nearest name first', () => {
    expect(found('web')).toEqual(['HV02 web', 'HV01 web-01', 'HV01 db-web'])
  })

  test('wants every word somewhere', () => {
    expect(found('web-0 ubuntu')).toEqual(['HV01 web-01'])
    expect(found('mail ubuntu')).toEqual([])
  })

  test('says how many there are beyond the limit', () => {
    expect(findVms(lists, 'web', 1)).toMatchObject({ found: [{ vm: { name: 'web' } }], total: 3 })
    expect(findVms(lists, '  ', 10)).toEqual({ found: [], total: 0 })
  })
})

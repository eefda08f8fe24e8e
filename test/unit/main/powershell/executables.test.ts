import { describe, expect, test } from 'vitest'
import { powershellExecutables, shellEnvironment } from '../../../../src/main/powershell/executables'

const windows = (env: Record<string, string>, packaged = false) => ({ platform: 'win32', env, packaged }) as const

describe('where PowerShell may be', () => {
  test('on Windows: the one of the system by its full path first, then PowerShell 7', () => {
    const env = { SystemRoot: 'D:\\Windows', ProgramW6432: 'D:\\Program Files', PATH: 'C:\\evil' }
    expect(powershellExecutables(windows(env, true))).toEqual([
      'D:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe',
      'D:\\Program Files\\PowerShell\\7\\pwsh.exe',
    ])
  })

  test('on Windows without its variables: where it is by default', () => {
    expect(powershellExecutables(windows({}))[0]).toBe('C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe')
  })

  test('elsewhere: the usual places of pwsh, never a name alone', () => {
    const paths = powershellExecutables({ platform: 'linux', env: { PATH: '/home/somebody/bin' }, packaged: false })
    expect(paths.length).toBeGreaterThan(0)
    for (const path of paths) expect(path).toMatch(/^\/.+\/pwsh$/)
  })

  test('NODE_POWERSHELL counts in development, and not in the installed program', () => {
    const env = { NODE_POWERSHELL: 'X:\\any.exe' }
    expect(powershellExecutables(windows(env, false))).toEqual(['X:\\any.exe'])
    expect(powershellExecutables(windows(env, true))).not.toContain('X:\\any.exe')
  })
})

describe('the environment of a shell', () => {
  test('is without what would make Windows PowerShell load modules of PowerShell 7, in any spelling', () => {
    const env = { PSModulePath: 'a', psmodulepath: 'b', Path: 'c', NODE_OPTIONS: '--inspect', NODE_POWERSHELL: 'd' }
    expect(shellEnvironment(windows(env))).toEqual({ Path: 'c' })
  })

  test('keeps the module folders where no Windows PowerShell is', () => {
    expect(shellEnvironment({ platform: 'linux', env: { PSModulePath: 'a' }, packaged: false })).toEqual({
      PSModulePath: 'a',
    })
  })
})

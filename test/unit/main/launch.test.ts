import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readLaunch } from '../../../src/main/launch'

const cwd = resolve('/somewhere')
const appFolder = resolve('/somewhere/app')
const installed = (...args: string[]) => readLaunch(['integration-doctor.exe', ...args], { appFolder: null, cwd })
const inDevelopment = (...args: string[]) => readLaunch(['electron', ...args], { appFolder, cwd })

describe('what the program was started for', () => {
  test('nothing given: a window', () => {
    expect(installed()).toEqual({ kind: 'window', files: [] })
    expect(inDevelopment('app')).toEqual({ kind: 'window', files: [] })
  })

  test('files: a window that opens them, by full path', () => {
    expect(installed('a.hvcapture', resolve('/b.hvcapture'))).toEqual({
      kind: 'window',
      files: [resolve('/somewhere/a.hvcapture'), resolve('/b.hvcapture')],
    })
  })

  test('switches of Chromium are neither files nor commands', () => {
    expect(installed('--no-sandbox', '--user-data-dir=/x', 'a.hvcapture')).toEqual({
      kind: 'window',
      files: [resolve('/somewhere/a.hvcapture')],
    })
    expect(installed('--no-sandbox', 'check', '--sample')).toEqual({
      kind: 'command-line',
      args: ['check', '--sample'],
    })
  })

  test.each(['check', '--version', '--help', '-h', 'explain', 'compare', 'verify'])('%s: the command line', (word) => {
    expect(installed(word, '--lang', 'ko')).toEqual({ kind: 'command-line', args: [word, '--lang', 'ko'] })
  })

  test('a capture that is named like a command after others is a file', () => {
    expect(installed('a.hvcapture', 'check')).toMatchObject({ kind: 'window' })
  })

  test('in development the runtime’s own arguments come first', () => {
    expect(inDevelopment('--inspect=0', '-r', '/x/loader.js', 'app', '--user-data-dir=/y', 'b.hvcapture')).toEqual({
      kind: 'window',
      files: [resolve('/somewhere/b.hvcapture')],
    })
    expect(inDevelopment('--no-sandbox', appFolder, 'check', '--capture', 'a')).toEqual({
      kind: 'command-line',
      args: ['check', '--capture', 'a'],
    })
  })
})

import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { openSecretPipe, type SecretPipe } from '../../../../src/main/remote/secret-pipe'

let pipe: SecretPipe | null = null
afterEach(() => pipe?.close())

/** What a reader gets that says this; an error's code where it gets no connection. */
const fetch = (name: string, says: string): Promise<string> =>
  new Promise((resolve) => {
    const path = process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `CoreFxPipe_${name}`)
    const socket = connect(path, () => socket.write(says))
    let got = ''
    socket.setEncoding('utf8').on('data', (text: string) => (got += text))
    socket.on('error', (cause: NodeJS.ErrnoException) => resolve(cause.code ?? '?'))
    socket.on('close', () => resolve(got))
  })

describe('a pipe with a secret', () => {
  test('gives it once, to whoever says the proof', async () => {
    pipe = await openSecretPipe('비밀 $(x)')
    expect(await fetch(pipe.name, pipe.proof)).toBe('비밀 $(x)')
    expect(await fetch(pipe.name, pipe.proof)).not.toContain('비밀')
  })

  test('gives nothing to one who guesses, and nothing to anybody after', async () => {
    pipe = await openSecretPipe('비밀')
    expect(await fetch(pipe.name, 'x'.repeat(pipe.proof.length))).not.toContain('비밀')
    expect(await fetch(pipe.name, pipe.proof)).not.toContain('비밀')
  })

  test('has another name and another proof each time', async () => {
    pipe = await openSecretPipe('a')
    const other = await openSecretPipe('a')
    other.close()
    expect(other.name).not.toBe(pipe.name)
    expect(other.proof).not.toBe(pipe.proof)
  })
})

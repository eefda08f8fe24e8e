import { randomBytes, timingSafeEqual } from 'node:crypto'
import { chmodSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** An account other than the one the program runs under. Kept in memory only, and handed on over a pipe. */
export interface Credential {
  readonly userName: string
  readonly password: string
}

/** A pipe that gives its secret once. */
export interface SecretPipe {
  /** The name as a Windows pipe has it; .NET makes the same of it elsewhere. */
  readonly name: string
  /** What the reader has to say first. Anybody on the computer may see that there is a pipe, but not this. */
  readonly proof: string
  readonly close: () => void
}

/** Where .NET looks for a pipe of a name: Windows has a place for pipes, elsewhere it is a socket in the temporary folder. */
function pathOf(name: string): string {
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `CoreFxPipe_${name}`)
}

function isSame(given: Buffer, expected: Buffer): boolean {
  return given.length === expected.length && timingSafeEqual(given, expected)
}

function answer(socket: Socket, expected: Buffer, password: string, server: Server): void {
  let said = Buffer.alloc(0)
  socket.on('error', () => undefined)
  socket.on('data', (chunk) => {
    said = Buffer.concat([said, chunk])
    if (said.length < expected.length) return
    // The first who comes gets the only answer; one who cannot say the proof gets none.
    server.close()
    if (isSame(said, expected)) socket.end(Buffer.from(password, 'utf8'))
    else socket.destroy()
  })
}

/** Opens a pipe on which a password can be fetched once. Rejects with the system's error where there can be no pipe. */
export function openSecretPipe(password: string): Promise<SecretPipe> {
  const name = `integration-doctor-${randomBytes(16).toString('hex')}`
  const proof = randomBytes(16).toString('hex')
  const path = pathOf(name)
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => answer(socket, Buffer.from(proof, 'ascii'), password, server))
    server.maxConnections = 1
    server.once('error', reject)
    server.listen(path, () => {
      if (process.platform !== 'win32') chmodSync(path, 0o600)
      // It must not keep the program from ending.
      server.unref()
      resolve({ name, proof, close: () => server.close() })
    })
  })
}

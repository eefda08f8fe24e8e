import { createServer as createHttp, type Server as HttpServer } from 'node:http'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { probeWay } from '../../../../src/main/remote/probe'

const open: (Server | HttpServer)[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => new Promise((resolve) => server.close(resolve))))
})

const listen = async (server: Server | HttpServer): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  open.push(server)
  return (server.address() as AddressInfo).port
}

/** A port on which nothing listens any more. */
const closedPort = async (): Promise<number> => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

const web = (server: string, status: number): HttpServer =>
  createHttp((_, response) => response.writeHead(status, { server, connection: 'close' }).end())

const greeter = (text: string): Server => createServer((socket) => socket.on('error', () => undefined).end(text))

describe('the way to a computer', () => {
  test.each([
    ['Microsoft-HTTPAPI/2.0', 405, true],
    ['Microsoft-HTTPAPI/2.0', 404, false],
    ['nginx', 405, false],
  ])('a web server that calls itself %s and answers %d', async (name, status, isWinrm) => {
    const closed = await closedPort()
    const ports = { http: await listen(web(name, status)), https: closed, rpc: closed, ssh: closed }
    expect(await probeWay('127.0.0.1', ports)).toEqual({
      address: '127.0.0.1',
      http: 'open',
      https: 'refused',
      rpc: 'refused',
      isWinrm,
      isUnixSsh: false,
    })
  })

  test.each([
    ['SSH-2.0-OpenSSH_9.6p1 Ubuntu-3ubuntu13\r\n', true],
    ['SSH-2.0-OpenSSH_for_Windows_9.5\r\n', false],
    ['220 mail.example ESMTP\r\n', false],
  ])('%j', async (greeting, isUnixSsh) => {
    const closed = await closedPort()
    const ports = { http: closed, https: closed, rpc: closed, ssh: await listen(greeter(greeting)) }
    expect(await probeWay('127.0.0.1', ports)).toMatchObject({ http: 'refused', isWinrm: null, isUnixSsh })
  })

  test('a name that nobody knows has no address', async () => {
    expect(await probeWay('no-such-host.invalid')).toMatchObject({ address: null, http: 'silent', isWinrm: null })
  })
})

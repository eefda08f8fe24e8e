import type { Readable } from 'node:stream'
import type { ReadStream } from 'node:tty'
import { createInterface } from 'node:readline'
import { say } from '../../core/i18n/translate'
import { UserName } from '../../core/model/target'
import type { Language } from '../../core/model/text'
import type { Credential } from '../remote/secret-pipe'
import type { Output } from './output'

/** Longest password that Windows takes is 127 characters; whoever pastes a file has made a mistake. */
const LONGEST = 1000

/** What was typed until Enter, unseen; null where the person pressed Ctrl+C or Ctrl+D. */
function readUnseen(terminal: ReadStream): Promise<string | null> {
  return new Promise((resolve) => {
    let typed: string[] = []
    const end = (result: string | null): void => {
      terminal.off('data', take).setRawMode(false).pause()
      resolve(result)
    }
    const take = (chunk: string | Buffer): void => {
      for (const sign of String(chunk)) {
        if (sign === '\r' || sign === '\n') return end(typed.join(''))
        if (sign === '\u0003' || sign === '\u0004') return end(null)
        if (sign === '\b' || sign === '\u007f') typed = typed.slice(0, -1)
        else if (typed.length < LONGEST) typed.push(sign)
      }
    }
    terminal.setRawMode(true).setEncoding('utf8').on('data', take).resume()
  })
}

/** The first two lines of an input that is no terminal, as a script gives them. */
async function twoLines(input: Readable): Promise<readonly (string | undefined)[]> {
  const lines: string[] = []
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    lines.push(line)
    if (lines.length === 2) break
  }
  return lines
}

function isTerminal(input: Readable): input is ReadStream {
  return 'isTTY' in input && input.isTTY === true
}

/**
 * Asks for another account: the user name, and the password without showing it. What is no terminal gives them as two
 * lines. Null where nothing usable was given. Nothing of it is written anywhere.
 */
export async function askCredential(input: Readable, stderr: Output, language: Language): Promise<Credential | null> {
  let userName: string | undefined
  let password: string | null | undefined
  if (isTerminal(input)) {
    await stderr.write(say(language, 'remote.cli.user-name'))
    const lines = createInterface({ input, terminal: false })
    userName = await new Promise<string>((resolve) => {
      lines.once('line', resolve).once('close', () => resolve(''))
    })
    lines.close()
    if (userName.trim() === '') return null
    await stderr.write(say(language, 'remote.cli.password', { user: userName.trim() }))
    password = await readUnseen(input)
    await stderr.write('\n')
  } else [userName, password] = await twoLines(input)
  const user = UserName.safeParse(userName).data
  return user === undefined || password === undefined || password === null || password === ''
    ? null
    : { userName: user, password }
}

import { join } from 'node:path'

const FRAMES = 12

/** A frame as V8 writes it, with its place in a file. */
const FRAME = /^\s+at .+:\d+:\d+\)?$/

const PATH_BEGIN = /(^at |\()(?:file:\/\/)?(?:[A-Za-z]:|\/)/
const OWN_FOLDER = /(?:app\.asar|out|node_modules)[\\/]/

/** A frame of a stack without the folders the program lies in, which hold the account's name. */
function frameOf(line: string): string {
  const frame = line.trim()
  const path = PATH_BEGIN.exec(frame)
  if (path === null) return frame
  const rest = frame.slice(path.index + path[0].length)
  const own = rest.search(OWN_FOLDER)
  return own === -1 ? frame : `${frame.slice(0, path.index)}${path[1]}${rest.slice(own)}`
}

/** The stack without the name and the message that it begins with. */
function framesOf({ stack = '', message }: Error): readonly string[] {
  const at = stack.indexOf(message)
  return stack
    .slice(at === -1 ? 0 : at + message.length)
    .split('\n')
    .filter((line) => FRAME.test(line))
    .slice(0, FRAMES)
    .map(frameOf)
}

/**
 * What is logged of an error: its name, the system's code and where it happened. Not its message, because that can hold
 * names of virtual machines, hosts and files.
 */
export function describeError(cause: unknown): string {
  if (!(cause instanceof Error)) return `not an error but ${typeof cause}`
  const code = 'code' in cause && typeof cause.code === 'string' ? ` ${cause.code}` : ''
  const inner = cause.cause === undefined ? [] : [`caused by ${describeError(cause.cause)}`]
  return [`${cause.name}${code}`, ...framesOf(cause), ...inner].join('\n  ')
}

/** The error log of the program. */
export interface ErrorLog {
  readonly folder: string
  readonly logError: (what: string, cause: unknown) => void
}

/** A log in the folder `logs` of the program's own data. Nothing is loaded or made before the first error. */
export function errorLog(userData: string): ErrorLog {
  const folder = join(userData, 'logs')
  async function write(line: string): Promise<void> {
    const { default: log } = await import('electron-log/node')
    log.transports.console.level = false
    log.transports.file.level = 'error'
    log.transports.file.maxSize = 1024 * 1024
    log.transports.file.resolvePathFn = () => join(folder, 'main.log')
    log.error(line)
  }
  return {
    folder,
    logError: (what, cause) => {
      // A log that cannot be written must not become the next error.
      write(`${what}: ${describeError(cause)}`).catch(() => undefined)
    },
  }
}

import { resolve } from 'node:path'

/** What the program was started for. */
export type Launch =
  | { readonly kind: 'command-line'; readonly args: readonly string[] }
  | { readonly kind: 'window'; readonly files: readonly string[] }

/** First words that mean: answer on the command line, open no window. */
const COMMAND_WORDS = ['check', 'compare', 'explain', 'verify', '--version', '--help', '-h']

/** How the program came to its arguments. */
export interface LaunchOptions {
  /** Unset for an installed program; in development the runtime's arguments come with the folder of the app. */
  readonly appFolder: string | null
  /** Folder that relative paths start from. */
  readonly cwd: string
}

function ownArguments(argv: readonly string[], { appFolder, cwd }: LaunchOptions): readonly string[] {
  const args = argv.slice(1)
  if (appFolder === null) return args
  const at = args.findIndex((arg) => !arg.startsWith('-') && resolve(cwd, arg) === appFolder)
  return args.slice(at + 1)
}

/**
 * Reads the arguments of the program. Chromium's own switches may stand before ours and are left alone; everything that
 * is no switch is a file to open in the window.
 */
export function readLaunch(argv: readonly string[], options: LaunchOptions): Launch {
  const args = ownArguments(argv, options)
  const first = args.findIndex((arg) => !arg.startsWith('-') || COMMAND_WORDS.includes(arg))
  const word = args[first]
  if (word !== undefined && COMMAND_WORDS.includes(word)) return { kind: 'command-line', args: args.slice(first) }
  const files = args.filter((arg) => !arg.startsWith('-')).map((arg) => resolve(options.cwd, arg))
  return { kind: 'window', files }
}

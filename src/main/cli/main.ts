// The command line for plain Node: `npm run --silent check -- ...`. The installed program answers the same way.
import { languageOf } from './language'
import { say } from '../../core/i18n/translate'
import { userDataFolder } from './user-data'
import { answerCommand } from '../command-line'

/** EX_SOFTWARE of sysexits.h: the program itself is at fault, which no other exit code says. */
const OWN_ERROR = 70

try {
  process.exitCode = await answerCommand(process.argv.slice(2), false, userDataFolder(process.env, process.platform))
} catch (cause) {
  const language = languageOf(process.env, new Intl.DateTimeFormat().resolvedOptions().locale)
  const words = cause instanceof Error ? cause.message : String(cause)
  process.stderr.write(`${say(language, 'cli.bug', { words })}\n`)
  process.exitCode = OWN_ERROR
}

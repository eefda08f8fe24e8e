import { say, translate } from '../../core/i18n/translate'
import { shownText } from '../../core/i18n/shown-text'
import { KNOWLEDGE_DATE } from '../../core/knowledge/revision'
import { ACCEPTED_SCHEMA } from '../../core/model/accepted'
import { CAPTURE_SCHEMA } from '../../core/model/capture'
import { COMPARISON_SCHEMA } from '../../core/model/comparison'
import { DIAGNOSIS_SCHEMA } from '../../core/model/diagnosis'
import { EXPLANATION_SCHEMA } from '../../core/model/explanation'
import { worksheetText } from '../../core/worksheet/worksheet-text'
import { version } from '../../../package.json'
import { readArguments } from './arguments'
import { Check } from './check'
import { checkSources } from './check-sources'
import { runCompare } from './compare-command'
import { explainOnCommandLine } from './explain-command'
import { languageOf } from './language'
import { Output } from './output'
import { EXIT, type Surroundings, UNKNOWN_STATE } from './surroundings'
import { verifyOnCommandLine } from './verify-command'

function isNagios(argv: readonly string[]): boolean {
  return argv.some(
    (argument, index) => argument === '--format=nagios' || (argument === 'nagios' && argv[index - 1] === '--format'),
  )
}

/**
 * Runs the command line and gives its exit code. Results go to standard output, progress and problems to standard
 * error; nothing is read from standard input, no window opens. Bad input is a sentence, never an exception.
 */
export async function runCommandLine(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  const systemLocale = new Intl.DateTimeFormat().resolvedOptions().locale
  const asked = readArguments(argv, languageOf(surroundings.env, systemLocale))
  const stdout = new Output(surroundings.stdout)
  const stderr = new Output(surroundings.stderr)
  const { language } = asked
  switch (asked.kind) {
    case 'help':
      await stdout.write(`${say(language, 'cli.help', { version })}\n`)
      return EXIT.ok
    case 'version':
      await stdout.write(
        [
          `integration-doctor ${version}`,
          `knowledge ${KNOWLEDGE_DATE}`,
          CAPTURE_SCHEMA,
          DIAGNOSIS_SCHEMA,
          ACCEPTED_SCHEMA,
          COMPARISON_SCHEMA,
          EXPLANATION_SCHEMA,
          '',
        ].join('\n'),
      )
      return EXIT.ok
    case 'wrong':
      await stderr.write(`${shownText(translate(language, asked.reason))} ${say(language, 'cli.see-help')}\n`)
      // What a plugin that was called wrongly ends with.
      return isNagios(argv) ? UNKNOWN_STATE : EXIT.wrongUsage
    case 'compare-help':
      await stdout.write(`${say(language, 'compare.help')}\n`)
      return EXIT.ok
    case 'worksheet':
      await stdout.write(`${worksheetText(asked.system, language, null)}\n`)
      return EXIT.ok
    case 'compare':
      return runCompare(asked.options, language, surroundings, stdout, stderr)
    case 'verify':
      return verifyOnCommandLine(asked.options, language, stdout)
    case 'explain':
      return explainOnCommandLine(asked.options, language, { stdout, stderr, columns: surroundings.columns })
    case 'check': {
      const check = new Check(asked.options, language, surroundings, stdout, stderr)
      try {
        return await checkSources(check)
      } finally {
        check.release()
      }
    }
  }
}

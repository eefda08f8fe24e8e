import { say } from '../../core/i18n/translate'
import { LANGUAGES, type Language } from '../../core/model/text'
import collector from './collect.ps1?raw'
import writer from './hand-out.ps1?raw'

/** Name of the script as it is handed out. */
export const HAND_OUT_NAME = 'integration-doctor-collector.ps1'

/** PowerShell ends a text in single quotes at typographic ones too; doubled they stand for themselves. */
function quoted(text: string): string {
  return `'${text.replaceAll(/['‘’‚‛]/g, (quote) => quote + quote)}'`
}

/** What the script says, with PowerShell's own places for what it finds out. */
function textsIn(language: Language, version: string): string {
  const texts = {
    title: say(language, 'collector.title', { version }),
    reads: say(language, 'collector.reads'),
    changesNothing: say(language, 'collector.changesNothing'),
    saved: say(language, 'collector.saved', { path: '{0}' }),
    send: say(language, 'collector.send'),
    noRights: say(language, 'collector.noRights'),
    notWritten: say(language, 'collector.notWritten', { folder: '{0}', words: '{1}' }),
  }
  return Object.entries(texts)
    .map(([name, text]) => `        ${name} = ${quoted(text)}`)
    .join('\n')
}

/**
 * The collector as one script to hand out: an administrator runs it or pastes it into a console and gets a capture. The
 * same code as the program's own, and what it says in both languages. With a byte order mark, without which Windows
 * PowerShell takes the Korean for another code page, and with Windows line ends.
 */
export function handOutScript(version: string): string {
  const head = [
    `# Integration Doctor for Hyper-V: collector ${version}, to hand out.`,
    '#',
    ...LANGUAGES.flatMap((language) => [
      `# ${say(language, 'collector.reads')}`,
      `# ${say(language, 'collector.changesNothing')}`,
    ]),
    '#',
    '# Run it as it is, or paste all of it into a PowerShell window. To read fewer days of events, run afterwards:',
    '# Save-IntegrationDoctorCapture -Days 3',
  ].join('\n')
  const texts = [
    'function Get-IntegrationDoctorText {',
    '    $texts = @{',
    ...LANGUAGES.flatMap((language) => [`        ${language} = @{`, textsIn(language, version), '        }']),
    '    }',
    "    if ($PSUICulture -like 'ko*') { $texts.ko } else { $texts.en }",
    '}',
  ].join('\n')
  return `\uFEFF${[head, collector.trimEnd(), texts, writer].join('\n\n').replaceAll('\n', '\r\n')}`
}

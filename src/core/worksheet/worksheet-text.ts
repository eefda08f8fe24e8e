import { say } from '../i18n/translate'
import type { Language } from '../model/text'
import { WORKSHEET_BEGIN, WORKSHEET_END, type WorksheetSystem } from '../model/worksheet'
import { FREEBSD_COMMANDS } from './freebsd'
import { LINUX_COMMANDS } from './linux'
import { WINDOWS_COMMANDS } from './windows'

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/**
 * The block of commands that somebody runs inside a guest to show what the host cannot see: modules, daemons or services,
 * devices, pools, kernel, packages. It reads only and prints labelled lines between two marks, which `readWorksheet` takes
 * apart again. The comment on top is in `language`, everything else is the same in both. Of `vm` nothing but its id is
 * put in, and only where that is a GUID: its name is somebody's text and has no place among commands.
 */
export function worksheetText(os: WorksheetSystem, language: Language, vm: { readonly id: string } | null): string {
  const id = vm !== null && GUID.test(vm.id) ? vm.id.toUpperCase() : '-'
  const comment = [`# ${say(language, 'worksheet.comment.what')}`, `# ${say(language, 'worksheet.comment.then')}`]
  const print = (line: string): string => (os === 'windows' ? `'${line}'` : `echo '${line}'`)
  const [open, commands] =
    os === 'windows'
      ? (['& {', WINDOWS_COMMANDS] as const)
      : (['(', os === 'linux' ? LINUX_COMMANDS : FREEBSD_COMMANDS] as const)
  return [
    ...comment,
    open,
    print(`--- ${WORKSHEET_BEGIN}: ${os} ${id} ---`),
    ...commands,
    print(`--- ${WORKSHEET_END} ---`),
    os === 'windows' ? '}' : ')',
    '',
  ].join('\n')
}

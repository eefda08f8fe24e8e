import { say } from '../i18n/translate'
import type { Language } from '../model/text'
import { WORKSHEET_BEGIN, WORKSHEET_END, type WorksheetSystem } from '../model/worksheet'
import { FREEBSD_COMMANDS } from './freebsd'
import { LINUX_COMMANDS } from './linux'
import { WINDOWS_COMMANDS } from './windows'

interface Frame {
  readonly open: string
  readonly commands: readonly string[]
  readonly close: readonly string[]
}

/**
 * What makes one block of the commands. The root of pfSense, OPNsense and older FreeBSD has csh, which knows none of sh's
 * syntax: there the block is the input of sh. Whether a shell ends such an input at the word or at the word in its quotation
 * marks (sh(1), csh(1)), the other line that is left over does nothing in either.
 */
const FRAMES: Readonly<Record<WorksheetSystem, Frame>> = {
  linux: { open: '(', commands: LINUX_COMMANDS, close: [')'] },
  freebsd: { open: "sh << ':'", commands: FREEBSD_COMMANDS, close: [':', "':'"] },
  windows: { open: '& {', commands: WINDOWS_COMMANDS, close: ['}'] },
}

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
  const { open, commands, close } = FRAMES[os]
  return [
    ...comment,
    open,
    print(`--- ${WORKSHEET_BEGIN}: ${os} ${id} ---`),
    ...commands,
    print(`--- ${WORKSHEET_END} ---`),
    ...close,
    '',
  ].join('\n')
}

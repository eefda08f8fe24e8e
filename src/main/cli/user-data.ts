import { homedir } from 'node:os'
import { join } from 'node:path'
import { productName } from '../../../package.json'

type Environment = Readonly<Record<string, string | undefined>>

/** The folder that the window keeps this person's data in (Electron's `userData`), for the command line on plain Node. */
export function userDataFolder(env: Environment, platform: NodeJS.Platform): string {
  const home = homedir()
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), productName)
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', productName)
  return join(env['XDG_CONFIG_HOME'] ?? join(home, '.config'), productName)
}

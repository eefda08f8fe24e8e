import { preparePowerShell } from '../../scripts/steps.mjs'

/** Sees to a PowerShell for the pictures of a check; the workers inherit it. */
export default async function provideEngine(): Promise<void> {
  const { executable, note, problem } = await preparePowerShell()
  if (executable === undefined) throw new Error(problem ?? note)
  process.env['NODE_POWERSHELL'] = executable
}
